package resolvers_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// relations is a little market: dior and puma hired ann and share a category, so did nobody and dior; gucci hired
// somebody else and has another. mcn's creator bea left for two last year.
const relations = `
	(dior:Brand {creatorCount: 2})-[:RAN]->(spring:Campaign {starts: date('2026-03-01'), byStarts: 20513, creatorCount: 2})
	(puma:Brand {creatorCount: 2})-[:RAN]->(autumn:Campaign {starts: date('2025-09-01'), byStarts: 20332, creatorCount: 2})
	(gucci:Brand {creatorCount: 1})-[:RAN]->(winter:Campaign {starts: date('2026-01-01'), byStarts: 20454, creatorCount: 1})
	(nobody:Brand)
	(dior)-[:IN_CATEGORY {position: 0}]->(skin:Category)
	(puma)-[:IN_CATEGORY {position: 0}]->(skin)
	(nobody)-[:IN_CATEGORY {position: 0}]->(skin)
	(gucci)-[:IN_CATEGORY {position: 0}]->(bags:Category)
	(ann:Creator {followers: 100, byFollowers: 100, brandCount: 2})-[:PARTICIPATED_IN]->(spring)
	(ann)-[:PARTICIPATED_IN]->(autumn)
	(bea:Creator {followers: 300, byFollowers: 300, brandCount: 2})-[:PARTICIPATED_IN]->(spring)
	(bea)-[:PARTICIPATED_IN]->(autumn)
	(cid:Creator {brandCount: 1})-[:PARTICIPATED_IN]->(winter)
	(dan:Creator {followers: 50, byFollowers: 50})
	(ann)-[:REACHES {share: 1.0}]->(women:Segment {dimension: 'GENDER'})
	(bea)-[:REACHES {share: 0.5}]->(women)
	(bea)-[:REACHES {share: 0.5}]->(men:Segment {dimension: 'GENDER'})
	(ann)-[:SIGNED_WITH {since: date('2020-01-01')}]->(mcn:Agency)
	(bea)-[:SIGNED_WITH {since: date('2020-01-01'), until: date('2025-12-31')}]->(two:Agency)
	(bea)-[:SIGNED_WITH {since: date('2026-01-01')}]->(three:Agency)
	(cid)-[:SIGNED_WITH {since: date('2020-01-01')}]->(four:Agency)
	(bea)-[:POSTED]->(clip:Content {published: datetime('2025-12-31T23:00:00Z')})
	(ann)-[:APPEARS_IN]->(clip)`

// Who shares creators comes before who shares a category alone; a brand without campaigns has competitors by
// category, and one that shares nothing is nobody's.
func TestCompetitors(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, relations)
	for _, c := range []struct{ name, query, want string }{
		{"by creators, category and audience", `{ brand(key: 'dior') { competitors { entity { key kind } reasons { kind evidence { __typename key } } } } }`,
			`{"brand":{"competitors":[` +
				`{"entity":{"key":"puma","kind":"BRAND"},"reasons":[` +
				`{"kind":"SAME_CATEGORY","evidence":[{"__typename":"Category","key":"skin"}]},` +
				`{"kind":"SIMILAR_AUDIENCE","evidence":[]},` +
				`{"kind":"COMMON_NEIGHBOURS","evidence":[{"__typename":"Creator","key":"bea"},{"__typename":"Creator","key":"ann"}]}]},` +
				`{"entity":{"key":"nobody","kind":"BRAND"},"reasons":[{"kind":"SAME_CATEGORY","evidence":[{"__typename":"Category","key":"skin"}]}]}]}}`},
		{"of a brand without campaigns, equals by key", `{ brand(key: 'nobody') { competitors { score entity { key } } } }`,
			`{"brand":{"competitors":[{"score":0.25,"entity":{"key":"dior"}},{"score":0.25,"entity":{"key":"puma"}}]}}`},
		{"of one that shares nothing", `{ brand(key: 'gucci') { competitors { score } } }`, `{"brand":{"competitors":[]}}`},
		{"the first", `{ brand(key: 'dior') { competitors(first: 1) { entity { key } } none: competitors(first: 0) { score } } }`,
			`{"brand":{"competitors":[{"entity":{"key":"puma"}}],"none":[]}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := d.Unsuffixed(a.ask(t, d.In(c.query), nil))
			if diff := cmp.Diff(`{"data":`+c.want+`}`, got); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
}

// A creator counts for the agency of the day: what bea did in 2025 was for two, though three has her now.
func TestPartnersGoByTheContractOfTheDay(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, relations)
	reasons := func(agency string) string {
		return d.Unsuffixed(a.ask(t, d.In(`{ agency(key: '`+agency+
			`') { partners { entity { key } reasons { kind evidence { __typename key } } } } }`), nil))
	}
	const clip, spring, autumn = `{"kind":"SHARED_CONTENTS","evidence":[{"__typename":"Content","key":"clip"}]}`,
		`{"kind":"SHARED_CAMPAIGNS","evidence":[{"__typename":"Campaign","key":"spring"}]}`,
		`{"kind":"SHARED_CAMPAIGNS","evidence":[{"__typename":"Campaign","key":"autumn"}]}`
	for agency, want := range map[string]string{
		"mcn": `{"entity":{"key":"two"},"reasons":[` + clip + `,` + autumn + `]},{"entity":{"key":"three"},"reasons":[` + spring + `]}`,
		"two": `{"entity":{"key":"mcn"},"reasons":[` + clip + `,` + autumn + `]}`, "three": `{"entity":{"key":"mcn"},"reasons":[` + spring + `]}`,
		"four": "",
	} {
		if diff := cmp.Diff(`{"data":{"agency":{"partners":[`+want+`]}}}`, reasons(agency)); diff != "" {
			t.Errorf("partners of %s (-want +got):\n%s", agency, diff)
		}
	}
}

