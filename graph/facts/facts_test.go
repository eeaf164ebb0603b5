package facts_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/insight"
)

// market is a graph of three creators: ann and bea shared a campaign of nova's, and cat has done nothing.
const market = `
	(beauty:Category)
	(women:Segment {dimension: 'GENDER'})
	(house:Agency)
	(nova:Brand)-[:RAN]->(fest:Campaign {starts: date('2026-03-01'), ends: date('2026-03-10')})-[:TARGETS]->(women)
	(nova)-[:IN_CATEGORY {position: 0}]->(beauty)
	(ann:Creator {region: 'Sichuan', language: 'zh', followers: 1200, priceLive: 300, bio: 'lipstick'})
	(bea:Creator)
	(cat:Creator)
	(ann)-[:IN_CATEGORY {position: 0}]->(beauty)
	(ann)-[:REACHES {share: 0.75}]->(women)
	(ann)-[:SIGNED_WITH {since: date('2026-01-01')}]->(house)
	(ann)-[:PARTICIPATED_IN {fee: 500, impressions: 9000, clicks: 90, conversions: 9}]->(fest)
	(bea)-[:PARTICIPATED_IN]->(fest)
	(ann)-[:POSTED]->(clip:Content {title: 'lipstick', tags: ['red'], published: datetime('2026-03-02T10:00:00Z')})`

var today = time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)

func day(year int, month time.Month, d int) int32 {
	return int32(time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// What evaluation learns from is read whole: who there is, and what happened when.
func TestReadHistory(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, market)
	h, err := facts.ReadHistory(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	place := func(name string) int32 {
		return int32(slices.IndexFunc(h.Creators, func(c insight.Creator) bool { return c.Key == d.Key(name) }))
	}
	ann, bea, cat := place("ann"), place("bea"), place("cat")
	if min(ann, bea, cat) < 0 {
		t.Fatalf("ann, bea and cat are at %d, %d, %d", ann, bea, cat)
	}
	a, c := h.Creators[ann], h.Creators[cat]
	post := slices.IndexFunc(h.Posts, func(p insight.Post) bool { return p.Creator == ann })
	outcome := slices.IndexFunc(h.Outcomes, func(o insight.Outcome) bool { return o.Creator == ann })
	contract := slices.IndexFunc(h.Contracts, func(o insight.Contract) bool { return o.Creator == ann })
	meeting := slices.IndexFunc(h.Meetings, func(m insight.Meeting) bool { return slices.Contains(m.People, ann) })
	if min(post, outcome, contract, meeting) < 0 {
		t.Fatalf("of ann's post, outcome, contract and meeting there are %d, %d, %d, %d", post, outcome, contract, meeting)
	}
	people := []int32{ann, bea}
	slices.Sort(people)
	for _, one := range []struct {
		what      string
		got, want any
	}{
		{"category", h.Categories[a.Categories[0]], d.Key("beauty")},
		{"region", h.Regions[a.Region], "Sichuan"},
		{"language", h.Languages[a.Language], "zh"},
		{"followers", a.Followers, int64(1200)},
		{"price", a.Price, int64(300)},
		{"segment", h.Segments[a.Audience[0].Segment], d.Key("women")},
		{"dimension", h.Dimensions[a.Audience[0].Segment], "GENDER"},
		{"share", a.Audience[0].Part, float32(0.75)},
		{"words about herself", len(a.Words) > 0, true},
		{"what is unknown of cat", []any{c.Region, c.Language, c.Agency, c.Followers, c.Price},
			[]any{int32(insight.Unknown), int32(insight.Unknown), int32(insight.Unknown), int64(insight.Unknown), int64(insight.Unknown)}},
		{"post's day", h.Posts[post].Day, day(2026, 3, 2)},
		{"outcome", h.Outcomes[outcome].Results, insight.Results{Fee: 500, Impressions: 9000, Clicks: 90, Conversions: 9}},
		{"contract's first day", h.Contracts[contract].Since, day(2026, 1, 1)},
		{"who met", h.Meetings[meeting].People, people},
		{"on which day", h.Meetings[meeting].Day, day(2026, 3, 10)},
		{"for which brand", h.Brands[h.Meetings[meeting].Brand], d.Key("nova")},
	} {
		if diff := cmp.Diff(one.want, one.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", one.what, diff)
		}
	}
}

// ids gives the database's number of each creator by its key.
func ids(t *testing.T, store *graph.Store) map[string]int64 {
	t.Helper()

	m, err := facts.ReadCollaborators(t.Context(), store, today)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]int64{}
	for i, c := range m.Creators {
		all[c.Key] = m.IDs[i]
	}
	return all
}

// For a market of today contracts count that are in force, and those who met are tied.
func TestReadCollaborators(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, market)
	m, err := facts.ReadCollaborators(t.Context(), store, today)
	if err != nil {
		t.Fatal(err)
	}
	ann := slices.IndexFunc(m.Creators, func(c insight.Creator) bool { return c.Key == d.Key("ann") })
	bea := slices.IndexFunc(m.Creators, func(c insight.Creator) bool { return c.Key == d.Key("bea") })
	if ann < 0 || bea < 0 {
		t.Fatal("ann or bea was not read")
	}
	if m.Creators[ann].Agency == insight.Unknown || m.Creators[bea].Agency != insight.Unknown {
		t.Errorf("agencies of ann and bea: %d, %d", m.Creators[ann].Agency, m.Creators[bea].Agency)
	}
}

