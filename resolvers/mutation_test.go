package resolvers_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// id gives the id of a drawn node.
func id(d graphtest.Drawing, typ, name string) string { return compile.ID(typ, d.Key(name)) }

// What a client wrote it reads in the same answer and in the next, totals included; a number left
// out of a later record stays.
func TestRecordParticipationChangesTotals(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign {starts: date('2026-03-01')})
		(ann:Creator)-[:SIGNED_WITH {since: date('2026-01-01')}]->(mcn:Agency {creatorCount: 1})
		(spring)-[:INVITED {at: datetime('2026-02-01T00:00:00Z'), source: 'RECOMMENDED', answer: 'ACCEPTED'}]->(ann)`)
	const record = `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
		participation { source fee impressions cpm creator { key } campaign { key performance { fee } } } userErrors { code } } }`
	in := map[string]any{"campaign": id(d, "Campaign", "spring"), "creator": id(d, "Creator", "ann"),
		"fee": 1000, "impressions": 50000}
	got := d.Unsuffixed(a.ask(t, record, map[string]any{"in": in}))
	want := `{"data":{"recordParticipation":{"participation":{"source":"RECOMMENDED","fee":1000,"impressions":50000,"cpm":20,` +
		`"creator":{"key":"ann"},"campaign":{"key":"spring","performance":{"fee":1000}}},"userErrors":[]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("first record (-want +got):\n%s", diff)
	}
	delete(in, "fee")
	in["impressions"] = 100000
	a.ask(t, record, map[string]any{"in": in})
	got = d.Unsuffixed(a.ask(t, d.In(`{ creator(key: 'ann') { participations { nodes { fee impressions } } }
		brands(filter: {key: {eq: 'dior'}}, orderBy: [{field: SPEND}]) { nodes { performance { fee } } } }`), nil))
	want = `{"data":{"creator":{"participations":{"nodes":[{"fee":1000,"impressions":100000}]}},"brands":{"nodes":[{"performance":{"fee":1000}}]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("afterwards (-want +got):\n%s", diff)
	}
	for _, total := range []string{"(n:Brand {key: 'dior', spend: 1000, creatorCount: 1})",
		"(n:Campaign {key: 'spring', impressions: 100000, spend: 1000})",
		"(n:Creator {key: 'ann', campaignCount: 1, brandCount: 1, spend: 1000, byCpm: 10.0})",
		"(n:Agency {key: 'mcn', spend: 1000, creatorCount: 1})"} {
		if !graphtest.Has(t, a.store, strings.ReplaceAll(d.In(total), `"`, "'")) {
			t.Errorf("there is no %s", total)
		}
	}
}

