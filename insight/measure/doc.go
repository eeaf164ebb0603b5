// Package measure compares predictions with what came to pass: figures of a model beside those of plain floors, each with
// the interval in which 95 of 100 bootstrap resamples lie (Efron, 1979).
//
// Each figure is a ratio of sums over units (creators, campaigns): a mean loss, a share covered, a sum of errors against a sum
// of gains. Units are resampled whole, the same ones for all methods, so that leads are taken draw by draw. Many units
// are first gathered in Blocks random ones, which leaves the spread of a sum as it is.
package measure
