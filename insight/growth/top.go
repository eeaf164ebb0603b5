package growth

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// topShare is what part of each tier is its top.
const topShare = 0.05

// learnTop learns the growth of the fastest share of each tier.
func (m *Model) learnTop(all []series, today int32) {
	m.top = map[int][tiers]float64{}
	for _, days := range horizons {
		if days > m.Longest {
			break
		}
		var grown [tiers][]float64
		var every []float64
		for i := range all {
			from := all[i].at(today - int32(days))
			g := all[i].at(today) - from
			if !math.IsNaN(g) {
				grown[tier(from)] = append(grown[tier(from)], g)
				every = append(every, g)
			}
		}
		var bounds [tiers]float64
		for t, own := range grown {
			if len(own) < minTopSample {
				own = every
			}
			if len(own) == 0 {
				return
			}
			slices.Sort(own)
			bounds[t] = conformal.At(own, 1-topShare)
		}
		m.top[days] = bounds
	}
}

// minTopSample is the least number of creators to learn a tier's top growth from.
const minTopSample = 100

// topGrowth is the growth of a tier's fastest share over some days, interpolated between horizons.
func (m *Model) topGrowth(days, tier int) float64 {
	before, after := m.horizonsAround(days)
	switch {
	case before == 0 && after == 0:
		return math.NaN()
	case before == 0:
		return m.top[after][tier] * float64(days) / float64(after)
	case after == 0 || after == before:
		return m.top[before][tier] * float64(days) / float64(before)
	}
	part := float64(days-before) / float64(after-before)
	return m.top[before][tier] + part*(m.top[after][tier]-m.top[before][tier])
}

// horizonsAround are the nearest horizons with a known top growth, at most and at least so many days; 0 if there is none.
func (m *Model) horizonsAround(days int) (before, after int) {
	for _, known := range horizons {
		if _, ok := m.top[known]; !ok {
			continue
		}
		if known <= days {
			before = known
		}
		if known >= days && after == 0 {
			after = known
		}
	}
	return before, after
}