// Repeating a request repeats nothing and gives the same answer; the same id for something else is
// a conflict.
func TestCreateCampaignOnce(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)
		(skin:Category)
		(women:Segment {dimension: 'GENDER'})`)
	const create = `mutation($in: CreateCampaignInput!) { createCampaign(input: $in) { clientMutationId
		campaign { key name objective budget starts ends formats brand { key } categories { key } targetSegments { key } performance { participations } }
		userErrors { path code } } }`
	in := map[string]any{"clientMutationId": d.Key("once"), "key": d.Key("spring"), "brand": id(d, "Brand", "dior"),
		"name": "双11 🎉", "objective": "CONVERSION", "budget": 100, "starts": "2026-11-01", "ends": "2026-11-11",
		"formats": []any{"LIVE", "LIVE"}, "categories": []any{d.Key("skin"), d.Key("skin")}, "targetSegments": []any{d.Key("women")}}
	first := a.ask(t, create, map[string]any{"in": in})
	want := `{"data":{"createCampaign":{"clientMutationId":"once","campaign":{"key":"spring","name":"双11 🎉","objective":"CONVERSION",` +
		`"budget":100,"starts":"2026-11-01","ends":"2026-11-11","formats":["LIVE"],"brand":{"key":"dior"},"categories":[{"key":"skin"}],` +
		`"targetSegments":[{"key":"women"}],"performance":{"participations":0}},"userErrors":[]}}}`
	if diff := cmp.Diff(want, d.Unsuffixed(first)); diff != "" {
		t.Errorf("created (-want +got):\n%s", diff)
	}
	if again := a.ask(t, create, map[string]any{"in": in}); again != first {
		t.Errorf("repeated: %s", again)
	}
	in["name"] = "another"
	if got := a.ask(t, create, map[string]any{"in": in}); !strings.Contains(got, `"path":["input","clientMutationId"],"code":"CONFLICT"`) {
		t.Errorf("the same id for another input: %s", got)
	}
	delete(in, "clientMutationId")
	if got := a.ask(t, create, map[string]any{"in": in}); !strings.Contains(got, `"path":["input","key"],"code":"CONFLICT"`) {
		t.Errorf("an existing key: %s", got)
	}
}

// Of several requests for one key at the same time one creates the campaign, the others hear of it.
func TestOneCampaignOfAKey(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)`)
	in := map[string]any{"key": d.Key("summer"), "brand": id(d, "Brand", "dior"), "name": "x", "objective": "AWARENESS"}
	answers := make(chan string)
	for range 6 {
		go func() {
			answers <- a.ask(t, `mutation($in: CreateCampaignInput!) { createCampaign(input: $in) { campaign { name } userErrors { code } } }`,
				map[string]any{"in": in})
		}()
	}
	got := map[string]int{}
	for range 6 {
		got[<-answers]++
	}
	want := map[string]int{`{"data":{"createCampaign":{"campaign":{"name":"x"},"userErrors":[]}}}`: 1,
		`{"data":{"createCampaign":{"campaign":null,"userErrors":[{"code":"CONFLICT"}]}}}`: 5}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
}

