package lookalike_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

var nan = math.NaN()

// Under any weights the product of query and stored vector is the weighted sum of the blocks' own products, and
// what is left out keeps its learned weight.
func TestQueryIsExactUnderAnyWeights(t *testing.T) {
	t.Parallel()

	model, rows := lookalike.Learn(market(60), 1)
	row := func(i int) []float32 { return rows[i*model.Width : (i+1)*model.Width] }
	dials := map[int]lookalike.NumericFeature{}
	for _, d := range model.Numeric {
		for k := range d.Width {
			dials[d.Offset+k] = d
		}
	}
	for _, asked := range []lookalike.Weights{{nan, nan, nan, nan}, {1, 0, 0, 0}, {0, 3, 1, 0.5}, {nan, 0, nan, 10}} {
		sum := 0.0
		for b, w := range asked {
			if math.IsNaN(w) {
				w = model.Weights[b]
			}
			sum += w
		}
		query := model.Query([][]float32{row(5)}, model.Scales(asked, row(5)))
		for i := range 60 {
			want := 0.0
			for _, p := range model.Parts {
				w := asked[p.Block]
				if math.IsNaN(w) {
					w = model.Weights[p.Block]
				}
				for k := p.At; k < p.At+p.Width; k++ {
					own := float64(row(5)[k])
					if p.SeedFree {
						own = p.Root
					}
					if d, is := dials[k]; is && own != 0 {
						own = float64(d.QueryScale) * (float64(d.MaxDistance)*own + p.Root*float64(d.Share*d.Mean[k-d.Offset]))
					}
					want += w / sum * p.Share / (p.Root * p.Root) * own * float64(row(i)[k])
				}
			}
			got := 0.0
			for k, x := range query {
				got += float64(x) * float64(row(i)[k])
			}
			if math.Abs(got-want) > 1e-5 {
				t.Fatalf("weights %v: creator %d scores %v, want %v", asked, i, got, want)
			}
		}
	}
}

// Scores are shown from 0 to 1, with parts that add up to them.
func TestShownScoresAddUp(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		products []float64
		want     float64
	}{{[]float64{0.5, 0.25, -0.1}, 0.65}, {[]float64{-0.5, 0.2}, 0}, {[]float64{0.7, 0.3000001}, 1}, {nil, 0}} {
		score, shown := lookalike.DisplayScore(c.products)
		sum := 0.0
		for _, x := range shown {
			sum += x
		}
		if math.Abs(score-c.want) > 1e-12 || math.Abs(sum-score) > 1e-12 {
			t.Errorf("%v: %v of parts that add up to %v, want %v", c.products, score, sum, c.want)
		}
	}
}

// Seeds of four circles make four clusters, however many there are of each; those of one circle make one.
func TestClusters(t *testing.T) {
	t.Parallel()

	model := &lookalike.Model{Parts: []lookalike.Part{{Name: "position", Width: 6, Share: 1, Root: 1}}, Width: 7, Weights: lookalike.Weights{1}}
	towards := func(at int, aside float64) []float32 {
		row := make([]float32, 7)
		row[at], row[5] = float32(math.Sqrt(1-aside*aside)), float32(aside)
		return row
	}
	for _, c := range []struct {
		name  string
		seeds [][]float32
		want  []int // how many are in each, the largest first
	}{
		{"one", [][]float32{towards(0, 0)}, []int{1}},
		{"of one circle", [][]float32{towards(0, 0), towards(0, 0.3), towards(0, -0.3)}, []int{3}},
		{"of two", [][]float32{towards(0, 0), towards(1, 0.1), towards(1, 0), towards(1, 0.2)}, []int{3, 1}},
		{"of five, of which four are kept", [][]float32{towards(0, 0), towards(1, 0), towards(2, 0), towards(3, 0), towards(4, 0)}, []int{2, 1, 1, 1}},
	} {
		var got []int
		share := 0.0
		for _, cluster := range model.Clusters(c.seeds, model.Scales(lookalike.Weights{1, nan, nan, nan}, c.seeds...)) {
			got = append(got, len(cluster.Seeds))
			share += cluster.Share
		}
		if !slices.Equal(got, c.want) || math.Abs(share-1) > 1e-9 {
			t.Errorf("%s: groups of %v, want %v", c.name, got, c.want)
		}
	}
}

// Without diversity the order is that of the scores; with all of it, the second is the one least like the first.
func TestDiverse(t *testing.T) {
	t.Parallel()

	model := &lookalike.Model{Parts: []lookalike.Part{{Name: "position", Width: 2, Share: 1, Root: 1}}, Width: 3, Weights: lookalike.Weights{1}}
	scales := lookalike.Scales{1}
	candidates := [][]float32{{1, 0, 0}, {0.99, 0.14, 0}, {0.6, 0.8, 0}, {0, 1, 0}}
	scores := []float64{0.9, 0.89, 0.6, 0.1}
	for diversity, want := range map[float64][]int{0: {0, 1, 2, 3}, 0.5: {0, 3, 1}, 1: {0, 3}} {
		if got := model.Diverse(candidates, scores, scales, diversity, len(want)); !slices.Equal(got, want) {
			t.Errorf("diversity %v: %v, want %v", diversity, got, want)
		}
	}
}

