// Package evaluate measures how well models and baselines predict who works together and who is similar.
//
// A task holds out a part of the data: by time, by pairs kept apart, or by the hidden truth of a generated market.
// Every method ranks all other creators for each source, and the package reports NDCG, recall, areas under the
// curve, novelty and coverage, with bootstrap intervals over sources. The baselines are popularity, common neighbours,
// Jaccard, Adamic–Adar, resource allocation and personalised PageRank, among others; what uses Graph Data Science
// is passed in as a ranking.
//
// It is pure and knows no database. testdata/*.txt are golden files, so a change of a model shows its
// figures in review.
package evaluate
