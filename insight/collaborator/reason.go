package collaborator

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// kinds are the model's kinds of reasons; equal weights keep this order.
var kinds = [...]insight.Kind{insight.CommonNeighbours, insight.GraphPosition, insight.SameCategory, insight.SharedAgency,
	insight.SharedBrands, insight.SimilarAudience, insight.SameRegion, insight.SimilarSize, insight.SimilarPrice}

// maxEvidence is how many entities a reason names.
const maxEvidence = 5

// Recommend ranks candidates as partners of a creator, the best first; equal ones by key.
func (m *Model) Recommend(v *View, of int32, candidates []int32, first int, names Names) []insight.Recommendation {
	s := newSource(v)
	s.reset(of)
	return m.recommend(s, candidates, first, names)
}

func (m *Model) recommend(s *source, candidates []int32, first int, names Names) []insight.Recommendation {
	all := m.topCandidates(s, candidates, first)
	var best []insight.Recommendation
	for _, one := range all.sorted() {
		row := s.pair(one.creator)
		weights := m.weights(row)
		recommended := insight.Recommendation{Key: all.creators[one.creator].Key, Score: sum(weights)}
		if names != nil {
			recommended.Reasons = s.reasons(one.creator, row, weights, names)
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

// reasons explains the weights; it leaves out kinds that add nothing.
func (s *source) reasons(c int32, row [featureCount]float64, weights []float64, names Names) []insight.Reason {
	var all []insight.Reason
	for i, kind := range kinds {
		if weights[i] == 0 {
			continue
		}
		evidence := s.evidence(kind, c)
		all = append(all, insight.Reason{Kind: kind, Weight: weights[i],
			Text: s.text(kind, c, row, evidence, names), Evidence: kind.Evidence(evidence...)})
	}
	slices.SortStableFunc(all, func(x, y insight.Reason) int { return cmp.Compare(y.Weight, x.Weight) })
	return all
}

// evidence gives the keys of the entities that support a reason of a kind.
func (s *source) evidence(kind insight.Kind, c int32) []string {
	me, other := &s.v.market.Creators[s.creator], &s.v.market.Creators[c]
	switch kind {
	case insight.CommonNeighbours:
		return s.topCommonPartners(c)
	case insight.SameCategory:
		return shared(me.Categories, other.Categories, s.v.market.Categories)
	case insight.SharedBrands:
		return shared(me.Brands, other.Brands, s.v.market.Brands)
	case insight.SharedAgency:
		if me.Agency != insight.Unknown && me.Agency == other.Agency {
			return []string{s.v.market.Agencies[me.Agency]}
		}
	}
	return nil
}

// topCommonPartners are the common partners through whom walks of two steps weigh most.
func (s *source) topCommonPartners(c int32) []string {
	type by struct {
		key    string
		weight float32
	}
	var all []by
	to, weight := s.v.network.partners(c)
	for i, p := range to {
		if s.pageRank.visits[p].oneStep > 0 {
			all = append(all, by{s.v.market.Creators[p].Key, s.pageRank.visits[p].oneStep * weight[i] * s.v.invSqrtStrength[p]})
		}
	}
	slices.SortFunc(all, func(x, y by) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.key, y.key))
	})
	var keys []string
	for _, one := range all[:min(maxEvidence, len(all))] {
		keys = append(keys, one.key)
	}
	return keys
}

// shared gives the words that two lists of indices have in common, in the order of the first.
func shared(a, b []int32, words []string) []string {
	var keys []string
	for _, n := range a {
		if slices.Contains(b, n) && len(keys) < maxEvidence {
			keys = append(keys, words[n])
		}
	}
	return keys
}
