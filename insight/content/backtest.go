package content

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/conformal"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// Backtest evaluates forecasts on past data.
type Backtest struct {
	Ages  []float64 // hours after publication that are forecast from
	Hours float64   // that are forecast
	Part  float64   // share of the contents, the earliest, that are learned from; 0.58
	Seed  uint64
	Rows  int
	CPM   float64 // what a thousand views are worth, in minor units
}

// Metrics are the figures of a backtest.
func Metrics() []measure.Metric {
	return []measure.Metric{{Name: maeName}, {Name: lossName}, {Name: coverName, Alone: true}, {Name: widthName, Alone: true},
		{Name: scoreName}, {Name: mapeName, Alone: true}, {Name: caughtName, Highest: true}, {Name: regretName},
		{Name: stopName, Alone: true}, {Name: wrongName, Alone: true}, {Name: earlyName, Alone: true}}
}

// Run learns from the earlier contents, by the counts until the later ones begin, and forecasts the later.
func (b Backtest) Run(all []Creator, until int64) (*measure.Report, error) {
	cut, later := b.cut(all, until)
	if len(later) == 0 {
		return nil, ErrShort
	}
	model, err := Learn(all, cut, Params{Seed: b.Seed, Rows: b.Rows})
	if err != nil {
		return nil, err
	}
	earlier := originsOf(all, cut)
	r := &measure.Report{Science: "content", Seed: b.Seed, Draws: measure.Draws}
	for _, m := range Metrics() {
		r.Metrics = append(r.Metrics, m.Name)
	}
	r.Split = map[string]string{"by": "time", "hours": fmt.Sprint(b.Hours)}
	for _, o := range later {
		o.setPrior(model.weights)
	}
	r.Slices = b.slices(model, earlier, later)
	if len(r.Slices) == 0 {
		return nil, ErrShort
	}
	return r, nil
}

// slices gives the figures from each age, with all counts and with gaps.
func (b Backtest) slices(m *Model, earlier, later []*origin) []measure.Slice {
	var all []measure.Slice
	for i, age := range b.Ages {
		for _, gaps := range []bool{false, true} {
			s, ok := b.slice(m, earlier, later, b.Ages[:i+1], gaps)
			if !ok || gaps && i == 0 {
				continue
			}
			if s.Name = fmt.Sprintf("from %v h to %v h", age, b.Hours); gaps {
				s.Name += ", half of the earlier counts missing"
			}
			all = append(all, s)
		}
	}
	return all
}

// cut parts the contents whose views at the horizon are known: the moment until which is learned, and those published after it.
func (b Backtest) cut(all []Creator, until int64) (moment int64, later []*origin) {
	var known []*origin
	for _, o := range originsOf(all, until) {
		if !math.IsNaN(o.curve.at(b.Hours)) {
			known = append(known, o)
		}
	}
	if len(known) < 2*minRows {
		return 0, nil
	}
	moment = known[int(float64(len(known))*cmp.Or(b.Part, 0.58))].content.Published
	for _, o := range known {
		if o.content.Published >= moment {
			later = append(later, o)
		}
	}
	return moment, later
}

// prediction is the forecast for a test content at an age.
type prediction struct {
	origin *origin
	f      *Forecast
	row    []float64 // of the floors
	actual float64   // ln of views
}

// slice gives the figures at the last of some ages. With gaps every second of the earlier counts, drawn, is left out, and floors
// that need them all are left out, too.
func (b Backtest) slice(m *Model, earlier, later []*origin, ages []float64, gaps bool) (measure.Slice, bool) {
	if gaps {
		later, ages = b.withGaps(later, ages[len(ages)-1]), ages[len(ages)-1:]
	}
	pairs, list := b.pairs(earlier, ages), b.forecasts(m, later, ages)
	if len(pairs) < minRows || len(list) < minRows {
		return measure.Slice{}, false
	}
	tally, units := measure.NewTally(Metrics()), unitsOf(list)
	for i, x := range list {
		low, high := x.f.Interval(0.8)
		score(tally, ourMethod, int64(i), units[x.origin.creator], math.Log(low), math.Log(x.f.Views()), math.Log(high), x.actual)
	}
	for _, f := range floorsOf(pairs) {
		if !gaps || f.name != allPoints {
			f.score(tally, list, units)
		}
	}
	b.addAdvice(tally, list, units)
	return tally.Slice("", b.Seed), true
}

// withGaps drops half of the counts before an age from each content, at random.
func (b Backtest) withGaps(later []*origin, age float64) []*origin {
	r := rand.New(rand.NewPCG(b.Seed, 61))
	thin := make([]*origin, len(later))
	for i, o := range later {
		thin[i] = o.withGaps(o.curve.until(age), r)
	}
	return thin
}

// pairs are what the floors learn from: the contents with counts at all of some ages and at the horizon.
func (b Backtest) pairs(earlier []*origin, ages []float64) []pair {
	var all []pair
	for _, o := range earlier {
		p := pair{o.floorRow(ages), o.curve.at(b.Hours)}
		if !math.IsNaN(p.came) && !slices.ContainsFunc(p.row, math.IsNaN) {
			all = append(all, p)
		}
	}
	return all
}

// unitsOf numbers creators, whose contents are resampled together.
func unitsOf(list []prediction) map[*Creator]int64 {
	units := map[*Creator]int64{}
	for _, x := range list {
		if _, known := units[x.origin.creator]; !known {
			units[x.origin.creator] = int64(len(units))
		}
	}
	return units
}

// score adds the figures of a floor.
func (f floor) score(tally *measure.Tally, list []prediction, units map[*Creator]int64) {
	for i, x := range list {
		g := f.predict(x.row)
		score(tally, f.name, int64(i), units[x.origin.creator], g+conformal.At(f.errors, 0.1), g, g+conformal.At(f.errors, 0.9), x.actual)
	}
}

// forecasts are those of the later contents that were counted at all of some ages, by the counts until the last of them.
func (b Backtest) forecasts(m *Model, later []*origin, ages []float64) (list []prediction) {
	for _, o := range later {
		row, k := o.floorRow(ages), o.curve.until(ages[len(ages)-1])
		if !slices.ContainsFunc(row, math.IsNaN) && k > 0 {
			list = append(list, prediction{o, m.of(o, k, b.Hours), row, o.curve.at(b.Hours)})
		}
	}
	return list
}

func score(tally *measure.Tally, method string, row, unit int64, low, middle, high, came float64) {
	tally.Add(method, maeName, row, unit, math.Abs(middle-came), 1)
	loss := measure.QuantileLoss(0.1, low, came) + measure.QuantileLoss(0.5, middle, came) + measure.QuantileLoss(0.9, high, came)
	tally.Add(method, lossName, row, unit, loss/3, 1)
	tally.Add(method, coverName, row, unit, measure.Bool(low <= came && came <= high), 1)
	tally.Add(method, widthName, row, unit, high-low, 1)
	tally.Add(method, scoreName, row, unit, measure.IntervalScore(0.8, low, high, came), 1)
	tally.Add(method, mapeName, row, unit, math.Abs(math.Expm1(middle-came)), 1)
}