// Bad input comes back as userErrors that say where, and nothing is half written.
func TestMutationsRefuseBadInput(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)
		(clip:Content {published: datetime('2026-03-02T10:00:00Z')})`)
	brand, campaign, creator := id(d, "Brand", "dior"), id(d, "Campaign", "spring"), id(d, "Creator", "ann")
	for _, c := range []struct {
		name, mutation, input string
		in                    map[string]any
		path, code            string
	}{
		{"a brand's id for a campaign's", "recordParticipation", "RecordParticipationInput",
			map[string]any{"campaign": brand, "creator": creator}, `["input","campaign"]`, "BAD_USER_INPUT"},
		{"a negative fee", "recordParticipation", "RecordParticipationInput",
			map[string]any{"campaign": campaign, "creator": creator, "fee": -1}, `["input","fee"]`, "BAD_USER_INPUT"},
		{"nobody", "recordParticipation", "RecordParticipationInput",
			map[string]any{"campaign": campaign, "creator": id(d, "Creator", "nobody")}, `["input","creator"]`, "NOT_FOUND"},
		{"one unknown creator of two", "inviteCreators", "InviteCreatorsInput",
			map[string]any{"campaign": campaign, "invitations": []any{
				map[string]any{"creator": creator, "source": "RECOMMENDED"},
				map[string]any{"creator": id(d, "Creator", "nobody"), "source": "RECOMMENDED"}}},
			`["input","invitations","1","creator"]`, "NOT_FOUND"},
		{"an answer without an invitation", "answerInvitation", "AnswerInvitationInput",
			map[string]any{"campaign": campaign, "creator": creator, "answer": "ACCEPTED"}, `["input","creator"]`, "NOT_FOUND"},
		{"an end before the start", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "starts": "2026-02-01", "ends": "2026-01-01"},
			`["input","ends"]`, "BAD_USER_INPUT"},
		{"a name of 501 characters", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": strings.Repeat("长", 501), "objective": "AWARENESS"}, `["input","name"]`, "BAD_USER_INPUT"},
		{"a control character in a name", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "a\x00b", "objective": "AWARENESS"}, `["input","name"]`, "BAD_USER_INPUT"},
		{"a name of nothing", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": " ", "objective": "AWARENESS"}, `["input","name"]`, "BAD_USER_INPUT"},
		{"a key of 129 bytes", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "key": strings.Repeat("k", 129)}, `["input","key"]`, "BAD_USER_INPUT"},
		{"a space around a key", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "key": " k"}, `["input","key"]`, "BAD_USER_INPUT"},
		{"a key that no list of an export could hold", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "categories": []any{"a|b"}}, `["input","categories","0"]`, "BAD_USER_INPUT"},
		{"an empty key", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "key": ""}, `["input","key"]`, "BAD_USER_INPUT"},
		{"a key that a spreadsheet rounded", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "key": "6.82346E+18"}, `["input","key"]`, "BAD_USER_INPUT"},
		{"a day of another age", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "starts": "0001-01-01"}, `["input","starts"]`, "BAD_USER_INPUT"},
		{"a moment of another age", "recordContentMetrics", "RecordContentMetricsInput",
			map[string]any{"content": id(d, "Content", "clip"), "at": "2201-01-01T00:00:00Z"}, `["input","at"]`, "BAD_USER_INPUT"},
		{"an unknown category", "createCampaign", "CreateCampaignInput",
			map[string]any{"brand": brand, "name": "x", "objective": "AWARENESS", "categories": []any{"nowhere"}},
			`["input","categories"]`, "NOT_FOUND"},
		{"a package of nothing", "createAudiencePackage", "CreateAudiencePackageInput",
			map[string]any{"name": "x"}, `["input","contents"]`, "BAD_USER_INPUT"},
		{"a package that nobody watched", "createAudiencePackage", "CreateAudiencePackageInput",
			map[string]any{"name": "x", "contents": []any{id(d, "Content", "clip")}}, `["input","contents"]`, "BAD_USER_INPUT"},
		{"a content of nobody", "createContent", "CreateContentInput",
			map[string]any{"creator": id(d, "Creator", "nobody"), "format": "LIVE", "published": "2026-03-02T10:00:00Z"},
			`["input","creator"]`, "NOT_FOUND"},
		{"a content for no campaign that there is", "createContent", "CreateContentInput",
			map[string]any{"creator": creator, "campaign": id(d, "Campaign", "never"), "format": "LIVE", "published": "2026-03-02T10:00:00Z"},
			`["input","campaign"]`, "NOT_FOUND"},
		{"a content without a title in its title", "createContent", "CreateContentInput",
			map[string]any{"creator": creator, "title": " ", "format": "LIVE", "published": "2026-03-02T10:00:00Z"},
			`["input","title"]`, "BAD_USER_INPUT"},
		{"a creator who appears beside itself", "createContent", "CreateContentInput",
			map[string]any{"creator": creator, "coCreators": []any{creator}, "format": "LIVE", "published": "2026-03-02T10:00:00Z"},
			`["input","coCreators","0"]`, "BAD_USER_INPUT"},
		{"a content published in another age", "createContent", "CreateContentInput",
			map[string]any{"creator": creator, "format": "LIVE", "published": "0001-01-01T00:00:00Z"}, `["input","published"]`, "BAD_USER_INPUT"},
		{"a content that is there already", "createContent", "CreateContentInput",
			map[string]any{"creator": creator, "key": d.Key("clip"), "format": "LIVE", "published": "2026-03-02T10:00:00Z"},
			`["input","key"]`, "CONFLICT"},
		{"an unknown content", "recordContentMetrics", "RecordContentMetricsInput",
			map[string]any{"content": id(d, "Content", "nothing"), "at": "2026-03-02T10:00:00Z"}, `["input","content"]`, "NOT_FOUND"},
	} {
		t.Run(c.name, func(t *testing.T) {
			query := "mutation($in: " + c.input + "!) { " + c.mutation + "(input: $in) { userErrors { path code message } } }"
			got := a.ask(t, query, map[string]any{"in": c.in})
			if want := `{"path":` + c.path + `,"code":"` + c.code + `"`; !strings.Contains(got, want) {
				t.Errorf("want %s in %s", want, got)
			}
		})
	}
	if graphtest.Has(t, a.store, strings.ReplaceAll(d.In("(n:Creator {key: 'ann'})<-[:INVITED]-()"), `"`, "'")) {
		t.Error("an invitation was made although another of the same request was refused")
	}
}

