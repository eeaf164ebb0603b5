// Package evaluation measures what matching and planning are worth on a data set: what was learned from the facts before
// a day is held against what came after it, beside plain floors, with intervals from bootstrap resamples. Where a market's
// truth is known (docs/market.md), picks are judged by what they would bring on average, otherwise by what they brought.
//
// Limits: followers, prices and audiences are today's, since data sets have no earlier ones.
package evaluation
