package lookalike

import (
	"cmp"
	"math"
	"slices"
)

const (
	// maxClusters is how many clusters seeds are divided into at most.
	maxClusters = 4
	// minClusterCosine is the mean cosine over all pairs below which two clusters are not merged.
	minClusterCosine = 0.15
)

// Cluster is a group of similar seeds, by index.
type Cluster struct {
	Seeds []int
	Share float64 // of all seeds
}

// Clusters divides seeds by average-linkage clustering (Sokal and Michener, 1958): it merges the two most similar clusters until
// at most maxClusters are left and no two are similar. The largest comes first.
func (m *Model) Clusters(seeds [][]float32, scales Scales) []Cluster {
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
		if best < minClusterCosine && len(groups) <= maxClusters {
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
	clusters := make([]Cluster, len(groups))
	for i, g := range groups {
		slices.Sort(g)
		clusters[i] = Cluster{g, float64(len(g)) / float64(len(seeds))}
	}
	return clusters
}

// cosines gives the cosines of all pairs under scales; 0 where one vector is empty.
func (m *Model) cosines(rows [][]float32, scales Scales) [][]float64 {
	ones := make([][]float32, len(rows)) // of length 1, so that products are cosines
	for i, row := range rows {
		one := make([]float32, m.Width-1)
		for j, p := range m.Parts {
			if !p.SeedFree {
				axpy(one[p.At:p.At+p.Width], float32(math.Sqrt(float64(m.multiplier(j, scales)))), row[p.At:p.At+p.Width])
			}
		}
		divideByLength(one, 0)
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

// Product is the similarity of two stored vectors under scales, without seed-free parts.
func (m *Model) Product(a, b []float32, scales Scales) float64 {
	sum := 0.0
	for i, p := range m.Parts {
		if p.SeedFree {
			continue
		}
		part := float32(0)
		for k := p.At; k < p.At+p.Width; k++ {
			part += a[k] * b[k]
		}
		sum += float64(part * m.multiplier(i, scales))
	}
	return sum
}
