package collaborator

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Local prepares the surroundings of one creator for scoring: a market of few creators with the ties among
// them, and the standing of each in the whole network, in the order of the creators.
func (r *Record) Local(m *insight.Market, standings []Standing) *View {
	n := newNetwork(len(m.Creators), m.Ties, func(int) bool { return false })
	v := &View{market: m, network: n, dims: max(r.Dims, 1), typical: math.Max(r.Typical, 1e-9),
		before: math.MaxInt32}
	v.position = make([]float32, len(m.Creators)*v.dims)
	v.degree = make([]int32, len(m.Creators))
	for p, s := range standings {
		copy(v.position[p*v.dims:(p+1)*v.dims], s.Position)
		v.degree[p] = max(s.Partners, int32(n.from[p+1]-n.from[p]))
		n.strength[p] = max(s.Strength, n.strength[p])
	}
	n.degree = v.degree
	v.rarity = make([]float32, len(m.Categories))
	rarest := float32(0)
	for _, rarity := range r.Rarity {
		rarest = max(rarest, rarity)
	}
	for c, key := range m.Categories {
		rarity, known := r.Rarity[key]
		if !known {
			rarity = rarest
		}
		v.rarity[c] = rarity
	}
	v.measure(n.strength)
	return v
}
