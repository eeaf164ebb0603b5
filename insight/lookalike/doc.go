// Package lookalike learns one vector per creator, so that one nearest-vector search finds similar creators.
//
// # The idea
//
// A vector consists of parts: position in the network, brands, audience, home, categories, words, size, price,
// results. Each part is at most as long as the root of its weight, so the product of two vectors is the weighted sum
// of the parts' products, and each part is a reason. Unknown values are 0 and add nothing. A last number, the
// filler, pads a vector that is shorter than the median to the median length, and is 0 in a query. Lengths then differ
// little, so an index that orders by cosine finds those with the greatest product among its first
// (docs/decisions/0010 has the bound, and what a filler up to length one cost).
//
// A query scales each part by the caller's weight over the learned one, so any weighting is exact. A creator without
// ties is compared by weights of its own.
//
// docs/lookalikes.md describes the parts, the learning and the accuracy.
package lookalike
