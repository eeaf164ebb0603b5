package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// maxWeight bounds the weight of a tie; one of mean weight counts 1.
const maxWeight = 8

// network is the weighted graph of ties in compressed sparse rows.
type network struct {
	from    []int64
	to      []int32
	weight  []float32 // relative to the mean, bounded
	typical float32   // the mean
}

// newNetwork builds the network of all ties but those that leave returns true for.
func newNetwork(people int, ties []insight.Collaboration, leave func(i int) bool) *network {
	n := &network{from: make([]int64, people+1)}
	sum := 0.0
	for i, t := range ties {
		if !leave(i) {
			n.from[t.A+1]++
			n.from[t.B+1]++
			sum += float64(t.Weight)
		}
	}
	for p := range people {
		n.from[p+1] += n.from[p]
	}
	n.to, n.weight = make([]int32, n.from[people]), make([]float32, n.from[people])
	n.typical = float32(2 * sum / max(float64(len(n.to)), 1))
	next := append([]int64(nil), n.from...)
	put := func(a, b int32, weight float32) {
		n.to[next[a]], n.weight[next[a]] = b, weight
		next[a]++
	}
	for i, t := range ties {
		if !leave(i) {
			w := relative(t.Weight, n.typical)
			put(t.A, t.B, w)
			put(t.B, t.A, w)
		}
	}
	return n
}

// relative is the weight of a tie relative to the mean, to the power 1.5, up to a bound.
func relative(weight, typical float32) float32 {
	if typical <= 0 {
		return 1
	}
	x := weight / typical
	return min(x*float32(math.Sqrt(float64(x))), maxWeight)
}

func (n *network) people() int { return len(n.from) - 1 }

func (n *network) partners(of int) ([]int32, []float32) {
	return n.to[n.from[of]:n.from[of+1]], n.weight[n.from[of]:n.from[of+1]]
}
