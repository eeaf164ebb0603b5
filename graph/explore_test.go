package graph_test

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// What explores the graph begins at the entities it is given, whatever these are; only the walk along the index of
// creators by followers, which ends as soon as enough are found, begins elsewhere.
func TestExplorationBeginsAtAnIndex(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	name(t, store)
	params := map[string]any{"keys": []string{"k"}, "best": 10, "most": 100, "walked": 100, "today": graph.DayOf("2026-11-11")}
	for _, label := range []string{"Creator", "Agency", "Brand", "Campaign", "Content", "Category", "Platform", "Segment", "Programme"} {
		t.Run(label, func(t *testing.T) {
			check(t, store, graph.Statement{Text: compile.Neighborhood{Label: label, Edges: true}.Text(), Params: params})
		})
	}
	check(t, store, compile.Among(map[string][]string{"Creator": {"k"}, "Agency": {"k"}}, nil))
	creator, segment := compile.Ref{Type: "Creator", Key: "k"}, compile.Ref{Type: "Segment", Key: "k"}
	kinds := []string{"PARTICIPATED_IN", "RAN"}
	for _, p := range []compile.Paths{
		{From: creator, To: creator, Kinds: kinds, Most: 6, Best: 3},
		{From: creator, To: creator, Kinds: kinds, Most: 6, Best: 3, Meet: 2},
		{From: creator, To: segment, Kinds: kinds, Last: []string{"REACHES"}, Most: 6, Best: 3},
		{From: creator, To: segment, Kinds: kinds, Last: []string{"REACHES"}, Most: 1, Best: 3},
		{From: creator, To: creator, Kinds: []string{"COLLABORATED_WITH", "RAN"}, Most: 2, Best: 3},
		{From: creator, To: creator, Kinds: []string{"COLLABORATED_WITH", "RAN"}, Most: 3, Best: 3, Meet: 1},
	} {
		check(t, store, p.Statement())
	}
}
