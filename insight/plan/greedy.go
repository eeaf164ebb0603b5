package plan

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/heap"
	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// priority orders the picks of a greedy choice, by gain and fee.
type priority func(gain float64, fee int64) float64

func gainPerFee(gain float64, fee int64) float64 { return gain / math.Max(1, float64(fee)) }
func gainOnly(gain float64, _ int64) float64     { return gain }

// netGain is the gain less the fee at a price of money.
func netGain(price float64) priority {
	return func(gain float64, fee int64) float64 { return gain - price*float64(fee) }
}

// top are the candidates of highest priority, at most so many.
func (m *model) top(among []int, gains []float64, by priority, most int) []int {
	worths := make([]float64, len(among))
	for k, i := range among {
		worths[k] = by(gains[i], m.Candidates[i].Fee)
	}
	return quickselect.Top(among, worths, most)
}

// favourites is top, or all candidates if there are groups, which may need any of them.
func (m *model) favourites(among []int, gains []float64, by priority, most int) []int {
	if len(m.Groups) > 0 {
		return among
	}
	return m.top(among, gains, by, most)
}

// ranking is candidates in the order of upper bounds of their priorities, equal ones by index.
type ranking []ranked

type ranked struct {
	candidate int
	priority  float64 // an upper bound, or exact as of round
	round     int     // the number of picks when it was computed
}

func (a ranked) compare(b ranked) int {
	if a.priority != b.priority {
		return cmp.Compare(b.priority, a.priority)
	}
	return cmp.Compare(a.candidate, b.candidate)
}

func (a ranked) before(b ranked) bool { return a.compare(b) < 0 }

// ranking ranks the candidates that fit a plan. It serves every plan with the same picks and more: gains never increase, unless
// several contacts are asked for.
func (m *model) ranking(s *state, by priority, among []int) ranking {
	all := make(ranking, 0, len(among))
	for _, i := range among {
		if s.fits(i, None) {
			all = append(all, ranked{i, by(s.gain(i), m.Candidates[i].Fee), len(s.picks)})
		}
	}
	slices.SortFunc(all, ranked.compare)
	return all
}

// lazyQueue gives the candidates of a ranking in the order of their present priorities, which it computes as late as it can
// (Minoux, 1978). The ranking is shared and does not change; those whose priorities have decreased wait in a heap.
type lazyQueue struct {
	ranking ranking
	waiting []ranked
}

// first is the candidate of highest known priority; false if none is left.
func (q *lazyQueue) first() (one ranked, isWaiting, has bool) {
	switch {
	case len(q.waiting) == 0 && len(q.ranking) == 0:
		return ranked{}, false, false
	case len(q.ranking) == 0, len(q.waiting) > 0 && q.waiting[0].before(q.ranking[0]):
		return q.waiting[0], true, true
	}
	return q.ranking[0], false, true
}

// drop removes the first.
func (q *lazyQueue) drop(isWaiting bool) {
	if isWaiting {
		q.waiting = heap.Pop(q.waiting, ranked.before)
		return
	}
	q.ranking = q.ranking[1:]
}

// put puts the first back, with another priority.
func (q *lazyQueue) put(one ranked, isWaiting bool) {
	if isWaiting {
		heap.Replace(q.waiting, one, ranked.before)
		return
	}
	q.ranking, q.waiting = q.ranking[1:], heap.Push(q.waiting, one, ranked.before)
}

// initialPlan picks the locked candidates and, by gain per fee, what the least numbers of groups and of impressions require.
func (m *model) initialPlan() *state {
	s := newState(m)
	for _, i := range m.Locked {
		if !s.in[i] {
			s.add(i)
		}
	}
	for g := range m.Groups {
		m.fillGroup(s, g)
	}
	for s.seen < m.MinImpressions {
		best := m.bestByImpressions(s)
		if best == None {
			break
		}
		s.add(best)
	}
	return s
}

// fillGroup picks what the least numbers of a group require, as far as there is any.
func (m *model) fillGroup(s *state, g int) {
	for s.lacks(g) {
		best := m.bestOfGroup(s, g)
		if best == None {
			return
		}
		s.add(best)
	}
}

// bestOfGroup is the candidate of a group that fits with the greatest gain per fee, None if none fits.
func (m *model) bestOfGroup(s *state, g int) int {
	best, most := None, 0.0
	for i := range m.Candidates {
		if !s.fits(i, None) || !slices.Contains(m.Candidates[i].Groups, g) {
			continue
		}
		if w := gainPerFee(s.gain(i), m.Candidates[i].Fee); best == None || w > most {
			best, most = i, w
		}
	}
	return best
}

// bestByImpressions is the candidate that fits with most impressions for its fee, or for the budget per place if that is more; None
// if none fits.
func (m *model) bestByImpressions(s *state) int {
	best, most := None, 0.0
	for i := range m.Candidates {
		if s.fits(i, None) {
			room := float64(m.Budget-s.fee) / float64(max(1, m.Most-len(s.picks)))
			if w := m.seen[i] / math.Max(room, float64(m.Candidates[i].Fee)); w > most {
				best, most = i, w
			}
		}
	}
	return best
}

// greedy adds the candidate of highest priority to a plan as long as one fits and is worth anything.
func (m *model) greedy(s *state, by priority, among []int) *state {
	return m.greedyOf(s, by, m.ranking(s, by, among))
}

// greedyOf is greedy by a ranking of the plan or, with one contact, of a part of it.
func (m *model) greedyOf(s *state, by priority, all ranking) *state {
	q := lazyQueue{ranking: all}
	for len(s.picks) < m.Most {
		one, isWaiting, has := q.first()
		if !has {
			return s
		}
		i := one.candidate
		switch {
		case !s.fits(i, None):
			q.drop(isWaiting)
		case one.round < len(s.picks) && !m.isAdditive():
			q.put(ranked{i, by(s.gain(i), m.Candidates[i].Fee), len(s.picks)}, isWaiting)
		case one.priority <= 0 && m.contacts() == 1:
			return s
		default:
			q.drop(isWaiting)
			if s.meetsFrequencyWith(i) {
				s.add(i)
			}
		}
	}
	return s
}
