package plan

import (
	"container/heap"
	"math"

	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// worth says what a pick is worth to a greedy choice, from its gain and its fee.
type worth func(gain float64, fee int64) float64

func forCost(gain float64, fee int64) float64 { return gain / math.Max(1, float64(fee)) }
func alone(gain float64, _ int64) float64     { return gain }

// lessMoney is gain less the price of the money it takes.
func lessMoney(price float64) worth {
	return func(gain float64, fee int64) float64 { return gain - price*float64(fee) }
}

// top are the candidates worth most, at most so many, by what each adds.
func (m *model) top(among []int, gains []float64, by worth, most int) []int {
	worths := make([]float64, len(among))
	for k, i := range among {
		worths[k] = by(gains[i], m.Candidates[i].Fee)
	}
	return quickselect.Top(among, worths, most)
}

// favoured is top, but where there are groups all: those of a group may be the best.
func (m *model) favoured(among []int, gains []float64, by worth, most int) []int {
	if len(m.Groups) > 0 {
		return among
	}
	return m.top(among, gains, by, most)
}

// waiting is candidates by what they were worth when it was last looked at, which bounds what they are worth now.
type waiting struct {
	of    []int
	worth []float64
	round []int
}

func (w *waiting) Len() int { return len(w.of) }
func (w *waiting) Less(a, b int) bool {
	return w.worth[a] > w.worth[b] || w.worth[a] == w.worth[b] && w.of[a] < w.of[b]
}
func (w *waiting) Swap(a, b int) {
	w.of[a], w.of[b] = w.of[b], w.of[a]
	w.worth[a], w.worth[b] = w.worth[b], w.worth[a]
	w.round[a], w.round[b] = w.round[b], w.round[a]
}
func (w *waiting) Push(any) {}
func (w *waiting) Pop() any {
	n := len(w.of) - 1
	w.of, w.worth, w.round = w.of[:n], w.worth[:n], w.round[:n]
	return nil
}

// begin is the plan of what is locked and of what the least numbers of groups ask for, by gain for the cost.
func (m *model) begin() *state {
	s := newState(m)
	for _, i := range m.Locked {
		if !s.in[i] {
			s.add(i)
		}
	}
	for g, group := range m.Groups {
		for s.count[g] < group.Least || s.fees[g] < group.LeastFee {
			best, most := None, 0.0
			for i := range m.Candidates {
				if !s.fits(i, None) || !contains(m.Candidates[i].Groups, g) {
					continue
				}
				if w := forCost(s.gain(i), m.Candidates[i].Fee); best == None || w > most {
					best, most = i, w
				}
			}
			if best == None {
				break
			}
			s.add(best)
		}
	}
	for s.seen < m.MinImpressions {
		best, most := None, 0.0
		for i := range m.Candidates {
			if s.fits(i, None) {
				room := float64(m.Budget-s.fee) / float64(max(1, m.Most-len(s.picks)))
				if w := m.seen[i] / math.Max(room, float64(m.Candidates[i].Fee)); w > most {
					best, most = i, w
				}
			}
		}
		if best == None {
			break
		}
		s.add(best)
	}
	return s
}

func contains(all []int, one int) bool {
	for _, x := range all {
		if x == one {
			return true
		}
	}
	return false
}

// greedy adds to a plan what is worth most, one after another, as long as anything fits and is worth anything. Gains only
// fall, so that what was worth less before is not looked at again (lazy evaluation).
func (m *model) greedy(s *state, by worth, among []int) *state {
	w := &waiting{}
	for _, i := range among {
		if s.fits(i, None) {
			w.of, w.worth, w.round = append(w.of, i), append(w.worth, by(s.gain(i), m.Candidates[i].Fee)), append(w.round, len(s.picks))
		}
	}
	heap.Init(w)
	for w.Len() > 0 && len(s.picks) < m.Most {
		i := w.of[0]
		switch {
		case !s.fits(i, None):
			heap.Pop(w)
		case w.round[0] < len(s.picks) && !m.adds():
			w.worth[0], w.round[0] = by(s.gain(i), m.Candidates[i].Fee), len(s.picks)
			heap.Fix(w, 0)
		case w.worth[0] <= 0 && m.contacts() == 1:
			return s
		default:
			heap.Pop(w)
			if s.bearable(i) {
				s.add(i)
			}
		}
	}
	return s
}
