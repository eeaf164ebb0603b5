package acceptance

import (
	"maps"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// levels is what is offered against the price for campaigns that start in a week: festivals are dear.
type levels map[int32]level

type level struct{ Sum, Count float64 }

// levelWorth is how many offers those of the same week a year before are worth.
const levelWorth = 20

func (l levels) at(day int32) float64 {
	now, before := l[day/7], l[day/7-52]
	prior := 0.0
	if before.Count > 0 {
		prior = before.Sum / (before.Count + levelWorth)
	}
	return (now.Sum + levelWorth*prior) / (now.Count + levelWorth)
}

// outlier is ln of the ratio beyond which an offer tells nothing of the level.
const outlier = 1

func (l levels) add(day int32, ratio float64) {
	if math.Abs(ratio) < outlier {
		one := l[day/7]
		l[day/7] = level{one.Sum + ratio, one.Count + 1}
	}
}

// category says how near a creator's categories are to a campaign's.
func (g *featureBuilder) category(who *Creator, c *Campaign) float64 {
	if len(who.Categories) == 0 || len(c.Categories) == 0 {
		return math.NaN()
	}
	best := 0.0
	for _, a := range who.Categories {
		for _, b := range c.Categories {
			switch {
			case a == b:
				return 2
			case g.isNear(a, b):
				best = 1
			}
		}
	}
	return best
}

// isNear says whether one category is the other's parent, or both have the same.
func (g *featureBuilder) isNear(a, b int32) bool {
	return g.parent(a) == b || g.parent(b) == a || g.parent(a) == g.parent(b) && g.parent(a) != insight.Unknown
}

func (g *featureBuilder) parent(category int32) int32 {
	if int(category) < len(g.Parents) {
		return g.Parents[category]
	}
	return insight.Unknown
}

// meanShares is each segment's mean share over all known audiences.
func meanShares(m *Market) []float64 {
	shares := make([]float64, len(m.Dimensions))
	known := map[string]float64{}
	for _, c := range m.Creators {
		seen := map[string]bool{}
		for _, s := range c.Audience {
			shares[s.Segment] += float64(s.Part)
			if d := m.Dimensions[s.Segment]; !seen[d] {
				seen[d] = true
				known[d]++
			}
		}
	}
	for s := range shares {
		shares[s] /= max(1, known[m.Dimensions[s]])
	}
	return shares
}

// meets is how well an audience is in the segments that a campaign aims at.
func (g *featureBuilder) meets(who *Creator, c *Campaign) float64 {
	type pair struct{ own, usual float64 }
	by := map[string]pair{}
	for _, s := range c.Segments {
		p := by[g.Dimensions[s]]
		p.usual += g.shares[s]
		for _, share := range who.Audience {
			if share.Segment == s {
				p.own += float64(share.Part)
			}
		}
		by[g.Dimensions[s]] = p
	}
	if len(by) == 0 || len(who.Audience) == 0 {
		return math.NaN()
	}
	sum := 0.0
	for _, d := range slices.Sorted(maps.Keys(by)) {
		sum += math.Log((by[d].own + 0.02) / (by[d].usual + 0.02))
	}
	return sum / float64(len(by))
}
