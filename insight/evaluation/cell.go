package evaluation

import (
	"cmp"
	"math"
	"slices"
)

// cell is the participations of one campaign and source with the same covariates.
type cell struct {
	campaign               int
	recommended            bool
	count                  float64
	numerator, denominator float64 // sums of the metric
	x                      []float64
}

// cellsOf groups the works whose metric is known: by campaign and source, or one by one (apart) with the creators' sizes.
func cellsOf(works []Work, metric Metric, apart bool) []cell {
	var cells []cell
	at := map[[2]int]int{}
	for i := range works {
		w := &works[i]
		over, under, ok := metric.of(w)
		if !ok {
			continue
		}
		key := [2]int{w.Campaign, sourceIndex(w.Recommended)}
		place, known := at[key]
		if !known || apart {
			place = len(cells)
			at[key] = place
			cells = append(cells, cell{campaign: w.Campaign, recommended: w.Recommended})
		}
		c := &cells[place]
		c.count, c.numerator, c.denominator = c.count+1, c.numerator+over, c.denominator+under
		if apart {
			c.x = sizeCovariates(w)
		}
	}
	return cells
}

// sizeCovariates are ln of a creator's followers and price, their squares, and indicators of unknown values.
func sizeCovariates(w *Work) []float64 {
	x := make([]float64, 0, 6)
	for _, value := range [...]float64{w.Followers, w.Price} {
		if value <= 0 {
			x = append(x, 0, 0, 1)
			continue
		}
		logs := math.Log(value)
		x = append(x, logs, logs*logs, 0)
	}
	return x
}

// Bounds on the number of dummies of each kind and on the campaigns of each.
const (
	maxDummies        = 20
	minDummyCampaigns = 2
)

// briefCovariates gives the covariates of each campaign: dummies of main category, objective and brand, ln of the budget with its
// square and cube, the season as two harmonics of the year, and time.
func briefCovariates(campaigns []Campaign) [][]float64 {
	rows := make([][]float64, len(campaigns))
	addDummies(rows, campaigns, func(c Campaign) string { return c.Category })
	addDummies(rows, campaigns, func(c Campaign) string { return c.Objective })
	addDummies(rows, campaigns, func(c Campaign) string { return c.Brand })
	for i, c := range campaigns {
		budget, unknown := 0.0, 1.0
		if c.Budget > 0 {
			budget, unknown = math.Log(c.Budget), 0
		}
		day, undated := c.Day, 0.0
		if math.IsNaN(day) {
			day, undated = 0, 1
		}
		year := 2 * math.Pi * day / 365.25
		rows[i] = append(rows[i], budget, budget*budget, budget*budget*budget, unknown, math.Cos(year), math.Sin(year), math.Cos(2*year), math.Sin(2*year), day, undated)
	}
	return rows
}

// addDummies appends a column for each frequent value.
func addDummies(rows [][]float64, campaigns []Campaign, of func(Campaign) string) {
	for _, name := range frequent(campaigns, of) {
		for i, c := range campaigns {
			value := 0.0
			if of(c) == name {
				value = 1
			}
			rows[i] = append(rows[i], value)
		}
	}
}

// frequent gives the values that get a dummy, the most frequent first.
func frequent(campaigns []Campaign, of func(Campaign) string) []string {
	counts := map[string]int{}
	for _, c := range campaigns {
		counts[of(c)]++
	}
	var names []string
	for name, n := range counts {
		if n >= minDummyCampaigns && n < len(campaigns) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return names[:min(len(names), maxDummies)]
}

// standardize scales columns to mean 0 and standard deviation 1, weighted by count, prepends an intercept and drops constants.
func standardize(cells []cell) {
	if len(cells) == 0 {
		return
	}
	n := len(cells[0].x)
	made := make([][]float64, len(cells))
	total := 0.0
	for i := range cells {
		made[i] = append(make([]float64, 0, n+1), 1)
		total += cells[i].count
	}
	for f := range n {
		mean, spread := moments(cells, f, total)
		if spread < 1e-9*max(1, math.Abs(mean)) {
			continue
		}
		for i := range cells {
			made[i] = append(made[i], (cells[i].x[f]-mean)/spread)
		}
	}
	for i := range cells {
		cells[i].x = made[i]
	}
}

// moments are the weighted mean and standard deviation of a covariate.
func moments(cells []cell, f int, total float64) (mean, spread float64) {
	for i := range cells {
		mean += cells[i].count * cells[i].x[f] / total
	}
	squares := 0.0
	for i := range cells {
		squares += cells[i].count * (cells[i].x[f] - mean) * (cells[i].x[f] - mean) / total
	}
	return mean, math.Sqrt(squares)
}
