package collaborator

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Kind is what a reason rests on; the words are those of the API.
type Kind string

// The kinds of reasons that this model gives.
const (
	CommonNeighbours Kind = "COMMON_NEIGHBOURS"
	GraphPosition    Kind = "GRAPH_POSITION"
	SameCategory     Kind = "SAME_CATEGORY"
	SharedAgency     Kind = "SHARED_AGENCY"
	SharedBrands     Kind = "SHARED_BRANDS"
	SimilarAudience  Kind = "SIMILAR_AUDIENCE"
	SimilarSize      Kind = "SIMILAR_SIZE"
	SimilarPrice     Kind = "SIMILAR_PRICE"
)

// kinds are those of the model, in the order in which equal weights stand.
func kinds() []Kind {
	return []Kind{CommonNeighbours, GraphPosition, SameCategory, SharedAgency, SharedBrands, SimilarAudience,
		SimilarSize, SimilarPrice}
}

// Reason is one part of a score.
type Reason struct {
	Kind     Kind
	Weight   float64
	Text     string
	Evidence []string // keys: of creators, categories, agencies or brands, by Kind; best first
}

// Recommendation is one creator to work with. Score is the sum of the reasons' weights.
type Recommendation struct {
	Creator int32
	Score   float64
	Reasons []Reason // the largest weight first
}

// evidenceMost is how many entities a reason names.
const evidenceMost = 5

// Recommend ranks candidates as partners of a creator, the best first; equal ones by key.
func (m *Model) Recommend(v *View, of int32, candidates []int32, first int, names Names) []Recommendation {
	a := newAsker(v)
	a.ask(of)
	all := make([]Recommendation, len(candidates))
	rows := make(map[int32][featureCount]float64, len(candidates))
	for i, c := range candidates {
		rows[c] = a.pair(c)
		all[i] = Recommendation{Creator: c, Score: sum(m.weights(rows[c]))}
	}
	slices.SortFunc(all, func(x, y Recommendation) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score),
			cmp.Compare(v.market.Creators[x.Creator].Key, v.market.Creators[y.Creator].Key))
	})
	all = all[:min(first, len(all))]
	for i := range all {
		row := rows[all[i].Creator]
		all[i].Reasons = a.reasons(all[i].Creator, row, m.weights(row), names)
	}
	return all
}

// weights adds up what the features of each kind add to the score, in the order of kinds.
func (m *Model) weights(row [featureCount]float64) []float64 {
	order := kinds()
	weights := make([]float64, len(order))
	for f, curve := range m.Curves {
		weights[slices.Index(order, features[f].kind)] += curve.at(row[f])
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
func (a *asker) reasons(c int32, row [featureCount]float64, weights []float64, names Names) []Reason {
	var all []Reason
	for i, kind := range kinds() {
		if weights[i] == 0 {
			continue
		}
		evidence := a.evidence(kind, c)
		all = append(all, Reason{kind, weights[i], a.text(kind, c, row, evidence, names), evidence})
	}
	slices.SortStableFunc(all, func(x, y Reason) int { return cmp.Compare(y.Weight, x.Weight) })
	return all
}

// evidence is what a reason of a kind can be checked by.
func (a *asker) evidence(kind Kind, c int32) []string {
	me, other := &a.v.market.Creators[a.of], &a.v.market.Creators[c]
	switch kind {
	case CommonNeighbours:
		return a.introducers(c)
	case SameCategory:
		return shared(me.Categories, other.Categories, a.v.market.Categories)
	case SharedBrands:
		return shared(me.Brands, other.Brands, a.v.market.Brands)
	case SharedAgency:
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
		if a.step[p] > 0 {
			all = append(all, by{a.v.market.Creators[p].Key, a.step[p] * weight[i] * a.v.root[p]})
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
