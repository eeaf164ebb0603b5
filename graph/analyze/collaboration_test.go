package analyze

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// today is the present of these tests' graphs.
var today = time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)

// tied is what a reader sees of a collaboration.
type tied struct {
	Weight              float64
	Campaigns, Contents int64
	Last                string
}

// seen reads the collaborations as readers do: those of the valid run.
func seen(t *testing.T, store *graph.Store) map[string]tied {
	t.Helper()

	rows, err := store.Read(t.Context(), graph.Statement{Text: `
		MATCH (analysis:Analysis {key: 'collaboration'})
		MATCH (creator:Creator)-[tie:COLLABORATED_WITH]->(other:Creator)
		WHERE tie.from <= analysis.run AND (tie.until IS NULL OR tie.until > analysis.run)
		RETURN creator.key + ' ' + other.key AS pair, tie.weight AS weight, tie.campaigns AS campaigns,
		  tie.contents AS contents, coalesce(toString(tie.last), '') AS last`})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]tied{}
	for _, r := range rows {
		pair := r["pair"].(string)
		if _, twice := all[pair]; twice {
			t.Errorf("%s is seen twice", pair)
		}
		all[pair] = tied{r["weight"].(float64), r["campaigns"].(int64), r["contents"].(int64), r["last"].(string)}
	}
	return all
}

// unsuffixed gives collaborations by the names of a drawing.
func unsuffixed(d graphtest.Drawing, seen map[string]tied) map[string]tied {
	all := map[string]tied{}
	for pair, is := range seen {
		all[d.Unsuffixed(pair)] = is
	}
	return all
}

func near() cmp.Option {
	return cmp.Comparer(func(x, y float64) bool { return math.Abs(x-y) <= 1e-12*math.Max(math.Abs(x), 1) })
}

// A pair is tied once, from the smaller key to the greater, by all that it shared: campaigns by their end or
// else their beginning, contents by both who posted and who appear.
func TestCollaborations(t *testing.T) {
	store := graphtest.Own(t, true)
	d := graphtest.Draw(t, store, `
		(ann:Creator)-[:PARTICIPATED_IN]->(x:Campaign {starts: date('2026-01-01'), ends: date('2026-11-25')})
		(bea:Creator)-[:PARTICIPATED_IN]->(x)
		(cyd:Creator)-[:PARTICIPATED_IN]->(x)
		(cyd)-[:PARTICIPATED_IN]->(y:Campaign {starts: date('2024-11-25')})
		(bea)-[:PARTICIPATED_IN]->(y)
		(cyd)-[:POSTED]->(p:Content {published: datetime('2026-11-25T03:00:00Z')})
		(dan:Creator)-[:APPEARS_IN]->(p)
		(dan)-[:PARTICIPATED_IN]->(z:Campaign)
		(eve:Creator)-[:PARTICIPATED_IN]->(z)
		(eve)-[:POSTED]->(q:Content)
		(fay:Creator)-[:PARTICIPATED_IN]->(w:Campaign)`)
	mustRun(t, store, Options{Today: today}, collaboration())
	three, two := 1/math.Log(4), 1/math.Log(3)
	want := map[string]tied{
		"ann bea": {three, 1, 0, "2026-11-25"},
		"ann cyd": {three, 1, 0, "2026-11-25"},
		"bea cyd": {three + two/2, 2, 0, "2026-11-25"}, // y was two years ago
		"cyd dan": {two, 0, 1, "2026-11-25"},
		"dan eve": {two / 2, 1, 0, ""}, // nobody knows when
	}
	if diff := cmp.Diff(want, unsuffixed(d, seen(t, store)), near()); diff != "" {
		t.Errorf("collaborations (-want +got):\n%s", diff)
	}
}

// A second run touches only what differs, and takes away what is valid no more.
func TestOnlyDifferencesAreWritten(t *testing.T) {
	store := graphtest.Own(t, true)
	d := graphtest.Draw(t, store, `
		(ann:Creator)-[:PARTICIPATED_IN]->(x:Campaign {ends: date('2026-11-25')})
		(bea:Creator)-[:PARTICIPATED_IN]->(x)
		(cyd:Creator)-[:PARTICIPATED_IN]->(y:Campaign {ends: date('2026-11-25')})
		(dan:Creator)-[:PARTICIPATED_IN]->(y)
		(eve:Creator)-[:PARTICIPATED_IN]->(z:Campaign {ends: date('2026-11-25')})
		(fay:Creator)-[:PARTICIPATED_IN]->(z)`)
	mustRun(t, store, Options{Today: today}, collaboration())
	change(t, store, `
		MATCH (ann:Creator {key: $ann})-[did:PARTICIPATED_IN]->(x), (cyd:Creator {key: $cyd})
		DELETE did
		CREATE (cyd)-[:PARTICIPATED_IN]->(x)`, map[string]any{"ann": d.Key("ann"), "cyd": d.Key("cyd")})
	report := mustRun(t, store, Options{Today: today, Full: true}, collaboration())
	if made := report.Steps[0].Made; made != "3 collaborations, 1 new, 1 ended" {
		t.Errorf("the second run made %s", made)
	}
	two := 1 / math.Log(3)
	want := map[string]tied{
		"bea cyd": {two, 1, 0, "2026-11-25"},
		"cyd dan": {two, 1, 0, "2026-11-25"},
		"eve fay": {two, 1, 0, "2026-11-25"},
	}
	if diff := cmp.Diff(want, unsuffixed(d, seen(t, store)), near()); diff != "" {
		t.Errorf("collaborations (-want +got):\n%s", diff)
	}
	if n := number(t, store, "MATCH ()-[tie:COLLABORATED_WITH]->() RETURN count(*) AS n"); n != 3 {
		t.Errorf("%d are there", n)
	}
}

// change changes the graph behind everybody's back.
func change(t *testing.T, store *graph.Store, text string, params map[string]any) {
	t.Helper()

	if _, err := store.Schema(context.WithoutCancel(t.Context()), graph.Statement{Text: text, Params: params}); err != nil {
		t.Fatal(err)
	}
}

// number reads one number.
func number(t *testing.T, store *graph.Store, text string) int64 {
	t.Helper()

	rows, err := store.Read(t.Context(), graph.Statement{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return rows[0]["n"].(int64)
}
