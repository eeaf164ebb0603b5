package plan

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// relaxation is the best fractional plan found for a node.
type relaxation struct {
	bound    float64 // on the value of every plan of the node
	value    float64
	x        []float64 // by candidate
	gradient []float64 // the gradient that gives the least bound
	base     float64   // the bound of that gradient
	prices   prices
}

// relativeGap is the gap between value and bound at which the relaxation stops.
const relativeGap = 1e-5

// relax maximises the concave F over a node's fractional plans by the pairwise Frank–Wolfe method: each step moves weight from
// the worst atom of the iterate to the best atom of all.
func (m *model) relax(n *node, steps int, atLeast float64) *relaxation {
	r := &relaxation{bound: math.Inf(1), gradient: make([]float64, m.n), x: make([]float64, m.n)}
	if m.isAdditive() {
		copy(r.gradient, m.linear)
		p, a := m.linearBest(r.gradient, n, 0)
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
	look := &partialPricing{all: n}
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
		near := step > 0 && bound-value <= relativeGap*bound
		if all {
			if bound < r.bound {
				r.bound, r.prices, r.base = bound, p, bound
				copy(r.gradient, g)
			}
			if r.bound <= atLeast || near {
				break
			}
			look.narrow(m, g, p)
		} else if near {
			look.widen()
		}
		m.sumTheta(best)
		atoms = m.pairwiseStep(atoms, best, left, sum)
	}
	r.spread(atoms)
	return r
}

const (
	// maxPriced is how many candidates a partial step considers; after maxPartialSteps of them, one step considers all.
	maxPriced       = 400
	maxPartialSteps = 12
)

// partialPricing chooses the candidates that a step considers. Only a step that considers all gives a bound, but nearly all
// candidates are far from being chosen, and stay so for some steps.
type partialPricing struct {
	all, few *node
	steps    int // partial steps since the last full one
}

// next gives the candidates of the next step, and whether these are all.
func (l *partialPricing) next(last bool) (among *node, all bool) {
	if l.few == nil || last || l.steps == maxPartialSteps {
		l.few, l.steps = nil, 0
		return l.all, true
	}
	l.steps++
	return l.few, false
}

// widen makes the next step consider all.
func (l *partialPricing) widen() { l.steps = maxPartialSteps }

// narrow keeps the candidates of greatest reduced gain.
func (l *partialPricing) narrow(m *model, g []float64, p prices) {
	if len(l.all.free) <= 2*maxPriced {
		return
	}
	less := make([]float64, len(l.all.free))
	chosen := 0
	for k, i := range l.all.free {
		less[k] = g[i] - p.money*m.fees[i]
		if less[k] > p.place {
			chosen++
		}
	}
	l.few = &node{in: l.all.in, free: quickselect.Top(l.all.free, less, max(maxPriced, 2*chosen))}
}

func (r *relaxation) spread(atoms []*atom) {
	for _, a := range atoms {
		for k, i := range a.of {
			r.x[i] += a.share * a.part[k]
		}
	}
}

func (m *model) sumTheta(a *atom) {
	a.theta = make([]float64, m.cells)
	for at, i := range a.of {
		for k, t := range m.row(m.theta, i) {
			a.theta[k] += a.part[at] * float64(t)
		}
	}
	m.spent += len(a.of) * m.cells
}

// pairwiseStep moves weight from the worst atom to the best.
func (m *model) pairwiseStep(atoms []*atom, best *atom, left []float32, sum []float64) []*atom {
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
	step := m.lineSearch(sum, way, from.share)
	m.spent += (len(atoms) + 8*newtonSteps) * m.cells
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

// newtonSteps bounds the line search; each step about doubles the number of correct digits.
const newtonSteps = 6

// lineSearch finds the step 0 ≤ t ≤ most that maximises F along a direction: F'(t) decreases, and safeguarded Newton steps find
// its zero.
func (m *model) lineSearch(sum, way []float64, most float64) float64 {
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
	for range newtonSteps {
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

// survivors are the free candidates that a plan better than atLeast may contain; reduced-cost fixing excludes the others.
func (m *model) survivors(r *relaxation, free []int, atLeast float64) []int {
	var all []int
	for _, i := range free {
		less := r.gradient[i] - r.prices.money*float64(m.Candidates[i].Fee) - r.prices.place
		if less >= 0 || r.base+less > atLeast {
			all = append(all, i)
		}
	}
	return all
}
