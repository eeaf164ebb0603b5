package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// How much is held out to learn weights from, as for collaborators.
const (
	hiddenPart       = 0.07
	leastHidden      = 30
	manyTies         = 500_000 // above this number, few hidden pairs are enough
	fewHidden        = 20_000
	maxNewcomers     = 200       // larger groups of creators new to the same brand are not taken as similar
	maxNewcomerPairs = 2_000_000 // pairs of newcomers, which bounds memory
)

// holdout is a split of a market to learn weights from: hidden ties, and the pairs that are to be found.
type holdout struct {
	hidden []bool            // ties
	before int32             // features may use brands from before this day only
	wanted map[int32][]int32 // by creator; ascending
}

// newHoldout hides the new ties of the last days where days are known and differ, otherwise a random sample. Pairs of creators who
// start with the same brand in the hidden days are to be found, too.
func newHoldout(m *insight.Market, r *rand.Rand) *holdout {
	l := &holdout{hidden: make([]bool, len(m.Collaborations)), before: math.MinInt32, wanted: map[int32][]int32{}}
	many := len(m.Collaborations) > manyTies
	late, dated := insight.LateDay(m.Collaborations)
	if dated {
		found := 0
		for i, t := range m.Collaborations {
			// Ties that existed before the hidden days stay visible.
			l.hidden[i] = t.Dated && t.Last >= late && t.Things == 1
			if many {
				l.hidden[i] = l.hidden[i] && r.Float64() < fewHidden/(insight.LatePart*float64(len(m.Collaborations)))
			}
			if l.hidden[i] {
				found++
				l.addPair(t.A, t.B)
			}
		}
		if found >= leastHidden {
			l.before = late
			l.addNewcomers(m, r)
			l.sortWanted()
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
			l.addPair(t.A, t.B)
		}
	}
	l.sortWanted()
	return l
}

func (l *holdout) addPair(a, b int32) {
	l.wanted[a] = append(l.wanted[a], b)
	l.wanted[b] = append(l.wanted[b], a)
}

func (l *holdout) addNewcomers(m *insight.Market, r *rand.Rand) {
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
		if pairs += len(people) * len(people) / 2; len(people) > maxNewcomers || pairs > maxNewcomerPairs {
			continue
		}
		for i, a := range people {
			for _, b := range people[:i] {
				l.addPair(a, b)
			}
		}
	}
}

func (l *holdout) sortWanted() {
	for p, wanted := range l.wanted {
		slices.Sort(wanted)
		l.wanted[p] = slices.Compact(wanted)
	}
}
