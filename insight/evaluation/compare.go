package evaluation

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Compare compares recommended with self-picked creators by a metric, and warns of what makes the comparison unfair or uncertain. It
// is nil unless both sources have results.
func Compare(campaigns []Campaign, works []Work, metric Metric) (*Comparison, []Warning) {
	return compare(campaigns, works, metric, true)
}

// compare is Compare, with likeForLike only on request.
func compare(campaigns []Campaign, works []Work, metric Metric, like bool) (*Comparison, []Warning) {
	warnings := dataWarnings(campaigns, works, metric)
	cells := cellsOf(works, metric, false)
	if !bothSides(cells) {
		return nil, warnings
	}
	c := &Comparison{Metric: metric}
	clusters, alone := len(campaigns), countCampaigns(cells) == 1
	if alone { // its participations are resampled instead
		cells = clustersOfOne(works, metric)
		clusters = len(cells)
	}
	c.Raw = jackknife(func(times []float64) float64 { return rawOf(cells, times) }, campaignsOf(cells), clusters, 1)
	if alone || unfair(warnings) {
		return c, warnings
	}
	of := briefCovariates(campaigns)
	addCovariates(cells, of)
	byBrief, size := adjust(cells, clusters, false)
	c.EffectiveSize = size
	if size < minEffectiveSize {
		return c, append(warnings, warningOf(NoOverlap, size))
	}
	c.ByBrief = byBrief
	if !like {
		return c, warnings
	}
	apart := cellsOf(works, metric, true)
	addCovariates(apart, of)
	if like, size := adjust(apart, clusters, true); size >= minEffectiveSize {
		c.LikeForLike = like
	}
	return c, warnings
}

// clustersOfOne makes each participation a cluster of its own.
func clustersOfOne(works []Work, metric Metric) []cell {
	cells := cellsOf(works, metric, true)
	for i := range cells {
		cells[i].campaign = i
	}
	return cells
}

// addCovariates appends the covariates of each cell's campaign.
func addCovariates(cells []cell, of [][]float64) {
	for i := range cells {
		cells[i].x = append(cells[i].x, of[cells[i].campaign]...)
	}
}

// adjust gives the adjusted ratio with its interval, and the effective size; nil if the ratio is not finite. With one cell per
// participation (apart) the regressions overfit, and the interval is widened: by half of what least squares would, on the log
// scale, which gave the best coverage without an effect (docs/campaign/evaluation.md).
func adjust(cells []cell, clusters int, apart bool) (*Effect, float64) {
	standardize(cells)
	scaled := scale(cells)
	whole := newModels(len(scaled[0].x))
	whole.fit(scaled)
	parts := whole.campaignTerms(scaled, clusters)
	logs := adjustedLogRatio(parts, ones(clusters))
	if math.IsNaN(logs) || math.IsInf(logs, 0) {
		return nil, 0
	}
	wider := 1.0
	if of := campaignsOf(cells); apart {
		n := float64(len(of))
		wider = math.Pow(n/max(n-float64(len(scaled[0].x)), n/4), 0.25)
	}
	e := jackknife(func(times []float64) float64 { return adjustedLogRatio(parts, times) }, campaignsOf(cells), clusters, wider)
	return &e, effectiveSize(parts)
}

// scale normalises sums to a mean of 1 per participation, so that one ridge suits all.
func scale(cells []cell) []cell {
	over, under, count := 0.0, 0.0, 0.0
	for i := range cells {
		over, under, count = over+cells[i].numerator, under+cells[i].denominator, count+cells[i].count
	}
	list := append([]cell{}, cells...)
	for i := range list {
		list[i].numerator *= count / max(over, 1e-300)
		list[i].denominator *= count / max(under, 1e-300)
	}
	return list
}

// rawOf is ln of the plain ratio of ratios.
func rawOf(cells []cell, times []float64) float64 {
	var sums [2][2]float64
	for i := range cells {
		c := &cells[i]
		z := sourceIndex(c.recommended)
		sums[z][0] += times[c.campaign] * c.numerator
		sums[z][1] += times[c.campaign] * c.denominator
	}
	return math.Log(sums[1][0]/sums[1][1]) - math.Log(sums[0][0]/sums[0][1])
}

// campaignsOf are the campaigns that have cells.
func campaignsOf(cells []cell) []int {
	seen := map[int]bool{}
	var of []int
	for i := range cells {
		if c := cells[i].campaign; !seen[c] {
			seen[c] = true
			of = append(of, c)
		}
	}
	return of
}

func ones(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = 1
	}
	return list
}

// jackknife gives a ratio with its 95 % interval from the delete-one-cluster jackknife of its logarithm. A few large campaigns may
// dominate the variance: Student's t has 2n/(κ − 1) degrees of freedom, κ being the kurtosis of the changes (Satterthwaite, 1946),
// at least 2 and at most n − 1.
func jackknife(of func(times []float64) float64, among []int, clusters int, wider float64) Effect {
	times := ones(clusters)
	logs := of(times)
	n, mean := float64(len(among)), 0.0
	var offs []float64
	for _, k := range among {
		times[k] = 0
		if x := of(times); !math.IsNaN(x) && !math.IsInf(x, 0) {
			offs = append(offs, x)
			mean += (x - mean) / float64(len(offs))
		}
		times[k] = 1
	}
	second, fourth := 0.0, 0.0
	for _, x := range offs {
		d := (x - mean) * (x - mean)
		second, fourth = second+d, fourth+d*d
	}
	if second == 0 && len(offs) > 1 {
		return Effect{math.Exp(logs), math.Exp(logs), math.Exp(logs)} // nothing varies
	}
	if len(offs) < 2 {
		return Effect{math.Exp(logs), 0, math.Inf(1)}
	}
	spread := math.Sqrt(second*(n-1)/n) * wider
	by := spread * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: degreesOfFreedom(n, n*fourth/(second*second))}.Quantile(0.975)
	return Effect{math.Exp(logs), math.Exp(logs - by), math.Exp(logs + by)}
}

func degreesOfFreedom(n, kurtosis float64) float64 {
	return max(2, min(n-1, 2*n/max(kurtosis-1, 1e-9)))
}

func bothSides(cells []cell) bool {
	var under [2]float64
	for i := range cells {
		under[sourceIndex(cells[i].recommended)] += min(cells[i].denominator, cells[i].numerator)
	}
	return under[0] > 0 && under[1] > 0
}

func countCampaigns(cells []cell) int {
	seen := map[int]bool{}
	for i := range cells {
		seen[cells[i].campaign] = true
	}
	return len(seen)
}
