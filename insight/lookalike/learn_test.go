package lookalike_test

import (
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
				m.Ties = append(m.Ties, insight.Tie{A: int32(b), B: int32(a), Weight: 1, Things: 1})
			}
		}
	}
	return m
}

// Vectors are of length one, and their parts no longer than what they count.
func TestVectorsHaveLengthOne(t *testing.T) {
	t.Parallel()

	model, rows := lookalike.Learn(market(60), 1)
	for i := 0; i < len(rows); i += model.Width {
		row := rows[i : i+model.Width]
		if l := length(row); math.Abs(l-1) > 1e-5 {
			t.Errorf("creator %d: the vector's length is %v, want 1", i/model.Width, l)
		}
		for _, p := range model.Parts {
			most := math.Sqrt(model.Weights[p.Block] * p.Share)
			if l := length(row[p.At : p.At+p.Width]); l > most+1e-5 {
				t.Errorf("creator %d: %s has length %v, want at most %v", i/model.Width, p.Name, l, most)
			}
		}
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
