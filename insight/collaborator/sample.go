package collaborator

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// How much is learned from: enough for curves to settle, little enough for a market of a million.
const (
	folds          = 3
	mostAskers     = 1500
	mostPositives  = 12 // of one asker
	within         = 60 // candidates of one asker that are drawn from its partners' partners
	anybody        = 80 // from all others alike
	wellKnown      = 40 // and by their partners, who stand for so large a part of all
	wellKnownPart  = 0.3
	hiddenPart     = 0.07
	hardest        = 60
	askerPower     = 0.5
	leastPositives = 30
	manyTies       = 500_000 // from so many on, one fold of few hidden pairs is enough
	fewHidden      = 20_000
)

// group is one asker's pairs: first those that came true, then others.
type group struct {
	asker      int32
	candidates []int32
	positives  int
	weight     float64
	counts     []float32 // ln of how many each candidate stands for
}

// hide picks the ties that training has to find: the new ones of the last days where days are known and
// differ, otherwise some drawn at random. The rest are what it sees. A tie's campaign makes both work for its
// brand, so that only brands from before the day that comes with them may be looked at; none where ties of any
// day are hidden.
func hide(m *insight.Market, r *rand.Rand) (hidden []bool, before int32) {
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

// groups draws askers among those with hidden ties, and candidates for each.
func groups(m *insight.Market, v *View, hidden []bool, before int32, r *rand.Rand) []group {
	found := map[int32][]int32{}
	for i, t := range m.Collaborations {
		if hidden[i] && (before == math.MinInt32 || t.Things == 1) {
			found[t.A] = append(found[t.A], t.B)
			found[t.B] = append(found[t.B], t.A)
		}
	}
	var askers []int32
	for p := range int32(len(m.Creators)) {
		if len(found[p]) > 0 {
			askers = append(askers, p)
		}
	}
	r.Shuffle(len(askers), func(i, j int) { askers[i], askers[j] = askers[j], askers[i] })
	askers = askers[:min(len(askers), mostAskers)]
	met, a := metBy(m), newAsker(v)
	var all []group
	for _, p := range askers {
		good := found[p]
		r.Shuffle(len(good), func(i, j int) { good[i], good[j] = good[j], good[i] })
		good = good[:min(len(good), mostPositives)]
		g := group{asker: p, candidates: append([]int32(nil), good...), positives: len(good)}
		known := map[int32]bool{p: true}
		for _, q := range met(p) {
			known[q] = true
		}
		a.ask(p)
		g.draw(a, known, r)
		if len(g.candidates) > g.positives {
			all = append(all, g)
		}
	}
	return all
}

// metBy gives everybody a creator has met, hidden ones too.
func metBy(m *insight.Market) func(p int32) []int32 {
	n, crowded := newNetwork(len(m.Creators), m.Collaborations, func(int) bool { return false }), m.Crowded()
	return func(p int32) []int32 {
		to, _ := n.partners(p)
		met := slices.Clone(to)
		crowded.Each(p, func(q int32) { met = append(met, q) })
		return met
	}
}

// draw draws candidates apart for those whom a common partner could introduce and for all others, so that the
// few near ones are learned from as well as the many far ones; each stands for as many as were drawn from.
func (g *group) draw(a *asker, known map[int32]bool, r *rand.Rand) {
	g.weight = math.Pow(float64(g.positives), -askerPower)
	g.counts = make([]float32, g.positives)
	var near []int32
	seen := map[int32]bool{}
	for _, c := range a.push.touched {
		if !known[c] && !seen[c] && a.push.rank(c) > 0 {
			near, seen[c] = append(near, c), true
		}
	}
	slices.SortFunc(near, func(x, y int32) int {
		return cmp.Or(cmp.Compare(a.push.rank(y), a.push.rank(x)), cmp.Compare(x, y))
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
	people := len(a.push.met)
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
		g.counts = append(g.counts, float32(math.Log(of/float64(len(drawn)))))
	}
}
