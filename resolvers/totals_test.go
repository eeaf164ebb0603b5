package resolvers_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// two brands, a campaign without one, one without days; contracts past, present, open, twice with the same
// agency, and without a first day; a creator who was invited and one with a participation already.
const marketplace = `(dior:Brand)-[:RAN]->(spring:Campaign {starts: date('2026-03-01')})
	(dior)-[:RAN]->(summer:Campaign {starts: date('2026-06-01')})
	(mac:Brand)-[:RAN]->(autumn:Campaign {starts: date('2026-09-01')})
	(mac)-[:RAN]->(someday:Campaign)
	(nobodys:Campaign {starts: date('2026-03-01')})
	(ann:Creator)-[:SIGNED_WITH {since: date('2026-01-01'), until: date('2026-04-01')}]->(mcn:Agency)
	(ann)-[:SIGNED_WITH {since: date('2026-02-01')}]->(mcn)
	(ann)-[:SIGNED_WITH {since: date('2026-05-01')}]->(top:Agency)
	(bea:Creator)-[:SIGNED_WITH {since: date('2026-06-01'), until: date('2026-06-01')}]->(top)
	(bea)-[:SIGNED_WITH]->(mcn)
	(cid:Creator)-[:SIGNED_WITH {since: date('2026-09-01')}]->(mcn)
	(dee:Creator)-[:PARTICIPATED_IN {fee: 70, impressions: 9000}]->(summer)
	(eve:Creator)-[:PARTICIPATED_IN]->(spring)
	(spring)-[:INVITED {at: datetime('2026-02-01T00:00:00Z'), source: 'RECOMMENDED'}]->(ann)`

// recording is one of recordParticipation's inputs by chance; numbers are left out or zero now and then.
func recording(d graphtest.Drawing, r *rand.Rand) map[string]any {
	campaigns := []string{"spring", "summer", "autumn", "someday", "nobodys"}
	creators := []string{"ann", "bea", "cid", "dee", "eve"}
	in := map[string]any{"campaign": id(d, "Campaign", campaigns[r.IntN(len(campaigns))]),
		"creator": id(d, "Creator", creators[r.IntN(len(creators))])}
	for _, name := range []string{"fee", "impressions", "clicks"} {
		if r.IntN(3) > 0 {
			in[name] = r.IntN(5) * 1000
		}
	}
	if r.IntN(4) == 0 {
		in["source"] = "SELF_PICKED"
	}
	return in
}

// Totals that grew with each recording are those that counting anew gives: after recordings one after
// another, and after many at once while some are counted anew.
func TestTotalsAreThoseOfARecount(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, marketplace)
	recount(t, a.store, d)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for i := range 60 {
		in := recording(d, r)
		checkRecorded(t, in, a.record(t, in))
		if i%20 == 0 {
			a.ask(t, `mutation($b: ID!, $k: String!) { createCampaign(input: {brand: $b, key: $k, name: "new",
				objective: AWARENESS}) { userErrors { message } } }`,
				map[string]any{"b": id(d, "Brand", "dior"), "k": d.Key(fmt.Sprint("new", i))})
		}
	}
	checkTotals(t, a.store, d, "one after another")
	if !graphtest.Has(t, a.store, strings.ReplaceAll(d.In("(n:Brand {key: 'dior', campaignCount: 5})"), `"`, "'")) {
		t.Error("dior has not two campaigns drawn and three made")
	}

	var clients sync.WaitGroup
	for client := range uint64(8) {
		clients.Go(func() {
			r := rand.New(rand.NewPCG(seed, client+1))
			for i := range 25 {
				a.record(t, recording(d, r))
				if client == 0 && i%5 == 0 {
					recount(t, a.store, d)
				}
			}
		})
	}
	clients.Wait()
	checkTotals(t, a.store, d, "at once")
}

// record records, which nothing may be wrong with, and gives the answer.
func (a api) record(t *testing.T, in map[string]any) string {
	t.Helper()

	got := a.ask(t, `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
		participation { fee impressions clicks } userErrors { message } } }`, map[string]any{"in": in})
	if !strings.Contains(got, `"participation":{`) || !strings.Contains(got, `"userErrors":[]`) {
		t.Errorf("recorded %v, answered %s", in, got)
	}
	return got
}

// checkRecorded wants what was recorded in the answer, as it is when nobody else records the same.
func checkRecorded(t *testing.T, in map[string]any, got string) {
	t.Helper()

	for _, name := range []string{"fee", "impressions", "clicks"} {
		if n, given := in[name]; given && !strings.Contains(got, fmt.Sprintf(`"%s":%d`, name, n)) {
			t.Errorf("recorded %v, answered %s", in, got)
		}
	}
}