// A contract's first and last day are days of it, and the days beside them are not.
func TestFirstAndLastDayOfAContractCount(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)-[:SIGNED_WITH {since: date('2026-03-02'), until: date('2026-03-03')}]->(mcn:Agency)
		(cid:Creator)-[:SIGNED_WITH {since: date('2020-01-01')}]->(two:Agency)
		(ann)-[:PARTICIPATED_IN {fee: 1}]->(early:Campaign {starts: date('2026-03-01'), byStarts: 20513})
		(ann)-[:PARTICIPATED_IN {fee: 10}]->(begin:Campaign {starts: date('2026-03-02'), byStarts: 20514})
		(ann)-[:PARTICIPATED_IN {fee: 100}]->(end:Campaign {starts: date('2026-03-03'), byStarts: 20515})
		(ann)-[:PARTICIPATED_IN {fee: 1000}]->(late:Campaign {starts: date('2026-03-04'), byStarts: 20516})
		(cid)-[:PARTICIPATED_IN]->(early)
		(cid)-[:PARTICIPATED_IN]->(begin)
		(cid)-[:PARTICIPATED_IN]->(end)
		(cid)-[:PARTICIPATED_IN]->(late)
		(dior:Brand)-[:RAN]->(early)
		(gucci:Brand)-[:RAN]->(begin)
		(puma:Brand)-[:RAN]->(end)
		(zara:Brand)-[:RAN]->(late)`)
	got := d.Unsuffixed(a.ask(t, d.In(`{ agency(key: 'mcn') { performance { fee } brands { nodes { key } }
		partners { entity { key } reasons { evidence { key } } } } }`), nil))
	want := `{"data":{"agency":{"performance":{"fee":110},"brands":{"nodes":[{"key":"gucci"},{"key":"puma"}]},` +
		`"partners":[{"entity":{"key":"two"},"reasons":[{"evidence":[{"key":"end"},{"key":"begin"}]}]}]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A creator under contract with two agencies at once is no partner to himself.
func TestNobodyPartnersHimself(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)-[:SIGNED_WITH {since: date('2020-01-01')}]->(mcn:Agency)
		(ann)-[:SIGNED_WITH {since: date('2020-01-01')}]->(two:Agency)
		(ann)-[:PARTICIPATED_IN]->(spring:Campaign {starts: date('2026-03-01'), byStarts: 20513})
		(cid:Creator)-[:PARTICIPATED_IN]->(spring)`)
	got := a.ask(t, d.In(`{ agency(key: 'mcn') { partners { entity { key } } } }`), nil)
	if want := `{"data":{"agency":{"partners":[]}}}`; got != want {
		t.Errorf("got %s", got)
	}
}

// letters names the i-th of up to 676 drawn nodes.
func letters(i int) string { return string([]rune{rune('b' + i/26), rune('a' + i%26)}) }

// What is asked of too many at once, or for too many, is refused with place and remedy.
func TestRecommendationsAreBounded(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	var brands []string
	for i := range 51 {
		brands = append(brands, fmt.Sprintf("(%s:Brand)", letters(i)))
	}
	d := graphtest.Draw(t, a.store, strings.Join(brands, "\n"))
	var ids []any
	for i := range brands {
		ids = append(ids, id(d, "Brand", letters(i)))
	}
	got := a.ask(t, `query($i: [ID!]!) { nodes(ids: $i) { ... on Brand { competitors { score } } } }`, map[string]any{"i": ids})
	if !strings.Contains(got, "51 brands at once; ask of at most 50") || !strings.Contains(got, `"code":"LIMIT_EXCEEDED"`) {
		t.Errorf("of 51 brands: %s", got)
	}
	got = a.ask(t, d.In(`{ brand(key: 'ba') { competitors(first: 51) { score } } }`), nil)
	if want := `"message":"first of 51; give 0 to 50","path":["brand","competitors","first"]`; !strings.Contains(got, want) {
		t.Errorf("the first 51: %s", got)
	}
}

// The overlap of ann, all of whose followers are women, and of bea, half of whose are, in the order asked for.
func TestAudienceOverlap(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, relations)
	var answer struct {
		Data struct {
			AudienceOverlap struct {
				Total, Unique, Population float64
				Method                    string
				Matrix                    [][]float64
				Notes                     []string
				Shares                    []struct {
					Creator             struct{ Name string }
					Unique, Overlapping float64
				}
			}
		}
	}
	got := a.ask(t, `query($c: [ID!]!) { audienceOverlap(creators: $c) { total unique population method notes matrix
		shares { creator { name } unique overlapping } } }`,
		map[string]any{"c": []any{id(d, "Creator", "bea"), id(d, "Creator", "ann")}})
	if err := json.Unmarshal([]byte(got), &answer); err != nil {
		t.Fatal(err)
	}
	o := answer.Data.AudienceOverlap
	if o.Total != 400 || o.Method != "MODELLED" || len(o.Notes) != 0 || o.Population < 300/0.15 ||
		len(o.Matrix) != 2 || len(o.Shares) != 2 || o.Shares[0].Creator.Name != "bea" {
		t.Fatalf("got %s", got)
	}
	both := o.Matrix[0][1] * 100
	if o.Matrix[0][1] <= 0 || o.Matrix[0][1] != o.Matrix[1][0] || o.Matrix[0][0] != 1 ||
		math.Abs(o.Total-both-o.Unique) > 1e-6 || math.Abs(both/300-o.Shares[0].Overlapping) > 1e-9 ||
		math.Abs(both/100-o.Shares[1].Overlapping) > 1e-9 || o.Shares[1].Unique+o.Shares[1].Overlapping != 1 {
		t.Errorf("the figures do not fit together: %s", got)
	}
}

// Of whom nothing is known but the followers is said.
func TestAudienceOverlapNotesWhatItAssumes(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, relations)
	got := d.Unsuffixed(a.ask(t, `query($c: [ID!]!) { audienceOverlap(creators: $c) { notes } }`,
		map[string]any{"c": []any{id(d, "Creator", "dan"), id(d, "Creator", "ann")}}))
	want := `{"data":{"audienceOverlap":{"notes":["1位达人的受众画像未知，按总体人群估算：dan · ` +
		`Unknown audiences (1) are taken to be like all people: dan"]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An overlap says what is wrong with a question, and where.
func TestAudienceOverlapRefuses(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, relations)
	ann, bea := id(d, "Creator", "ann"), id(d, "Creator", "bea")
	many := make([]any, 10_000)
	for i := range many {
		many[i] = compile.ID("Creator", d.Key(fmt.Sprint(i)))
	}
	for _, c := range []struct {
		name string
		ids  []any
		want string
	}{
		{"nobody", []any{}, `"message":"0 creators; give 2 to 50","path":["audienceOverlap","creators"],"extensions":{"code":"BAD_USER_INPUT"`},
		{"one", []any{ann}, `"message":"1 creator; give 2 to 50"`},
		{"51", many[:51], `"message":"51 creators; give 2 to 50"`},
		{"10,000", many, `"message":"10000 creators; give 2 to 50"`},
		{"one twice", []any{ann, bea, ann}, `is creators[0] already; give each one once","path":["audienceOverlap","creators",2]`},
		{"a brand", []any{ann, id(d, "Brand", "dior")}, `"message":"the id is that of a Brand; give the id of a Creator","path":["audienceOverlap","creators",1]`},
		{"no id", []any{ann, "ann"}, `"path":["audienceOverlap","creators",1]`},
		{"one who is not there", []any{ann, many[0]}, `"extensions":{"code":"NOT_FOUND"}`},
		{"unknown followers", []any{ann, id(d, "Creator", "cid")}, `(cid) has is unknown; leave the creator out, or import its followers","path":["audienceOverlap","creators",1]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := d.Unsuffixed(a.ask(t, `query($c: [ID!]!) { audienceOverlap(creators: $c) { total } }`, map[string]any{"c": c.ids}))
			if !strings.Contains(got, c.want) {
				t.Errorf("want %s in %s", c.want, got)
			}
		})
	}
}
