package growth

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// Backtest evaluates forecasts on past data.
type Backtest struct {
	Days    int // ahead
	Origins int // days that are forecast from, a week apart, or less where histories are short; 8
	Seed    uint64
	Least   int64            // followers from which a creator counts
	Later   map[string]int64 // followers Days after the last day, where they are known; then the last day is the one origin
	Rows    int              // most that are learned from
}

// The figures.
const (
	maeName, wapeName, lossName = "MAE ln", "WAPE", "quantile loss"
	coverName, scoreName        = "80 % covered", "interval score"
	precisionName, caughtName   = "precision top 5 %", "caught"
	coverPicks                  = "covered of picks"
	ourMethod                   = "creatorgraph"
)

// Metrics are the figures of a backtest.
func Metrics() []measure.Metric {
	return []measure.Metric{{Name: maeName}, {Name: wapeName}, {Name: lossName}, {Name: coverName, Alone: true},
		{Name: scoreName}, {Name: precisionName, Highest: true}, {Name: caughtName, Highest: true}, {Name: coverPicks, Alone: true}}
}

// prediction is one method's forecast for one creator at one origin.
type prediction struct{ middle, low, high, rank float64 }

// trial is one creator at one origin.
type trial struct {
	creator int
	origin  int
	size    float64
	came    float64
	guesses []prediction // by method
}

// Run forecasts from each origin by what was known then, and gives the figures for all and for each tier.
func (b Backtest) Run(all []History) (*measure.Report, error) {
	whole := readAll(all)
	last := int32(math.MinInt32)
	first := int32(math.MaxInt32)
	for i := range whole {
		if from, to := whole[i].dayRange(); to >= from {
			first, last = min(first, from), max(last, to)
		}
	}
	from := b.originDays(first, last)
	if len(from) == 0 {
		return nil, ErrShort
	}
	var trials []trial
	var methods []string
	for n, day := range from {
		names, some, err := b.runOrigin(all, whole, n, day)
		if err != nil {
			return nil, err
		}
		methods = names
		trials = append(trials, some...)
	}
	return b.report(trials, methods, from), nil
}

// originDays are the days to forecast from, ascending.
func (b Backtest) originDays(first, last int32) []int32 {
	if b.Later != nil {
		return []int32{last}
	}
	count := int32(cmp.Or(b.Origins, 8))
	latest := last - int32(b.Days)
	// To forecast, the same must have been seen before, after a week of history.
	earliest := first + int32(b.Days) + 7 + 2
	if latest < earliest {
		return nil
	}
	step := min(7, max(1, (latest-earliest)/max(1, count-1)))
	var from []int32
	for k := range count {
		if day := latest - (count-1-k)*step; day >= earliest {
			from = append(from, day)
		}
	}
	return from
}

// runOrigin evaluates the model and the floors at one origin.
func (b Backtest) runOrigin(all []History, whole []series, n int, day int32) (names []string, trials []trial, err error) {
	known := make([]History, len(all))
	for i, h := range all {
		known[i] = historyAsOf(h, day)
	}
	model, err := Learn(known, day, Params{Seed: b.Seed, Rows: b.Rows})
	if err != nil {
		return nil, nil, err
	}
	seen := readAll(known)
	floors := floorsOf(seen, day)
	names = []string{ourMethod}
	pasts := make([]floorErrors, len(floors))
	for k, f := range floors {
		names = append(names, f.name)
		pasts[k] = f.pastErrors(seen, day, b.Days)
	}
	row := make([]float64, features)
	for i := range seen {
		s := &seen[i]
		came := b.actualGrowth(&whole[i], all[i].Key, day)
		isSmall := s.at(day) < math.Log(float64(max(b.Least, 1)))
		if math.IsNaN(came) || isSmall || b.Days > model.Longest || !s.row(day, b.Days, row) {
			continue
		}
		t := trial{creator: i, origin: n, size: row[size], came: came}
		f := model.of(slices.Clone(row), day, nil)
		low, high := f.Interval(0.8)
		t.guesses = append(t.guesses, prediction{f.Median, low, high, f.Mean})
		for k, floor := range floors {
			g := floor.predict(s, day, b.Days, pasts[k].middle)
			t.guesses = append(t.guesses, pasts[k].around(g, tier(row[size])))
		}
		trials = append(trials, t)
	}
	if len(trials) == 0 {
		return nil, nil, fmt.Errorf("nobody's followers are known %d days after %d", b.Days, day)
	}
	return names, trials, nil
}

