package collaborator

import (
	"github.com/creatorgraph/creatorgraph/insight"
)

// network is who has worked with whom: for each creator its partners, as one long list.
type network struct {
	from     []int64 // where a creator's partners begin
	to       []int32
	weight   []float32
	strength []float32 // the sum of a creator's weights
	degree   []int32   // how many partners a creator has, which may be more than are laid out here
}

// newNetwork lays ties out by creator; those that leave says true of are left out.
func newNetwork(people int, ties []insight.Tie, leave func(i int) bool) *network {
	n := &network{from: make([]int64, people+1), strength: make([]float32, people)}
	for i, t := range ties {
		if !leave(i) {
			n.from[t.A+1]++
			n.from[t.B+1]++
		}
	}
	for p := range people {
		n.from[p+1] += n.from[p]
	}
	n.to, n.weight = make([]int32, n.from[people]), make([]float32, n.from[people])
	next := make([]int64, people)
	copy(next, n.from)
	for i, t := range ties {
		if leave(i) {
			continue
		}
		n.put(next, t.A, t.B, t.Weight)
		n.put(next, t.B, t.A, t.Weight)
	}
	return n
}

func (n *network) put(next []int64, from, to int32, weight float32) {
	n.to[next[from]], n.weight[next[from]] = to, weight
	next[from]++
	n.strength[from] += weight
}

func (n *network) people() int { return len(n.strength) }

func (n *network) partners(of int32) ([]int32, []float32) {
	return n.to[n.from[of]:n.from[of+1]], n.weight[n.from[of]:n.from[of+1]]
}
