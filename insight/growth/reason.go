package growth

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// featureGroup is the features of one reason.
type featureGroup struct {
	features []int
	text     func(f *Forecast) string
}

// featureGroups cover all features but size and horizon, which do not differ within a tier.
var featureGroups = [...]featureGroup{
	{[]int{rate1, rate3, week1, week2, week3, week4, rate14}, func(f *Forecast) string {
		return fmt.Sprintf("近7天日均涨粉%s，近14天%s · gained %s a day in the last 7 days, %s in the last 14",
			percent(f.row[week1]), percent(f.row[rate14]), percent(f.row[week1]), percent(f.row[rate14]))
	}},
	{[]int{rate30, rate60, rate90, rate180, steady}, func(f *Forecast) string {
		return fmt.Sprintf("近30天日均涨粉%s，近90天%s · gained %s a day in the last 30 days, %s in the last 90",
			percent(f.row[rate30]), percent(f.row[rate90]), percent(f.row[rate30]), percent(f.row[rate90]))
	}},
	{[]int{spread, highest, lowest}, func(f *Forecast) string {
		return fmt.Sprintf("近12周最快一周日均%s，最慢%s · the fastest of the last 12 weeks gained %s a day, the slowest %s",
			percent(f.row[highest]), percent(f.row[lowest]), percent(f.row[highest]), percent(f.row[lowest]))
	}},
	{[]int{length, age}, func(f *Forecast) string {
		return fmt.Sprintf("有%.0f天的粉丝记录 · followers are known for %.0f days", f.row[length], f.row[length])
	}},
}

func percent(rate float64) string {
	if math.IsNaN(rate) {
		return "—"
	}
	return fmt.Sprintf("%.2f%%", 100*math.Expm1(rate))
}

// Rate is the share of followers that is expected to be gained.
func (f *Forecast) Rate() float64 { return math.Expm1(f.Mean) }

// Reasons part the rate that is expected: what creators in the middle of the same size tier gain, and what each side of the
// creator's history adds to it. A side's part is the change when it takes the place of the middle's, on average over
// putting the sides in forwards and backwards, so that the parts add up.
func (f *Forecast) Reasons() []insight.Reason {
	t := tier(f.row[size])
	parts := make([]float64, len(featureGroups))
	base := 0.0
	for _, backwards := range []bool{false, true} {
		row := slices.Clone(f.model.typical[t])
		row[size], row[horizon] = f.row[size], f.row[horizon]
		last := f.model.of(row, f.Day, nil).Rate()
		base = last
		for i := range featureGroups {
			if backwards {
				i = len(featureGroups) - 1 - i
			}
			for _, feature := range featureGroups[i].features {
				row[feature] = f.row[feature]
			}
			now := f.model.of(row, f.Day, nil).Rate()
			parts[i] += (now - last) / 2
			last = now
		}
	}
	all := []insight.Reason{{Kind: insight.SimilarSize, Weight: base, Text: fmt.Sprintf(
		"同体量达人未来%d天通常涨粉%.1f%% · creators of this size usually gain %.1f%% in %d days", f.Days, 100*base, 100*base, f.Days)}}
	for i, part := range parts {
		if part != 0 {
			all = append(all, insight.Reason{Kind: insight.Growth, Weight: part, Text: featureGroups[i].text(f)})
		}
	}
	slices.SortStableFunc(all, func(a, b insight.Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}

// ofTier are the examples of a size tier.
func ofTier(examples []example, t int) []example {
	var of []example
	for _, e := range examples {
		if tier(e.row[size]) == t {
			of = append(of, e)
		}
	}
	return of
}

// setTypical stores the median features of each tier, or of all creators if a tier has too few.
func (m *Model) setTypical(examples []example) {
	for t := range tiers {
		of := ofTier(examples, t)
		if len(of) < minTopSample {
			of = examples
		}
		m.typical[t] = make([]float64, features)
		for f := range features {
			var values []float64
			for _, e := range of {
				if !math.IsNaN(e.row[f]) {
					values = append(values, e.row[f])
				}
			}
			m.typical[t][f] = math.NaN()
			if 2*len(values) > len(of) {
				m.typical[t][f] = median(values)
			}
		}
	}
}
