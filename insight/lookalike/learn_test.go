package lookalike_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// market is a small market of circles whose members work together; every third creator has no audience.
func market(people int) *insight.Market {
	r := rand.New(rand.NewPCG(7, 7))
	m := &insight.Market{Categories: []string{"beauty", "food", "games", "travel"}, Segments: []string{"women", "men", "young", "old"},
		Regions: []string{"north", "south"}, Languages: []string{"zh"}}
	for i := range people {
		c := insight.Creator{Key: string(rune('a' + i)), Region: int32(i % 2), Agency: insight.Unknown,
			Followers: int64(100 * (i + 1)), Price: insight.Unknown, Categories: []int32{int32(i % 4)}}
		if i%3 > 0 {
			share := 0.2 + 0.6*r.Float32()
			c.Audience = []insight.Share{{Segment: 0, Part: share}, {Segment: 1, Part: 1 - share}}
		}
		c.Words = insight.AddWords(nil, []string{"成都探店火锅", "lipstick of the day", "speedrun", "雪山徒步"}[i%4])
		m.Creators = append(m.Creators, c)
	}
	for a := range people {
		for b := range a {
			if a%4 == b%4 && r.Float64() < 0.4 {
				m.Collaborations = append(m.Collaborations, insight.Collaboration{A: int32(b), B: int32(a), Weight: 1, Things: 1})
			}
		}
	}
	return m
}

// Vectors are of the least length at least and of one at most, half of them without any filler, and parts are no
// longer than they are kept.
func TestLengths(t *testing.T) {
	t.Parallel()

	model, rows := lookalike.Learn(market(60), 1)
	filled := 0
	for i := 0; i < len(rows); i += model.Width {
		row := rows[i : i+model.Width]
		if l := length(row); l < model.Least-1e-5 || l > 1+1e-5 {
			t.Errorf("creator %d: the vector's length is %v, want %v to 1", i/model.Width, l, model.Least)
		}
		if row[model.Width-1] > 0 {
			filled++
		}
		for _, p := range model.Parts {
			if l := length(row[p.At : p.At+p.Width]); l > p.Root+1e-5 {
				t.Errorf("creator %d: %s has length %v, want at most %v", i/model.Width, p.Name, l, p.Root)
			}
		}
	}
	if filled > 30 || filled < 25 {
		t.Errorf("%d of 60 are filled up, want half", filled)
	}
}

// The same market and seed give the same vectors.
func TestLearnIsRepeatable(t *testing.T) {
	t.Parallel()

	_, first := lookalike.Learn(market(60), 3)
	_, again := lookalike.Learn(market(60), 3)
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("vectors (-first +again):\n%s", diff)
	}
}

func length(x []float32) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum)
}

// However few there are and however weak their ties: every number is one, and the model can be kept.
func TestLearnsFromNearlyNothing(t *testing.T) {
	t.Parallel()

	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		m := &insight.Market{Categories: []string{"food", "games"}, Brands: []string{"b-1"}, Segments: []string{"women"}}
		people := 1 + r.IntN(8)
		for p := range people {
			c := insight.Creator{Key: fmt.Sprint(p), Region: insight.Unknown, Language: insight.Unknown,
				Agency: insight.Unknown, Followers: insight.Unknown, Price: insight.Unknown}
			if r.IntN(2) == 0 {
				c.Followers, c.Categories = int64(r.IntN(3)), []int32{int32(r.IntN(2))}
			}
			m.Creators = append(m.Creators, c)
			for q := range p {
				if r.IntN(3) == 0 {
					weight := float32(math.Pow(10, -float64(r.IntN(30))))
					m.Collaborations = append(m.Collaborations, insight.Collaboration{A: int32(q), B: int32(p), Weight: weight, Things: 1})
				}
			}
		}
		model, rows := lookalike.Learn(m, seed)
		if _, err := json.Marshal(model); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		for i, x := range rows {
			if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
				t.Fatalf("seed %d: number %d of creator %d is %v", seed, i%model.Width, i/model.Width, x)
			}
		}
	}
}
