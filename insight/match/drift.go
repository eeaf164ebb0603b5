package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/drift"
)

// Drift is a category whose results have changed from what the model expects.
type Drift struct {
	Category int32 // insight.Unknown for creators without one
	Clicks   bool  // it is clicks per impression that changed, not impressions
	drift.Alarm
}

// part is the residual of one campaign in one category.
type part struct {
	day, group, campaign int32
	off, weight          float64 // sums
}

// Drifts monitors all results in the order of their campaigns' days and gives the categories that have changed, in the order of
// detection. The creators of one campaign count as one result, since a common deviation says nothing about the category.
func (m *Model) Drifts() []Drift {
	var all [rates][]observation
	m.results(m.works(), &all)
	var found []Drift
	for _, k := range []int{views, clicks} {
		parts := m.parts(m.rates[k], m.effects[k], all[k])
		bound := drift.Bound(2 * monthly(parts)) // of both rates
		pairs := make([]drift.Pair, m.groups+1)
		for _, p := range parts {
			variance := m.rates[k].byCampaign + 1/p.weight
			alarm, seen := pairs[p.group].Level(p.day, p.off/p.weight, variance, bound)
			if !seen {
				continue
			}
			category := p.group
			if int(category) == m.groups {
				category = insight.Unknown
			}
			found = append(found, Drift{category, k == clicks, alarm})
		}
	}
	slices.SortStableFunc(found, func(a, b Drift) int { return cmp.Compare(a.Seen, b.Seen) })
	return found
}

// parts aggregates results by campaign and category, in the order of days.
func (m *Model) parts(r *rate, effects []effect, all []observation) []part {
	at := map[[2]int32]int{}
	var parts []part
	for i := range all {
		s := &all[i]
		day := m.book.Campaigns[s.campaign].Day
		if day == insight.Unknown {
			continue
		}
		e := effects[s.creator]
		expected := s.exposure * math.Exp(r.fixed(&s.x)+r.group[s.group]+e.mean)
		weight := 1 / (r.noise + e.variance + 1/(expected+smoothing))
		key := [2]int32{s.campaign, s.group}
		n, known := at[key]
		if !known {
			n = len(parts)
			at[key] = n
			parts = append(parts, part{day: day, group: s.group, campaign: s.campaign})
		}
		parts[n].off += weight * math.Log((s.count+smoothing)/(expected+smoothing))
		parts[n].weight += weight
	}
	slices.SortStableFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.campaign, b.campaign), cmp.Compare(a.group, b.group))
	})
	return parts
}

// monthly is the number of the last 30 days.
func monthly(parts []part) float64 {
	n := 0.0
	for k := len(parts) - 1; k >= 0 && parts[k].day > parts[len(parts)-1].day-30; k-- {
		n++
	}
	return n
}
