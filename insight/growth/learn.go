package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// Params are the training parameters.
type Params struct {
	Seed uint64
	Rows int // most that are learned from; 60,000
}

// horizons are the days ahead that are learned, as far as histories reach.
var horizons = [...]int{7, 14, 30, 60, 90}

// origins is how many days each horizon is learned from: apart by a quarter of the horizon, at least a day.
const origins = 6

// ErrShort is the error of histories too short to learn from.
var ErrShort = errors.New("histories of followers are too short to forecast by: two weeks, of 100 creators, are needed")

// minRows is the least number of training examples.
const minRows = 100

// example is one creator at one origin.
type example struct {
	row    [features]float64
	target float64 // growth a day
	latest bool    // of the latest origin of its horizon: it calibrates
}

// Learn learns from histories as they were known on a day.
func Learn(all []History, today int32, p Params) (*Model, error) {
	if p.Rows == 0 {
		p.Rows = 60_000
	}
	read := readAll(all)
	examples, longest := makeExamples(read, today, p)
	if len(examples) < minRows {
		return nil, ErrShort
	}
	model := &Model{Longest: longest, Rows: len(examples), Day: today}
	if err := model.fit(examples, p); err != nil {
		return nil, err
	}
	model.learnTop(read, today)
	model.setTypical(examples)
	return model, nil
}

func readAll(all []History) []series {
	list := make([]series, len(all))
	for i, h := range all {
		list[i] = read(h)
	}
	return list
}

// makeExamples makes the examples, so many of them, drawn evenly, and says which horizon is the longest.
func makeExamples(all []series, today int32, p Params) (examples []example, longest int) {
	from, longest := originsOf(firstDay(all), today)
	r := rand.New(rand.NewPCG(p.Seed, 21))
	part := float64(p.Rows) / float64(max(1, len(from)*len(all)))
	for i := range all {
		for _, o := range from {
			if part < 1 && r.Float64() >= part {
				continue
			}
			e := example{latest: o.latest}
			target := (all[i].at(o.day+int32(o.days)) - all[i].at(o.day)) / float64(o.days)
			if !math.IsNaN(target) && all[i].row(o.day, o.days, e.row[:]) {
				e.target = target
				examples = append(examples, e)
			}
		}
	}
	return examples, longest
}

// origin is a day to learn from, with a horizon.
type origin struct {
	day    int32
	days   int
	latest bool // of its horizon
}

// originsOf gives the origins of all horizons that histories from a first day allow, and the longest horizon.
func originsOf(first, today int32) (from []origin, longest int) {
	for _, days := range horizons {
		step := int32(max(1, days/4))
		for k := range int32(origins) {
			if day := today - int32(days) - k*step; first <= day-7 && first != math.MaxInt32 {
				from = append(from, origin{day, days, k == 0})
				longest = days
			}
		}
	}
	return from, longest
}

// firstDay is the first day of any history; math.MaxInt32 if there is none.
func firstDay(all []series) int32 {
	first := int32(math.MaxInt32)
	for i := range all {
		if from, to := all[i].dayRange(); to >= from {
			first = min(first, from)
		}
	}
	return first
}

// levels are the quantiles that trees learn.
var levels = [...]float64{0.5, 0.1, 0.9}

// fit learns trees from the earlier origins, calibrates by the latest, and then learns as many trees from all.
func (m *Model) fit(examples []example, p Params) error {
	early := rowsOf(examples, func(e example) bool { return !e.latest })
	late := rowsOf(examples, func(e example) bool { return e.latest })
	if len(early.Target) < minRows/2 || len(late.Target) < minRows/2 { // one origin: part the creators
		n := 0
		odd := func(example) bool { n++; return n%2 == 1 }
		early = rowsOf(examples, odd)
		n = 1
		late = rowsOf(examples, odd)
	}
	every := rowsOf(examples, func(example) bool { return true })
	for k, level := range levels {
		q := boost.Params{Loss: boost.Quantile, Level: level, Rounds: 200, Leaves: 12, MinRows: 40, Rate: 0.1,
			Seed: p.Seed, Check: &late, Patience: 12}
		learned, err := boost.Learn(early, q)
		if err != nil {
			return err
		}
		m.trees[k] = learned
	}
	m.calibrate(late)
	m.Figures = m.figures(late, p.Seed)
	for k, level := range levels {
		learned, err := boost.Learn(every, boost.Params{Loss: boost.Quantile, Level: level, Rounds: max(1, m.trees[k].Trees()),
			Leaves: 12, MinRows: 40, Rate: 0.1, Seed: p.Seed})
		if err != nil {
			return err
		}
		m.trees[k] = learned
	}
	return nil
}

func rowsOf(examples []example, keep func(example) bool) boost.Rows {
	rows := boost.Rows{Features: make([][]float64, features)}
	for _, e := range examples {
		if !keep(e) {
			continue
		}
		for f, x := range e.row {
			rows.Features[f] = append(rows.Features[f], x)
		}
		rows.Target = append(rows.Target, e.target)
	}
	return rows
}

// calibrate measures, for each horizon and tier, how far outcomes lay from the median, in units of the distance to the
// outer quantiles. Where few tell, a horizon's outcomes stand in for its tier's, and all for a horizon's.
func (m *Model) calibrate(late boost.Rows) {
	var all []float64
	own := map[int]*[tiers][]float64{}
	row := make([]float64, features)
	for i, came := range late.Target {
		for f := range row {
			row[f] = late.Features[f][i]
		}
		middle, down, up := m.quantiles(row)
		off := (came - middle) / up
		if came < middle {
			off = (came - middle) / down
		}
		days := int(row[horizon])
		if own[days] == nil {
			own[days] = new([tiers][]float64)
		}
		t := tier(row[size])
		all, own[days][t] = append(all, off), append(own[days][t], off)
	}
	every := conformal.Distribution(all, nil)
	m.outcomes = map[int][tiers][]float64{}
	for days, byTier := range own {
		whole := conformal.Distribution(slices.Concat(byTier[:]...), every)
		var off [tiers][]float64
		for t := range off {
			off[t] = conformal.Distribution(byTier[t], whole)
		}
		m.outcomes[days] = off
	}
}
