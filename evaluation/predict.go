package evaluation

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// outcome is one later result beside what was said of it.
type outcome struct {
	impressions, ctr float64
	said             match.Predicted
	cell, own        float64 // the floors' impressions
	cellCTR, ownCTR  float64
}

// size is a creator's tier: powers of ten of followers, halved.
func size(c *match.Creator) int {
	return int(2 * math.Log10(math.Max(1, float64(c.Followers))))
}

// mean is a running mean of impressions, and of clicks for them.
type mean struct{ n, impressions, clicked float64 }

func (m mean) add(w match.Work) mean {
	return mean{m.n + 1, m.impressions + float64(w.Impressions), m.clicked + float64(max(0, w.Clicks))}
}

// predictions measures what was said of later participations.
func (r *Report) predictions(d *Data, m *match.Model, cut int32) {
	book := m.Book()
	type cell struct {
		category int32
		size     int
	}
	cells, all := map[cell]mean{}, mean{}
	of := func(c *match.Creator) cell {
		if len(c.Categories) == 0 {
			return cell{insight.Unknown, size(c)}
		}
		return cell{c.Categories[0], size(c)}
	}
	for p := range book.Creators {
		c := &book.Creators[p]
		for _, w := range c.Works {
			if w.Impressions > 0 {
				cells[of(c)], all = cells[of(c)].add(w), all.add(w)
			}
		}
	}
	var seen []outcome
	const own, ofCell = 2, 3 // results that the mean above counts as
	for p := range d.Book.Creators {
		c := &book.Creators[p]
		var self mean
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
			o := outcome{impressions: float64(w.Impressions), ctr: float64(w.Clicks) / float64(w.Impressions), said: one.Predicted}
			around := cells[of(c)]
			o.cell = (around.impressions + ofCell*all.impressions/all.n) / (around.n + ofCell)
			o.own = (self.impressions + own*o.cell) / (self.n + own)
			o.cellCTR = (around.clicked + 2000*all.clicked/all.impressions) / (around.impressions + 2000)
			o.ownCTR = (self.clicked + 50_000*o.cellCTR) / (self.impressions + 50_000)
			seen = append(seen, o)
		}
	}
	r.predicted(seen)
}

func (r *Report) predicted(seen []outcome) {
	share := func(holds func(*outcome) bool) func([]int) float64 {
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
	wape := func(said func(*outcome) float64, came func(*outcome) float64) func([]int) float64 {
		return func(some []int) float64 {
			off, whole := 0.0, 0.0
			for _, i := range some {
				off += math.Abs(said(&seen[i]) - came(&seen[i]))
				whole += came(&seen[i])
			}
			return off / whole
		}
	}
	impressions, clicked := func(o *outcome) float64 { return o.impressions }, func(o *outcome) float64 { return o.impressions * o.ctr }
	n := len(seen)
	r.add("coverage of impressions", "later results", "creatorgraph", n, share(func(o *outcome) bool {
		return o.impressions >= o.said.ImpressionsLow && o.impressions <= o.said.ImpressionsHigh
	}))
	r.add("coverage of CTR", "later results", "creatorgraph", n, share(func(o *outcome) bool {
		return o.ctr >= o.said.CTRLow && o.ctr <= o.said.CTRHigh
	}))
	for _, one := range []struct {
		method      string
		views, rate func(*outcome) float64
	}{
		{"creatorgraph", func(o *outcome) float64 { return o.said.Impressions }, func(o *outcome) float64 { return o.impressions * o.said.CTR }},
		{"category and size", func(o *outcome) float64 { return o.cell }, func(o *outcome) float64 { return o.impressions * o.cellCTR }},
		{"own mean, shrunk", func(o *outcome) float64 { return o.own }, func(o *outcome) float64 { return o.impressions * o.ownCTR }},
	} {
		r.add("WAPE of impressions", "later results", one.method, n, wape(one.views, impressions))
		r.add("WAPE of clicks given impressions", "later results", one.method, n, wape(one.rate, clicked))
	}
	r.add("interval score of ln impressions", "later results", "creatorgraph", n, func(some []int) float64 {
		score := 0.0
		for _, i := range some {
			o := &seen[i]
			low, high, came := math.Log(o.said.ImpressionsLow), math.Log(o.said.ImpressionsHigh), math.Log(o.impressions)
			score += high - low + 10*math.Max(0, low-came) + 10*math.Max(0, came-high)
		}
		return score / float64(len(some))
	})
}
