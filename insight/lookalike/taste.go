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
	strangers = 0.15
)

// Taste is some of the seeds, by number, that are alike.
type Taste struct {
	Seeds []int
	Share float64 // of all seeds
}

// Tastes tells seeds of clearly different tastes apart: the most alike groups are joined, by the average over their
// pairs (Sokal and Michener, 1958), until no two are alike and there are few. The largest is first.
func (m *Model) Tastes(seeds [][]float32, scales Scales) []Taste {
	sums := m.cosines(seeds, scales) // of all pairs of two groups
	groups := make([][]int, len(seeds))
	for i := range seeds {
		groups[i] = []int{i}
	}
	for len(groups) > 1 {
		a, b, best := 0, 0, math.Inf(-1)
		for j := range groups {
			for i := range j {
				if s := sums[i][j] / float64(len(groups[i])*len(groups[j])); s > best {
					a, b, best = i, j, s
				}
			}
		}
		if best < strangers && len(groups) <= tastesMost {
			break
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = slices.Delete(groups, b, b+1)
		for i, x := range sums[b] {
			sums[a][i] += x
			sums[i][a] = sums[a][i]
		}
		sums = slices.Delete(sums, b, b+1)
		for i := range sums {
			sums[i] = slices.Delete(sums[i], b, b+1)
		}
	}
	slices.SortStableFunc(groups, func(x, y []int) int { return cmp.Compare(len(y), len(x)) })
	tastes := make([]Taste, len(groups))
	for i, g := range groups {
		slices.Sort(g)
		tastes[i] = Taste{g, float64(len(g)) / float64(len(seeds))}
	}
	return tastes
}

// cosines are those of all pairs under scales; 0 where nothing is known of one.
func (m *Model) cosines(rows [][]float32, scales Scales) [][]float64 {
	ones := make([][]float32, len(rows)) // of length 1, so that products are cosines
	for i, row := range rows {
		one := make([]float32, m.Width-1)
		for j, p := range m.Parts {
			if !p.Ask {
				axpy(one[p.At:p.At+p.Width], float32(math.Sqrt(float64(m.counts(j, scales)))), row[p.At:p.At+p.Width])
			}
		}
		shorten(one, 0)
		ones[i] = one
	}
	all := make([][]float64, len(rows))
	for i := range rows {
		all[i] = make([]float64, len(rows))
		for j := range i {
			all[i][j] = float64(dot(ones[i], ones[j]))
			all[j][i] = all[i][j]
		}
	}
	return all
}

// Product is how much alike two stored vectors are under scales, without what speaks for candidates alone.
func (m *Model) Product(a, b []float32, scales Scales) float64 {
	sum := 0.0
	for i, p := range m.Parts {
		if p.Ask {
			continue
		}
		part := float32(0)
		for k := p.At; k < p.At+p.Width; k++ {
			part += a[k] * b[k]
		}
		sum += float64(part * m.counts(i, scales))
	}
	return sum
}
