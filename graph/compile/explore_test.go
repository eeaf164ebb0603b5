package compile_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// TestExploringStatements holds statements that explore the graph, each with what it shows.
// `go test ./graph/compile -update` rewrites them.
func TestExploringStatements(t *testing.T) {
	t.Parallel()

	near := func(n compile.Neighborhood) compile.Statement { return compile.Statement{Text: n.Text()} }
	creator, brand := compile.Ref{Type: "Creator", Key: "cr-1"}, compile.Ref{Type: "Brand", Key: "b-1"}
	told := []string{"PARTICIPATED_IN", "RAN"}
	for _, c := range []struct {
		name, shows string
		statement   compile.Statement
	}{
		{"category_and_edges", "Of many creators the best are found along an index, and the edges among all come along.",
			near(compile.Neighborhood{Label: "Category", Edges: true})},
		{"creator_two_kinds", "Only the asked kinds are read.",
			near(compile.Neighborhood{Label: "Creator", Kinds: []string{"COLLABORATED_WITH", "SIGNED_WITH"}})},
		{"nothing_asked", "An entity that has no edge of the asked kinds is still looked for.",
			near(compile.Neighborhood{Label: "Platform", Kinds: []string{"RAN"}})},
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
		{"edges_among_creators", "Of one type every edge is met twice, and followed once.",
			compile.Among(map[string][]string{"Creator": {"cr-1", "cr-2"}}, []string{"COLLABORATED_WITH"})},
		{"edges_among_all", "All kinds that can connect entities of these types.",
			compile.Among(map[string][]string{"Creator": {"cr-1"}, "Category": {"c-1"}, "Agency": {"g-1"}, "Content": {"t-1"}}, nil)},
		{"paths_of_two_edges", "A short way is looked for in the same way.",
			compile.Paths{From: creator, To: compile.Ref{Type: "Creator", Key: "cr-2"}, Kinds: told, Most: 2, Best: 5}.Statement()},
		{"paths_of_one_kind", "One kind, from agency to agency.",
			compile.Paths{From: compile.Ref{Type: "Agency", Key: "g-1"}, To: compile.Ref{Type: "Agency", Key: "g-2"},
				Kinds: []string{"SIGNED_WITH"}, Most: 2, Best: 3}.Statement()},
		{"longer_paths_meeting_late", "Ways of five edges that meet after three.",
			compile.Paths{From: creator, To: brand, Kinds: told, Most: 5, Best: 3, Meet: 3}.Statement()},
		{"network_of_few", "The strongest collaborations among creators who are few.", compile.Statement{Text: compile.Strongest()}},
	} {
		explored(t, c.name, c.shows, c.statement)
	}
	for label, kinds := range edgesOf() {
		explored(t, "near_"+lower(label), "All that a "+label+" leads to.", near(compile.Neighborhood{Label: label, Edges: true}))
		for _, kind := range kinds {
			explored(t, "near_"+lower(label)+"_"+strings.ToLower(kind), kind+" alone, of a "+label+", in both directions where there are two.",
				near(compile.Neighborhood{Label: label, Kinds: []string{kind}}))
		}
	}
}

// edgesOf gives the kinds of edges that entities of each label may have.
func edgesOf() map[string][]string {
	kinds := map[string][]string{}
	for _, k := range compile.EdgeKinds {
		for _, label := range append([]string{k.To}, k.From...) {
			if !slices.Contains(kinds[label], k.Name) {
				kinds[label] = append(kinds[label], k.Name)
			}
		}
	}
	return kinds
}

func explored(t *testing.T, name, shows string, st compile.Statement) {
	t.Helper()

	params := shown(t, st.Params)
	golden(t, filepath.Join("testdata", "explore", name+".golden"), "# "+shows+dashes+st.Text+dashes+params+"\n")
}

// TestNetworks holds the statements that find the strongest collaborations of creators who pass a filter, and those who
// pass.
func TestNetworks(t *testing.T) {
	t.Parallel()

	for name, filter := range map[string]string{
		"network_filtered":   `{regions: ["四川"], followers: {gte: 10000}}`,
		"network_of_a_brand": `{workedWithBrands: {some: ["b-1"]}}`,
		"network_unfiltered": `null`,
	} {
		plan, _, vars := planFor(t, compiler(t), `{ collaborationNetwork(filter: `+filter+`) { nodes { key } } }`, nil)
		bound, err := plan.Bind(vars, "2026-11-11")
		if err != nil {
			t.Fatal(err)
		}
		params := shown(t, bound.Statement.Params)
		of := plan.Splits[0].Call.Filters["filter"]
		text := "# Collaborations from the strongest on; " + filter + "." + dashes + of.Strongest()
		if of.Asks() {
			text += dashes + of.Passing()
		}
		golden(t, filepath.Join("testdata", "explore", name+".golden"), text+dashes+params+"\n")
	}
}