// Texts name what is shared, in both languages, with figures; evidence leads to it.
func TestReasonsSayWhatIsShared(t *testing.T) {
	t.Parallel()

	named := func(key, name string) lookalike.Named { return lookalike.Named{Key: key, Name: name} }
	women := lookalike.AudienceShare{Named: named("s-1", "女性"), Dimension: "GENDER", Share: 0.8}
	seed := lookalike.Profile{Followers: 31_193, Price: 570_000, Region: "四川", Audience: []lookalike.AudienceShare{women},
		Brands: []lookalike.Named{named("b-1", "朔里"), named("b-2", "芙然")}, Categories: []lookalike.Named{named("k-1", "美食")}}
	found := seed
	found.Followers, found.Audience = 4_948, []lookalike.AudienceShare{{Named: women.Named, Dimension: "GENDER", Share: 0.7},
		{Named: named("s-2", "男性"), Dimension: "GENDER", Share: 0.3}}
	model := &lookalike.Model{Weights: lookalike.Weights{0.25, 0.25, 0.25, 0.25}, Parts: []lookalike.Part{
		{Kind: "GRAPH_POSITION", Block: lookalike.Graph, Share: 0.8}, {Kind: "GRAPH_POSITION", Block: lookalike.Graph, Share: 0.1, SeedFree: true},
		{Kind: "SHARED_BRANDS", Block: lookalike.Graph, Share: 0.1}, {Kind: "SIMILAR_AUDIENCE", Block: lookalike.Audience, Share: 0.8}, {Kind: "SAME_REGION", Block: lookalike.Audience, Share: 0.2}, {Kind: "SAME_CATEGORY", Block: lookalike.Content, Share: 1},
		{Kind: "SIMILAR_SIZE", Block: lookalike.Commercial, Share: 0.5}, {Kind: "SIMILAR_PRICE", Block: lookalike.Commercial, Share: 0.5}}}
	score, reasons := model.Reasons([]float64{0.1, 0.05, 0.02, 0.2, 0.04, 0.25, 0.05, 0},
		lookalike.Scales{0.2, 0.025, 0.025, 0.2, 0.05, 0.25, 0.125, 0.125}, seed, found)
	want := []struct{ kind, text, evidence string }{
		{"SAME_CATEGORY", "同做 美食 · both about 美食", "Category k-1"},
		{"SIMILAR_AUDIENCE", "70 % 的受众画像相同:女性 · audiences 70 % the same: 女性", "Segment s-1"},
		{"GRAPH_POSITION", "为 2 个相同的品牌工作过:朔里、芙然 · both worked for 2 of the same brands: 朔里, 芙然", "Brand b-1 Brand b-2"},
		{"SIMILAR_SIZE", "粉丝 3.1 万 与 4948 · 31193 and 4948 followers", ""},
		{"SAME_REGION", "同在四川 · both in 四川", ""},
		{"SHARED_BRANDS", "合作品牌的相近度 80 %:朔里、芙然 · the brands worked for are 80 % alike: 朔里, 芙然", "Brand b-1 Brand b-2"},
	}
	if math.Abs(score-0.71) > 1e-9 || len(reasons) != len(want) {
		t.Fatalf("%v for %+v, want 0.71 for %d reasons", score, reasons, len(want))
	}
	for i, w := range want {
		var evidence []string
		for _, e := range reasons[i].Evidence {
			evidence = append(evidence, e.Type+" "+e.Key)
		}
		if r := reasons[i]; string(r.Kind) != w.kind || r.Text != w.text || strings.Join(evidence, " ") != w.evidence {
			t.Errorf("reason %d is %s: %s (%v), want %+v", i, r.Kind, r.Text, evidence, w)
		}
	}
}

// Of several seeds, audiences are averaged over those known, numbers are the middle ones, and what most have comes first.
func TestTogether(t *testing.T) {
	t.Parallel()

	a, b := lookalike.Named{Key: "a"}, lookalike.Named{Key: "b"}
	p := lookalike.MergeProfiles([]lookalike.Profile{
		{Followers: 10, Price: insight.Unknown, Brands: []lookalike.Named{a, b}, Audience: []lookalike.AudienceShare{{Named: a, Share: 0.2}}},
		{Followers: 1000, Price: insight.Unknown, Brands: []lookalike.Named{b}},
		{Followers: 20, Price: insight.Unknown, Audience: []lookalike.AudienceShare{{Named: a, Share: 0.4}}},
	})
	if p.Followers != 20 || p.Price != insight.Unknown || p.Brands[0] != b || len(p.Brands) != 2 || math.Abs(p.Audience[0].Share-0.3) > 1e-9 {
		t.Errorf("got %+v", p)
	}
}

// A house is as long as can be in each block that is known, whatever its creators differ in.
func TestHouse(t *testing.T) {
	t.Parallel()

	model, rows := lookalike.Learn(market(60), 1)
	row := func(i int) []float32 { return rows[i*model.Width : (i+1)*model.Width] }
	house := model.Organization([][]float32{row(1), row(2), row(5)}, nil, nil)
	if l := length(house); l < model.Least-1e-5 || l > 1+1e-5 {
		t.Errorf("its length is %v, want %v to 1", l, model.Least)
	}
	same := model.Product(house, house, model.Scales(lookalike.Weights{nan, nan, nan, nan}, house))
	if same < 0.8 || same > 1+1e-6 {
		t.Errorf("it is %v like itself", same)
	}
	if model.Organization(nil, nil, nil) != nil {
		t.Error("a house of nobody has a vector")
	}
	if model.Organization(nil, []string{"food"}, nil) == nil {
		t.Error("a brand of a category has none")
	}
}
