package lookalike

import (
	"cmp"
	"math"
	"slices"
)

const (
	// tastesMost is how many tastes seeds are told apart by.
	tastesMost = 4
	// strangers is the cosine, on average over all pairs, below which two groups of seeds are of different tastes.
	strangers = 0.3
)

// Taste is some of the seeds, by number, that are alike.
type Taste struct {
	Seeds []int
	Share float64 // of all seeds
}

// Tastes tells seeds of clearly different tastes apart: the most alike groups are joined, by the average over their
// pairs (Sokal and Michener, 1958), until no two are alike and there are few. The largest is first.
func (m *Model) Tastes(seeds [][]float32, scales Weights) []Taste {
	likeness := m.likenesses(seeds, scales)
	groups := make([][]int, len(seeds))
	for i := range seeds {
		groups[i] = []int{i}
	}
	for len(groups) > 1 {
		a, b, best := 0, 0, math.Inf(-1)
		for j := range groups {
			for i := range j {
				if s := linkage(likeness, groups[i], groups[j]); s > best {
					a, b, best = i, j, s
				}
			}
		}
		if best < strangers && len(groups) <= tastesMost {
			break
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = slices.Delete(groups, b, b+1)
	}
	slices.SortStableFunc(groups, func(x, y []int) int { return cmp.Compare(len(y), len(x)) })
	tastes := make([]Taste, len(groups))
	for i, g := range groups {
		slices.Sort(g)
		tastes[i] = Taste{g, float64(len(g)) / float64(len(seeds))}
	}
	return tastes
}

// linkage is the average over the pairs of two groups.
func linkage(likeness [][]float64, a, b []int) float64 {
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += likeness[i][j]
		}
	}
	return sum / float64(len(a)*len(b))
}

// likenesses are the cosines of all pairs under scales; 0 where nothing is known of one.
func (m *Model) likenesses(rows [][]float32, scales Weights) [][]float64 {
	all := make([][]float64, len(rows))
	for i := range rows {
		all[i] = make([]float64, len(rows))
	}
	for i := range rows {
		all[i][i] = m.Product(rows[i], rows[i], scales)
	}
	for i := range rows {
		for j := range i {
			if both := all[i][i] * all[j][j]; both > 0 {
				all[i][j] = m.Product(rows[i], rows[j], scales) / math.Sqrt(both)
				all[j][i] = all[i][j]
			}
		}
	}
	return all
}

// Product is how much alike two stored vectors are under scales, without what speaks for candidates alone.
func (m *Model) Product(a, b []float32, scales Weights) float64 {
	sum := 0.0
	for _, p := range m.Parts {
		if p.Ask {
			continue
		}
		part := float32(0)
		for k := p.At; k < p.At+p.Width; k++ {
			part += a[k] * b[k]
		}
		sum += float64(part) * scales[p.Block]
	}
	return sum
}
