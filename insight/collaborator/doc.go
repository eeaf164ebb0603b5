// Package collaborator learns which creators should work together for the first time, and explains each score.
//
// # The idea
//
// A score is a sum of log-odds: each feature of a pair (PageRank, common partners, categories, brands, audiences,
// sizes, prices) goes through a piecewise linear curve, a generalised additive model. The curves of one kind form one
// reason, so the weights of the reasons add up to the score. Learn hides some ties and fits the curves so that the
// hidden partners rank first among candidates (a conditional logit). Live holds a whole market in memory,
// applies changes to it, and ranks candidates for an answer with the function that package evaluate measures.
//
// # Limits
//
// In a large market only the candidates whom random walks reach most, and the best connected of the same agency,
// categories and brands, are scored. docs/collaborators.md describes features, learning and accuracy.
package collaborator
