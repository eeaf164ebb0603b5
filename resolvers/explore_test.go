package resolvers_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// drawnSubgraph is an answer of neighborhood or paths, without what cannot be foreseen.
type drawnSubgraph struct {
	Nodes     []struct{ ID, Key, Kind string }
	Edges     []struct{ ID, Kind, From, To string }
	Truncated bool
	Counts    []struct {
		Kind     string
		Outgoing bool
		Count    int
	}
	Text string
}

const subgraphFields = ` nodes { id key kind } edges { id kind from to }`

// explored asks a root field that gives subgraphs; a list of them, or one.
func explored(t *testing.T, a api, query string) (all []drawnSubgraph, errs string) {
	t.Helper()

	var response struct {
		Data   struct{ Answer json.RawMessage }
		Errors []struct {
			Message string
			Path    []any
		}
	}
	if err := json.Unmarshal([]byte(a.ask(t, query, nil)), &response); err != nil {
		t.Fatal(err)
	}
	for _, e := range response.Errors {
		errs += fmt.Sprintln(e.Path, e.Message)
	}
	raw := string(response.Data.Answer)
	if strings.HasPrefix(raw, "{") {
		raw = "[" + raw + "]"
	}
	if errs != "" {
		return nil, errs
	}
	if err := json.Unmarshal([]byte(raw), &all); err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	return all, errs
}

// keys are the nodes' keys in order, edges as from-KIND-to sorted.
func (s drawnSubgraph) keys(d graphtest.Drawing) (nodes, edges string) {
	var all, lines []string
	byID := map[string]string{}
	for _, n := range s.Nodes {
		byID[n.ID] = d.Unsuffixed(n.Key)
		all = append(all, byID[n.ID])
	}
	for _, e := range s.Edges {
		lines = append(lines, byID[e.From]+"-"+e.Kind+"-"+byID[e.To])
	}
	slices.Sort(lines)
	return strings.Join(all, " "), strings.Join(lines, " ")
}

func idOf(d graphtest.Drawing, typ, key string) string { return compile.ID(typ, d.Key(key)) }

