package evaluation

import "math"

// Campaign is the known part of a brief.
type Campaign struct {
	Brand     string
	Category  string  // the main one; empty where there is none
	Objective string  // empty where unknown
	Budget    float64 // minor units; 0 where unknown
	Day       float64 // first day, from 1970-01-01; NaN where unknown
}

// Work is one participation.
type Work struct {
	Campaign    int // place among the campaigns
	Recommended bool
	Fee         float64 // minor units; NaN where unknown, as are the next
	Impressions float64
	Engagements float64
	Clicks      float64
	Conversions float64
	GMV         float64
	Followers   float64 // 0 where unknown, as is the next
	Price       float64 // minor units
}

// Metric is what sources are compared by.
type Metric string

// The metrics: ratios of two sums.
const (
	CPM          Metric = "CPM"
	CPE          Metric = "CPE"
	CTR          Metric = "CTR"
	CVR          Metric = "CVR"
	CostPerClick Metric = "COST_PER_CLICK"
	ROI          Metric = "ROI" // as gmv / fee
)

// of gives a work's numerator and denominator; ok is false if one is unknown, or a part exceeds its whole.
func (m Metric) of(w *Work) (over, under float64, ok bool) {
	over, under = m.terms(w)
	if over > under && (m == CTR || m == CVR) {
		return 0, 0, false
	}
	return over, under, over >= 0 && under >= 0 && !math.IsInf(over, 0) && !math.IsInf(under, 0)
}

// terms are the two numbers that the metric divides.
func (m Metric) terms(w *Work) (over, under float64) {
	switch m {
	case CPM:
		return w.Fee, w.Impressions
	case CPE:
		return w.Fee, w.Engagements
	case CTR:
		return w.Clicks, w.Impressions
	case CVR:
		return w.Conversions, w.Clicks
	case CostPerClick:
		return w.Fee, w.Clicks
	case ROI:
		return w.GMV, w.Fee
	}
	return 0, 0
}

// isCost says whether less of the metric is better.
func (m Metric) isCost() bool { return m == CPM || m == CPE || m == CostPerClick }

// sourceIndex is a work's place in a pair by source: self-picked, recommended.
func sourceIndex(recommended bool) int {
	if recommended {
		return 1
	}
	return 0
}

// Effect is a ratio, recommended to self-picked, with its 95 % interval.
type Effect struct{ Ratio, Low, High float64 }

// Comparison compares recommended with self-picked.
type Comparison struct {
	Metric        Metric
	Raw           Effect
	ByBrief       *Effect // nil where the comparison is unfair, as is the next
	LikeForLike   *Effect
	EffectiveSize float64 // participations that the comparison by brief is worth
}
