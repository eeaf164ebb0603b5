// Package tie measures how closely people have worked together: the strength of the tie between each two
// who shared campaigns or contents.
//
// # The idea
//
// A thing that n people share tells the more of each two of them the fewer they are, and the less the longer
// ago it was:
//
//	strength = Σ over shared things of 1 / ln(1 + n) · 0.5^(age / 730 days)
//
// The first factor is the weighting of Adamic and Adar (Friends and neighbors on the Web, 2003) with 1 + n,
// so that a thing of two has a finite one; the second halves what a thing tells every two years. A thing whose
// day nobody knows counts as two years old, one that is still to come as a little more than one of today.
//
// A campaign of 345 creators ties 60,000 pairs, so that the pairs of a market are far more than its
// people: only the Keep strongest ties of each are kept, and with them what is among the strongest of
// either end. Memory is that of the things' members twice and a few numbers for each person; pairs are
// worked out person by person, twice, and handed over without being held.
//
// # Order
//
// Sums are added up in the order in which things were added, for both ends of a tie alike, so that the same
// things in the same order give the same numbers to the last bit.
package tie