// An agency is stood for by those under contract on the day, a brand by those it hired.
func TestReadHouses(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, market)
	number := ids(t, store)
	for _, c := range []struct {
		day  string
		want map[int]int // how many houses ann stands for, by their number of creators
	}{
		{"2026-04-01", map[int]int{1: 1, 2: 1}},
		{"2025-12-31", map[int]int{2: 1}},
	} {
		got := map[int]int{}
		err := facts.ReadOrganizations(t.Context(), store, c.day, func(h facts.Organization) error {
			if slices.Contains(h.Creators, number[d.Key("ann")]) {
				got[len(h.Creators)]++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("houses on %s (-want +got):\n%s", c.day, diff)
		}
	}
}

// Who has changed is read with all that is known of it, and with where its partners stand in the model that is read.
func TestReadChanged(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, market)
	number := ids(t, store)
	ann, bea := number[d.Key("ann")], number[d.Key("bea")]
	write(t, store, func(ctx context.Context, tx graph.Tx) error {
		if err := facts.WriteLikenesses(ctx, tx, 0, []facts.Likeness{{ID: bea, Vector: []float32{0.5, 1}, Length: 2}}); err != nil {
			return err
		}
		if err := facts.ActivateLikenesses(ctx, tx, facts.LikenessModel{Record: "{}", Run: 7, Creators: 3}, 1); err != nil {
			return err
		}
		_, err := tx.Run(ctx, graph.Statement{Text: "MATCH (c:Creator {key: $key}) SET c.fresh = 1",
			Params: map[string]any{"key": d.Key("ann")}})
		return err
	})
	t.Cleanup(func() {
		write(t, store, func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, graph.Statement{Text: "MATCH (m:Model {key: 'lookalikes'}) DELETE m"})
			return err
		})
	})
	all, run, err := facts.ReadChanged(t.Context(), store, 10, today)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(all, func(c facts.ChangedCreator) bool { return c.ID == ann })
	if at < 0 || run != 7 {
		t.Fatalf("ann is at %d of run %d, want run 7", at, run)
	}
	got := all[at]
	if len(got.Words) == 0 || len(got.Weights) != 1 || got.Weights[0] <= 0 {
		t.Errorf("words %v, weights of partners %v", got.Words, got.Weights)
	}
	got.Words, got.Weights = nil, nil
	want := facts.ChangedCreator{ID: ann, Mark: 1, Categories: []string{d.Key("beauty")}, Brands: []string{d.Key("nova")},
		Region: "Sichuan", Language: "zh", Segments: []string{d.Key("women")}, Shares: []float32{0.75},
		Followers: 1200, Price: 300, Results: insight.Results{Fee: 500, Impressions: 9000, Clicks: 90, Conversions: 9},
		Vectors: [][]float32{{0.5, 1}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ann (-want +got):\n%s", diff)
	}
}

func write(t *testing.T, store *graph.Store, work func(ctx context.Context, tx graph.Tx) error) {
	t.Helper()

	if err := store.Write(context.WithoutCancel(t.Context()), work); err != nil { // it is used for cleaning up, too
		t.Fatal(err)
	}
}
