package boost

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Loss is what the trees minimise.
type Loss uint8

// The losses.
const (
	Squared  Loss = iota // predicts the mean
	Absolute             // predicts the median
	Quantile             // predicts the quantile of Params.Level
	Logistic             // predicts the log-odds that a target, 0 to 1, is 1
)

// MaxBins is the greatest number of bins of a feature; missing values have another.
const MaxBins = 64

// Rows are what is learned from: one slice per feature, each as long as Target. NaN is a missing value.
type Rows struct {
	Features [][]float64
	Target   []float64
	Weight   []float64 // of each row, 0 or more; nil gives each 1
}

// Params are the training parameters. Zero values stand for the defaults named.
type Params struct {
	Loss     Loss
	Level    float64 // of the Quantile loss, above 0 and below 1
	Rounds   int     // most trees; 300
	Leaves   int     // most per tree; 15
	MinRows  int     // fewest rows per leaf; 20
	Rate     float64 // part of a tree that is added; 0.1
	Ridge    float64 // shrinks leaves: added to the sum of second derivatives; 1
	Bins     int     // per feature, at most MaxBins; MaxBins
	Sample   float64 // share of rows that a tree sees; 1
	Monotone []int8  // per feature: 1 never falls, -1 never rises, 0 is free; nil is free
	Seed     uint64
	// Check are rows that are not learned from. After Patience rounds (20) without a lower loss on them learning
	// stops, and the trees after the lowest loss are dropped.
	Check    *Rows
	Patience int
}

func (p Params) withDefaults() Params {
	p.Rounds, p.Leaves = cmp.Or(p.Rounds, 300), cmp.Or(p.Leaves, 15)
	p.MinRows, p.Bins, p.Patience = cmp.Or(p.MinRows, 20), cmp.Or(p.Bins, MaxBins), cmp.Or(p.Patience, 20)
	p.Rate, p.Sample, p.Ridge = cmp.Or(p.Rate, 0.1), cmp.Or(p.Sample, 1), cmp.Or(p.Ridge, 1)
	if p.Loss == Absolute {
		p.Level = 0.5
	}
	return p
}

// check validates the parameters and the rows.
func (p Params) check(rows Rows) error {
	switch {
	case len(rows.Target) == 0:
		return fmt.Errorf("boost: no rows to learn from")
	case len(rows.Features) == 0 || len(rows.Features) > math.MaxInt16:
		return fmt.Errorf("boost: %d features; give 1 to %d", len(rows.Features), math.MaxInt16)
	case p.Loss > Logistic:
		return fmt.Errorf("boost: there is no loss %d", p.Loss)
	case p.Loss == Quantile && !(p.Level > 0 && p.Level < 1):
		return fmt.Errorf("boost: level %v of a quantile; give one above 0 and below 1", p.Level)
	case p.Monotone != nil && len(p.Monotone) != len(rows.Features):
		return fmt.Errorf("boost: %d directions for %d features", len(p.Monotone), len(rows.Features))
	case p.Bins < 2 || p.Bins > MaxBins:
		return fmt.Errorf("boost: %d bins; give 2 to %d", p.Bins, MaxBins)
	case p.Check != nil && len(p.Check.Features) != len(rows.Features):
		return fmt.Errorf("boost: %d features to check by, %d to learn from", len(p.Check.Features), len(rows.Features))
	}
	if p.Check != nil {
		if err := p.Check.check(p.Loss); err != nil {
			return err
		}
	}
	return rows.check(p.Loss)
}

func (r *Rows) check(loss Loss) error {
	for f, values := range r.Features {
		if len(values) != len(r.Target) {
			return fmt.Errorf("boost: feature %d has %d values for %d rows", f, len(values), len(r.Target))
		}
	}
	if r.Weight != nil && len(r.Weight) != len(r.Target) {
		return fmt.Errorf("boost: %d weights for %d rows", len(r.Weight), len(r.Target))
	}
	for i, y := range r.Target {
		if math.IsNaN(y) || math.IsInf(y, 0) || loss == Logistic && (y < 0 || y > 1) {
			return fmt.Errorf("boost: the target of row %d is %v", i, y)
		}
	}
	for i, w := range r.Weight {
		if !(w >= 0) || math.IsInf(w, 0) {
			return fmt.Errorf("boost: the weight of row %d is %v", i, w)
		}
	}
	return nil
}

func (r *Rows) weight(i int) float64 {
	if r.Weight == nil {
		return 1
	}
	return r.Weight[i]
}

// quantile gives the weighted quantile of values, which it sorts; 0 of none.
func quantile(values []weighted, level float64) float64 {
	slices.SortFunc(values, func(a, b weighted) int { return cmp.Compare(a.value, b.value) })
	total := 0.0
	for _, v := range values {
		total += v.weight
	}
	sum := 0.0
	for i, v := range values {
		sum += v.weight
		if sum > level*total {
			return v.value
		}
		if sum == level*total && i+1 < len(values) {
			return (v.value + values[i+1].value) / 2
		}
	}
	if len(values) == 0 {
		return 0
	}
	return values[len(values)-1].value
}

type weighted struct{ value, weight float64 }
