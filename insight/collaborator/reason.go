package collaborator

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// kinds are those of the model, in the order in which equal weights stand.
var kinds = [...]insight.Kind{insight.CommonNeighbours, insight.GraphPosition, insight.SameCategory, insight.SharedAgency,
	insight.SharedBrands, insight.SimilarAudience, insight.SameRegion, insight.SimilarSize, insight.SimilarPrice}

// evidenceMost is how many entities a reason names.
const evidenceMost = 5

// Recommend ranks candidates as partners of a creator, the best first; equal ones by key.
func (m *Model) Recommend(v *View, of int32, candidates []int32, first int, names Names) []insight.Recommendation {
	a := newAsker(v)
	a.ask(of)
	return m.recommend(a, candidates, first, names)
}

func (m *Model) recommend(a *asker, candidates []int32, first int, names Names) []insight.Recommendation {
	all := m.leaders(a, candidates, first)
	var best []insight.Recommendation
	for _, one := range all.best() {
		row := a.pair(one.creator)
		weights := m.weights(row)
		recommended := insight.Recommendation{Key: all.creators[one.creator].Key, Score: sum(weights)}
		if names != nil {
			recommended.Reasons = a.reasons(one.creator, row, weights, names)
		}
		best = append(best, recommended)
	}
	return best
}

// weights adds up what the features of each kind add to the score, in the order of kinds.
func (m *Model) weights(row [featureCount]float64) []float64 {
	weights := make([]float64, len(kinds))
	for f := range m.Curves {
		weights[slices.Index(kinds[:], features[f].kind)] += m.Curves[f].at(row[f])
	}
	return weights
}

func sum(weights []float64) float64 {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	return total
}

// reasons says what the weights rest on; kinds that add nothing are left out.
func (a *asker) reasons(c int32, row [featureCount]float64, weights []float64, names Names) []insight.Reason {
	var all []insight.Reason
	for i, kind := range kinds {
		if weights[i] == 0 {
			continue
		}
		evidence := a.evidence(kind, c)
		all = append(all, insight.Reason{Kind: kind, Weight: weights[i],
			Text: a.text(kind, c, row, evidence, names), Evidence: kind.Evidence(evidence...)})
	}
	slices.SortStableFunc(all, func(x, y insight.Reason) int { return cmp.Compare(y.Weight, x.Weight) })
	return all
}

// evidence is what a reason of a kind can be checked by.
func (a *asker) evidence(kind insight.Kind, c int32) []string {
	me, other := &a.v.market.Creators[a.of], &a.v.market.Creators[c]
	switch kind {
	case insight.CommonNeighbours:
		return a.introducers(c)
	case insight.SameCategory:
		return shared(me.Categories, other.Categories, a.v.market.Categories)
	case insight.SharedBrands:
		return shared(me.Brands, other.Brands, a.v.market.Brands)
	case insight.SharedAgency:
		if me.Agency != insight.Unknown && me.Agency == other.Agency {
			return []string{a.v.market.Agencies[me.Agency]}
		}
	}
	return nil
}

// introducers are the common partners by whose way walks of two steps weigh most.
func (a *asker) introducers(c int32) []string {
	type by struct {
		key    string
		weight float32
	}
	var all []by
	to, weight := a.v.network.partners(c)
	for i, p := range to {
		if a.push.met[p].step > 0 {
			all = append(all, by{a.v.market.Creators[p].Key, a.push.met[p].step * weight[i] * a.v.root[p]})
		}
	}
	slices.SortFunc(all, func(x, y by) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.key, y.key))
	})
	var keys []string
	for _, one := range all[:min(evidenceMost, len(all))] {
		keys = append(keys, one.key)
	}
	return keys
}

// shared gives the words two lists of numbers have in common, in the order of the first.
func shared(a, b []int32, words []string) []string {
	var keys []string
	for _, n := range a {
		if slices.Contains(b, n) && len(keys) < evidenceMost {
			keys = append(keys, words[n])
		}
	}
	return keys
}
