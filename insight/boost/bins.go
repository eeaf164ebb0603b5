package boost

import (
	"math"
	"slices"
	"sort"
)

// missingBin is the bin of missing values; other bins start at 1.
const missingBin = 0

// binned is rows as bins.
type binned struct {
	edges [][]float64 // per feature, ascending: a value at most edges[b] is in bin b+1 or below
	bins  [][]uint8
}

// edgesOf cuts each feature into bins of about as many rows.
func edgesOf(rows Rows, most int) [][]float64 {
	edges := make([][]float64, len(rows.Features))
	parallelFor(len(edges), 16*len(rows.Target), func(f int) { edges[f] = cuts(rows.Features[f], most) })
	return edges
}

// cuts gives the values between bins: halfway between neighbours, as precise as they are recorded.
func cuts(values []float64, most int) []float64 {
	sorted := make([]float64, 0, len(values))
	for _, x := range values {
		if !math.IsNaN(x) {
			sorted = append(sorted, x)
		}
	}
	slices.Sort(sorted)
	var edges []float64
	left, room := len(sorted), most // rows and bins that are still to be given
	begin := 0
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] || (i-begin)*room < left {
			continue
		}
		edge := float64(float32(sorted[i-1]/2 + sorted[i]/2))
		if n := len(edges); n > 0 && edge <= edges[n-1] || edge >= sorted[i] {
			continue // neighbours too near to be told apart
		}
		edges = append(edges, edge)
		left, room, begin = left-(i-begin), room-1, i
		if room == 1 {
			break
		}
	}
	return edges
}

// bin places rows in the bins between edges.
func bin(rows Rows, edges [][]float64) binned {
	b := binned{edges, make([][]uint8, len(edges))}
	parallelFor(len(edges), 16*len(rows.Target), func(f int) {
		b.bins[f] = make([]uint8, len(rows.Target))
		for i, x := range rows.Features[f] {
			if !math.IsNaN(x) {
				b.bins[f][i] = uint8(1 + sort.SearchFloat64s(edges[f], x))
			}
		}
	})
	return b
}
