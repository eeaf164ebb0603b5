package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// OutlierRatio is the ratio to the typical price of a creator's size from which a price is an outlier.
const OutlierRatio = 20

// priceCurve is the typical price of a format by followers, linear in logarithms.
type priceCurve struct {
	level, slope float64
	known        bool
}

// at is the typical price, in minor units.
func (t priceCurve) at(followers int64) int64 {
	return int64(math.Round(math.Exp(t.level + t.slope*math.Log(math.Max(100, float64(followers))))))
}

// learnPrices fits the typical prices, by least squares through the medians of deciles by size, which outliers do not move.
func (m *Model) learnPrices() {
	for f := range FormatCount {
		if points := m.pricePoints(f); len(points) > 0 {
			m.prices[f] = throughMedians(points)
		}
	}
	m.fee = m.medianFee()
	for i := range m.book.Creators {
		for _, w := range m.book.Creators[i].Works {
			if w.Conversions > 0 && w.GMV > 0 {
				m.addOrderValue(w)
			}
		}
	}
}

// pricePoint is a creator's size and price, as ln.
type pricePoint struct{ size, price float64 }

// pricePoints are the published prices of a format.
func (m *Model) pricePoints(f int) []pricePoint {
	var all []pricePoint
	for p := range m.book.Creators {
		c := &m.book.Creators[p]
		if c.Prices[f] > 0 && c.Followers > 0 {
			all = append(all, pricePoint{math.Log(math.Max(100, float64(c.Followers))), math.Log(float64(c.Prices[f]))})
		}
	}
	return all
}

// throughMedians is the line through the medians of up to ten groups by size.
func throughMedians(all []pricePoint) priceCurve {
	slices.SortFunc(all, func(a, b pricePoint) int { return cmp.Or(compare(a.size, b.size), compare(a.price, b.price)) })
	parts := min(10, max(1, len(all)/8))
	var xs, ys []float64
	for k := range parts {
		part := slices.Clone(all[len(all)*k/parts : len(all)*(k+1)/parts])
		x := part[len(part)/2].size
		slices.SortFunc(part, func(a, b pricePoint) int { return compare(a.price, b.price) })
		xs, ys = append(xs, x), append(ys, part[len(part)/2].price)
	}
	return leastSquaresLine(xs, ys)
}

// medianFee is the median of all fees paid; 1,000 yuan if none is known.
func (m *Model) medianFee() float64 {
	var fees []float64
	for p := range m.book.Creators {
		for _, w := range m.book.Creators[p].Works {
			if w.Fee > 0 {
				fees = append(fees, float64(w.Fee))
			}
		}
	}
	if len(fees) == 0 {
		return 100_000
	}
	slices.Sort(fees)
	return fees[len(fees)/2]
}

func (m *Model) addOrderValue(w Work) {
	industry := ""
	if brand := m.book.Campaigns[w.Campaign].Brand; brand >= 0 {
		industry = m.book.Brands[brand].Industry
	}
	for _, of := range []string{industry, ""} {
		o := m.orders[of]
		m.orders[of] = order{o.gmv + float64(w.GMV), o.conversions + float64(w.Conversions)}
		if industry == "" {
			break
		}
	}
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// leastSquaresLine is the least-squares line, its slope between 0 and 1.5.
func leastSquaresLine(xs, ys []float64) priceCurve {
	n, sx, sy, sxx, sxy := float64(len(xs)), 0.0, 0.0, 0.0, 0.0
	for k := range xs {
		sx, sy, sxx, sxy = sx+xs[k], sy+ys[k], sxx+xs[k]*xs[k], sxy+xs[k]*ys[k]
	}
	slope := 0.0
	if spread := sxx - sx*sx/n; spread > 1e-9 {
		slope = math.Max(0, math.Min(1.5, (sxy-sx*sy/n)/spread))
	}
	return priceCurve{sy/n - slope*sx/n, slope, true}
}

// feeOf is a creator's price for a format; without a published one, the typical price of its size.
func (m *Model) feeOf(c *Creator, f Format) (fee int64, published bool) {
	if c.Prices[f] > 0 {
		return c.Prices[f], true
	}
	if c.Followers == insight.Unknown || !m.prices[f].known {
		return 0, false
	}
	return max(1, m.prices[f].at(c.Followers)), false
}