// actualGrowth is a creator's growth after a day; NaN if the source of the counts changed in between.
func (b Backtest) actualGrowth(s *series, key string, day int32) float64 {
	if b.Later != nil {
		later, known := b.Later[key]
		if !known || later <= 0 {
			return math.NaN()
		}
		return math.Log(float64(later)) - s.at(day)
	}
	for _, a := range s.anomalies {
		if a.Kind == Level && a.Day > day && a.Day <= day+int32(b.Days) {
			return math.NaN()
		}
	}
	return s.at(day+int32(b.Days)) - s.at(day)
}

// historyAsOf is the part of a history known on a day.
func historyAsOf(h History, day int32) History {
	known := History{Key: h.Key, Joined: h.Joined}
	for i, d := range h.Days {
		if d <= day {
			known.Days, known.Followers = append(known.Days, d), append(known.Followers, h.Followers[i])
		}
	}
	return known
}

// report gives the figures.
func (b Backtest) report(trials []trial, methods []string, from []int32) *measure.Report {
	r := &measure.Report{Science: "growth", Seed: b.Seed, Draws: measure.Draws}
	for _, m := range Metrics() {
		r.Metrics = append(r.Metrics, m.Name)
	}
	for _, slice := range []struct {
		name        string
		least, most float64
	}{{"all", 0, math.Inf(1)}, {"头部, 1,000,000 and more", 1e6, math.Inf(1)}, {"腰部, 100,000 and more", 1e5, 1e6},
		{"尾部, below 100,000", 0, 1e5}} {
		var some []trial
		for _, t := range trials {
			if f := math.Exp(t.size); f >= slice.least && f < slice.most {
				some = append(some, t)
			}
		}
		if len(some) >= 20*len(from) {
			r.Slices = append(r.Slices, b.slice(slice.name, some, methods, len(from)))
		}
	}
	return r
}

func (b Backtest) slice(name string, trials []trial, methods []string, origins int) measure.Slice {
	tally := measure.NewTally(Metrics())
	for m, method := range methods {
		for i, t := range trials {
			g, row, unit := t.guesses[m], int64(i), int64(t.creator)
			now := math.Exp(t.size)
			then := now * math.Exp(t.came)
			tally.Add(method, maeName, row, unit, math.Abs(g.middle-t.came), 1)
			tally.Add(method, wapeName, row, unit, math.Abs(now*math.Exp(g.middle)-then), math.Abs(then-now))
			loss := measure.QuantileLoss(0.1, g.low, t.came) + measure.QuantileLoss(0.5, g.middle, t.came) +
				measure.QuantileLoss(0.9, g.high, t.came)
			tally.Add(method, lossName, row, unit, loss/3, 1)
			tally.Add(method, coverName, row, unit, measure.Bool(g.low <= t.came && t.came <= g.high), 1)
			tally.Add(method, scoreName, row, unit, measure.IntervalScore(0.8, g.low, g.high, t.came), 1)
		}
		for n := range origins {
			addTopPicks(tally, method, m, trials, n)
		}
	}
	return tally.Slice(name, b.Seed)
}

// addTopPicks adds the actual growth of the top 5 % of a method's ranking at one origin.
func addTopPicks(tally *measure.Tally, method string, m int, trials []trial, origin int) {
	var of []int
	for i, t := range trials {
		if t.origin == origin {
			of = append(of, i)
		}
	}
	top := int(math.Round(topShare * float64(len(of))))
	best := func(by func(t trial) float64) []int {
		order := slices.Clone(of)
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(by(trials[b]), by(trials[a])) })
		return order[:top]
	}
	truly := best(func(t trial) float64 { return t.came })
	isTop := map[int]bool{}
	for _, i := range truly {
		isTop[i] = true
		tally.Add(method, caughtName, int64(i), int64(trials[i].creator), 0, math.Expm1(trials[i].came))
	}
	for _, i := range best(func(t trial) float64 { return t.guesses[m].rank }) {
		t := trials[i]
		g := t.guesses[m]
		tally.Add(method, precisionName, int64(i), int64(t.creator), measure.Bool(isTop[i]), 1)
		tally.Add(method, caughtName, int64(i), int64(t.creator), math.Expm1(t.came), 0)
		tally.Add(method, coverPicks, int64(i), int64(t.creator), measure.Bool(g.low <= t.came && t.came <= g.high), 1)
	}
}
