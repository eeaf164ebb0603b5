package collaborator

import (
	"math"
	"math/rand/v2"

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

// Learn learns from a market and prepares it for scoring. The same market and seed give the same model.
func Learn(m *insight.Market, p Params) (*Model, *View) {
	l := &lesson{}
	if len(m.Collaborations) > manyTies {
		// So few of so many are hidden that what is left serves for scoring too.
		v := l.study(m, p.Seed, 0, fewDimensions)
		return &Model{Curves: l.fit()}, v
	}
	for fold := range uint64(folds) {
		l.study(m, p.Seed, fold, Dimensions)
	}
	return &Model{Curves: l.fit()}, newView(m, func(int) bool { return false }, Dimensions, p.Seed)
}

// study hides some ties and adds to a lesson what tells them from other pairs.
func (l *lesson) study(m *insight.Market, seed, fold uint64, dims int) *View {
	r := rand.New(rand.NewPCG(seed, fold))
	hidden, before := hide(m, r)
	v := newView(m, func(i int) bool { return hidden[i] }, dims, seed)
	v.before = before
	l.take(v, groups(m, v, hidden, before, r))
	v.before = math.MaxInt32
	return v
}

// Ranker scores candidates of one creator after another; it is for one goroutine.
type Ranker struct {
	model   *Model
	asker   *asker
	crowded insight.Crowded
}

// Ranker makes a ranker of a view.
func (m *Model) Ranker(v *View) *Ranker { return &Ranker{m, newAsker(v), v.market.Crowded()} }

// unlisted is the score of who is not on the shortlist of whom to recommend.
const unlisted = -1e9

// Rank fills in the score of everybody as a partner of one creator, as recommendations are made: who would not be
// looked at has the least.
func (r *Ranker) Rank(of int32, scores []float64) {
	a := r.asker
	a.ask(of)
	for c := range scores {
		scores[c] = unlisted
	}
	met := map[int32]bool{}
	r.crowded.Each(of, func(p int32) { met[p] = true })
	for _, c := range a.shortlist(func(c int32) bool { return a.push.met[c].step > 0 || met[c] }) {
		scores[c] = r.model.score(a.pair(c))
	}
}

// Scores fills in the score of each candidate as a partner of one creator.
func (r *Ranker) Scores(of int32, candidates []int32, scores []float64) {
	r.asker.ask(of)
	for i, c := range candidates {
		scores[i] = r.model.score(r.asker.pair(c))
	}
}

func (m *Model) score(f [featureCount]float64) float64 {
	sum := 0.0
	for i := range m.Curves {
		sum += m.Curves[i].at(f[i])
	}
	return sum
}