// A content that a client adds is as an imported one: found, of its campaign and of those in it, and ready to be counted.
func TestCreatedContentIsAsAnImportedOne(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)
		(bea:Creator)`)
	got := a.ask(t, `mutation($in: CreateContentInput!) { createContent(input: $in) { content { key name format published creator { key }
		coCreators { key } campaign { key } metrics { views } } userErrors { message } } }`,
		map[string]any{"in": map[string]any{"key": d.Key("clip"), "creator": id(d, "Creator", "ann"), "campaign": id(d, "Campaign", "spring"),
			"title": " 开箱 🎁 ", "format": "SHORT_VIDEO", "published": "2026-03-02T18:00:00.5+08:00", "coCreators": []any{id(d, "Creator", "bea")}}})
	want := `{"data":{"createContent":{"content":{"key":"clip","name":"开箱 🎁","format":"SHORT_VIDEO","published":"2026-03-02T10:00:00Z",` +
		`"creator":{"key":"ann"},"coCreators":[{"key":"bea"}],"campaign":{"key":"spring"},"metrics":[]},"userErrors":[]}}}`
	if diff := cmp.Diff(want, d.Unsuffixed(got)); diff != "" {
		t.Errorf("created (-want +got):\n%s", diff)
	}
	got = a.ask(t, `mutation($c: ID!) { recordContentMetrics(input: {content: $c, at: "2026-03-02T12:00:00Z", views: 300}) {
		content { metrics { views } } userErrors { message } } }`, map[string]any{"c": id(d, "Content", "clip")})
	if want := `{"data":{"recordContentMetrics":{"content":{"metrics":[{"views":300}]},"userErrors":[]}}}`; got != want {
		t.Errorf("counted: %s", got)
	}
	got = a.ask(t, d.In(`{ campaign(key: 'spring') { contents { totalCount nodes { name } } }
		creator(key: 'ann') { collaborators { edges { contentsTogether node { key } } } } }`), nil)
	want = `{"data":{"campaign":{"contents":{"totalCount":1,"nodes":[{"name":"开箱 🎁"}]}},` +
		`"creator":{"collaborators":{"edges":[{"contentsTogether":1,"node":{"key":"bea"}}]}}}}`
	if diff := cmp.Diff(want, d.Unsuffixed(got)); diff != "" {
		t.Errorf("afterwards (-want +got):\n%s", diff)
	}
}

// A thousand unknown keys are the first few problems, and how many more.
func TestManyProblemsAreTheFirstFew(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)`)
	unknown := make([]any, 1000)
	for i := range unknown {
		unknown[i] = strings.Repeat("长", 1000) + strconv.Itoa(i)
	}
	got := a.ask(t, "mutation($in: CreateCampaignInput!) { createCampaign(input: $in) { userErrors { path code message } } }",
		map[string]any{"in": map[string]any{"brand": id(d, "Brand", "dior"), "name": "x", "objective": "AWARENESS", "categories": unknown}})
	if !strings.Contains(got, "980 more problems are not listed") || len(got) > 32<<10 {
		t.Errorf("%d bytes: %.300s", len(got), got)
	}
}

