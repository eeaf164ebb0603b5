package collaborator

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/heap"
)

// topK keeps the k candidates with the highest scores, equal ones by key, in a heap whose root is the worst of them.
type topK struct {
	k        int
	creators []insight.Creator
	heap     []scored
}

type scored struct {
	creator int32
	score   float64
}

// compare puts the higher score first, among equals the lower key.
func (l *topK) compare(x, y scored) int {
	if x.score != y.score { // reading keys costs cache misses: only equal scores need it
		return cmp.Compare(y.score, x.score)
	}
	return cmp.Compare(l.creators[x.creator].Key, l.creators[y.creator].Key)
}

// threshold is the score that a candidate has to exceed, or to equal with a lower key.
func (l *topK) threshold() float64 {
	switch {
	case l.k == 0:
		return math.Inf(1)
	case len(l.heap) < l.k:
		return math.Inf(-1)
	}
	return l.heap[0].score
}

func (l *topK) add(creator int32, score float64) {
	one := scored{creator, score}
	switch {
	case len(l.heap) < l.k:
		l.heap = heap.Push(l.heap, one, l.isWorse)
	case l.k > 0 && l.isWorse(l.heap[0], one):
		heap.Replace(l.heap, one, l.isWorse)
	}
}

func (l *topK) isWorse(x, y scored) bool { return l.compare(x, y) > 0 }

// sorted gives the candidates, best first.
func (l *topK) sorted() []scored {
	slices.SortFunc(l.heap, l.compare)
	return l.heap
}

// immediateStages is how many stages every candidate goes through.
const immediateStages = 2

// cascade is the order in which the other stages score a candidate, and what each and those after it can add at most.
type cascade struct {
	order [len(stages) - immediateStages]int
	most  [len(stages) - immediateStages + 1]float64
}

// cascade puts first the stages whose terms differ most: they exclude most candidates.
func (m *Model) cascade() *cascade {
	var least, most [len(stages)]float64
	for stage, fs := range stages {
		for _, f := range fs {
			if values := m.Curves[f].Values; len(values) > 0 { // what is unknown adds nothing
				least[stage] += min(slices.Min(values), 0)
				most[stage] += max(slices.Max(values), 0)
			}
		}
	}
	c := &cascade{}
	for k := range c.order {
		c.order[k] = immediateStages + k
	}
	slices.SortStableFunc(c.order[:], func(a, b int) int { return cmp.Compare(most[b]-least[b], most[a]-least[a]) })
	for k := len(c.order) - 1; k >= 0; k-- {
		c.most[k] = c.most[k+1] + most[c.order[k]]
	}
	return c
}

// roundingError is more than sums in another order can differ by.
const roundingError = 1e-9

// addStage fills in what each feature of one stage adds to the score, and returns their sum.
func (m *Model) addStage(s *source, c *candidate, stage int, adds *[featureCount]float64) (sum float64) {
	var f [featureCount]float64
	s.fill(stage, c, &f)
	for _, i := range stages[stage] {
		adds[i] = m.Curves[i].at(f[i])
		sum += adds[i]
	}
	return sum
}

// topCandidates finds the candidates with the highest scores. Those that lead after the immediate stages are scored first: they
// raise the threshold, so that most of the others can be dropped early.
func (m *Model) topCandidates(s *source, candidates []int32, first int) *topK {
	all := &topK{k: first, creators: s.v.market.Creators}
	early := topK{k: first, creators: s.v.market.Creators}
	s.candidates, s.sums = s.candidates[:0], s.sums[:0]
	for _, c := range candidates {
		s.candidates = append(s.candidates, s.candidateOf(c))
	}
	var adds [featureCount]float64
	for i := range s.candidates {
		s.sums = append(s.sums, m.addImmediate(s, &s.candidates[i], &adds))
		early.add(s.candidates[i].creator, s.sums[i])
	}
	later, least := m.cascade(), early.threshold()
	for _, isEarly := range []bool{true, false} {
		for i, sum := range s.sums {
			if isEarly == (sum >= least) && sum+later.most[0] >= all.threshold()-roundingError {
				m.consider(all, s, &s.candidates[i], later)
			}
		}
	}
	return all
}

// addImmediate goes through the immediate stages.
func (m *Model) addImmediate(s *source, c *candidate, adds *[featureCount]float64) (sum float64) {
	for stage := range immediateStages {
		sum += m.addStage(s, c, stage, adds)
	}
	return sum
}

// consider adds a candidate, and drops it as soon as its upper bound falls below the threshold.
func (m *Model) consider(l *topK, s *source, c *candidate, later *cascade) {
	var adds [featureCount]float64
	partial, least := m.addImmediate(s, c, &adds), l.threshold()-roundingError
	for k, stage := range later.order {
		if partial+later.most[k] < least {
			return
		}
		partial += m.addStage(s, c, stage, &adds)
	}
	score := 0.0
	for _, add := range adds { // in the same order as Model.score
		score += add
	}
	l.add(c.creator, score)
}
