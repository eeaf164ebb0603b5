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
	l := &trainingSet{}
	if len(m.Collaborations) > manyTies {
		// Few of the many ties are hidden, so the remaining network serves for scoring, too.
		v := l.addFold(m, p.Seed, 0, fewDimensions)
		return &Model{Curves: l.fit()}, v
	}
	for fold := range uint64(folds) {
		l.addFold(m, p.Seed, fold, Dimensions)
	}
	return &Model{Curves: l.fit()}, newView(m, func(int) bool { return false }, Dimensions, p.Seed)
}

// addFold hides some ties and adds them and negatives to the training set.
func (l *trainingSet) addFold(m *insight.Market, seed, fold uint64, dims int) *View {
	r := rand.New(rand.NewPCG(seed, fold))
	hidden, before := holdOut(m, r)
	v := newView(m, func(i int) bool { return hidden[i] }, dims, seed)
	v.before = before
	l.addGroups(v, drawGroups(m, v, hidden, before, r))
	v.before = math.MaxInt32
	return v
}

// Ranker scores candidates of one creator after another; it is for one goroutine.
type Ranker struct {
	model   *Model
	source  *source
	crowded insight.Crowded
}

// Ranker makes a ranker of a view.
func (m *Model) Ranker(v *View) *Ranker { return &Ranker{m, newSource(v), v.market.Crowded()} }

// unlisted is the score of creators who are not on the shortlist.
const unlisted = -1e9

// Rank fills in everybody's score as a partner of one creator, as Recommend does: those who are not on the shortlist get unlisted.
func (r *Ranker) Rank(of int32, scores []float64) {
	s := r.source
	s.reset(of)
	for c := range scores {
		scores[c] = unlisted
	}
	met := map[int32]bool{}
	r.crowded.Each(of, func(p int32) { met[p] = true })
	for _, c := range s.shortlist(func(c int32) bool { return s.pageRank.visits[c].oneStep > 0 || met[c] }) {
		scores[c] = r.model.score(s.pair(c))
	}
}

// Scores fills in the score of each candidate as a partner of one creator.
func (r *Ranker) Scores(of int32, candidates []int32, scores []float64) {
	r.source.reset(of)
	for i, c := range candidates {
		scores[i] = r.model.score(r.source.pair(c))
	}
}

func (m *Model) score(f [featureCount]float64) float64 {
	sum := 0.0
	for i := range m.Curves {
		sum += m.Curves[i].at(f[i])
	}
	return sum
}
