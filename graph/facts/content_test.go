package facts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// A forecast looks at 60 earlier contents and works, whatever else is asked for in the same question: contents of one creator
// are read together, and the oldest of 150 is out of reach of what is read for the latest.
func TestContentsAskedTogetherAreAsIfAskedAlone(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(ann:Creator {followers: 1200})-[:PARTICIPATED_IN]->(fest:Campaign {spend: 500, impressions: 1000})`)
	_, err := store.Schema(t.Context(), graph.Statement{Text: `
		MATCH (ann:Creator {key: $ann}), (fest:Campaign {key: $fest})
		UNWIND range(100, 249) AS n
		CREATE (ann)-[:POSTED]->(content:Content {key: 'c' + n + $suffix, metricsAt: [1767229200], metricsViews: [n],
			published: datetime('2026-01-01T00:00:00Z') + duration({hours: n})})
		CREATE (ann)-[:PARTICIPATED_IN {impressions: n}]->(:Campaign {key: 'w' + n + $suffix, ends: date('2025-03-01') + duration({days: 2 * (n - 100)})})
		FOREACH (_ IN CASE WHEN n = 249 THEN [1] ELSE [] END | CREATE (content)-[:FOR_CAMPAIGN]->(fest))`,
		Params: map[string]any{"ann": d.Key("ann"), "fest": d.Key("fest"), "suffix": d.Key("")}})
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"c100", "c110", "c170", "c248", "c249"}
	var keys []string
	for _, name := range names {
		keys = append(keys, d.Key(name))
	}
	together, err := facts.WatchedOf(t.Context(), store, append(keys, "no content"))
	if err != nil {
		t.Fatal(err)
	}
	if len(together) != len(keys) {
		t.Errorf("%d contents, want %d", len(together), len(keys))
	}
	for i, key := range keys {
		alone, err := facts.WatchedOf(t.Context(), store, []string{key})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(alone[key], together[key]); diff != "" {
			t.Errorf("%s (-alone +together):\n%s", names[i], diff)
		}
	}
	latest := together[d.Key("c249")]
	if earlier := latest.Creator.Contents; len(earlier) != 60 || earlier[0].Key != d.Key("c189") || earlier[59].Key != d.Key("c248") {
		t.Errorf("before the latest: %d contents, want c189 to c248", len(earlier))
	}
	if results := latest.Creator.Results; len(results) != 60 || results[59].Impressions != 249 {
		t.Errorf("before the latest: %+v", results)
	}
	if latest.CPM != 500 {
		t.Errorf("a thousand impressions of its campaign cost %v, want 500", latest.CPM)
	}
	if first := together[d.Key("c100")].Creator.Contents; len(first) != 0 {
		t.Errorf("before the first: %d contents", len(first))
	}
}