// A neighbourhood is what is near, the best of each kind in turns, with all edges among it and the counts of all
// kinds; contracts are told apart; what analyses no longer find is not there.
func TestNeighborhoods(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, market)
	for _, c := range []struct{ name, of, args, nodes, edges, counts string }{
		{"best first, kinds in turns", "Creator ann", "", "ann mcn autumn clip skin women spring",
			"ann-IN_CATEGORY-skin ann-PARTICIPATED_IN-autumn ann-PARTICIPATED_IN-spring ann-POSTED-clip ann-REACHES-women ann-SIGNED_WITH-mcn ann-SIGNED_WITH-mcn clip-FOR_CAMPAIGN-spring",
			"SIGNED_WITH 2, PARTICIPATED_IN 2, POSTED 1, IN_CATEGORY 1, REACHES 1"},
		{"one kind", "Creator ann", "kinds: [SIGNED_WITH]", "ann mcn", "ann-SIGNED_WITH-mcn ann-SIGNED_WITH-mcn", "SIGNED_WITH 2"},
		{"those under contract first, then by followers", "Agency mcn", "", "mcn ann bea",
			"ann-SIGNED_WITH-mcn ann-SIGNED_WITH-mcn bea-SIGNED_WITH-mcn", "SIGNED_WITH 3"},
		{"no more than asked for", "Creator ann", "limit: 3, depth: 2", "ann mcn autumn clip … ",
			"ann-PARTICIPATED_IN-autumn ann-POSTED-clip ann-SIGNED_WITH-mcn ann-SIGNED_WITH-mcn",
			"SIGNED_WITH 2, PARTICIPATED_IN 2, POSTED 1, IN_CATEGORY 1, REACHES 1"},
		{"two edges away", "Brand puma", "depth: 2", "puma run bea", "bea-PARTICIPATED_IN-run puma-RAN-run", "RAN 1"},
		{"all that can be reached", "Brand puma", "depth: 3, kinds: [RAN, PARTICIPATED_IN]", "puma run bea spring",
			"bea-PARTICIPATED_IN-run bea-PARTICIPATED_IN-spring puma-RAN-run", "RAN 1"},
		{"nothing near", "Creator cid", "depth: 4", "cid", "", ""},
		{"nothing of the kind", "Creator ann", "kinds: [RAN]", "ann", "", ""},
		{"narrower and wider", "Category care", "", "care skin bea", "bea-IN_CATEGORY-care bea-IN_CATEGORY-skin skin-PART_OF-care",
			"PART_OF 1, IN_CATEGORY 1"},
	} {
		typ, key, _ := strings.Cut(c.of, " ")
		query := fmt.Sprintf(`{ answer: neighborhood(of: "%s", %s) { %s truncated counts { kind outgoing count } } }`,
			idOf(d, typ, key), c.args, subgraphFields)
		got, errs := explored(t, a, query)
		if errs != "" {
			t.Errorf("%s: %s", c.name, errs)
			continue
		}
		nodes, edges := got[0].keys(d)
		if got[0].Truncated {
			nodes += " … "
		}
		var counts []string
		for _, n := range got[0].Counts {
			counts = append(counts, fmt.Sprintf("%s %d", n.Kind, n.Count))
		}
		if diff := cmp.Diff([]string{c.nodes, c.edges, c.counts}, []string{nodes, edges, strings.Join(counts, ", ")}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// A hub is a number: of many neighbours the best come, ties by key, and the rest is counted.
func TestHubs(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	arrows := []string{"(hub:Creator)-[:SIGNED_WITH {since: date('2026-01-01')}]->(house:Agency)"}
	var want []string
	for i := range 60 {
		name := string(rune('a'+i/26)) + string(rune('a'+i%26))
		arrows = append(arrows, fmt.Sprintf("(hub)-[:POSTED]->(%s:Content {published: datetime('2026-01-%02dT00:00:00Z')})", name, 1+i/30))
		want = append(want, name)
	}
	want = append(want[30:], want[:30]...) // the newest first, by key where they are equally new
	d := graphtest.Draw(t, a.store, strings.Join(arrows, "\n"))
	got, errs := explored(t, a, fmt.Sprintf(
		`{ answer: neighborhood(of: "%s", limit: 11) { %s truncated counts { kind outgoing count } } }`, idOf(d, "Creator", "hub"), subgraphFields))
	if errs != "" {
		t.Fatal(errs)
	}
	nodes, _ := got[0].keys(d)
	if diff := cmp.Diff("hub house "+strings.Join(want[:10], " "), nodes); diff != "" {
		t.Errorf("nodes (-want +got):\n%s", diff)
	}
	if !got[0].Truncated || got[0].Counts[0].Count != 60 {
		t.Errorf("truncated %t, counts %v", got[0].Truncated, got[0].Counts)
	}
}

// Paths are the shortest ways, those that weigh more first, then longer ones; each a sentence.
func TestPaths(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, market)
	for _, c := range []struct {
		name, from, to, args string
		want                 []string
	}{
		{"the dearer campaign first, then longer ways", "Brand dior", "Creator ann", "first: 4", []string{
			"dior ran autumn (2026-09), which was worked on by ann.",
			"dior ran spring (2026-03), which was worked on by ann.",
			"dior ran spring (2026-03), which was worked on by bea, who appears in clip, which was posted by ann.",
			"dior ran spring (2026-03), which was worked on by bea, who was signed with mcn until 2025-12-31, which has under contract ann.",
		}},
		{"two contracts are one way", "Creator ann", "Agency mcn", "first: 1", []string{"ann is signed with mcn."}},
		{"the other way round", "Category skin", "Creator ann", "first: 1", []string{"skin is what stands for ann."}},
		{"no longer than asked for", "Brand dior", "Brand puma", "maxLength: 3", nil},
		{"by the asked kinds alone", "Brand dior", "Brand puma", "kinds: [RAN, PARTICIPATED_IN]", []string{
			"dior ran spring (2026-03), which was worked on by bea, who worked on run (2025-06), which was run by puma.",
			"dior ran autumn (2026-09), which was worked on by ann, who worked on spring (2026-03), which was worked on by bea, " +
				"who worked on run (2025-06), which was run by puma."}},
		{"none", "Creator ann", "Creator cid", "", nil},
		{"next to it", "Content clip", "Campaign spring", "maxLength: 1", []string{"clip was made for spring (2026-03)."}},
	} {
		query := fmt.Sprintf(`{ answer: paths(from: "%s", to: "%s", %s) { text %s } }`,
			idOfNamed(d, c.from), idOfNamed(d, c.to), c.args, subgraphFields)
		got, errs := explored(t, a, query)
		if errs != "" {
			t.Errorf("%s: %s", c.name, errs)
			continue
		}
		var texts []string
		for _, way := range got {
			texts = append(texts, d.Unsuffixed(way.Text))
			if len(way.Nodes) != len(way.Edges)+1 {
				t.Errorf("%s: %d nodes, %d edges", c.name, len(way.Nodes), len(way.Edges))
			}
			for i, e := range way.Edges {
				before, after := way.Nodes[i].ID, way.Nodes[i+1].ID
				if !(e.From == before && e.To == after || e.From == after && e.To == before) {
					t.Errorf("%s: edge %d does not connect its nodes", c.name, i)
				}
			}
		}
		if diff := cmp.Diff(c.want, texts); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func idOfNamed(d graphtest.Drawing, named string) string {
	typ, key, _ := strings.Cut(named, " ")
	return idOf(d, typ, key)
}

// Collaborations count as the last complete analysis found them.
func TestCollaborationsOfTheLastAnalysis(t *testing.T) {
	a := setUp(t)
	d := graphtest.Draw(t, a.store, `
		(ann:Creator)-[:COLLABORATED_WITH {from: 1000000000, weight: 2.5}]->(bea:Creator)
		(ann)<-[:COLLABORATED_WITH {from: -2, until: -1, weight: 9.0}]-(cid:Creator)
		(dan:Creator)-[:COLLABORATED_WITH {from: 0, weight: 1.0}]->(ann)`)
	got, errs := explored(t, a, fmt.Sprintf(`{ answer: neighborhood(of: "%s") { %s counts { kind outgoing count } } }`,
		idOf(d, "Creator", "ann"), subgraphFields))
	if errs != "" {
		t.Fatal(errs)
	}
	nodes, edges := got[0].keys(d)
	rows, err := a.store.Read(t.Context(), graph.Statement{Text: "MATCH (a:Analysis {key: 'collaboration'}) RETURN a.run"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"ann", ""}
	if len(rows) > 0 { // a run that other tests left: neither the one to come nor the one that is over
		want = []string{"ann dan", "dan-COLLABORATED_WITH-ann"}
	}
	if diff := cmp.Diff(want, []string{nodes, edges}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What cannot be asked is refused with the place, the value and the remedy.
func TestExplorationRefuses(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, "(ann:Creator)\n(bea:Creator)")
	ann, bea, nobody := idOf(d, "Creator", "ann"), idOf(d, "Creator", "bea"), idOf(d, "Creator", "nobody")
	for _, c := range []struct{ ask, want string }{
		{`neighborhood(of: "` + ann + `", depth: 1000000)`, "[answer depth] depth of 1000000; give 1 to 4"},
		{`neighborhood(of: "` + ann + `", depth: 0)`, "[answer depth] depth of 0; give 1 to 4"},
		{`neighborhood(of: "` + ann + `", limit: 0)`, "[answer limit] limit of 0; give 1 to 5000"},
		{`neighborhood(of: "` + ann + `", limit: -1)`, "[answer limit] limit of -1; give 1 to 5000"},
		{`neighborhood(of: "` + ann + `", limit: 100000)`, "[answer limit] limit of 100000; give 1 to 5000"},
		{`neighborhood(of: "` + ann + `", kinds: [])`, "[answer kinds] kinds is an empty list; name one kind at least, or leave it out"},
		{`neighborhood(of: "x y")`, `[answer of] "x y" is no id; use an id as the API gave it`},
		{`neighborhood(of: "` + compile.ID("AudiencePackage", "x") + `")`, "[answer of] the id is that of a AudiencePackage; give the id of a Agency or "},
		{`neighborhood(of: "` + nobody + `")`, "[answer] of: there is no Creator with the key"},
		{`paths(from: "` + ann + `", to: "` + ann + `")`, "[answer to] from and to are the same entity; give two different ones"},
		{`paths(from: "` + nobody + `", to: "` + ann + `")`, "[answer] from: there is no Creator with the key"},
		{`paths(from: "` + ann + `", to: "` + nobody + `")`, "[answer] to: there is no Creator with the key"},
		{`paths(from: "` + compile.ID("Segment", "nobody") + `", to: "` + ann + `")`, "[answer] from: there is no Segment with the key"},
		{`paths(from: "` + ann + `", to: "` + bea + `", maxLength: 1000000)`, "[answer maxLength] maxLength of 1000000; give 1 to 8"},
		{`paths(from: "` + ann + `", to: "` + bea + `", first: 0)`, "[answer first] first of 0; give 1 to 20"},
	} {
		if _, errs := explored(t, a, `{ answer: `+c.ask+` { `+subgraphFields+` } }`); !strings.HasPrefix(errs, c.want) {
			t.Errorf("%s: %s\nwant %s", c.ask, errs, c.want)
		}
	}
}