// A campaign until 9999-12-31 has no end.
func TestTheLastDayThereIsIsNoEnd(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)`)
	got := a.ask(t, "mutation($in: CreateCampaignInput!) { createCampaign(input: $in) { campaign { ends } userErrors { message } } }",
		map[string]any{"in": map[string]any{"brand": id(d, "Brand", "dior"), "key": d.Key("open"), "name": "x", "objective": "AWARENESS",
			"starts": "2026-01-01", "ends": "9999-12-31"}})
	if want := `{"data":{"createCampaign":{"campaign":{"ends":null},"userErrors":[]}}}`; got != want {
		t.Errorf("got %s", got)
	}
}

// A mutation whose answer cannot be given as it is asked for changes nothing.
func TestMutationIsRefusedBeforeItChanges(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)`)
	got := a.ask(t, `mutation($in: CreateCampaignInput!) { createCampaign(input: $in) {
		campaign { participations(first: 5000) { nodes { fee } } } userErrors { message } } }`,
		map[string]any{"in": map[string]any{"brand": id(d, "Brand", "dior"), "key": d.Key("never"), "name": "x", "objective": "AWARENESS"}})
	if !strings.Contains(got, `"code":"LIMIT_EXCEEDED"`) || graphtest.Has(t, a.store, strings.ReplaceAll(d.In("(n:Campaign {key: 'never'})"), `"`, "'")) {
		t.Errorf("got %s", got)
	}
}

// The last answer by time stands, in whatever order they arrive, and those before it are kept; a lapse gives way to any
// answer. What cannot be is refused with the rule.
func TestLastAnswerStands(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)
		(bea:Creator)
		(spring)-[:INVITED {at: datetime('2026-02-01T00:00:00Z'), source: 'RECOMMENDED', answer: 'DECLINED'}]->(bea)`)
	campaign, creator := id(d, "Campaign", "spring"), id(d, "Creator", "ann")
	got := a.ask(t, `mutation($c: ID!, $r: ID!) { inviteCreators(input: {campaign: $c, invitations: [{creator: $r, source: RECOMMENDED, offer: 5}]}) {
		invitations { answer offer creator { name } } userErrors { code } } }`, map[string]any{"c": campaign, "r": creator})
	if want := `{"data":{"inviteCreators":{"invitations":[{"answer":"PENDING","offer":5,"creator":{"name":"ann"}}],"userErrors":[]}}}`; got != want {
		t.Errorf("invited: %s", got)
	}
	exec(t, a.store, strings.ReplaceAll(d.In(`MATCH (:Campaign {key: 'spring'})-[i:INVITED]->(:Creator {key: 'ann'}) SET i.at = datetime('2026-02-01T00:00:00Z')`), `"`, "'"), nil)
	for _, c := range []struct {
		creator, answer string
		at              any
		want            string
	}{
		{"ann", "PENDING", nil, `"code":"BAD_USER_INPUT"`},
		{"ann", "ACCEPTED", "2026-01-31T00:00:00Z", `"path":["input","answered"],"code":"BAD_USER_INPUT","message":"the creator was invited at 2026-02-01T00:00:00Z; nobody answers before"`},
		{"ann", "ACCEPTED", "9000-01-01T00:00:00Z", `"path":["input","answered"],"code":"BAD_USER_INPUT"`},
		{"ann", "EXPIRED", "2026-02-08T00:00:00Z", `{"answer":"EXPIRED","answered":"2026-02-08T00:00:00Z"}`},
		{"ann", "EXPIRED", nil, `{"answer":"EXPIRED","answered":"2026-02-08T00:00:00Z"}`},
		{"ann", "ACCEPTED", "2026-02-07T00:00:00Z", `{"answer":"ACCEPTED","answered":"2026-02-07T00:00:00Z"}`},
		{"ann", "EXPIRED", nil, `"code":"CONFLICT","message":"it was answered ACCEPTED at 2026-02-07T00:00:00Z; what was answered does not lapse"`},
		{"ann", "DECLINED", "2026-02-12T00:00:00Z", `{"answer":"DECLINED","answered":"2026-02-12T00:00:00Z"}`},
		{"ann", "ACCEPTED", "2026-02-11T00:00:00Z", `{"answer":"DECLINED","answered":"2026-02-12T00:00:00Z"}`},
		{"ann", "ACCEPTED", "2026-02-11T00:00:00Z", `{"answer":"DECLINED","answered":"2026-02-12T00:00:00Z"}`},
		{"bea", "EXPIRED", nil, `"code":"CONFLICT","message":"it was answered DECLINED at a time nobody noted; what was answered does not lapse"`},
		{"bea", "ACCEPTED", "2026-02-03T00:00:00Z", `{"answer":"ACCEPTED","answered":"2026-02-03T00:00:00Z"}`},
	} {
		got := a.ask(t, `mutation($in: AnswerInvitationInput!) { answerInvitation(input: $in) {
			invitation { answer answered } userErrors { path code message } } }`, map[string]any{"in": map[string]any{
			"campaign": campaign, "creator": id(d, "Creator", c.creator), "answer": c.answer, "answered": c.at}})
		if !strings.Contains(got, c.want) {
			t.Errorf("%s %s: want %s in %s", c.creator, c.answer, c.want, got)
		}
	}
	for _, kept := range []string{
		"(n:Creator {key: 'ann'})<-[:INVITED {earlierAnswers: ['ACCEPTED', 'EXPIRED', 'ACCEPTED'], earlierAnswered: [1770422400, 1770508800, 1770768000]}]-()",
		"(n:Creator {key: 'bea'})<-[:INVITED {earlierAnswers: ['DECLINED'], earlierAnswered: [-1]}]-()",
	} {
		if !graphtest.Has(t, a.store, strings.ReplaceAll(d.In(kept), `"`, "'")) {
			t.Errorf("it is forgotten: %s", kept)
		}
	}
}

