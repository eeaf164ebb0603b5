// Package growth forecasts how many followers creators gain in the next days.
//
// # The idea
//
// A creator's history of followers is read as logarithms. Steps that no audience makes, such as a change of the source's
// unit, are screened (series.go). Features are rates of growth a day over several spans, how steady they are, the size and
// the horizon. Three sets of boosted trees (package boost) learn, from origins in the past, the median, the 10 % and the
// 90 % quantile of the growth a day. How far outcomes lay from the median, in units of the distance to those quantiles, is
// then measured for each size tier on the latest origin, which the trees had not seen (split conformal prediction; Lei et al.,
// JASA 113, 2018; Romano et al., NeurIPS 2019). Together they give a whole distribution: intervals of any level, the
// expected number, and the probability of growing faster than a bound.
//
// # Limits
//
// Nothing beyond the longest horizon that the histories could teach is forecast, and nothing for a creator without a
// history of at least a week. Content, campaigns and the calendar are not looked at. docs/campaign/growth.md has the
// accuracy, and where a floor wins.
package growth
