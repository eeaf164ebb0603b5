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
	switch m {
	case CPM:
		over, under = w.Fee, w.Impressions
	case CPE:
		over, under = w.Fee, w.Engagements
	case CTR:
		over, under = w.Clicks, w.Impressions
	case CVR:
		over, under = w.Conversions, w.Clicks
	case CostPerClick:
		over, under = w.Fee, w.Clicks
	case ROI:
		over, under = w.GMV, w.Fee
	}
	if over > under && (m == CTR || m == CVR) {
		return 0, 0, false
	}
	return over, under, over >= 0 && under >= 0 && !math.IsInf(over, 0) && !math.IsInf(under, 0)
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
