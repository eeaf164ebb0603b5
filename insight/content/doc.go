// Package content forecasts how many views contents have some hours after they were published, from their first counts, and
// says where money for boosting is spent best.
//
// # The idea
//
// A content's counts are read as logarithms of views against logarithms of its age in hours. A count that falls is a
// correction: it is never forecast from, and what it corrects is forgotten (series.go). Features are the last count, how fast
// it came about, what the audience did, and what is usual: the creator's followers, price and own past (feature.go). A ridge
// regression says what is usual before anything was counted; three sets of boosted trees (package boost) learn the median, the
// 10 % and the 90 % quantile of what comes on top of the last count, as a difference of logarithms, as Szabo and Huberman
// (Comm. ACM 53(8), 2010) have it. How far outcomes lay from the median is then measured on later contents than the trees
// had seen (split conformal prediction; Lei et al., JASA 113, 2018), for each age.
//
// Advice (advice.go) compares the views still to come with those of other contents of creators of the same size at the same
// age: it is the action of least expected regret in money, unless the interval spans both decisions.
//
// # Limits
//
// Nothing beyond the longest horizon that contents could teach is forecast. What a boost does to a content is not known from
// any data here: boostValue only counts views that come without it. docs/campaign/content.md has the accuracy, and where a
// floor wins.
package content
