package growth

import (
	"math"
	"slices"
)

// The features, by their places.
const (
	size = iota
	horizon
	rate1
	rate3
	week1
	week2
	week3
	week4
	rate14
	rate30
	rate60
	rate90
	rate180
	steady // median of the weekly rates
	spread // their standard deviation
	highest
	lowest
	length // days of history
	age    // days since joining
	features
)

// spans are the days that rates are of.
var spans = [...]struct {
	feature int
	days    int32
}{{rate1, 1}, {rate3, 3}, {rate14, 14}, {rate30, 30}, {rate60, 60}, {rate90, 90}, {rate180, 180}}

// weeks is how many weekly rates tell how steady growth is.
const weeks = 12

// row fills in the features of a series as it was known on a day; ok is false where less than a week is.
func (s *series) row(day int32, days int, to []float64) (ok bool) {
	now := s.at(day)
	first, _ := s.dayRange()
	if math.IsNaN(now) || day-first < 7 {
		return false
	}
	to[size], to[horizon], to[length], to[age] = now, float64(days), float64(day-first), math.NaN()
	if s.joined != Unknown {
		to[age] = float64(day - s.joined)
	}
	for _, r := range spans {
		to[r.feature] = s.rate(day, r.days)
	}
	var rates []float64
	to[highest], to[lowest] = math.NaN(), math.NaN()
	for week := range int32(weeks) {
		rate := (s.at(day-7*week) - s.at(day-7*week-7)) / 7
		if week < 4 {
			to[week1+int(week)] = rate
		}
		if !math.IsNaN(rate) {
			rates = append(rates, rate)
		}
	}
	to[steady], to[spread] = math.NaN(), math.NaN()
	if len(rates) > 0 {
		to[highest], to[lowest], to[spread] = slices.Max(rates), slices.Min(rates), deviation(rates)
		to[steady] = median(rates)
	}
	return true
}

// deviation is the standard deviation of values.
func deviation(values []float64) float64 {
	mean, squares := 0.0, 0.0
	for _, x := range values {
		mean += x / float64(len(values))
	}
	for _, x := range values {
		squares += (x - mean) * (x - mean) / float64(len(values))
	}
	return math.Sqrt(squares)
}

// rate is the growth a day over the days before one.
func (s *series) rate(day, span int32) float64 {
	return (s.at(day) - s.at(day-span)) / float64(span)
}

// tier numbers the size of a creator: below 10,000 followers, 100,000, 1,000,000, and above.
func tier(logs float64) int {
	t := 0
	for _, bound := range tierBounds {
		if logs >= math.Log(bound) {
			t++
		}
	}
	return t
}

var tierBounds = [...]float64{10_000, 100_000, 1_000_000}

// tiers is how many there are.
const tiers = len(tierBounds) + 1
