package collaborator

import (
	"math"
	"slices"
)

// Curve turns one feature into its term of a score: linear between knots, constant outside them.
type Curve struct {
	Knots  []float64 `json:"knots"`  // ascending
	Values []float64 `json:"values"` // at the knots
}

// at gives the value, and 0 where the feature is unknown (NaN).
func (c *Curve) at(x float64) float64 {
	if math.IsNaN(x) || len(c.Knots) == 0 {
		return 0
	}
	i, part := place(c.Knots, x)
	if part == 0 {
		return c.Values[i]
	}
	return c.Values[i]*(1-part) + c.Values[i+1]*part
}

// place locates a number between knots: after knot i, by a fraction of the way to the next.
func place(knots []float64, x float64) (i int, part float64) {
	last := len(knots) - 1
	switch {
	case x <= knots[0]:
		return 0, 0
	case x >= knots[last]:
		return last, 0
	}
	for i+1 < last && x >= knots[i+1] {
		i++
	}
	return i, (x - knots[i]) / (knots[i+1] - knots[i])
}

// knotsOf places knots at quantiles of the positive and of the negative examples' values, and merges close ones.
func knotsOf(good, other []float64, most int) []float64 {
	var all []float64
	for _, numbers := range [][]float64{good, other} {
		sorted := slices.DeleteFunc(slices.Clone(numbers), math.IsNaN)
		slices.Sort(sorted)
		for i := range most {
			if len(sorted) > 0 {
				all = append(all, sorted[i*(len(sorted)-1)/(most-1)])
			}
		}
	}
	slices.Sort(all)
	if len(all) == 0 || all[len(all)-1] == all[0] {
		return nil
	}
	gap := (all[len(all)-1] - all[0]) / 100
	knots := all[:1]
	for _, x := range all[1:] {
		if x-knots[len(knots)-1] > gap {
			knots = append(knots, x)
		}
	}
	return knots
}
