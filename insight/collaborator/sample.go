package collaborator

import (
	"math/rand/v2"

	"github.com/creatorgraph/creatorgraph/insight"
)

// How much is learned from: enough for curves to settle, little enough for a market of a million.
const (
	mostAskers     = 2500
	mostPositives  = 12  // of one asker
	anybody        = 120 // candidates of one asker that are drawn from all alike
	wellKnown      = 40  // and by their partners
	hiddenPart     = 0.15
	mostHidden     = 40_000
	leastPositives = 30
)

// group is one asker's pairs: first those that came true, then others.
type group struct {
	asker      int32
	candidates []int32
	positives  int
}

// hide picks the ties that training has to find: the new ones of the last days where days are known and
// differ, otherwise some drawn at random. The rest are what it sees.
func hide(m *insight.Market, r *rand.Rand) []bool {
	hidden := make([]bool, len(m.Ties))
	if late, ok := lateDay(m.Ties); ok {
		count := 0
		for i, t := range m.Ties {
			hidden[i] = t.Dated && t.Last >= late
			if hidden[i] && t.Things == 1 {
				count++
			}
		}
		if count >= leastPositives {
			return hidden
		}
		clear(hidden)
	}
	part := min(hiddenPart, mostHidden/float64(max(len(m.Ties), 1)))
	for i := range hidden {
		hidden[i] = r.Float64() < part
	}
	return hidden
}

// lateDay gives the day from which the last part of dated ties is; false where that tells nothing.
func lateDay(ties []insight.Tie) (int32, bool) {
	var days []int32
	for _, t := range ties {
		if t.Dated {
			days = append(days, t.Last)
		}
	}
	if len(days) < len(ties)/2 || len(days) == 0 {
		return 0, false
	}
	late := quantile(days, 1-hiddenPart)
	return late, late > quantile(days, 0.02)
}

// groups draws askers among those with hidden ties, and candidates for each.
func groups(m *insight.Market, v *View, hidden []bool, r *rand.Rand) []group {
	found := map[int32][]int32{}
	for i, t := range m.Ties {
		if hidden[i] && (!t.Dated || t.Things == 1) {
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
	met := metBy(m)
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
		g.draw(len(m.Creators), v, known, r)
		if len(g.candidates) > g.positives {
			all = append(all, g)
		}
	}
	return all
}

// metBy gives everybody a creator has a tie with, hidden ones too.
func metBy(m *insight.Market) func(p int32) []int32 {
	n := newNetwork(len(m.Creators), m.Ties, func(int) bool { return false })
	return func(p int32) []int32 {
		to, _ := n.partners(p)
		return to
	}
}

func (g *group) draw(people int, v *View, known map[int32]bool, r *rand.Rand) {
	for range anybody {
		if c := int32(r.IntN(people)); !known[c] {
			g.candidates = append(g.candidates, c)
		}
	}
	ends := v.network.to
	for range wellKnown {
		if len(ends) == 0 {
			return
		}
		if c := ends[r.IntN(len(ends))]; !known[c] {
			g.candidates = append(g.candidates, c)
		}
	}
}
