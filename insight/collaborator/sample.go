package collaborator

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Sizes of the training set: enough for curves to settle, little enough for a market of a million creators.
const (
	folds          = 3
	maxSources     = 1500
	maxPositives   = 12 // of one source
	within         = 60 // candidates drawn from each stratum of the partners' partners
	anybody        = 80 // candidates drawn uniformly from all others
	wellKnown      = 40 // and by their partners, who stand for so large a part of all
	wellKnownPart  = 0.3
	hiddenPart     = 0.07
	hardest        = 60
	sourcePower    = 0.5
	leastPositives = 30
	manyTies       = 500_000 // above this number of ties, one fold with few hidden pairs is enough
	fewHidden      = 20_000
)

// group is the pairs of one source: first the positive ones, then the negative ones.
type group struct {
	source     int32
	candidates []int32
	positives  int
	weight     float64
	logCounts  []float32 // ln of how many creators each candidate represents
}

// holdOut picks the ties to predict: the new ones of the last days where days are known and differ, otherwise a random sample. The
// campaign of a tie makes both creators work for its brand, so features may use only brands from before the returned day; none
// where the sample is random.
func holdOut(m *insight.Market, r *rand.Rand) (hidden []bool, before int32) {
	hidden = make([]bool, len(m.Collaborations))
	late, dated := insight.LateDay(m.Collaborations)
	many := len(m.Collaborations) > manyTies
	if dated {
		found := 0
		for i, t := range m.Collaborations {
			hidden[i] = t.Dated && t.Last >= late
			if many {
				hidden[i] = hidden[i] && t.Things == 1 && r.Float64() < fewHidden/(insight.LatePart*float64(len(m.Collaborations)))
			}
			if hidden[i] && t.Things == 1 {
				found++
			}
		}
		if found >= leastPositives {
			return hidden, late
		}
	}
	part := hiddenPart
	if many {
		part = fewHidden / float64(len(m.Collaborations))
	}
	for i := range hidden {
		hidden[i] = r.Float64() < part
	}
	return hidden, math.MinInt32
}

// drawGroups draws sources among those with hidden ties, and candidates for each.
func drawGroups(m *insight.Market, v *View, hidden []bool, before int32, r *rand.Rand) []group {
	found := map[int32][]int32{}
	for i, t := range m.Collaborations {
		if hidden[i] && (before == math.MinInt32 || t.Things == 1) {
			found[t.A] = append(found[t.A], t.B)
			found[t.B] = append(found[t.B], t.A)
		}
	}
	var sources []int32
	for p := range int32(len(m.Creators)) {
		if len(found[p]) > 0 {
			sources = append(sources, p)
		}
	}
	r.Shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
	sources = sources[:min(len(sources), maxSources)]
	met, s := contactsOf(m), newSource(v)
	var all []group
	for _, p := range sources {
		good := found[p]
		r.Shuffle(len(good), func(i, j int) { good[i], good[j] = good[j], good[i] })
		good = good[:min(len(good), maxPositives)]
		g := group{source: p, candidates: append([]int32(nil), good...), positives: len(good)}
		known := map[int32]bool{p: true}
		for _, q := range met(p) {
			known[q] = true
		}
		s.reset(p)
		g.draw(s, known, r)
		if len(g.candidates) > g.positives {
			all = append(all, g)
		}
	}
	return all
}

// contactsOf gives everybody a creator has met, including through hidden ties.
func contactsOf(m *insight.Market) func(p int32) []int32 {
	n, crowded := newNetwork(len(m.Creators), m.Collaborations, func(int) bool { return false }), m.Crowded()
	return func(p int32) []int32 {
		to, _ := n.partners(p)
		met := slices.Clone(to)
		crowded.Each(p, func(q int32) { met = append(met, q) })
		return met
	}
}

// draw samples negatives by stratum: the nearest by PageRank, others whom walks reach, and all the rest, so that few near ones
// are learned from as well as many far ones. Each represents an equal part of its stratum.
func (g *group) draw(s *source, known map[int32]bool, r *rand.Rand) {
	g.weight = math.Pow(float64(g.positives), -sourcePower)
	g.logCounts = make([]float32, g.positives)
	var near []int32
	seen := map[int32]bool{}
	for _, c := range s.pageRank.touched {
		if !known[c] && !seen[c] && s.pageRank.rank(c) > 0 {
			near, seen[c] = append(near, c), true
		}
	}
	slices.SortFunc(near, func(x, y int32) int {
		return cmp.Or(cmp.Compare(s.pageRank.rank(y), s.pageRank.rank(x)), cmp.Compare(x, y))
	})
	top := near[:min(len(near), hardest)]
	g.add(top, float64(len(top)))
	near = near[len(top):]
	part := near[:min(len(near), 500)]
	near = near[len(part):]
	for _, some := range [][]int32{part, near} {
		all := len(some)
		r.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		some = some[:min(len(some), within)]
		if all > 0 {
			g.add(some, float64(all))
		}
	}
	people := len(s.pageRank.visits)
	var far []int32
	for range anybody {
		if c := int32(r.IntN(people)); !known[c] && !seen[c] {
			far = append(far, c)
		}
	}
	if len(far) > 0 {
		g.add(far, float64(people-len(seen)-len(known)))
	}
}

func (g *group) add(drawn []int32, of float64) {
	for _, c := range drawn {
		g.candidates = append(g.candidates, c)
		g.logCounts = append(g.logCounts, float32(math.Log(of/float64(len(drawn)))))
	}
}
