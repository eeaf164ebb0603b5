// Package strength measures how closely people have worked together: the strength of the tie between any two
// who shared campaigns or contents.
//
// # The idea
//
// A work that n people share says more about each pair of them the fewer they are, and less the longer
// ago it was:
//
//	strength = Σ over shared works of 1 / ln(1 + n) · 0.5^(age / 730 days)
//
// The first factor is the weighting of Adamic and Adar (Friends and neighbors on the Web, 2003) with 1 + n,
// so that a work of two has a finite weight; the second halves a work's weight every two years. A work of
// unknown day counts as two years old, one in the future as a little more than one of today.
//
// A campaign of 345 creators ties 60,000 pairs, so a market has far more pairs than
// people. The package keeps only the Keep strongest ties of each person, so a tie stays if it is among the strongest of
// either end. It needs memory for the works' members twice and for a few numbers per person; it computes
// pairs person by person, twice, and passes them on without holding them.
//
// # Order
//
// Sums follow the order in which works were added, for both ends of a tie alike, so the same
// works in the same order give the same numbers to the last bit.
package strength
