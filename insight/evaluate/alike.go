package evaluate

import (
	"math"
	"math/rand/v2"

	"github.com/creatorgraph/creatorgraph/insight"
)

// AlikeBaselines are what everybody knows how to do to find those alike: nothing (random), popularity, the same
// category and size, the overlap of partners (Jaccard, 1901), the index of Adamic and Adar, resource allocation
// and personalised PageRank.
func AlikeBaselines() []Method {
	all := []Method{
		{Name: "random", Prepare: func(q Question) (func() Ranker, error) {
			return func() Ranker { return randomRanker(q.Seed) }, nil
		}},
		{Name: "same category and size", Prepare: func(q Question) (func() Ranker, error) {
			return func() Ranker { return &profileRanker{q.Past} }, nil
		}},
		{Name: "Jaccard", Prepare: func(q Question) (func() Ranker, error) {
			g := newGraph(q.Past)
			return func() Ranker { return &jaccardRanker{g: g, common: make([]float64, len(q.Past.Creators))} }, nil
		}},
	}
	for _, m := range Baselines() {
		switch m.Name {
		case "popularity", "Adamic–Adar", "resource allocation", "personalised PageRank":
			all = append(all, m)
		}
	}
	return all
}

// randomRanker scores at random, reproducibly by source creator.
type randomRanker uint64

// Scores draws scores.
func (b randomRanker) Scores(of int32, candidates []int32, into []float64) {
	r := rand.New(rand.NewPCG(uint64(b), uint64(of)))
	for i := range candidates {
		into[i] = r.Float64()
	}
}

// profileRanker looks for the same categories, by the part of both lists that is the same, and among those for a like
// number of followers.
type profileRanker struct{ m *insight.Market }

// Scores scores categories first; size, being less than one, decides among equals.
func (b *profileRanker) Scores(of int32, candidates []int32, into []float64) {
	me := &b.m.Creators[of]
	has := map[int32]bool{}
	for _, c := range me.Categories {
		has[c] = true
	}
	for i, c := range candidates {
		other := &b.m.Creators[c]
		both := 0.0
		for _, category := range other.Categories {
			if has[category] {
				both++
			}
		}
		if all := float64(len(has)+len(other.Categories)) - both; all > 0 {
			both /= all
		}
		into[i] = both + 0.05*sizeSimilarity(me, other)
	}
}

// sizeSimilarity is 1 for equal numbers of followers, and decreases with their log ratio.
func sizeSimilarity(a, b *insight.Creator) float64 {
	if a.Followers <= 0 || b.Followers <= 0 {
		return 0
	}
	return 1 / (1 + math.Abs(math.Log10(float64(a.Followers)/float64(b.Followers))))
}

// jaccardRanker scores by the Jaccard index of both creators' partners.
type jaccardRanker struct {
	g       *graph
	common  []float64
	touched []int32
}

// Scores counts common partners and divides by all.
func (b *jaccardRanker) Scores(of int32, candidates []int32, into []float64) {
	for _, c := range b.touched {
		b.common[c] = 0
	}
	b.touched = b.touched[:0]
	for _, p := range b.g.partners(of) {
		for _, c := range b.g.partners(p) {
			if b.common[c]++; b.common[c] == 1 {
				b.touched = append(b.touched, c)
			}
		}
	}
	for i, c := range candidates {
		into[i] = 0
		if both := b.common[c]; both > 0 {
			into[i] = both / (b.g.degree(of) + b.g.degree(c) - both)
		}
	}
}
