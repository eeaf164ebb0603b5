package collaborator

import (
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Model is what was learned: a curve for each feature.
type Model struct {
	Curves [featureCount]Curve
}

// Params say how to learn.
type Params struct {
	Seed uint64
}

// Train learns from a market. The same market and seed give the same model.
func Train(m *insight.Market, p Params) *Model {
	l := &lesson{}
	for fold := range uint64(folds) {
		r := rand.New(rand.NewPCG(p.Seed, fold))
		hidden := hide(m, r)
		v := newView(m, func(i int) bool { return hidden[i] }, Dimensions, p.Seed)
		l.take(v, groups(m, v, hidden, r))
	}
	return &Model{Curves: l.fit()}
}

// NewView prepares a market for scoring.
func NewView(m *insight.Market, p Params) *View {
	return newView(m, func(int) bool { return false }, Dimensions, p.Seed)
}

// Ranker scores candidates of one creator after another; it is for one goroutine.
type Ranker struct {
	model *Model
	asker *asker
}

// Ranker makes a ranker of a view.
func (m *Model) Ranker(v *View) *Ranker { return &Ranker{m, newAsker(v)} }

// Scores fills in the score of each candidate as a partner of one creator.
func (r *Ranker) Scores(of int32, candidates []int32, scores []float64) {
	r.asker.ask(of)
	for i, c := range candidates {
		scores[i] = r.model.score(r.asker.pair(c))
	}
}

func (m *Model) score(f [featureCount]float64) float64 {
	sum := 0.0
	for i, c := range m.Curves {
		sum += c.at(f[i])
	}
	return sum
}

func quantile(days []int32, part float64) int32 {
	sorted := slices.Sorted(slices.Values(days))
	return sorted[int(part*float64(len(sorted)-1))]
}
