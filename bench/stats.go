package main

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// spread is a median with the least and the greatest.
type spread struct {
	Median, Least, Most float64
}

// spreadOf gives the spread of some values; of none it is zero.
func spreadOf(all []float64) spread {
	if len(all) == 0 {
		return spread{}
	}
	sorted := slices.Sorted(slices.Values(all))
	return spread{Median: median(sorted), Least: sorted[0], Most: sorted[len(sorted)-1]}
}

// median gives the middle of sorted values, of two middles their mean.
func median(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}

// quantile gives the least of sorted values that a share of them does not exceed (nearest rank).
func quantile[T cmp.Ordered](sorted []T, share float64) T {
	var zero T
	if len(sorted) == 0 {
		return zero
	}
	rank := int(math.Ceil(share*float64(len(sorted)))) - 1
	return sorted[min(max(rank, 0), len(sorted)-1)]
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
