package collaborator

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
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
		l.heap = append(l.heap, one)
		for at := len(l.heap) - 1; at > 0 && l.compare(l.heap[(at-1)/2], l.heap[at]) < 0; at = (at - 1) / 2 {
			l.heap[at], l.heap[(at-1)/2] = l.heap[(at-1)/2], l.heap[at]
		}
	case l.k > 0 && l.compare(one, l.heap[0]) < 0:
		l.heap[0] = one
		l.sink()
	}
}

// sink restores the heap after its root was replaced.
func (l *topK) sink() {
	for at := 0; ; {
		last := at
		for child := 2*at + 1; child <= 2*at+2 && child < len(l.heap); child++ {
			if l.compare(l.heap[child], l.heap[last]) > 0 {
				last = child
			}
		}
		if last == at {
			return
		}
		l.heap[at], l.heap[last] = l.heap[last], l.heap[at]
		at = last
	}
}

// sorted gives the candidates, best first.
func (l *topK) sorted() []scored {
	slices.SortFunc(l.heap, l.compare)
	return l.heap
}

// upperBounds are what each stage and those after it can add to a score at most.
func (m *Model) upperBounds() (most [len(stages) + 1]float64) {
	for p := len(stages) - 1; p >= 0; p-- {
		most[p] = most[p+1]
		for _, f := range stages[p] {
			if values := m.Curves[f].Values; len(values) > 0 {
				most[p] += max(slices.Max(values), 0) // what is unknown adds nothing
			}
		}
	}
	return most
}

// roundingError is more than sums in another order can differ by.
const roundingError = 1e-9

// partialScore is a candidate's score after the first two stages.
type partialScore struct {
	candidate

	sum  float64
	adds [featureCount]float64
}

// addStage computes one stage's features and returns what they add to the score.
func (m *Model) addStage(s *source, c *partialScore, stage int) (sum float64) {
	var f [featureCount]float64
	s.fill(stage, &c.candidate, &f)
	for _, i := range stages[stage] {
		c.adds[i] = m.Curves[i].at(f[i])
		sum += c.adds[i]
	}
	return sum
}

// topCandidates finds the candidates with the highest scores. Those that lead after the first two stages are scored first: they
// raise the threshold, so that most of the others can be dropped early.
func (m *Model) topCandidates(s *source, candidates []int32, first int) *topK {
	all := &topK{k: first, creators: s.v.market.Creators}
	early := topK{k: first, creators: s.v.market.Creators}
	s.partial = s.partial[:0]
	for _, c := range candidates {
		s.partial = append(s.partial, partialScore{candidate: s.candidateOf(c)})
	}
	for i := range s.partial {
		c := &s.partial[i]
		c.sum = m.addStage(s, c, 0) + m.addStage(s, c, 1)
		early.add(c.creator, c.sum)
	}
	bounds, least := m.upperBounds(), early.threshold()
	for _, isEarly := range []bool{true, false} {
		for i := range s.partial {
			if c := &s.partial[i]; isEarly == (c.sum >= least) {
				m.consider(all, s, c, &bounds)
			}
		}
	}
	return all
}

// consider adds a candidate, and drops it as soon as its upper bound falls below the threshold.
func (m *Model) consider(l *topK, s *source, c *partialScore, bounds *[len(stages) + 1]float64) {
	partial, least := c.sum, l.threshold()-roundingError
	for stage := 2; stage < len(stages); stage++ {
		if partial+bounds[stage] < least {
			return
		}
		partial += m.addStage(s, c, stage)
	}
	score := 0.0
	for _, add := range c.adds { // in the same order as Model.score
		score += add
	}
	l.add(c.creator, score)
}
