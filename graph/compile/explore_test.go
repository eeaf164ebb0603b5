package compile_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// TestExploringStatements holds statements that explore the graph, each with what it shows.
// `go test ./graph/compile -update` rewrites them.
func TestExploringStatements(t *testing.T) {
	t.Parallel()

	near := func(n compile.Near) compile.Statement { return compile.Statement{Text: n.Text()} }
	creator, brand := compile.Ref{Type: "Creator", Key: "cr-1"}, compile.Ref{Type: "Brand", Key: "b-1"}
	told := []string{"PARTICIPATED_IN", "RAN"}
	for _, c := range []struct {
		name, shows string
		statement   compile.Statement
	}{
		{"category_and_edges", "Of many creators the best are found along an index, and the edges among all come along.",
			near(compile.Near{Label: "Category", Edges: true})},
		{"creator_two_kinds", "Only the asked kinds are read.",
			near(compile.Near{Label: "Creator", Kinds: []string{"COLLABORATED_WITH", "SIGNED_WITH"}})},
		{"nothing_asked", "An entity that has no edge of the asked kinds is still looked for.",
			near(compile.Near{Label: "Platform", Kinds: []string{"RAN"}})},
		{"edges_among", "One text serves, whatever types the entities are of.",
			compile.Among(map[string][]string{"Creator": {"cr-1"}, "Brand": {"b-1"}}, told)},
		{"shortest_paths", "The shortest ways, those that weigh more first.",
			compile.Paths{From: creator, To: brand, Kinds: told, Most: 6, Best: 3}.Statement()},
		{"longer_paths", "Longer ways, in which nothing stands twice.",
			compile.Paths{From: creator, To: brand, Kinds: told, Most: 4, Best: 3, Meet: 1}.Statement()},
		{"paths_to_a_segment", "A kind that only the last edge may have.",
			compile.Paths{From: creator, To: compile.Ref{Type: "Segment", Key: "s-1"}, Kinds: told, Last: []string{"REACHES"},
				Most: 4, Best: 1}.Statement()},
		{"paths_of_collaborations", "Collaborations count as the last analysis found them.",
			compile.Paths{From: creator, To: brand, Kinds: []string{"COLLABORATED_WITH", "RAN"}, Most: 4, Best: 1}.Statement()},
		{"longer_paths_of_collaborations", "And so on longer ways, whose last edge may be of another kind.",
			compile.Paths{From: creator, To: brand, Kinds: []string{"COLLABORATED_WITH", "RAN"}, Last: []string{"IN_CATEGORY"},
				Most: 2, Best: 1, Meet: 1}.Statement()},
	} {
		params, err := json.Marshal(c.statement.Params)
		if err != nil {
			t.Fatal(err)
		}
		got := "# " + c.shows + dashes + c.statement.Text + dashes + string(params) + "\n"
		file := filepath.Join("testdata", "explore", c.name+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}
