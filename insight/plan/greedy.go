package plan

import (
	"container/heap"
	"math"
	"slices"

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

// lazyQueue orders candidates by their last computed priorities, which are upper bounds of the present ones.
type lazyQueue struct {
	candidates []int
	priorities []float64
	round      []int
}

func (w *lazyQueue) Len() int { return len(w.candidates) }
func (w *lazyQueue) Less(a, b int) bool {
	return w.priorities[a] > w.priorities[b] || w.priorities[a] == w.priorities[b] && w.candidates[a] < w.candidates[b]
}
func (w *lazyQueue) Swap(a, b int) {
	w.candidates[a], w.candidates[b] = w.candidates[b], w.candidates[a]
	w.priorities[a], w.priorities[b] = w.priorities[b], w.priorities[a]
	w.round[a], w.round[b] = w.round[b], w.round[a]
}
func (w *lazyQueue) Push(any) {}
func (w *lazyQueue) Pop() any {
	n := len(w.candidates) - 1
	w.candidates, w.priorities, w.round = w.candidates[:n], w.priorities[:n], w.round[:n]
	return nil
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

// greedy adds the candidate of highest priority to a plan as long as one fits and is worth anything. Gains never increase, so
// candidates are evaluated lazily (Minoux, 1978).
func (m *model) greedy(s *state, by priority, among []int) *state {
	w := &lazyQueue{}
	for _, i := range among {
		if s.fits(i, None) {
			w.candidates, w.priorities, w.round = append(w.candidates, i), append(w.priorities, by(s.gain(i), m.Candidates[i].Fee)), append(w.round, len(s.picks))
		}
	}
	heap.Init(w)
	for w.Len() > 0 && len(s.picks) < m.Most {
		i := w.candidates[0]
		switch {
		case !s.fits(i, None):
			heap.Pop(w)
		case w.round[0] < len(s.picks) && !m.isAdditive():
			w.priorities[0], w.round[0] = by(s.gain(i), m.Candidates[i].Fee), len(s.picks)
			heap.Fix(w, 0)
		case w.priorities[0] <= 0 && m.contacts() == 1:
			return s
		default:
			heap.Pop(w)
			if s.meetsFrequencyWith(i) {
				s.add(i)
			}
		}
	}
	return s
}
