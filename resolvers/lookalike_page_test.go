package resolvers_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// Pages of any size are one list: nobody twice, nobody left out, no seed; the last one says so.
func (s *stage) testPages(t *testing.T) {
	seeds := ids("Creator", "l-1003", "l-1017")
	filter := map[string]any{"followers": map[string]any{"gte": 60000}, "categories": []any{"k-3", "k-4"}}
	whole := s.all(t, map[string]any{"seeds": seeds, "filter": filter}, 100)
	for _, first := range []int{1, 7, 20} {
		parts := s.all(t, map[string]any{"seeds": seeds, "filter": filter}, first)
		if !slices.EqualFunc(whole, parts, func(x, y alike) bool { return x.Node.Key == y.Node.Key && x.Score == y.Score }) {
			t.Errorf("in pages of %d it is another list", first)
		}
	}
	seen := map[string]bool{"l-1003": true, "l-1017": true}
	for i, edge := range whole {
		if seen[edge.Node.Key] || i > 0 && edge.Score > whole[i-1].Score+1e-6 {
			t.Errorf("%s is a seed, comes twice or out of order", edge.Node.Key)
		}
		seen[edge.Node.Key] = true
	}
	none := s.lookalikes(t, map[string]any{"seeds": seeds, "first": 0})
	if len(none.Edges) != 0 || !none.PageInfo.HasNextPage || none.PageInfo.EndCursor != nil {
		t.Errorf("a page of none: %+v", none.PageInfo)
	}
	page := s.lookalikes(t, map[string]any{"seeds": seeds, "first": 3})
	next := s.lookalikes(t, map[string]any{"seeds": seeds, "first": 3, "after": page.Edges[0].Cursor})
	if next.Edges[0].Node.Key != page.Edges[1].Node.Key || page.PageInfo.HasPreviousPage || !next.PageInfo.HasPreviousPage {
		t.Errorf("after the first comes %s, want %s", next.Edges[0].Node.Key, page.Edges[1].Node.Key)
	}
}

// What is like one agency, or one brand, is read in pages too, by cursors that are good for that one alone.
func (s *stage) testPagesOfOne(t *testing.T) {
	ask := func(field, key string, first int, after any) string {
		answer := s.ask(t, fmt.Sprintf(`query($key: String, $first: Int, $after: String) { of: %s(key: $key) {
			lookalikes(first: $first, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { key } } } } }`, field),
			map[string]any{"key": key, "first": first, "after": after})
		answer = strings.Replace(answer, `"of":{"lookalikes":`, `"lookalikes":`, 1)
		return strings.Replace(answer, "}}}", "}}", 1)
	}
	for field, key := range map[string]string{"agency": "a-0", "brand": "b-9"} {
		whole := s.answered(t, ask(field, key, 100, nil))
		var paged []string
		for page := s.answered(t, ask(field, key, 2, nil)); ; page = s.answered(t, ask(field, key, 2, *page.PageInfo.EndCursor)) {
			for _, edge := range page.Edges {
				paged = append(paged, edge.Node.Key)
			}
			if !page.PageInfo.HasNextPage {
				break
			}
		}
		if len(whole.Edges) < 3 || !slices.EqualFunc(whole.Edges, paged, func(x alike, key string) bool { return x.Node.Key == key }) {
			t.Errorf("%s: %d at once are another list than %v in pages", field, len(whole.Edges), paged)
		}
	}
	cursor := s.answered(t, ask("agency", "a-0", 1, nil)).Edges[0].Cursor
	if answer := ask("agency", "a-1", 1, cursor); !strings.Contains(answer, "BAD_USER_INPUT") {
		t.Errorf("another agency's cursor: got %s", answer)
	}
}

// Seeds of two tastes take turns by how many share each, in pages as in one list; nobody comes twice.
func (s *stage) testTastes(t *testing.T) {
	seeds := ids("Creator", "l-0005", "l-0015", "l-0025", "l-1003")
	category := func(key string) int {
		n := 0
		fmt.Sscanf(key, "l-%d", &n)
		if n < 400 {
			return 0
		}
		return 1 + n%7
	}
	whole := s.all(t, map[string]any{"seeds": seeds, "filter": map[string]any{"categories": []any{"k-0", "k-3"}}}, 100)
	counts := map[int]int{}
	for _, edge := range whole[:20] {
		counts[category(edge.Node.Key)]++
	}
	if counts[0] != 15 || counts[3] != 5 {
		t.Errorf("of three seeds about food and one about travel come %v, want 15 and 5", counts)
	}
	seen := map[string]bool{}
	for _, edge := range whole {
		if seen[edge.Node.Key] {
			t.Fatalf("%s comes twice", edge.Node.Key)
		}
		seen[edge.Node.Key] = true
	}
	parts := s.all(t, map[string]any{"seeds": seeds, "filter": map[string]any{"categories": []any{"k-0", "k-3"}}}, 33)
	if !slices.EqualFunc(whole, parts, func(x, y alike) bool { return x.Node.Key == y.Node.Key }) {
		t.Error("in pages of 33 it is another list")
	}
}

// Diversity reorders the most alike, so that those of a page are less alike; everybody comes once.
func (s *stage) testDiversity(t *testing.T) {
	seeds := ids("Creator", "l-1003")
	filter := map[string]any{"followers": map[string]any{"gte": 85000}}
	among := func(edges []alike) float64 {
		sum, scales := 0.0, s.model.Scales(learned)
		for i, x := range edges {
			for _, y := range edges[:i] {
				sum += s.model.Product(s.vectors[x.Node.Key], s.vectors[y.Node.Key], scales)
			}
		}
		return sum
	}
	plain := s.all(t, map[string]any{"seeds": seeds, "filter": filter}, 100)
	last := math.Inf(1)
	for _, d := range []float64{0, 0.3, 1} {
		diverse := s.all(t, map[string]any{"seeds": seeds, "filter": filter, "diversity": d}, 100)
		if got := among(diverse[:20]); got > last+1e-6 {
			t.Errorf("diversity %v: those of the first page are %v alike, before %v", d, got, last)
		} else {
			last = got
		}
		parts := s.all(t, map[string]any{"seeds": seeds, "filter": filter, "diversity": d}, 9)
		if !slices.EqualFunc(diverse, parts, func(x, y alike) bool { return x.Node.Key == y.Node.Key }) {
			t.Errorf("diversity %v: in pages of 9 it is another list", d)
		}
		keys := func(edges []alike) []string {
			var all []string
			for _, e := range edges {
				all = append(all, e.Node.Key)
			}
			slices.Sort(all)
			return all
		}
		if !slices.Equal(keys(plain), keys(diverse)) {
			t.Errorf("diversity %v: it is not everybody once", d)
		}
	}
}
