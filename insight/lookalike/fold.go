package lookalike

import (
	"math"
	"math/rand/v2"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/thin"
)

// Fold says how a creator is placed in the network by those it has worked with.
type Fold struct {
	Most float32 `json:"most"` // the greatest ln of partners
}

const walkRounds = 3

// positions places all creators by walks.
func positions(m *insight.Market, width int, seed uint64) []float32 {
	people := len(m.Creators)
	r := rand.New(rand.NewPCG(seed, 5))
	x, y := make([]float32, people*width), make([]float32, people*width)
	sum := make([]float32, people*width)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	strength := make([]float32, people)
	for _, t := range m.Ties {
		strength[t.A] += t.Weight
		strength[t.B] += t.Weight
	}
	for range walkRounds {
		clear(y)
		for _, t := range m.Ties {
			w := t.Weight / float32(math.Sqrt(float64(strength[t.A]*strength[t.B])))
			a, b := int(t.A)*width, int(t.B)*width
			add(y[a:a+width], w, x[b:b+width])
			add(y[b:b+width], w, x[a:a+width])
		}
		x, y = y, x
		add(sum, 1, x)
	}
	thin.Rows(people, func(first, end int) {
		for p := first; p < end; p++ {
			shorten(sum[p*width:(p+1)*width], 0)
		}
	})
	return sum
}
