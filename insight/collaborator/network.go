package collaborator

import (
	"github.com/creatorgraph/creatorgraph/insight"
)

// network is who has worked with whom: for each creator its partners, as one long list; those of creators who have
// changed since it was laid out stand apart.
type network struct {
	from     []int64 // where a creator's partners begin
	to       []int32
	weight   []float32
	strength []float32 // by creator: the sum of its weights
	degree   []int32   // by creator: how many partners
	apart    []int32   // by creator: its number in anew, plus 1; nil where nobody has changed
	anew     []row
}

// row is the partners of one creator.
type row struct {
	to     []int32
	weight []float32
}

// newNetwork lays ties out by creator; those that leave says true of are left out.
func newNetwork(people int, ties []insight.Collaboration, leave func(i int) bool) *network {
	n := &network{from: make([]int64, people+1), strength: make([]float32, people), degree: make([]int32, people)}
	for i, t := range ties {
		if !leave(i) {
			n.from[t.A+1]++
			n.from[t.B+1]++
		}
	}
	for p := range people {
		n.degree[p] = int32(n.from[p+1])
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
	if n.apart != nil {
		if at := n.apart[of]; at > 0 {
			return n.anew[at-1].to, n.anew[at-1].weight
		}
		if int(of) >= len(n.from)-1 {
			return nil, nil
		}
	}
	return n.to[n.from[of]:n.from[of+1]], n.weight[n.from[of]:n.from[of+1]]
}

// grow makes room for so many people.
func (n *network) grow(people int) {
	if n.apart == nil {
		n.apart = make([]int32, n.people())
	}
	for len(n.strength) < people {
		n.strength, n.degree, n.apart = append(n.strength, 0), append(n.degree, 0), append(n.apart, 0)
	}
}

// replace puts other partners in the place of a creator's; that each has it among its own is for the caller to see to.
func (n *network) replace(of int32, partners row) {
	if n.apart == nil {
		n.apart = make([]int32, n.people())
	}
	if n.apart[of] == 0 {
		n.anew = append(n.anew, row{})
		n.apart[of] = int32(len(n.anew))
	}
	n.anew[n.apart[of]-1] = partners
	n.degree[of], n.strength[of] = int32(len(partners.to)), 0
	for _, w := range partners.weight {
		n.strength[of] += w
	}
}
