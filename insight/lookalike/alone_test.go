package lookalike_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// streamers are creators who all live in one place, of three categories and of sizes over four powers of ten; a third
// have worked with others, and all use one of thirty words.
func streamers() *insight.Market {
	r := rand.New(rand.NewPCG(5, 5))
	m := &insight.Market{Categories: []string{"songs", "games", "talk"}, Regions: []string{"TW"}, Languages: []string{"zh"}}
	for i := range 600 {
		m.Creators = append(m.Creators, insight.Creator{Key: fmt.Sprint(i), Region: 0, Language: 0, Agency: insight.Unknown,
			Followers: int64(100 * math.Pow(10, 4*r.Float64())), Price: insight.Unknown, Categories: []int32{int32(i % 3)},
			Words: insight.AddWords(nil, fmt.Sprintf("word%d", r.IntN(30)))})
	}
	for a := range 200 {
		for range 3 {
			if b := r.IntN(200); b != a {
				m.Collaborations = append(m.Collaborations, insight.Collaboration{A: int32(min(a, b)), B: int32(max(a, b)), Weight: 1, Things: 1})
			}
		}
	}
	return m
}

// Whoever has worked with nobody is like those of its own category and size, whatever words they use.
func TestThoseWithoutTiesAreLikeTheirOwnKind(t *testing.T) {
	t.Parallel()

	m := streamers()
	model, rows := lookalike.Learn(m, 1)
	ranker := model.Ranker(rows, lookalike.Learned())
	everybody, scores := make([]int32, 600), make([]float64, 600)
	for i := range everybody {
		everybody[i] = int32(i)
	}
	same, apart, n := 0.0, 0.0, 0.0
	for of := int32(200); of < 600; of += 10 {
		ranker.Scores(of, everybody, scores)
		scores[of] = math.Inf(-1)
		for range 10 {
			best := 0
			for c, s := range scores {
				if s > scores[best] {
					best = c
				}
			}
			scores[best] = math.Inf(-1)
			n++
			apart += math.Abs(math.Log10(float64(m.Creators[of].Followers) / float64(m.Creators[best].Followers)))
			if m.Creators[best].Categories[0] == m.Creators[of].Categories[0] {
				same++
			}
		}
	}
	if apart/n > 0.3 || same/n < 0.9 {
		t.Errorf("the first ten are %.2f powers of ten apart, %.0f %% of the category; want at most 0.3 and at least 90 %%", apart/n, 100*same/n)
	}
}

// What a size adds to a score falls with the distance of sizes, and where all live says next to nothing.
func TestSizeFallsWithDistanceAndACommonHomeSaysLittle(t *testing.T) {
	t.Parallel()

	m := streamers()
	model, rows := lookalike.Learn(m, 1)
	seed := rows[:model.Width]
	scales := model.Scales(lookalike.Learned(), seed)
	query := model.Query([][]float32{seed}, scales)
	before := math.Inf(1)
	for _, followers := range []int64{2_525, 2_950, 4_000, 16_700, 60_000, 300_000, 2_000_000} {
		products := model.Products(model.Query([][]float32{model.Embed(lookalike.ChangedCreator{Followers: 2_525, Price: insight.Unknown})}, scales),
			model.Embed(lookalike.ChangedCreator{Followers: followers, Price: insight.Unknown}))
		for i, p := range model.Parts {
			if p.Kind == insight.SimilarSize {
				if products[i] >= before {
					t.Errorf("2525 and %d followers add %v, want less than %v", followers, products[i], before)
				}
				before = products[i]
			}
		}
	}
	for c := 0; c < len(rows); c += model.Width {
		for i, x := range model.Products(query, rows[c:c+model.Width]) {
			if model.Parts[i].Kind == insight.SameRegion && x > 1e-3 {
				t.Fatalf("to live where all do adds %v", x)
			}
		}
	}
}
