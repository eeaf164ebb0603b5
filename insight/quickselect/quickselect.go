// Package quickselect finds the values that would stand at a place if all were sorted, in time linear in how many there are:
// by parting them again and again (C. A. R. Hoare, Algorithm 65: Find, 1961), and near the top by keeping the greatest.
package quickselect

import (
	"cmp"
	"slices"
)

// Nth gives the value that n of others are not less than, 0 the greatest; at most n are greater. It reorders.
func Nth[T cmp.Ordered](x []T, n int) T {
	if n < len(x)/8 {
		return near(x, n)
	}
	low, high := 0, len(x)-1
	for low < high {
		pivot := x[low+(high-low)/2]
		i, j := low, high
		for i <= j {
			for x[i] > pivot {
				i++
			}
			for x[j] < pivot {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n <= j:
			high = j
		case n >= i:
			low = i
		default:
			return x[n]
		}
	}
	return x[n]
}

// near is Nth where few are greater: the n + 1 greatest so far are a heap, the least of them its first. Nearly all of the others
// are less than that, which a processor foresees.
func near[T cmp.Ordered](x []T, n int) T {
	heap := x[:n+1]
	for at := n / 2; at >= 0; at-- {
		sink(heap, at)
	}
	for k := n + 1; k < len(x); k++ {
		if x[k] > heap[0] {
			heap[0], x[k] = x[k], heap[0]
			sink(heap, 0)
		}
	}
	return heap[0]
}

// sink puts a value where it belongs in a heap whose first is the least.
func sink[T cmp.Ordered](heap []T, at int) {
	for {
		least := 2*at + 1
		if least >= len(heap) {
			return
		}
		if other := least + 1; other < len(heap) && heap[other] < heap[least] {
			least = other
		}
		if heap[at] <= heap[least] {
			return
		}
		heap[at], heap[least] = heap[least], heap[at]
		at = least
	}
}

// Top gives those of the greatest values, in their order: so many, of equal ones the first. values[k] is of[k]'s.
func Top[E any, T cmp.Ordered](of []E, values []T, most int) []E {
	if len(of) <= most {
		return of
	}
	least := Nth(slices.Clone(values), most)
	equal := most
	for _, v := range values {
		if v > least {
			equal--
		}
	}
	some := make([]E, 0, most)
	for k, one := range of {
		if values[k] > least || values[k] == least && equal > 0 {
			some = append(some, one)
			if values[k] == least {
				equal--
			}
		}
	}
	return some
}
