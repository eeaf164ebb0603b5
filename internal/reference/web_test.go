package reference_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/internal/reference"
)

// told are the kinds that tell something, by which paths are looked for when none are asked for; walked are those of
// which the reference knows the rows.
var (
	told   = []string{"SIGNED_WITH", "PARTICIPATED_IN", "RAN", "POSTED", "APPEARS_IN"}
	walked = append([]string{"FOR_CAMPAIGN", "IN_CATEGORY", "PART_OF", "REACHES"}, told...)
)

func these(kinds []string) map[string]bool {
	set := map[string]bool{}
	for _, kind := range kinds {
		set[kind] = true
	}
	return set
}

func id(s reference.EntityRef) string { return compile.ID(s.Type, s.Key) }

func spot(id any) reference.EntityRef {
	typ, key, _ := compile.ParseID(id.(string))
	return reference.EntityRef{Type: typ, Key: key}
}

// spots gives entities of each of some types, always the same ones.
func spots(w reference.Network, n int, types ...string) []reference.EntityRef {
	var chosen []reference.EntityRef
	r := rand.New(rand.NewPCG(6, 6))
	for _, typ := range types {
		of := slices.DeleteFunc(slices.Collect(maps.Keys(w)), func(s reference.EntityRef) bool { return s.Type != typ })
		slices.SortFunc(of, func(a, b reference.EntityRef) int { return strings.Compare(a.Key, b.Key) })
		r.Shuffle(len(of), func(i, j int) { of[i], of[j] = of[j], of[i] })
		chosen = append(chosen, of[:min(len(of), n/len(types))]...)
	}
	return chosen
}

// neighborhoods compares which entities are near, how many edges are among them and how many of each kind there are.
func (s *sides) neighborhoods(t *testing.T) {
	w := s.market.Network()
	for _, at := range spots(w, sampled, "Creator", "Agency", "Brand", "Campaign", "Content", "Category", "Segment") {
		s.compareNear(t, w, at, 1, walked)
	}
	for _, at := range spots(w, sampled/4, "Creator", "Agency", "Brand", "Campaign") {
		s.compareNear(t, w, at, 2, append([]string{"FOR_CAMPAIGN"}, told...))
	}
}

func (s *sides) compareNear(t *testing.T, w reference.Network, at reference.EntityRef, depth int, kinds []string) {
	t.Helper()

	const limit = 5000
	got := s.ask(t, `query($of: ID!, $depth: Int, $kinds: [EdgeKind!], $limit: Int) {
		neighborhood(of: $of, depth: $depth, kinds: $kinds, limit: $limit) {
			truncated nodes { id } edges { kind } counts { kind count } } }`,
		map[string]any{"of": id(at), "depth": depth, "kinds": anys(kinds), "limit": limit})["neighborhood"].(reference.Row)
	near := w.Near(at, depth, these(kinds))
	if truncated := len(near) > limit+1; truncated || got["truncated"] != false {
		same(t, "truncated near "+at.Key, truncated, got["truncated"])
		return
	}
	var want, have []string
	for one := range near {
		want = append(want, one.Type+" "+one.Key)
	}
	for _, node := range got["nodes"].([]any) {
		one := spot(node.(reference.Row)["id"])
		have = append(have, one.Type+" "+one.Key)
	}
	slices.Sort(want)
	slices.Sort(have)
	same(t, "near "+at.Key, want, have)
	same(t, "edges near "+at.Key, w.Among(near, these(kinds)), len(got["edges"].([]any)))
	counts, counted := map[string]int{}, map[string]int{}
	for _, tie := range w[at] {
		if these(kinds)[tie.Kind] {
			counts[tie.Kind]++
		}
	}
	for _, one := range got["counts"].([]any) {
		count := one.(reference.Row)
		counted[count["kind"].(string)] += int(count["count"].(float64))
	}
	same(t, "counts of "+at.Key, counts, counted)
}

func anys(texts []string) []any {
	list := make([]any, len(texts))
	for i, text := range texts {
		list[i] = text
	}
	return list
}

// paths compares how long the shortest way is, and whether each way is one.
func (s *sides) paths(t *testing.T) {
	w := s.market.Network()
	ends := spots(w, 2*sampled, "Creator", "Agency", "Brand", "Campaign")
	r := rand.New(rand.NewPCG(7, 7))
	r.Shuffle(len(ends), func(i, j int) { ends[i], ends[j] = ends[j], ends[i] })
	found := 0
	for i := 0; i+1 < len(ends); i += 2 {
		from, to := ends[i], ends[i+1]
		ways := s.ask(t, `query($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length nodes { id } edges { kind from to } } }`,
			map[string]any{"from": id(from), "to": id(to)})["paths"].([]any)
		length, reached := w.Near(from, 6, these(told))[to]
		same(t, "whether "+from.Key+" reaches "+to.Key, reached, len(ways) > 0)
		for n, way := range ways {
			way := way.(reference.Row)
			if n == 0 {
				same(t, "from "+from.Key+" to "+to.Key, float64(length), way["length"])
				found++
			}
			s.compareWay(t, w, from, to, way)
		}
	}
	if found < sampled/2 {
		t.Errorf("only %d of %d pairs are connected: too few to say much", found, sampled)
	}
}

func (s *sides) compareWay(t *testing.T, w reference.Network, from, to reference.EntityRef, way reference.Row) {
	t.Helper()

	at := from
	seen := map[reference.EntityRef]bool{from: true}
	for _, edge := range way["edges"].([]any) {
		edge := edge.(reference.Row)
		tie := reference.Relation{Kind: edge["kind"].(string), From: spot(edge["from"]), To: spot(edge["to"])}
		if !w.HasRelation(tie) || tie.From != at && tie.To != at {
			t.Errorf("from %s to %s: there is no %v at %v", from.Key, to.Key, tie, at)
		}
		if at == tie.From {
			at = tie.To
		} else {
			at = tie.From
		}
		if seen[at] {
			t.Errorf("from %s to %s: %s stands twice", from.Key, to.Key, at.Key)
		}
		seen[at] = true
	}
	if at != to {
		t.Errorf("from %s to %s: the way ends at %s", from.Key, to.Key, at.Key)
	}
}
