package resolvers_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// scene is a market of 1,500 creators of eight categories, of whom the first 400, all about food, are with agencies;
// those after l-1490 have names alone.
var scene = []string{`
	UNWIND range(0, 7) AS i
	CREATE (:Category {key: 'k-' + i, name: ['美食', 'beauty', 'games', 'travel', 'cars', 'pets', 'music', 'sport'][i]})
	CREATE (:Segment {key: 's-' + i, name: 'segment ' + i, dimension: ['AGE', 'GENDER', 'REGION', 'INTEREST'][i / 2]})`, `
	UNWIND range(0, 4) AS i
	CREATE (:Agency {key: 'a-' + i, name: 'agency ' + i, creatorCount: 80, byFollowers: 0, spend: 0})`, `
	UNWIND range(0, 19) AS i
	CREATE (:Brand {key: 'b-' + i, name: 'brand ' + i, campaignCount: 0, creatorCount: 130, spend: 0})`, `
	UNWIND range(0, 1499) AS i
	WITH i, CASE WHEN i < 400 THEN 0 ELSE 1 + i % 7 END AS about, i * 7919 % 1000 AS chance
	CREATE (c:Creator {key: 'l-' + right('000' + i, 4), name: 'creator ' + i, byName: 'creator ' + i, byFollowers: -1,
		byPriceShortVideo: -1, byPriceMidVideo: -1, byPriceImageText: -1, byPriceLive: -1, byJoined: -1000000, byGrowth: -2.0,
		campaignCount: 0, brandCount: 0, spend: 0, byCpm: -1.0})
	WITH * WHERE i <= 1490
	SET c.followers = 1000 + chance * 100, c.byFollowers = 1000 + chance * 100, c.region = ['四川', '广东', '浙江', '北京'][chance % 4],
		c.language = 'zh', c.gender = ['female', 'male'][i % 2], c.verified = i % 3 = 0
	FOREACH (_ IN CASE WHEN i % 5 > 0 THEN [1] ELSE [] END | SET c.priceShortVideo = 100 * chance, c.byPriceShortVideo = 100 * chance)
	WITH * MATCH (k:Category {key: 'k-' + about}) CREATE (c)-[:IN_CATEGORY {position: 0}]->(k)
	WITH * WHERE i % 7 > 0
	UNWIND range(0, 7) AS n
	MATCH (s:Segment {key: 's-' + n})
	CREATE (c)-[:REACHES {share: CASE n % 2 WHEN 0 THEN chance * (n + 1) % 101 / 100.0 ELSE 1 - chance * n % 101 / 100.0 END}]->(s)`, `
	MATCH (c:Creator)-[:IN_CATEGORY]->(k) WITH c, k, toInteger(substring(c.key, 2)) AS i
	CREATE (c)-[:POSTED]->(:Content {key: 'p-' + i, name: k.name, title: k.name + ' day ' + (i % 9), tags: [k.name], published: datetime('2026-01-01T00:00:00Z')})
	WITH * WHERE i % 2 = 0
	MERGE (x:Campaign {key: 'x-' + k.key + '-' + (i % 12)}) ON CREATE SET x.name = x.key, x.ends = date('2026-10-01'), x.starts = date('2026-09-01'), x.byStarts = 20697, x.spend = 0
	CREATE (c)-[:PARTICIPATED_IN {fee: 1000 * (i % 30), impressions: 100000, clicks: 100 + i % 900}]->(x)
	WITH DISTINCT x MATCH (b:Brand {key: 'b-' + (size(x.key) * 7 + toInteger(right(x.key, 1))) % 20}) CREATE (b)-[:RAN]->(x)`, `
	MATCH (c:Creator) WHERE c.key < 'l-0400'
	MATCH (a:Agency {key: 'a-' + toInteger(substring(c.key, 2)) % 5})
	CREATE (c)-[:SIGNED_WITH {since: date('2020-01-01')}]->(a)`}

// stage is the scene, analysed.
type stage struct {
	api
	model   *lookalike.Model
	vectors map[string][]float32
}

func setStage(t *testing.T) *stage {
	t.Helper()

	store := graphtest.Own(t, true)
	for _, text := range scene {
		exec(t, store, text, nil)
	}
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	s := &stage{api: setUpOn(t, store, 0)}
	s.read(t)
	return s
}

