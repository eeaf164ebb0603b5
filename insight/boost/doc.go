// Package boost learns boosted regression trees over histograms of the features.
//
// # The idea
//
// Each feature is cut into at most MaxBins bins of about as many rows. A round computes the gradient of the loss at the
// current prediction, grows one tree leaf by leaf (the leaf whose split gains most comes next), and adds a small part of
// it to the prediction (Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29(5),
// 2001). A leaf's histogram is its parent's less its sibling's, so only the smaller child is counted (Ke et al., LightGBM,
// NIPS 2017). Under the absolute and the quantile loss leaves are set to the quantile of what remains in them.
//
// A missing value (NaN) goes to the side of a split on which the loss falls more. A monotone feature never splits the wrong
// way round, and the leaves below its split are clamped so that no leaf on the lower side exceeds one on the upper side.
//
// # What is promised
//
// The same rows, parameters and seed give the same model, whatever the number of processors. A model that was recorded and
// read again predicts the same numbers to the last bit.
package boost
