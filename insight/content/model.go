package content

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/conformal"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// Model is a trained model. It is safe for concurrent use.
type Model struct {
	Longest float64 // hours after publication that it can forecast
	Rows    int     // examples it was learned from
	// CPM is what a thousand impressions cost on the market, in minor units; 0 where it is not known.
	CPM float64
	// Figures are of the latest contents, forecast by what the earlier ones taught; nil where they were not measured.
	Figures  []measure.Known
	weights  []float64
	lines    lines
	trees    [len(levels)]*boost.Model
	outcomes [len(horizons)][ages][]float64 // outcomes around the median at the middles of conformal.Steps equal parts
	bars     [len(horizons)][ages][tiers]peerQuantiles
}

// minWidth is the least distance between the median and the outer quantiles, as a difference of logarithms.
const minWidth = 1e-3

// quantiles gives the median of what comes on top of the last count and the distances to the outer quantiles.
func (m *Model) quantiles(row []float64) (middle, down, up float64) {
	line := m.lines.at(row)
	middle = line + m.trees[0].Predict(row)
	if row[counted] > 0 {
		middle = max(middle, 0) // views never fall
	}
	down = max(middle-line-m.trees[1].Predict(row), minWidth)
	up = max(line+m.trees[2].Predict(row)-middle, minWidth)
	return middle, down, up
}

// Forecast is what is expected of one content.
type Forecast struct {
	Hours    float64 // after publication
	Age      float64 // hours, of the count that is forecast from; 0 where there is none
	At       int64   // seconds since 1970-01-01, of that count; 0 where there is none
	Now      int64   // views by then
	Counts   int     // usable ones
	Known    bool    // nothing is forecast: the views at that age were counted
	Fell     bool    // the latest count corrects those before it
	Usual    float64 // views that the creator's earlier works usually had; NaN where there are none
	quantile []float64
	bar      peerQuantiles
}

// Quantile is a quantile of the views.
func (f *Forecast) Quantile(part float64) float64 { return conformal.At(f.quantile, part) }

// Views is as likely exceeded as not.
func (f *Forecast) Views() float64 { return f.Quantile(0.5) }

// Interval holds the views with a probability, as often above as below.
func (f *Forecast) Interval(level float64) (low, high float64) {
	return f.Quantile(0.5 - level/2), f.Quantile(0.5 + level/2)
}

// mean is over all that may come.
func (f *Forecast) mean(of func(views float64) float64) float64 {
	sum := 0.0
	for _, views := range f.quantile {
		sum += of(views) / float64(len(f.quantile))
	}
	return sum
}

// Remaining is the mean of the views still to come.
func (f *Forecast) Remaining() float64 {
	return f.mean(func(views float64) float64 { return f.left(views) })
}

func (f *Forecast) left(views float64) float64 { return max(0, views-float64(f.Now)) }

// hitTimes is from how many times the creator's usual views a content is a hit, as contentStats' hitRate has it.
const hitTimes = 3

// Hit is the probability of hitTimes the creator's usual views; NaN where these are not known.
func (f *Forecast) Hit() float64 { return f.exceeds(hitTimes * f.Usual) }

// exceeds is the probability of at least so many views.
func (f *Forecast) exceeds(views float64) float64 {
	if math.IsNaN(views) {
		return views
	}
	i, _ := slices.BinarySearch(f.quantile, views)
	n := float64(len(f.quantile))
	edge := 0.25 / n // of a distribution the ends are not certain
	if f.Known {
		edge = 0
	}
	switch {
	case i == 0:
		return 1 - edge
	case i == len(f.quantile):
		return edge
	}
	part := (views - f.quantile[i-1]) / max(f.quantile[i]-f.quantile[i-1], 1e-9)
	return 1 - (float64(i)-0.5+part)/n
}

// BoostValue is the worth, in minor units, of the views still to come that money buys at a price for a thousand: in the mean
// over all that may come, and never more than the money.
func (f *Forecast) BoostValue(money, cpm float64) float64 {
	return f.mean(func(views float64) float64 { return min(money, f.left(views)*cpm/1000) })
}

// Forecast forecasts a content of a creator, who has all that was published before it, by its counts until a moment.
func (m *Model) Forecast(c *Creator, content *Content, hours float64, until int64) *Forecast {
	o := originOf(c, content, until)
	o.setPrior(m.weights)
	return m.of(o, len(o.curve), hours)
}

// of forecasts by the first k counts.
func (m *Model) of(o *origin, k int, hours float64) *Forecast {
	f := &Forecast{Hours: hours, Counts: k, Fell: o.corrected && k == len(o.curve), Usual: o.usualViews()}
	base, age := o.prior, 0.0
	if k > 0 {
		last := o.curve[k-1]
		f.Age, f.At, f.Now = last.age, last.count.At, last.count.Views
		base, age = last.logs, last.age
	}
	f.bar = m.peersAt(hours, age, o.tier())
	if age >= hours {
		f.Known = true
		views := o.curve[:k].at(hours)
		if math.IsNaN(views) {
			views = base
		}
		f.quantile = []float64{math.Exp(views)}
		return f
	}
	f.quantile = make([]float64, conformal.Steps)
	for s, y := range m.increaseQuantiles(o, k, hours, age) {
		f.quantile[s] = math.Exp(base + y)
	}
	slices.Sort(f.quantile)
	return f
}

// increaseQuantiles gives the quantiles of what comes on top: of a horizon between two that are learned, in between them by the logarithm
// of the age.
func (m *Model) increaseQuantiles(o *origin, k int, hours, age float64) []float64 {
	low, high := -1, -1
	for h, learned := range horizons {
		if m.outcomes[h][0] == nil || learned > m.Longest || k > 0 && learned < minHorizonRatio*age {
			continue
		}
		if learned <= hours {
			low = h
		}
		if learned >= hours && high < 0 {
			high = h
		}
	}
	switch {
	case low >= 0 && (low == high || high < 0):
		return m.horizonQuantiles(o, k, low)
	case low < 0 && high < 0:
		return make([]float64, conformal.Steps)
	}
	from, list := make([]float64, conformal.Steps), m.horizonQuantiles(o, k, high) // from the last count on
	start := max(age, 0.5)
	if low >= 0 {
		from, start = m.horizonQuantiles(o, k, low), horizons[low]
	} else if k == 0 {
		return list
	}
	part := min(1, max(0, math.Log(hours/start)/math.Log(horizons[high]/start)))
	for s := range list {
		list[s] = from[s] + part*(list[s]-from[s])
	}
	return list
}

// horizonQuantiles gives the quantiles of the increase by a learned horizon.
func (m *Model) horizonQuantiles(o *origin, k, h int) []float64 {
	row := make([]float64, features)
	o.row(k, horizons[h], row)
	middle, down, up := m.quantiles(row)
	list := make([]float64, conformal.Steps)
	for s, off := range m.outcomes[h][ageBand(row[ageHours])] {
		by := up
		if off < 0 {
			by = down
		}
		list[s] = middle + off*by
		if k > 0 {
			list[s] = max(list[s], 0)
		}
	}
	return list
}