// read reads the model and all vectors.
func (s *stage) read(t *testing.T) {
	t.Helper()

	read, err := facts.ReadLikenessModel(t.Context(), s.store)
	if err != nil {
		t.Fatal(err)
	}
	s.model, s.vectors = &lookalike.Model{}, map[string][]float32{}
	if err := json.Unmarshal([]byte(read.Record), s.model); err != nil {
		t.Fatal(err)
	}
	rows, err := s.store.Read(t.Context(), graph.Statement{Params: map[string]any{"place": facts.LikenessPlaces[read.Place]}, Text: `
		MATCH (n:Creator|Agency|Brand) WHERE n[$place] IS NOT NULL RETURN n.key AS key, n[$place] AS vector`})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		s.vectors[row["key"].(string)] = facts.Narrow(row["vector"])
	}
}

type alike struct {
	Node struct {
		Typename string `json:"__typename"`
		Key      string
	}
	Cursor  string
	Score   float64
	Reasons []struct {
		Kind, Text string
		Weight     float64
		Evidence   []struct{ Key string }
	}
}

type alikes struct {
	TotalCount *int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Edges []alike
	Nodes []struct{ Key string }
}

const alikeQuestion = `query($seeds: [ID!]!, $filter: CreatorFilter, $first: Int = 20, $after: String, $weights: LookalikeWeights, $diversity: Float) {
	lookalikes(seeds: $seeds, filter: $filter, first: $first, after: $after, weights: $weights, diversity: $diversity) {
		totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { key }
		edges { cursor score node { __typename key } reasons { kind weight text evidence { key } } } } }`

// without is the question without what takes long to tell.
var without = strings.NewReplacer("totalCount ", "", "reasons { kind weight text evidence { key } }", "").Replace(alikeQuestion)

// lookalikes asks and reads the answer.
func (s *stage) lookalikes(t *testing.T, vars map[string]any) alikes {
	t.Helper()

	return s.answered(t, s.ask(t, alikeQuestion, vars))
}

