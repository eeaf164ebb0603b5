// Package evaluation compares what recommended creators brought with what self-picked ones did.
//
// # The idea
//
// Figures such as CPM are ratios of sums, and so is the comparison: recommended to self-picked. Which creator was chosen is the
// treatment; what the brief was (brand, category, budget, objective, season) is not, so that is what byBrief adjusts for. A
// logistic regression gives each brief's probability that a participation in it is a recommended one; overlap weights
// (Li, Morgan and Zaslavsky, JASA 113, 2018) count each participation by the probability of the other source, and a log-linear
// regression of numerator and denominator corrects what weighting leaves (doubly robust). likeForLike adjusts for the creators'
// size and price, too: it asks another question.
//
// Intervals come from resampling campaigns, since participations of one campaign are alike: each campaign is left out in turn
// (jackknife). The regressions are not learned anew each time: a doubly robust figure does not move with small errors of
// either (Chernozhukov et al., Econometrics Journal 21, 2018).
//
// # Limits
//
// Adjusting helps against what is known of briefs only. Where sources do not meet in comparable briefs nothing is adjusted, and a
// warning says so. docs/campaign/evaluation.md has what was measured.
package evaluation
