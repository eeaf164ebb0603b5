package resolvers_test

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/lookalike"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// passing are the keys of creators who pass a filter, as Query.creators has them.
func (s *stage) passing(t *testing.T, filter map[string]any) map[string]bool {
	t.Helper()

	keys := map[string]bool{}
	vars := map[string]any{"filter": filter}
	for {
		answer := s.ask(t, `query($filter: CreatorFilter, $after: String) { creators(filter: $filter, first: 1000, after: $after) {
			nodes { key } pageInfo { hasNextPage endCursor } } }`, vars)
		var got struct {
			Data struct {
				Creators struct {
					Nodes    []struct{ Key string }
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(answer), &got); err != nil {
			t.Fatal(err)
		}
		for _, n := range got.Data.Creators.Nodes {
			keys[n.Key] = true
		}
		if !got.Data.Creators.PageInfo.HasNextPage {
			return keys
		}
		vars["after"] = got.Data.Creators.PageInfo.EndCursor
	}
}

// scored is what brute force says of one.
type scored struct {
	key   string
	score float64
}

// force scores all that are wanted against seeds, best first.
func (s *stage) force(seeds []string, weights lookalike.Weights, wanted func(string) bool) []scored {
	var rows [][]float32
	for _, seed := range seeds {
		rows = append(rows, s.vectors[seed])
	}
	query := s.model.Query(rows, s.model.Scales(weights, rows...))
	var all []scored
	for key, vector := range s.vectors {
		if !wanted(key) || slices.Contains(seeds, key) {
			continue
		}
		sum := 0.0
		for _, x := range s.model.Products(query, vector) {
			sum += x
		}
		all = append(all, scored{key, min(1, max(0, sum))})
	}
	slices.SortFunc(all, func(x, y scored) int { return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.key, y.key)) })
	return all
}

var learned = lookalike.Weights{math.NaN(), math.NaN(), math.NaN(), math.NaN()}

// Whichever way a filter takes, the answer is that of looking at everybody. Each begins in the index; how soon it turns
// to looking at all who pass is a matter of how many of these the index happens to find, and told.
func (s *stage) testFilters(t *testing.T) {
	const inIndex, oneByOne = "// Likeness in the index", "// Likeness of all that pass"
	for _, c := range []struct {
		name, filter string
		seed         string
	}{
		{"none", `null`, "l-0005"},
		{"followers", `{"followers": {"gte": 30000, "lt": 60000}}`, "l-0005"},
		{"followers, twice over", `{"followers": {"gt": 30000}, "AND": [{"followers": {"lte": 90000}}]}`, "l-0005"},
		{"followers, from both kinds of bounds", `{"followers": {"gt": 30000, "gte": 20000, "lte": 90000, "lt": 80000}}`, "l-0005"},
		{"at most, which leaves out the unknown", `{"followers": {"lte": 2000}}`, "l-0005"},
		{"regions and gender", `{"regions": ["四川", "北京"], "genders": ["female"], "verified": true}`, "l-0005"},
		{"price", `{"price": {"format": "SHORT_VIDEO", "lte": 3000}}`, "l-0005"},
		{"nowhere", `{"regions": []}`, "l-0005"},
		{"few by key", `{"key": {"in": ["l-0005", "l-0006", "l-1400", "l-1495"]}}`, "l-0005"},
		{"a category, far away", `{"categories": ["k-3"]}`, "l-0005"},
		{"many, but not those near", `{"hasAgency": false}`, "l-0005"},
		{"either", `{"OR": [{"regions": ["四川"]}, {"agencies": ["a-1"]}]}`, "l-0005"},
		{"not", `{"NOT": {"regions": ["四川"]}, "followers": {"gte": 5000}}`, "l-0005"},
		{"none of a brand's", `{"workedWithBrands": {"none": ["b-9", "b-11"]}}`, "l-0005"},
		{"some of a brand's", `{"workedWithBrands": {"some": ["b-9"]}}`, "l-1003"},
		{"an audience", `{"audience": [{"segment": "s-0", "share": {"gte": 0.9}}], "regions": ["广东"]}`, "l-0005"},
		{"nobody", `{"key": {"eq": "nobody"}}`, "l-0005"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var filter map[string]any
			if err := json.Unmarshal([]byte(c.filter), &filter); err != nil {
				t.Fatal(err)
			}
			vars := map[string]any{"seeds": ids("Creator", c.seed)}
			if filter != nil {
				vars["filter"] = filter
			}
			passing := s.passing(t, filter)
			want := s.force([]string{c.seed}, learned, func(key string) bool { return passing[key] })
			ctx, explained := resolvers.WithExplained(t.Context())
			s.askIn(ctx, t, alikeQuestion, map[string]any{"seeds": vars["seeds"], "filter": filter})
			var ways []string
			for _, st := range explained.Statements {
				for _, way := range []string{inIndex, oneByOne} {
					if strings.Contains(st.Text, way) {
						ways = append(ways, way)
					}
				}
			}
			if len(ways) == 0 || ways[0] != inIndex {
				t.Errorf("ways %q, want %q first", ways, inIndex)
			}
			if c.name == "nobody" && !slices.Contains(ways, oneByOne) {
				t.Errorf("ways %q: nobody is in the index, so that all who pass are to be looked at", ways)
			}
			if len(want) == 0 && c.name != "nobody" && c.name != "nowhere" {
				t.Error("nobody passes, which shows nothing")
			}
			got := s.all(t, vars, 100)
			everybody := len(want)
			want = reachable(t, want, got)
			s.same(t, want, got)
			if len(got) != len(want) {
				t.Errorf("%d of %d", len(got), len(want))
			}
			vars = map[string]any{"seeds": ids("Creator", c.seed), "filter": filter}
			if total := s.lookalikes(t, vars).TotalCount; total == nil || *total != everybody {
				t.Errorf("totalCount is %v, want %d", total, everybody)
			}
		})
	}
}