// Counts come in any order, a moment recorded again is replaced. A package adds up the views and weighs
// audiences by them; the last count may be unknown, and a creator without a known audience has no weight.
func TestContentMetricsAndPackages(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)-[:POSTED]->(clip:Content {format: 'LIVE', published: datetime('2026-03-02T10:00:00Z')})
		(ann)-[:REACHES {share: 0.5}]->(women:Segment {dimension: 'GENDER'})
		(bea:Creator)-[:POSTED]->(live:Content {published: datetime('2026-03-02T10:00:00Z'), metricsAt: [1, 2], metricsViews: [100, -1]})
		(bea)-[:REACHES {share: 0.25}]->(women)
		(cid:Creator)-[:POSTED]->(mute:Content {published: datetime('2026-03-02T10:00:00Z')})`)
	content := id(d, "Content", "clip")
	var got string
	for _, at := range []struct {
		when  string
		views int
	}{{"2026-03-02T12:00:00Z", 300}, {"2026-03-02T11:00:00Z", 90}, {"2026-03-02T11:00:00Z", 100}} {
		got = a.ask(t, `mutation($c: ID!, $at: DateTime!, $v: Long) { recordContentMetrics(input: {content: $c, at: $at, views: $v}) {
			content { metrics { at views likes } } userErrors { code message } } }`, map[string]any{"c": content, "at": at.when, "v": at.views})
	}
	want := `{"data":{"recordContentMetrics":{"content":{"metrics":[{"at":"2026-03-02T11:00:00Z","views":100,"likes":null},` +
		`{"at":"2026-03-02T12:00:00Z","views":300,"likes":null}]},"userErrors":[]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	got = d.Unsuffixed(a.ask(t, `mutation($c: [ID!]) { createAudiencePackage(input: {name: "p", contents: $c}) {
		audiencePackage { name segments { share segment { key } } } userErrors { message } } }`,
		map[string]any{"c": []any{content, id(d, "Content", "live"), id(d, "Content", "mute")}}))
	want = `{"data":{"createAudiencePackage":{"audiencePackage":{"name":"p","segments":[{"share":0.4375,"segment":{"key":"women"}}]},"userErrors":[]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("package (-want +got):\n%s", diff)
	}
}

// Walking a connection forwards and backwards gives each row once, ties and unknown values included.
func TestPagingGivesEachRowOnce(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(aa:Creator {byFollowers: 5})
		(bb:Creator {byFollowers: 5})
		(cc:Creator)
		(dd:Creator {byFollowers: 9})
		(ee:Creator)
		(ff:Creator {byFollowers: 7, campaignCount: 2})`)
	keys := `['aa', 'bb', 'cc', 'dd', 'ee', 'ff']`
	for _, order := range []struct{ by, want string }{
		{"[{field: FOLLOWERS, direction: DESC}]", "dd ff bb aa ee cc"}, {"[{field: FOLLOWERS}]", "cc ee aa bb ff dd"},
		{"[{field: CAMPAIGNS, direction: DESC}, {field: FOLLOWERS}]", "ff cc ee aa bb dd"}, {"[{field: NAME}]", "aa bb cc dd ee ff"},
		{"[{field: KEY, direction: DESC}]", "ff ee dd cc bb aa"},
	} {
		for _, way := range []struct{ page, cursor, more string }{
			{"first: 2, after: $c", "endCursor", "hasNextPage"}, {"last: 2, before: $c", "startCursor", "hasPreviousPage"},
		} {
			query := d.In(`query($c: String) { creators(filter: {key: {in: ` + keys + `}}, orderBy: ` + order.by + `, ` + way.page + `) {
				edges { cursor node { key } } pageInfo { cursor: ` + way.cursor + ` more: ` + way.more + ` } } }`)
			var got []string
			var cursor any
			for {
				var page struct {
					Data struct {
						Creators struct {
							Edges    []struct{ Node struct{ Key string } }
							PageInfo struct {
								Cursor string
								More   bool
							}
						}
					}
				}
				answer := a.ask(t, query, map[string]any{"c": cursor})
				if err := json.Unmarshal([]byte(answer), &page); err != nil || len(page.Data.Creators.Edges) == 0 {
					t.Fatalf("%v in %s", err, answer)
				}
				var keys []string
				for _, e := range page.Data.Creators.Edges {
					keys = append(keys, d.Unsuffixed(e.Node.Key))
				}
				if way.cursor == "startCursor" {
					got = append(keys, got...)
				} else {
					got = append(got, keys...)
				}
				if cursor = page.Data.Creators.PageInfo.Cursor; !page.Data.Creators.PageInfo.More {
					break
				}
			}
			if diff := cmp.Diff(order.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("%s by %s (-want +got):\n%s", order.by, way.page, diff)
			}
		}
	}
}

// A value that cannot be used is named with its place and what to do.
func TestBadArgumentsSayWhatToDo(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	other, err := compile.EncodeCursor("another", []any{"x"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, query, want, code string }{
		{"a negative first", `{ creators(first: -1) { totalCount nodes { key } } }`, "first or last of -1; give 0 to 1,000", "BAD_USER_INPUT"},
		{"a first of a million", `{ creators(first: 1000000) { nodes { key } } }`, "more than 1,000", "LIMIT_EXCEEDED"},
		{"a cursor of another connection", `{ creators(after: "` + other + `") { nodes { key } } }`, "another connection", "BAD_USER_INPUT"},
		{"a cursor of another connection where only the total is asked for", `{ creators(after: "` + other + `") { totalCount } }`, "another connection", "BAD_USER_INPUT"},
		{"no cursor at all", `{ creators(after: "x' OR 1=1") { nodes { key } } }`, "it is no cursor", "BAD_USER_INPUT"},
		{"an id of another type", `{ creator(id: "` + compile.ID("Brand", "b") + `") { key } }`, "that of a Brand, not of a Creator", "BAD_USER_INPUT"},
		{"no id at all", `{ node(id: "MATCH (n) DETACH DELETE n") { id } }`, "is no id", "BAD_USER_INPUT"},
		{"an id of no type", `{ node(id: "` + compile.ID("Nothing", "b") + `") { id } }`, "no type of this schema", "BAD_USER_INPUT"},
		{"neither id nor key", `{ creator { key } }`, "either an id or a key", "BAD_USER_INPUT"},
		{"first and last", `{ creators(first: 1, last: 1) { nodes { key } } }`, "both given", "BAD_USER_INPUT"},
		{"a price without a format", `{ creators(orderBy: [{field: PRICE}]) { nodes { key } } }`, "needs a format", "BAD_USER_INPUT"},
		{"a day that is none", `{ campaigns(filter: {starts: {gte: "2026-02-30"}}) { nodes { key } } }`, "2026-02-30", "BAD_USER_INPUT"},
		{"a number too large", `{ creators(filter: {followers: {gte: 9007199254740993}}) { nodes { key } } }`, "2^53", "BAD_USER_INPUT"},
		{"growth over no days", `{ creators(filter: {growth: {days: 0, gte: 0.1}}) { totalCount } }`, "days of 0; give 1 to 3,650", "BAD_USER_INPUT"},
		{"a number in quotes", `{ creators(filter: {followers: {gte: "5"}}) { totalCount } }`, `is a text, not a number`, "BAD_USER_INPUT"},
		{"an empty search", `{ search(text: " ") { totalCount } }`, "0 characters", "BAD_USER_INPUT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := a.ask(t, c.query, nil)
			if !strings.Contains(got, c.want) || !strings.Contains(got, `"code":"`+c.code+`"`) || !strings.Contains(got, `"path":[`) {
				t.Errorf("want %q, %s and a path in %s", c.want, c.code, got)
			}
		})
	}
	lower := map[string]any{"field": "name"}
	got := a.ask(t, `query($o: CreatorOrder!) { creators(orderBy: [{field: KEY}, $o]) { totalCount } }`, map[string]any{"o": lower})
	if want := `"path":["creators","orderBy",1,"field"],"extensions":{"code":"BAD_USER_INPUT"}`; !strings.Contains(got, want) {
		t.Errorf("want %s in %s", want, got)
	}
}

// Cypher and the index's query language in any text are text.
func TestTextsAreNeverStatements(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator {name: '李佳琦 🎉'})`)
	for _, evil := range []string{`' OR 1=1 //`, "`}) DETACH DELETE n //", `*:*`, `name:[* TO *]`, `"`, `\`, `a AND`, `~`, `李佳琦"~2`, "\u0000", `$p0`} {
		query := `query($t: String!) { search(text: $t) { nodes { entity { key } } }
			creators(filter: {OR: [{name: {contains: $t}}, {key: {startsWith: $t}}, {regions: [$t]}, {categories: [$t]}, {audience: [{segment: $t, share: {gte: 0.5}}]}]}) { totalCount }
			agency(key: $t) { key } }`
		got := a.ask(t, query, map[string]any{"t": evil})
		if !strings.Contains(got, `"agency":null`) || strings.Contains(got, `"errors"`) {
			t.Errorf("%q: %s", evil, got)
		}
	}
	if got := d.Unsuffixed(a.ask(t, d.In(`{ creator(key: 'ann') { name } }`), nil)); got != `{"data":{"creator":{"name":"李佳琦 🎉"}}}` {
		t.Errorf("afterwards: %s", got)
	}
}

// Names are found by their Chinese characters, the exact one first; kinds narrow the search.
func TestSearchFindsChinese(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator {name: '饕餮食堂'})
		(bea:Creator {name: '小饕餮 vlog', bio: '饕餮之徒'})
		(mcn:Agency {name: '饕餮食堂传媒'})`)
	got := d.Unsuffixed(a.ask(t, `{ search(text: "饕餮食堂") { totalCount nodes { highlights entity { __typename key name } } }
		agencies: search(text: "饕餮", kinds: [AGENCY]) { nodes { entity { key kind ... on Agency { region } } } } }`, nil))
	if !strings.HasPrefix(got, `{"data":{"search":{"totalCount":2,"nodes":[{"highlights":["饕餮食堂"],"entity":{"__typename":"Creator","key":"ann","name":"饕餮食堂"}}`) ||
		!strings.HasSuffix(got, `"agencies":{"nodes":[{"entity":{"key":"mcn","kind":"AGENCY","region":null}}]}}}`) {
		t.Errorf("found %s", got)
	}
}
