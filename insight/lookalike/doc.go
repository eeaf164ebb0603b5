// Package lookalike learns where creators stand among each other, so that those alike can be found by one
// search for the nearest vectors.
//
// # The idea
//
// A creator is one vector made of parts, each of length at most one times the root of what it counts; the
// product of two vectors is then the weighted sum of the parts' products, and each part is a reason. A last
// number fills each vector up to length one, and is 0 in a query, so that an index that orders by cosine orders
// by this product whatever is asked for (Bachrach and others, Speeding up the Xbox recommender system using a
// Euclidean transformation for inner-product spaces, 2014). What is not known of a creator is 0 and adds
// nothing.
//
// A query scales each part by what the caller's weights are of the learned ones, so that any weighting is exact.
// Whoever has worked with nobody asks with weights of its own.
package lookalike
