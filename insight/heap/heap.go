// Package heap keeps the first of some elements at hand: a binary heap in a slice, in the order of a function. Unlike container/heap
// it knows the elements' type, so that nothing is boxed or called through an interface.
package heap

// Push adds an element.
func Push[T any](h []T, one T, before func(a, b T) bool) []T {
	h = append(h, one)
	for at := len(h) - 1; at > 0 && before(h[at], h[(at-1)/2]); at = (at - 1) / 2 {
		h[at], h[(at-1)/2] = h[(at-1)/2], h[at]
	}
	return h
}

// Replace puts another element in the place of the first.
func Replace[T any](h []T, one T, before func(a, b T) bool) {
	h[0] = one
	for at := 0; ; {
		first := at
		for child := 2*at + 1; child <= 2*at+2 && child < len(h); child++ {
			if before(h[child], h[first]) {
				first = child
			}
		}
		if first == at {
			return
		}
		h[at], h[first] = h[first], h[at]
		at = first
	}
}

// Pop removes the first element.
func Pop[T any](h []T, before func(a, b T) bool) []T {
	last := len(h) - 1
	one := h[last]
	if h = h[:last]; last > 0 {
		Replace(h, one, before)
	}
	return h
}
