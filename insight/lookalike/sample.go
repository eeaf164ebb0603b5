package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// How much is hidden to learn weights from, as for collaborators.
const (
	hiddenPart   = 0.07
	leastHidden  = 30
	manyTies     = 500_000 // from so many on, few hidden pairs are enough
	fewHidden    = 20_000
	mostNewcomer = 200       // creators who begin with a brand at the same time are alike, unless more do than that
	mostBegun    = 2_000_000 // pairs of them, so that a market of many brands does not fill the memory
)

// lesson is what weights are learned from: a market with the last of it hidden, and whom should be found.
type lesson struct {
	hidden []bool            // ties
	before int32             // only brands from before this day may be looked at
	wanted map[int32][]int32 // of each asker; ascending
}

// newLesson hides the new ties of the last days where days are known and differ, otherwise some drawn at random.
// Those who begin with the same brand in the hidden days are to be found too.
func newLesson(m *insight.Market, r *rand.Rand) *lesson {
	l := &lesson{hidden: make([]bool, len(m.Collaborations)), before: math.MinInt32, wanted: map[int32][]int32{}}
	many := len(m.Collaborations) > manyTies
	late, dated := insight.LateDay(m.Collaborations)
	if dated {
		found := 0
		for i, t := range m.Collaborations {
			// Who has met before stays known, a little better than before the hidden days.
			l.hidden[i] = t.Dated && t.Last >= late && t.Things == 1
			if many {
				l.hidden[i] = l.hidden[i] && r.Float64() < fewHidden/(insight.LatePart*float64(len(m.Collaborations)))
			}
			if l.hidden[i] {
				found++
				l.want(t.A, t.B)
			}
		}
		if found >= leastHidden {
			l.before = late
			l.wantNewcomers(m, r)
			l.tidy()
			return l
		}
		clear(l.wanted)
	}
	part := hiddenPart
	if many {
		part = fewHidden / float64(len(m.Collaborations))
	}
	for i, t := range m.Collaborations {
		if l.hidden[i] = r.Float64() < part; l.hidden[i] {
			l.want(t.A, t.B)
		}
	}
	l.tidy()
	return l
}

func (l *lesson) want(a, b int32) {
	l.wanted[a] = append(l.wanted[a], b)
	l.wanted[b] = append(l.wanted[b], a)
}

func (l *lesson) wantNewcomers(m *insight.Market, r *rand.Rand) {
	begun := make([][]int32, len(m.Brands))
	for p := range m.Creators {
		c := &m.Creators[p]
		for i, brand := range c.Brands {
			if c.Since[i] >= l.before {
				begun[brand] = append(begun[brand], int32(p))
			}
		}
	}
	pairs := 0
	for _, brand := range r.Perm(len(begun)) {
		people := begun[brand]
		if pairs += len(people) * len(people) / 2; len(people) > mostNewcomer || pairs > mostBegun {
			continue
		}
		for i, a := range people {
			for _, b := range people[:i] {
				l.want(a, b)
			}
		}
	}
}

func (l *lesson) tidy() {
	for p, wanted := range l.wanted {
		slices.Sort(wanted)
		l.wanted[p] = slices.Compact(wanted)
	}
}
