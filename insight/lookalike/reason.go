package lookalike

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// negligible is the absolute weight below which a reason is left out.
const negligible = 1e-9

// Reasons gives a score, 0 to 1, and its reasons, which add up to it, largest first: one for each kind, of what the
// parts of that kind add; products are Products'. The first profile is that of what was asked about.
func (m *Model) Reasons(products []float64, scales Scales, seeds, found Profile) (float64, []insight.Reason) {
	score, shown := DisplayScore(products)
	var all []insight.Reason
	at := map[insight.Kind]int{}
	most := map[insight.Kind]float64{}
	alike := map[insight.Kind]float64{}
	for i, p := range m.Parts {
		n, there := at[p.Kind]
		if !there {
			n = len(all)
			at[p.Kind] = n
			all = append(all, insight.Reason{Kind: p.Kind})
		}
		all[n].Weight += shown[i]
		if !p.SeedFree {
			alike[p.Kind] += products[i]
			most[p.Kind] += scales[i]
		}
	}
	all = slices.DeleteFunc(all, func(r insight.Reason) bool { return math.Abs(r.Weight) < negligible })
	for i := range all {
		r := &all[i]
		say := texts[r.Kind]
		if say == nil {
			say = otherText
		}
		r.Text, r.Evidence = say(seeds, found, alike[r.Kind]/most[r.Kind])
	}
	slices.SortStableFunc(all, func(x, y insight.Reason) int { return cmp.Compare(y.Weight, x.Weight) })
	return score, all
}
