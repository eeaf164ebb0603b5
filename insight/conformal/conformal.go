// Package conformal turns how far past outcomes lay from their predictions into distributions around later ones: split
// conformal prediction (Lei et al., Distribution-free predictive inference for regression, JASA 113, 2018), with the
// outcomes of few rows drawn towards those of more.
package conformal

import (
	"math"
	"slices"
)

// Steps is by how many quantiles a distribution is given: those at the middles of so many equal parts.
const Steps = 40

// Enough is how many outcomes count as much as those of more rows.
const Enough = 400

// Distribution gives values' quantiles, the nearer to those in more (a distribution; nil for none) the fewer they are. It
// sorts the values; of none, and without more, all quantiles are 0.
func Distribution(values, more []float64) []float64 {
	slices.Sort(values)
	weight := 1.0
	if more != nil {
		weight = float64(len(values)) / (float64(len(values)) + Enough)
	}
	list := slices.Clone(more)
	if list == nil {
		list = make([]float64, Steps)
	}
	for s := range list {
		if len(values) > 0 {
			list[s] += weight * (At(values, (float64(s)+0.5)/Steps) - list[s])
		}
	}
	return list
}

// At is a quantile of sorted values, of which there is at least one, between neighbours in proportion.
func At(sorted []float64, part float64) float64 {
	at := part*float64(len(sorted)) - 0.5
	i := int(math.Floor(at))
	if i < 0 {
		return sorted[0]
	}
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
