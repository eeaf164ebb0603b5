package plan

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// relaxation is the best fractional plan found of a node.
type relaxation struct {
	bound  float64 // on the value of every plan of the node
	value  float64
	x      []float64 // by candidate
	g      []float64 // the gradient that the least bound comes from
	base   float64   // the bound of that gradient
	prices prices
}

// close is how near, relatively, value and bound are the same.
const closeEnough = 1e-5

// relax maximises the concave F over a node's fractional plans by Frank–Wolfe's method with pairwise steps: each moves
// weight from the worst of the plans that the iterate is made of to the best one there is.
func (m *model) relax(n *node, steps int, atLeast float64) *relaxation {
	r := &relaxation{bound: math.Inf(1), g: make([]float64, m.n), x: make([]float64, m.n)}
	if m.adds() {
		copy(r.g, m.linear)
		p, a := m.linearBest(r.g, n, 0)
		r.bound, r.base, r.prices, r.value = p.most, p.most, p, 0
		r.spread([]*atom{{of: a.of, part: a.part, share: 1}})
		for i, part := range r.x {
			r.value += part * m.linear[i]
		}
		return r
	}
	sum := make([]float64, m.cells)
	left := make([]float32, m.cells)
	g := make([]float64, m.n)
	look := &looking{whole: n}
	var atoms []*atom
	guess := 0.0
	for step := range steps {
		value, along := 0.0, 0.0
		for k, w := range m.weight {
			rest := w * math.Exp(-sum[k])
			value += w - rest
			along += rest * sum[k]
			left[k] = float32(rest)
		}
		among, all := look.next(step == steps-1)
		for _, set := range [][]int{among.in, among.free} {
			for _, i := range set {
				g[i] = dot(left, m.row(m.theta, i))
			}
		}
		m.spent += (len(among.in) + len(among.free) + 20) * m.cells
		p, best := m.linearBest(g, among, guess)
		guess = p.money
		bound := p.most
		if step > 0 {
			bound = value + p.most - along
			r.value = value
		}
		near := step > 0 && bound-value <= closeEnough*bound
		if all {
			if bound < r.bound {
				r.bound, r.prices, r.base = bound, p, bound
				copy(r.g, g)
			}
			if r.bound <= atLeast || near {
				break
			}
			look.narrow(m, g, p)
		} else if near {
			look.widen()
		}
		m.thetaOf(best)
		atoms = m.move(atoms, best, left, sum)
	}
	r.spread(atoms)
	return r
}

const (
	// looked is how many candidates the steps look at between those that look at all, and lookedSteps how many steps there
	// are between them at most.
	looked      = 400
	lookedSteps = 12
)

// looking says whom a step looks at. Only a step that looks at all gives a bound; but nearly all candidates are far from
// being chosen, and stay so for some steps.
type looking struct {
	whole, few *node
	since      int // steps that looked at few
}

// next gives the candidates of the next step, and whether they are all.
func (l *looking) next(last bool) (among *node, all bool) {
	if l.few == nil || last || l.since == lookedSteps {
		l.few, l.since = nil, 0
		return l.whole, true
	}
	l.since++
	return l.few, false
}

// widen has the next step look at all.
func (l *looking) widen() { l.since = lookedSteps }

// narrow keeps whom a gradient and its prices favour most.
func (l *looking) narrow(m *model, g []float64, p prices) {
	if len(l.whole.free) <= 2*looked {
		return
	}
	less := make([]float64, len(l.whole.free))
	chosen := 0
	for k, i := range l.whole.free {
		less[k] = g[i] - p.money*m.fees[i]
		if less[k] > p.place {
			chosen++
		}
	}
	l.few = &node{in: l.whole.in, free: quickselect.Top(l.whole.free, less, max(looked, 2*chosen))}
}

func (r *relaxation) spread(atoms []*atom) {
	for _, a := range atoms {
		for k, i := range a.of {
			r.x[i] += a.share * a.part[k]
		}
	}
}

func (m *model) thetaOf(a *atom) {
	a.theta = make([]float64, m.cells)
	for at, i := range a.of {
		for k, t := range m.row(m.theta, i) {
			a.theta[k] += a.part[at] * float64(t)
		}
	}
	m.spent += len(a.of) * m.cells
}

// move takes a step towards the best atom, from the worst of those there are.
func (m *model) move(atoms []*atom, best *atom, left []float32, sum []float64) []*atom {
	if len(atoms) == 0 {
		best.share = 1
		copy(sum, best.theta)
		return append(atoms, best)
	}
	worst, least := 0, math.Inf(1)
	for at, a := range atoms {
		along := 0.0
		for k, t := range a.theta {
			along += float64(left[k]) * t
		}
		if along < least {
			worst, least = at, along
		}
	}
	from := atoms[worst]
	way := make([]float64, m.cells)
	for k := range way {
		way[k] = best.theta[k] - from.theta[k]
	}
	step := m.line(sum, way, from.share)
	m.spent += (len(atoms) + 8*tangents) * m.cells
	for k := range sum {
		sum[k] += step * way[k]
	}
	from.share -= step
	best.share = step
	atoms = append(atoms, best)
	if from.share <= 1e-12 {
		atoms = slices.Delete(atoms, worst, worst+1)
	}
	return atoms
}

// tangents are drawn to find the end of a step; each about doubles its right digits.
const tangents = 6

// line finds how far along a way F rises, at most so far: F'(t) falls with t, so that tangents find its zero, kept within
// what is known to hold it.
func (m *model) line(sum, way []float64, most float64) float64 {
	slopes := func(t float64) (first, second float64) {
		for k, w := range m.weight {
			rises := w * math.Exp(-sum[k]-t*way[k]) * way[k]
			first += rises
			second -= rises * way[k]
		}
		return first, second
	}
	if first, _ := slopes(most); first >= 0 {
		return most
	}
	low, high, t := 0.0, most, 0.0
	for range tangents {
		first, second := slopes(t)
		if first >= 0 {
			low = t
		} else {
			high = t
		}
		next := (low + high) / 2
		if second < 0 {
			if newton := t - first/second; newton > low && newton < high {
				next = newton
			}
		}
		t = next
	}
	return t
}

// worthLooking are the free candidates that a plan better than atLeast may still have: with any other in it the
// relaxation's bound falls under that (reduced-cost fixing).
func (m *model) worthLooking(r *relaxation, free []int, atLeast float64) []int {
	var all []int
	for _, i := range free {
		less := r.g[i] - r.prices.money*float64(m.Candidates[i].Fee) - r.prices.place
		if less >= 0 || r.base+less > atLeast {
			all = append(all, i)
		}
	}
	return all
}