// answered reads an answer.
func (s *stage) answered(t *testing.T, answer string) alikes {
	t.Helper()

	var got struct {
		Data   *struct{ Lookalikes alikes }
		Errors []any
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Data == nil || len(got.Errors) > 0 {
		t.Fatalf("%v: %.1000s", err, answer)
	}
	return got.Data.Lookalikes
}

// all pages through to the end.
func (s *stage) all(t *testing.T, vars map[string]any, first int) []alike {
	t.Helper()

	var edges []alike
	vars["first"] = first
	for {
		page := s.answered(t, s.ask(t, without, vars))
		edges = append(edges, page.Edges...)
		if !page.PageInfo.HasNextPage {
			return edges
		}
		vars["after"] = *page.PageInfo.EndCursor
	}
}

func ids(typ string, keys ...string) []any {
	all := make([]any, len(keys))
	for i, key := range keys {
		all[i] = compile.ID(typ, key)
	}
	return all
}

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
	scales := s.model.Scales(weights)
	var rows [][]float32
	for _, seed := range seeds {
		rows = append(rows, s.vectors[seed])
	}
	query := s.model.Query(rows, scales)
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

// The scene is costly to set, so that what is asked of it stands in one test.
func TestLookalikes(t *testing.T) {
	s := setStage(t)
	t.Run("filters", s.testFilters)
	t.Run("weights", s.testWeights)
	t.Run("reasons", s.testReasons)
	t.Run("pages", s.testPages)
	t.Run("tastes", s.testTastes)
	t.Run("diversity", s.testDiversity)
	t.Run("houses", s.testHouses)
	t.Run("campaigns", s.testCampaigns)
	t.Run("errors", s.testErrors)
	t.Run("fresh", s.testFresh)
	t.Run("index", s.testIndex)
}

// Whichever way a filter takes, the answer is that of looking at everybody; the way is told.
func (s *stage) testFilters(t *testing.T) {
	const inIndex, oneByOne = "// Likeness in the index", "// Likeness of all that pass"
	for _, c := range []struct {
		name, filter string
		seed         string
		ways         []string // of the first page
	}{
		{"none", `null`, "l-0005", []string{inIndex}},
		{"followers", `{"followers": {"gte": 30000, "lt": 60000}}`, "l-0005", []string{inIndex}},
		{"followers, twice over", `{"followers": {"gt": 30000}, "AND": [{"followers": {"lte": 90000}}]}`, "l-0005", []string{inIndex}},
		{"followers, from both kinds of bounds", `{"followers": {"gt": 30000, "gte": 20000, "lte": 90000, "lt": 80000}}`, "l-0005", []string{inIndex}},
		{"at most, which leaves out the unknown", `{"followers": {"lte": 2000}}`, "l-0005", []string{inIndex}},
		{"regions and gender", `{"regions": ["四川", "北京"], "genders": ["female"], "verified": true}`, "l-0005", []string{inIndex}},
		{"price", `{"price": {"format": "SHORT_VIDEO", "lte": 3000}}`, "l-0005", []string{inIndex}},
		{"nowhere", `{"regions": []}`, "l-0005", []string{inIndex}},
		{"few by key", `{"key": {"in": ["l-0005", "l-0006", "l-1400", "l-1495"]}}`, "l-0005", []string{inIndex, oneByOne}},
		{"a category, far away", `{"categories": ["k-3"]}`, "l-0005", []string{inIndex, oneByOne}},
		{"many, but not those near", `{"hasAgency": false}`, "l-0005", []string{inIndex, oneByOne, inIndex}},
		{"either", `{"OR": [{"regions": ["四川"]}, {"agencies": ["a-1"]}]}`, "l-0005", []string{inIndex}},
		{"not", `{"NOT": {"regions": ["四川"]}, "followers": {"gte": 5000}}`, "l-0005", []string{inIndex}},
		{"none of a brand's", `{"workedWithBrands": {"none": ["b-9", "b-11"]}}`, "l-0005", []string{inIndex}},
		{"some of a brand's", `{"workedWithBrands": {"some": ["b-9"]}}`, "l-1003", []string{inIndex}},
		{"an audience", `{"audience": [{"segment": "s-0", "share": {"gte": 0.9}}], "regions": ["广东"]}`, "l-0005", []string{inIndex}},
		{"nobody", `{"key": {"eq": "nobody"}}`, "l-0005", []string{inIndex, oneByOne}},
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
			if len(ways) < len(c.ways) || !slices.Equal(ways[:len(c.ways)], c.ways) {
				t.Errorf("ways %q, want %q first", ways, c.ways)
			}
			if len(want) == 0 && c.name != "nobody" && c.name != "nowhere" {
				t.Error("nobody passes, which shows nothing")
			}
			got := s.all(t, vars, 100)
			s.same(t, want, got)
			if len(got) != len(want) {
				t.Errorf("%d of %d", len(got), len(want))
			}
			vars = map[string]any{"seeds": ids("Creator", c.seed), "filter": filter}
			if total := s.lookalikes(t, vars).TotalCount; total == nil || *total != len(want) {
				t.Errorf("totalCount is %v, want %d", total, len(want))
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

// Reasons add up to the score, are told once for each kind in both languages, and lead to what they name.
func (s *stage) testReasons(t *testing.T) {
	for _, vars := range []map[string]any{
		{"seeds": ids("Creator", "l-0002")},
		{"seeds": ids("Creator", "l-0002", "l-0011", "l-1401"), "weights": map[string]any{"audience": 3.0}},
		{"seeds": ids("Agency", "a-1")},
		{"seeds": ids("Brand", "b-9"), "diversity": 0.7},
	} {
		page := s.lookalikes(t, vars)
		if len(page.Edges) == 0 {
			t.Fatalf("%v: nobody", vars)
		}
		kinds := map[string]bool{}
		for _, edge := range page.Edges {
			sum, seen := 0.0, map[string]bool{}
			for i, reason := range edge.Reasons {
				sum += reason.Weight
				if seen[reason.Kind] || i > 0 && reason.Weight > edge.Reasons[i-1].Weight {
					t.Errorf("%s: %s comes twice or out of order", edge.Node.Key, reason.Kind)
				}
				seen[reason.Kind] = true
				if zh, en, both := strings.Cut(reason.Text, " · "); !both || zh == "" || en == "" {
					t.Errorf("%s: %q is not in two languages", edge.Node.Key, reason.Text)
				}
				if len(reason.Evidence) > 0 {
					kinds[reason.Kind] = true
				}
			}
			if math.Abs(sum-edge.Score) > 1e-6 || edge.Score < 0 || edge.Score > 1 {
				t.Errorf("%s: the reasons add up to %v, the score is %v", edge.Node.Key, sum, edge.Score)
			}
		}
		for _, kind := range []string{"SAME_CATEGORY", "SIMILAR_AUDIENCE"} {
			if !kinds[kind] && page.Edges[0].Node.Typename == "Creator" {
				t.Errorf("%v: no %s names anything", vars, kind)
			}
		}
	}
}

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

// Agencies and brands are compared exactly, from the object and at the root alike.
func (s *stage) testHouses(t *testing.T) {
	for typ, key := range map[string]string{"Agency": "a-2", "Brand": "b-9"} {
		page := s.lookalikes(t, map[string]any{"seeds": ids(typ, key)})
		want := s.force([]string{key}, learned, func(other string) bool { return other[0] == key[0] })
		s.same(t, want, page.Edges)
		for _, edge := range page.Edges {
			if edge.Node.Typename != typ {
				t.Errorf("like %s is a %s", key, edge.Node.Typename)
			}
		}
		field := strings.ToLower(typ)
		answer := s.ask(t, `{ `+field+`(key: "`+key+`") { lookalikes(first: 1) { nodes { key } } } }`, nil)
		if want := `{"data":{"` + field + `":{"lookalikes":{"nodes":[{"key":"` + page.Nodes[0].Key + `"}]}}}}`; answer != want {
			t.Errorf("got %s, want %s", answer, want)
		}
	}
	one := s.ask(t, `{ creators(filter: {key: {in: ["l-0001", "l-0002"]}}) { nodes { lookalikes(first: 1) { totalCount edges { score } } } } }`, nil)
	if strings.Count(one, `"score"`) != 2 || strings.Count(one, `"totalCount":1490`) != 2 {
		t.Errorf("of two creators: %s", one)
	}
}

// A campaign stands for its creators, none of whom is among the answers.
func (s *stage) testCampaigns(t *testing.T) {
	rows, err := s.store.Read(t.Context(), graph.Statement{Text: `
		MATCH (x:Campaign)<-[:PARTICIPATED_IN]-(c) WHERE x.key STARTS WITH 'x-k-3' RETURN x.key AS key, collect(c.key) AS hired LIMIT 1`})
	if err != nil {
		t.Fatal(err)
	}
	page := s.lookalikes(t, map[string]any{"seeds": ids("Campaign", rows[0]["key"].(string)), "first": 100})
	for _, edge := range page.Edges {
		if slices.Contains(rows[0]["hired"].([]any), any(edge.Node.Key)) {
			t.Errorf("%s is one of the seeds", edge.Node.Key)
		}
	}
	if len(page.Edges) != 100 {
		t.Errorf("%d are alike", len(page.Edges))
	}
}

// What cannot be answered is refused with the place, the value and what to do.
func (s *stage) testErrors(t *testing.T) {
	one := ids("Creator", "l-0001")
	many := make([]string, 51)
	for i := range many {
		many[i] = fmt.Sprintf("l-%04d", i)
	}
	cursor := s.lookalikes(t, map[string]any{"seeds": one}).Edges[0].Cursor
	for _, c := range []struct {
		name string
		vars map[string]any
		want []string
	}{
		{"no seeds", map[string]any{"seeds": []any{}}, []string{"there are 0", "give 1 to 50", `["lookalikes","seeds"]`}},
		{"too many", map[string]any{"seeds": ids("Creator", many...)}, []string{"there are 51", "give 1 to 50"}},
		{"unknown", map[string]any{"seeds": append(ids("Creator", "l-0001"), ids("Creator", "who")...)},
			[]string{`no Creator with the key \"who\"`, "NOT_FOUND", `["lookalikes","seeds",1]`}},
		{"no id", map[string]any{"seeds": []any{"l-0001"}}, []string{"is no id", `["lookalikes","seeds",0]`}},
		{"another type", map[string]any{"seeds": ids("Category", "k-0")}, []string{"that of a Category", "give the id of a Creator"}},
		{"mixed", map[string]any{"seeds": append(ids("Creator", "l-0001"), ids("Brand", "b-0")...)}, []string{"some are of the type Creator, some Brand", "give creators"}},
		{"nothing known", map[string]any{"seeds": ids("Creator", "l-0001", "l-1495")}, []string{`\"l-1495\": it has no followers, prices`, "run creatorgraph analyze", `["lookalikes","seeds",1]`}},
		{"all weights zero", map[string]any{"seeds": one, "weights": map[string]any{"graph": 0, "audience": 0, "content": 0, "commercial": 0}}, []string{"all are 0", `"weights"`}},
		{"a negative weight", map[string]any{"seeds": one, "weights": map[string]any{"graph": -1}}, []string{"graph of -1", "give 0 or more"}},
		{"an infinite weight", map[string]any{"seeds": one, "weights": map[string]any{"graph": math.MaxFloat64}}, []string{"graph of 1.797", "give 0 or more"}},
		{"weights of what nobody knows", map[string]any{"seeds": ids("Creator", "l-0007"), "weights": map[string]any{"graph": 1, "audience": 0, "content": 0, "commercial": 0}},
			[]string{"nothing is known of the seeds in what the weights count"}},
		{"diversity", map[string]any{"seeds": one, "diversity": 2}, []string{"diversity of 2", "give 0 to 1"}},
		{"negative diversity", map[string]any{"seeds": one, "diversity": -0.1}, []string{"diversity of -0.1", "give 0 to 1"}},
		{"first", map[string]any{"seeds": one, "first": 101}, []string{"first of 101", "give 0 to 100"}},
		{"no cursor", map[string]any{"seeds": one, "after": "x"}, []string{"it is no cursor"}},
		{"a cursor of other seeds", map[string]any{"seeds": ids("Creator", "l-0002"), "after": cursor}, []string{"belongs to another", "use a cursor of the same question"}},
		{"a cursor of another filter", map[string]any{"seeds": one, "filter": map[string]any{"regions": []any{"四川"}}, "after": cursor}, []string{"belongs to another"}},
		{"a cursor of other weights", map[string]any{"seeds": one, "weights": map[string]any{"graph": 1}, "after": cursor}, []string{"belongs to another"}},
		{"a cursor of other diversity", map[string]any{"seeds": one, "diversity": 0.5, "after": cursor}, []string{"belongs to another"}},
		{"a filter of agencies", map[string]any{"seeds": ids("Agency", "a-0"), "filter": map[string]any{"regions": []any{"四川"}}}, []string{"the seeds are not", "leave it out"}},
	} {
		answer := s.ask(t, alikeQuestion, c.vars)
		for _, want := range c.want {
			if !strings.Contains(answer, want) {
				t.Errorf("%s: got %.500s, want %q", c.name, answer, want)
			}
		}
	}
}

// Whoever is new or has changed is found as it is now once it is placed, without an analysis, and the analysis after
// lets few changes be.
func (s *stage) testFresh(t *testing.T) {
	twin := func(key string) {
		exec(t, s.store, `
			MATCH (as:Creator {key: 'l-1003'}) MERGE (c:Creator {key: $key}) SET c += as {.followers, .byFollowers, .priceShortVideo, .region, .language, .gender, .verified},
				c.name = $key, c.fresh = timestamp()
			WITH as, c MATCH (as)-[:IN_CATEGORY]->(k) MERGE (c)-[:IN_CATEGORY {position: 0}]->(k)
			WITH DISTINCT as, c MATCH (as)-[r:REACHES]->(s) MERGE (c)-[:REACHES {share: r.share}]->(s)`, map[string]any{"key": key})
	}
	like := func(seed, key string) float64 {
		for _, edge := range s.lookalikes(t, map[string]any{"seeds": ids("Creator", seed), "first": 100, "weights": map[string]any{"graph": 0, "content": 0}}).Edges {
			if edge.Node.Key == key {
				return edge.Score
			}
		}
		return 0
	}
	scales := s.model.Scales(lookalike.Weights{0, math.NaN(), 0, math.NaN()})
	self := s.model.Product(s.vectors["l-1003"], s.vectors["l-1003"], scales)
	twin("l-new")
	answer := s.ask(t, without, map[string]any{"seeds": ids("Creator", "l-new")})
	if !strings.Contains(answer, "has just changed and is not yet placed") {
		t.Errorf("as a seed: %.300s", answer)
	}
	placer := analyze.NewPlacer(s.store)
	if n, err := placer.PlaceAll(t.Context(), time.Now(), 1000); err != nil || n != 1 {
		t.Fatalf("placed %d, %v", n, err)
	}
	if got := like("l-1003", "l-new"); math.Abs(got-self) > 1e-3 {
		t.Errorf("l-new is %v like l-1003, which is %v like itself", got, self)
	}
	twin("l-1496") // of whom nothing was known
	if n, err := placer.PlaceAll(t.Context(), time.Now(), 1000); err != nil || n != 1 {
		t.Fatalf("placed %d, %v", n, err)
	}
	if got := like("l-1496", "l-new"); math.Abs(got-self) > 1e-3 {
		t.Errorf("l-new is %v like l-1496", got)
	}
	exec(t, s.store, "MATCH (c:Creator {key: 'l-1496'})-[r]-() DELETE r", nil)
	exec(t, s.store, "MATCH (c:Creator {key: 'l-1496'}) REMOVE c.followers, c.priceShortVideo, c.region, c.language SET c.fresh = timestamp()", nil)
	if _, err := placer.PlaceAll(t.Context(), time.Now(), 1000); err != nil {
		t.Fatal(err)
	}
	if answer := s.ask(t, without, map[string]any{"seeds": ids("Creator", "l-1496")}); !strings.Contains(answer, "it has no followers") {
		t.Errorf("after all was taken away: %.300s", answer)
	}
	for _, full := range []bool{false, true} {
		report, err := analyze.Run(t.Context(), s.store, analyze.Options{Full: full})
		if err != nil {
			t.Fatal(err)
		}
		if made := report.Steps[len(report.Steps)-1].Made; strings.Contains(made, "kept; 2 of 1501") == full {
			t.Errorf("the analysis, full %v: %s", full, made)
		}
	}
	if n, err := placer.PlaceAll(t.Context(), time.Now(), 1000); err != nil || n != 0 {
		t.Errorf("after the analysis %d are placed, %v", n, err)
	}
	if got := like("l-1003", "l-new"); got == 0 {
		t.Error("after the analysis, l-new is not like l-1003")
	}
}

// While the index is being made anew, and when it is gone, questions are told so.
func (s *stage) testIndex(t *testing.T) {
	read, err := facts.ReadLikenessModel(t.Context(), s.store)
	if err != nil {
		t.Fatal(err)
	}
	ask := func() string { return s.ask(t, without, map[string]any{"seeds": ids("Creator", "l-1003")}) }
	exec(t, s.store, statements.Text(fmt.Sprintf("lookalike/drop%d", read.Place)), nil)
	if answer := ask(); !strings.Contains(answer, "the index of likeness is not there") || !strings.Contains(answer, "SERVICE_UNAVAILABLE") {
		t.Errorf("without an index: %s", answer)
	}
	exec(t, s.store, statements.Text(fmt.Sprintf("lookalike/index%d", read.Place)), map[string]any{"dimensions": s.model.Width})
	if answer := ask(); !strings.Contains(answer, "still being made") || !strings.Contains(answer, "% is done") {
		t.Errorf("while the index is made: %.300s", answer)
	}
	exec(t, s.store, "CALL db.awaitIndexes(60)", nil)
	if answer := ask(); !strings.Contains(answer, `"score"`) {
		t.Errorf("when it is there: %s", answer)
	}
	exec(t, s.store, "MATCH (m:Model {key: 'lookalikes'}) DELETE m", nil)
	if answer := ask(); !strings.Contains(answer, "this graph has not been analysed") || !strings.Contains(answer, "run creatorgraph analyze") {
		t.Errorf("before any analysis: %s", answer)
	}
}
