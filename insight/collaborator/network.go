package collaborator

import (
	"github.com/creatorgraph/creatorgraph/insight"
)

// network is the weighted graph of ties in compressed sparse rows. Rows that have changed since it was built are kept separately.
type network struct {
	from        []int64 // offsets of each creator's partners
	to          []int32
	weight      []float32
	strength    []float32 // by creator: the sum of its weights
	degree      []int32   // by creator: how many partners
	replacement []int32   // by creator: its index in replaced, plus 1; nil while nothing has changed
	replaced    []neighbours
}

// neighbours are the partners of one creator.
type neighbours struct {
	to     []int32
	weight []float32
}

// newNetwork builds the network of all ties but those that leave returns true for.
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
	if n.replacement != nil {
		if at := n.replacement[of]; at > 0 {
			return n.replaced[at-1].to, n.replaced[at-1].weight
		}
		if int(of) >= len(n.from)-1 {
			return nil, nil
		}
	}
	return n.to[n.from[of]:n.from[of+1]], n.weight[n.from[of]:n.from[of+1]]
}

// grow makes room for so many people.
func (n *network) grow(people int) {
	if n.replacement == nil {
		n.replacement = make([]int32, n.people())
	}
	for len(n.strength) < people {
		n.strength, n.degree, n.replacement = append(n.strength, 0), append(n.degree, 0), append(n.replacement, 0)
	}
}

// replace sets a creator's partners. The caller replaces those of its partners, too.
func (n *network) replace(of int32, partners neighbours) {
	if n.replacement == nil {
		n.replacement = make([]int32, n.people())
	}
	if n.replacement[of] == 0 {
		n.replaced = append(n.replaced, neighbours{})
		n.replacement[of] = int32(len(n.replaced))
	}
	n.replaced[n.replacement[of]-1] = partners
	n.degree[of], n.strength[of] = int32(len(partners.to)), 0
	for _, w := range partners.weight {
		n.strength[of] += w
	}
}