// same compares answers with those of brute force: the same scores in the same places, and where scores differ
// the same keys.
func (s *stage) same(t *testing.T, want []scored, got []alike) {
	t.Helper()

	where := map[string]float64{}
	for _, w := range want {
		where[w.key] = w.score
	}
	wrong := 0
	for i, g := range got[:min(len(got), len(want))] {
		score, wanted := where[g.Node.Key]
		delete(where, g.Node.Key)
		if !wanted || math.Abs(g.Score-want[i].score) > 2e-6 || math.Abs(score-g.Score) > 2e-6 {
			if wrong++; wrong < 5 {
				t.Errorf("place %d: %s of %v (by force %v), want %s of %v", i, g.Node.Key, g.Score, score, want[i].key, want[i].score)
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d places differ", wrong, len(want))
	}
}

// reachable leaves out whom an index missed on all pages: it may miss one of five hundred, which is what an index
// that looks at neighbours of neighbours costs (docs/lookalikes.md); of fewer, nobody.
func reachable(t *testing.T, want []scored, got []alike) []scored {
	t.Helper()

	shown := map[string]bool{}
	for _, g := range got {
		shown[g.Node.Key] = true
	}
	var there []scored
	for _, w := range want {
		if shown[w.key] {
			there = append(there, w)
		}
	}
	if missed := len(want) - len(there); missed > len(want)/500 {
		t.Errorf("%d of %d are on no page", missed, len(want))
	}
	return there
}

// Any weighting is exact in one search.
func (s *stage) testWeights(t *testing.T) {
	for _, weights := range []lookalike.Weights{
		{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}, {5, 1, 1, 200}, {math.NaN(), 0, math.NaN(), 0.5}} {
		given := map[string]any{}
		for b, w := range weights {
			if !math.IsNaN(w) {
				given[lookalike.Block(b).String()] = w
			}
		}
		got := s.lookalikes(t, map[string]any{"seeds": ids("Creator", "l-1002"), "weights": given, "first": 50})
		want := s.force([]string{"l-1002"}, weights, func(key string) bool { return strings.HasPrefix(key, "l-") })
		s.same(t, want, got.Edges)
	}
}
