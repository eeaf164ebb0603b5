package evaluation

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// prediction is a later result with its prediction and those of the floors.
type prediction struct {
	impressions, ctr  float64
	predicted         match.Predicted
	cellMean, ownMean float64 // the floors' impressions
	cellCTR, ownCTR   float64
}

// followerTier is a creator's tier: powers of ten of followers, halved.
func followerTier(c *match.Creator) int {
	return int(2 * math.Log10(math.Max(1, float64(c.Followers))))
}

// runningMean is a running mean of impressions, and of clicks for them.
type runningMean struct{ n, impressions, clicked float64 }

func (m runningMean) add(w match.Work) runningMean {
	return runningMean{m.n + 1, m.impressions + float64(w.Impressions), m.clicked + float64(max(0, w.Clicks))}
}

// measurePredictions measures the predictions of later participations.
func (r *Report) measurePredictions(d *Data, m *match.Model, cut int32) {
	book := m.Book()
	type cell struct {
		category int32
		size     int
	}
	cells, all := map[cell]runningMean{}, runningMean{}
	of := func(c *match.Creator) cell {
		if len(c.Categories) == 0 {
			return cell{insight.Unknown, followerTier(c)}
		}
		return cell{c.Categories[0], followerTier(c)}
	}
	for p := range book.Creators {
		c := &book.Creators[p]
		for _, w := range c.Works {
			if w.Impressions > 0 {
				cells[of(c)], all = cells[of(c)].add(w), all.add(w)
			}
		}
	}
	var seen []prediction
	const own, ofCell = 2, 3 // results that the mean above counts as
	for p := range d.Book.Creators {
		c := &book.Creators[p]
		var self runningMean
		for _, w := range c.Works {
			if w.Impressions > 0 {
				self = self.add(w)
			}
		}
		for _, w := range d.Book.Creators[p].Works {
			campaign := &d.Book.Campaigns[w.Campaign]
			if campaign.Day < cut || w.Impressions <= 0 || w.Clicks < 0 {
				continue
			}
			one := m.Of(&match.Brief{Brand: campaign.Brand, Rivals: insight.Unknown, Objective: campaign.Objective, Categories: campaign.Categories,
				Segments: campaign.Segments, Formats: []match.Format{book.FormatOf(c, &w)}}, []int32{int32(p)})[0]
			o := prediction{impressions: float64(w.Impressions), ctr: float64(w.Clicks) / float64(w.Impressions), predicted: one.Predicted}
			around := cells[of(c)]
			o.cellMean = (around.impressions + ofCell*all.impressions/all.n) / (around.n + ofCell)
			o.ownMean = (self.impressions + own*o.cellMean) / (self.n + own)
			o.cellCTR = (around.clicked + 2000*all.clicked/all.impressions) / (around.impressions + 2000)
			o.ownCTR = (self.clicked + 50_000*o.cellCTR) / (self.impressions + 50_000)
			seen = append(seen, o)
		}
	}
	r.addPredictions(seen)
}

func (r *Report) addPredictions(seen []prediction) {
	share := func(holds func(*prediction) bool) func([]int) float64 {
		return func(some []int) float64 {
			n := 0.0
			for _, i := range some {
				if holds(&seen[i]) {
					n++
				}
			}
			return n / float64(len(some))
		}
	}
	wape := func(said func(*prediction) float64, came func(*prediction) float64) func([]int) float64 {
		return func(some []int) float64 {
			off, whole := 0.0, 0.0
			for _, i := range some {
				off += math.Abs(said(&seen[i]) - came(&seen[i]))
				whole += came(&seen[i])
			}
			return off / whole
		}
	}
	impressions, clicked := func(o *prediction) float64 { return o.impressions }, func(o *prediction) float64 { return o.impressions * o.ctr }
	n := len(seen)
	r.add("coverage of impressions", "later results", "creatorgraph", n, share(func(o *prediction) bool {
		return o.impressions >= o.predicted.ImpressionsLow && o.impressions <= o.predicted.ImpressionsHigh
	}))
	r.add("coverage of CTR", "later results", "creatorgraph", n, share(func(o *prediction) bool {
		return o.ctr >= o.predicted.CTRLow && o.ctr <= o.predicted.CTRHigh
	}))
	for _, one := range []struct {
		method      string
		views, rate func(*prediction) float64
	}{
		{"creatorgraph", func(o *prediction) float64 { return o.predicted.Impressions }, func(o *prediction) float64 { return o.impressions * o.predicted.CTR }},
		{"category and size", func(o *prediction) float64 { return o.cellMean }, func(o *prediction) float64 { return o.impressions * o.cellCTR }},
		{"own mean, shrunk", func(o *prediction) float64 { return o.ownMean }, func(o *prediction) float64 { return o.impressions * o.ownCTR }},
	} {
		r.add("WAPE of impressions", "later results", one.method, n, wape(one.views, impressions))
		r.add("WAPE of clicks given impressions", "later results", one.method, n, wape(one.rate, clicked))
	}
	r.add("interval score of ln impressions", "later results", "creatorgraph", n, func(some []int) float64 {
		score := 0.0
		for _, i := range some {
			o := &seen[i]
			low, high, came := math.Log(o.predicted.ImpressionsLow), math.Log(o.predicted.ImpressionsHigh), math.Log(o.impressions)
			score += high - low + 10*math.Max(0, low-came) + 10*math.Max(0, came-high)
		}
		return score / float64(len(some))
	})
}
