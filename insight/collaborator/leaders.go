package collaborator

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// leaders are the candidates with the highest scores, equal ones by key: a heap whose first is the last of them.
type leaders struct {
	most     int
	creators []insight.Creator
	heap     []scored
}

type scored struct {
	creator int32
	score   float64
}

// order puts the higher score first, of equal ones the lower key.
func (l *leaders) order(x, y scored) int {
	if x.score != y.score { // keys, which are all over the memory, are for equal ones
		return cmp.Compare(y.score, x.score)
	}
	return cmp.Compare(l.creators[x.creator].Key, l.creators[y.creator].Key)
}

// least is the score below which nobody is wanted.
func (l *leaders) least() float64 {
	switch {
	case l.most == 0:
		return math.Inf(1)
	case len(l.heap) < l.most:
		return math.Inf(-1)
	}
	return l.heap[0].score
}

func (l *leaders) add(creator int32, score float64) {
	one := scored{creator, score}
	switch {
	case len(l.heap) < l.most:
		l.heap = append(l.heap, one)
		for at := len(l.heap) - 1; at > 0 && l.order(l.heap[(at-1)/2], l.heap[at]) < 0; at = (at - 1) / 2 {
			l.heap[at], l.heap[(at-1)/2] = l.heap[(at-1)/2], l.heap[at]
		}
	case l.most > 0 && l.order(one, l.heap[0]) < 0:
		l.heap[0] = one
		l.sink()
	}
}

// sink puts the first of the heap where it belongs.
func (l *leaders) sink() {
	for at := 0; ; {
		last := at
		for child := 2*at + 1; child <= 2*at+2 && child < len(l.heap); child++ {
			if l.order(l.heap[child], l.heap[last]) > 0 {
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

// best gives them, the best first.
func (l *leaders) best() []scored {
	slices.SortFunc(l.heap, l.order)
	return l.heap
}

// headroom is how much each of parts, with those after it, can add to a score at most.
func (m *Model) headroom() (most [len(parts) + 1]float64) {
	for p := len(parts) - 1; p >= 0; p-- {
		most[p] = most[p+1]
		for _, f := range parts[p] {
			if values := m.Curves[f].Values; len(values) > 0 {
				most[p] += max(slices.Max(values), 0) // what is unknown adds nothing
			}
		}
	}
	return most
}

// rounding is more than sums in another order can differ by.
const rounding = 1e-9

// standing is how a candidate stands after the first two parts.
type standing struct {
	contender

	sofar float64
	adds  [featureCount]float64
}

// add works out one of parts and gives what it adds.
func (m *Model) add(a *asker, s *standing, part int) (sum float64) {
	var f [featureCount]float64
	a.fill(part, &s.contender, &f)
	for _, i := range parts[part] {
		s.adds[i] = m.Curves[i].at(f[i])
		sum += s.adds[i]
	}
	return sum
}

// leaders finds those with the highest scores among candidates: first of those who stand best after the first two parts, so that
// most of the others need not be looked at for long.
func (m *Model) leaders(a *asker, candidates []int32, first int) *leaders {
	all := &leaders{most: first, creators: a.v.market.Creators}
	early := leaders{most: first, creators: a.v.market.Creators}
	a.standing = a.standing[:0]
	for _, c := range candidates {
		a.standing = append(a.standing, standing{contender: a.meet(c)})
	}
	for i := range a.standing {
		s := &a.standing[i]
		s.sofar = m.add(a, s, 0) + m.add(a, s, 1)
		early.add(s.creator, s.sofar)
	}
	headroom, least := m.headroom(), early.least()
	for _, isEarly := range []bool{true, false} {
		for i := range a.standing {
			if s := &a.standing[i]; isEarly == (s.sofar >= least) {
				m.enter(all, a, s, &headroom)
			}
		}
	}
	return all
}

// enter adds a candidate with its score, which is worked out only as far as it may be among the leaders.
func (m *Model) enter(l *leaders, a *asker, s *standing, headroom *[len(parts) + 1]float64) {
	sofar, least := s.sofar, l.least()-rounding
	for p := 2; p < len(parts); p++ {
		if sofar+headroom[p] < least {
			return
		}
		sofar += m.add(a, s, p)
	}
	score := 0.0
	for _, add := range s.adds { // in the order in which score adds
		score += add
	}
	l.add(s.creator, score)
}