// checkTotals compares what drawn nodes keep with what counting anew gives.
func checkTotals(t *testing.T, store *graph.Store, d graphtest.Drawing, when string) {
	t.Helper()

	got := kept(t, store, d)
	recount(t, store, d)
	if diff := cmp.Diff(kept(t, store, d), got); diff != "" {
		t.Errorf("recorded %s (-recount +got):\n%s", when, diff)
	}
}

// checkLimit are the properties of drawn nodes by key, but for how often campaigns were counted.
func kept(t *testing.T, store *graph.Store, d graphtest.Drawing) map[string]any {
	t.Helper()

	rows, err := store.Read(t.Context(), graph.Statement{
		Text:   "MATCH (n) WHERE n.key ENDS WITH $suffix RETURN n.key AS key, properties(n) AS properties",
		Params: map[string]any{"suffix": d.Key("")}})
	if err != nil {
		t.Fatal(err)
	}
	nodes := map[string]any{}
	for _, row := range rows {
		key, _ := row["key"].(string)
		properties, _ := row["properties"].(map[string]any)
		maps.DeleteFunc(properties, func(name string, _ any) bool {
			return name == "revision" || name == "starts" || name == "nextChange"
		})
		nodes[key] = properties
	}
	return nodes
}

// recount counts the totals of all drawn nodes anew.
func recount(t *testing.T, store *graph.Store, d graphtest.Drawing) {
	t.Helper()

	err := store.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		for _, one := range []struct{ table, label string }{
			{"creators", "Creator"}, {"campaigns", "Campaign"}, {"agencies", "Agency"}, {"brands", "Brand"},
		} {
			rows, err := tx.Run(ctx, graph.Statement{
				Text:   "MATCH (n:" + one.label + ") WHERE n.key ENDS WITH $suffix SET n.stale = true RETURN n.key AS key ORDER BY key",
				Params: map[string]any{"suffix": d.Key("")}})
			if err != nil {
				return err
			}
			var keys []any
			for _, row := range rows {
				keys = append(keys, row["key"])
			}
			if _, err := tx.Run(ctx, graph.Statement{Text: statements.Text("totals/" + one.table),
				Params: map[string]any{"keys": keys, "today": graph.DayOf("2026-11-11")}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// A recording is one statement, and its payload another that nobody waits for. One with a clientMutationId is
// carried out once: said again, it answers as before and undoes nothing that came between.
func TestRecordingIsWrittenAndThenRead(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)`)
	in := map[string]any{"campaign": id(d, "Campaign", "spring"), "creator": id(d, "Creator", "ann"), "fee": 100}
	before := a.trips.Load()
	a.record(t, in)
	if got := a.trips.Load() - before; got != 2 {
		t.Errorf("%d statements", got)
	}
	once := maps.Clone(in)
	once["fee"], once["clientMutationId"] = 200, d.Key("once")
	a.record(t, once)
	in["fee"] = 300
	a.record(t, in)
	got := a.ask(t, `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
		participation { fee campaign { performance { fee } } } userErrors { code } } }`, map[string]any{"in": once})
	want := `{"data":{"recordParticipation":{"participation":{"fee":300,"campaign":{"performance":{"fee":300}}},"userErrors":[]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("said again (-want +got):\n%s", diff)
	}
}

// Counts that cannot be, a part above its whole, give no share: it once was told that 110 % clicked.
func TestPartsAboveTheirWholeHaveNoShare(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)-[:PARTICIPATED_IN {impressions: 10, clicks: 11, conversions: 12, engagements: 13, fee: 26}]->(spring)
		(ann)-[:POSTED]->(:Content {published: datetime('2026-11-10T10:00:00Z'), metricsAt: [1], metricsViews: [10], metricsLikes: [20], metricsCompleted: [11]})`)
	got := a.ask(t, d.In(`{ campaign(key: 'spring') { performance { ctr cvr cpe } participations { nodes { ctr cvr cpe } } }
		creator(key: 'ann') { contentStats { organic { completion engagement } } } }`), nil)
	want := `{"data":{"campaign":{"performance":{"ctr":null,"cvr":null,"cpe":2},"participations":{"nodes":[{"ctr":null,"cvr":null,"cpe":2}]}},` +
		`"creator":{"contentStats":{"organic":{"completion":null,"engagement":2}}}}}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
