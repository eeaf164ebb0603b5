package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// Goal is the task evaluated, with its measures.
type Goal struct {
	measures []measure // of the list of each who asks
	areas    bool      // whether pairs are compared, too
	shown    bool      // whether it counts who is shown at all
}

// measure is a quality measure of one list.
type measure struct {
	name string
	of   func(r ranking) float64
	cost bool // no lead is to be had in it
}

// Partners is the goal of predicting future partners.
func Partners() Goal {
	return Goal{measures: []measure{
		{"NDCG@100", func(r ranking) float64 { return r.ndcg100 }, false},
		{"Recall@100", func(r ranking) float64 { return r.recall100 }, false},
		{"NDCG@10", func(r ranking) float64 { return r.ndcg10 }, false},
		{"Recall@10", func(r ranking) float64 { return r.recall10 }, false},
		{"MRR", func(r ranking) float64 { return r.reciprocal }, false},
	}, areas: true}
}

// Likes is the goal of finding those alike. Novelty is how many bits it takes to name those shown, by how well
// known they are (Zhou and others, 2010); coverage is the part of all creators that are shown to anybody. Both tell
// what a list costs, not whether it is right.
func Likes() Goal {
	return Goal{measures: []measure{
		{"NDCG@20", func(r ranking) float64 { return r.ndcg20 }, false},
		{"Recall@100", func(r ranking) float64 { return r.recall100 }, false},
		{"novelty", func(r ranking) float64 { return r.novelty }, true},
	}, shown: true}
}

// The names of the figures that are not of one list.
const (
	matchedArea = "AUC (like degrees)"
	randomArea  = "AUC (any)"
	coverage    = "coverage"
)

// Metrics names the figures in the order in which they are shown.
func (g Goal) Metrics() []string {
	var names []string
	for _, m := range g.measures {
		names = append(names, m.name)
	}
	if g.areas {
		names = append(names, matchedArea, randomArea)
	}
	if g.shown {
		names = append(names, coverage)
	}
	return names
}

// leads says whether being ahead in a figure tells anything.
func (g Goal) leads(name string) bool {
	for _, m := range g.measures {
		if m.name == name {
			return !m.cost
		}
	}
	return name != coverage
}

// listLength is the length of a displayed list.
const listLength = 20

// shown gives the top of a list, in order.
func (s *study) shown(scores []float64) []int32 {
	var first []int32
	bar := math.Inf(-1)
	cut := func() {
		slices.SortFunc(first, func(a, b int32) int {
			return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(s.tie[a], s.tie[b]))
		})
		first = first[:min(len(first), listLength)]
	}
	for c, score := range scores {
		if score >= bar && !math.IsInf(score, -1) {
			if first = append(first, int32(c)); len(first) == 8*listLength {
				cut()
				bar = scores[first[len(first)-1]]
			}
		}
	}
	cut()
	return first
}

// novelty is the mean of −log2 of the part of all partnerships that are of those shown; everybody is given one
// more than there is, so that nobody's is nothing.
func (s *study) novelty(shown []int32) float64 {
	if len(shown) == 0 {
		return 0
	}
	all := float64(len(s.known.to) + len(s.future))
	sum := 0.0
	for _, c := range shown {
		sum -= math.Log2((s.known.degree(c) + 1) / all)
	}
	return sum / float64(len(shown))
}

// covered is catalogue coverage: the share of all creators on any list.
func (s *study) covered(o *outcome) float64 {
	seen := map[int32]bool{}
	for _, r := range o.rankings {
		for _, c := range r.shown {
			seen[c] = true
		}
	}
	return float64(len(seen)) / float64(len(s.future))
}
