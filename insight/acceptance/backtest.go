package acceptance

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// supportOf are the bounds of 98 of 100 offers.
func supportOf(offers []float64) [2]float64 {
	if len(offers) == 0 {
		return [2]float64{}
	}
	slices.Sort(offers)
	n := float64(len(offers) - 1)
	return [2]float64{offers[int(0.01*n)], offers[int(0.99*n)]}
}

// Backtest learns from what was answered before a moment and predicts the later answers.
type Backtest struct {
	Seed  uint64
	Truth []float64 // the probability of each invitation, where it is known; NaN or nil where not
}

const (
	logLoss, brier, offTruth = "log-loss", "Brier", "off the truth"
	ours                     = "creatorgraph"
)

// Metrics are the figures of a backtest; the last only where the truth is known.
func Metrics() []measure.Metric {
	return []measure.Metric{{Name: logLoss}, {Name: brier}, {Name: offTruth}}
}

// trial is one predicted invitation.
type trial struct {
	row
	answers int // given before it went out
	chances []float64
	truth   float64
}

// Cut is the moment by which four fifths of the answered invitations had gone out.
func Cut(m *Market) int64 {
	var at []int64
	for _, one := range m.Invitations {
		if one.Answered > 0 {
			at = append(at, one.At)
		}
	}
	if len(at) == 0 {
		return 0
	}
	slices.Sort(at)
	return at[len(at)*4/5]
}

// Run gives the figures, for all and for slices fixed beforehand.
func (b Backtest) Run(m *Market) (*measure.Report, error) {
	cut := Cut(m)
	model, err := Learn(m, cut)
	if err != nil {
		return nil, err
	}
	rows, _ := buildRows(m)
	methods := []string{ours, "constant", "creator's rate, κ = 10", "boosted trees, monotone in the offer"}
	if b.Truth != nil {
		methods = append(methods, "truth")
	}
	trees, mean, err := floors(rows, m, cut, b.Seed)
	if err != nil {
		return nil, err
	}
	var trials []trial
	answered := func(r row) bool { return r.Answered >= r.At && r.Answered > 0 }
	taken, given := make([]float64, len(m.Creators)), make([]float64, len(m.Creators))
	standings := map[int32]Standing{}
	for _, e := range events(m.Invitations) {
		r := rows[e.number]
		if !answered(r) {
			continue
		}
		s, met := standings[r.Creator]
		if !met {
			s = model.New()
		}
		z := model.standard(r.Facts)
		if e.answer {
			standings[r.Creator] = s.after(model.base(&z), r.Accepted)
			given[r.Creator]++
			taken[r.Creator] += bool01(r.Accepted)
			continue
		}
		if r.At <= cut {
			continue
		}
		rate := (taken[r.Creator] + 10*mean) / (given[r.Creator] + 10)
		t := trial{row: r, answers: s.Answers, truth: math.NaN(), chances: []float64{sigmoid(model.logOdds(&z, s)), mean, rate,
			boost.Sigmoid(trees.Predict(treeRow(r, rate)))}}
		if b.Truth != nil {
			t.truth = b.Truth[e.number]
			t.chances = append(t.chances, t.truth)
		}
		trials = append(trials, t)
	}
	return b.report(m, trials, methods), nil
}

func treeRow(r row, rate float64) []float64 {
	v := r.vector()
	return append(v[offer:own:own], rate)
}

// floors learns the trees and the mean from what was answered before the cut.
func floors(rows []row, m *Market, cut int64, seed uint64) (*boost.Model, float64, error) {
	var early, late boost.Rows
	early.Features, late.Features = make([][]float64, own-offer+1), make([][]float64, own-offer+1)
	taken, given := make([]float64, len(m.Creators)), make([]float64, len(m.Creators))
	accepted, n := 0.0, 0.0
	for _, e := range events(m.Invitations) {
		r := rows[e.number]
		if r.Answered == 0 || r.Answered > cut {
			continue
		}
		if e.answer {
			given[r.Creator]++
			taken[r.Creator] += bool01(r.Accepted)
			continue
		}
		rate := (taken[r.Creator] + 10*(accepted+8.8)/(n+10)) / (given[r.Creator] + 10)
		to := &early
		if e.number%5 == 0 {
			to = &late
		}
		for f, x := range treeRow(r, rate) {
			to.Features[f] = append(to.Features[f], x)
		}
		to.Target = append(to.Target, bool01(r.Accepted))
		accepted, n = accepted+bool01(r.Accepted), n+1
	}
	directions := make([]int8, len(early.Features))
	directions[0], directions[len(directions)-1] = 1, 1
	trees, err := boost.Learn(early, boost.Params{Loss: boost.Logistic, Rounds: 150, Leaves: 8, MinRows: 100, Rate: 0.08, Monotone: directions,
		Check: &late, Patience: 10, Seed: seed})
	return trees, accepted / max(1, n), err
}

func (b Backtest) report(m *Market, trials []trial, methods []string) *measure.Report {
	r := &measure.Report{Science: "acceptance", Seed: b.Seed, Draws: measure.Draws}
	for _, metric := range Metrics() {
		r.Metrics = append(r.Metrics, metric.Name)
	}
	followers := func(t trial) int64 { return m.Creators[t.Creator].Followers }
	for _, slice := range []struct {
		name string
		has  func(t trial) bool
	}{
		{"all", func(trial) bool { return true }},
		{"cold: fewer than 3 answers before", func(t trial) bool { return t.answers < 3 }},
		{"warm", func(t trial) bool { return t.answers >= 3 }},
		{"头部, 1,000,000 and more", func(t trial) bool { return followers(t) >= 1e6 }},
		{"腰部, 100,000 and more", func(t trial) bool { return followers(t) >= 1e5 && followers(t) < 1e6 }},
		{"尾部, below 100,000", func(t trial) bool { return followers(t) < 1e5 }},
		{"recommended", func(t trial) bool { return t.Recommended }},
		{"self-picked", func(t trial) bool { return !t.Recommended }},
	} {
		var some []trial
		for _, t := range trials {
			if slice.has(t) {
				some = append(some, t)
			}
		}
		if len(some) < 200 {
			continue
		}
		r.Slices = append(r.Slices, b.slice(slice.name, some, methods))
		r.Notes = append(r.Notes, addFigures(slice.name, some, b.Truth != nil))
	}
	return r
}

func (b Backtest) slice(name string, trials []trial, methods []string) measure.Slice {
	compared, withTruth := measure.NewTally(Metrics()), measure.NewTally(Metrics())
	for k, method := range methods {
		tallies := []*measure.Tally{withTruth}
		if method != "truth" {
			tallies = append(tallies, compared)
		}
		for i, t := range trials {
			p := t.chances[k]
			for _, tally := range tallies {
				tally.Add(method, logLoss, int64(i), int64(t.Creator), measure.LogLoss(p, t.Accepted), 1)
				tally.Add(method, brier, int64(i), int64(t.Creator), (p-bool01(t.Accepted))*(p-bool01(t.Accepted)), 1)
				if !math.IsNaN(t.truth) {
					tally.Add(method, offTruth, int64(i), int64(t.Creator), math.Abs(p-t.truth), 1)
				}
			}
		}
	}
	s := withTruth.Slice(name, b.Seed)
	s.Leads = compared.Slice(name, b.Seed).Leads // the truth is no floor
	return s
}
