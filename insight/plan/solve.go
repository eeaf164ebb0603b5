package plan

import (
	"cmp"
	"math"
	"slices"
)

const (
	rootSteps = 120 // of the first relaxation
	nodeSteps = 25  // of each that branch and bound makes
	// aroundMost is how many candidates plans are made around.
	aroundMost = 24
	// slack lets a bound stand above what single precision may have taken from it.
	slack = 2e-6
	// rounding is what the order of a sum may change.
	rounding = 1e-12
	// exchanged is how many candidates exchange looks at, the best by the relaxation's prices.
	exchanged = 400
)

// Solve plans. Every locked candidate must fit the constraints together; see Check.
func Solve(p *Problem) *Plan {
	m := newModel(p)
	until := p.Allowance
	free := m.affordable()
	if len(free) <= Enumerated {
		return m.finish(m.enumerate(free), nil, nil)
	}
	begun := m.begin()
	best := m.better(m.greedy(begun.clone(), forCost, free), m.single(begun, free))
	root := &node{in: slices.Clone(p.Locked), free: free}
	r := m.relax(root, rootSteps, best.value)
	near := m.favoured(free, r.g, lessMoney(r.prices.money), exchanged)
	for _, by := range []worth{alone, lessMoney(r.prices.money), lessMoney(r.prices.money / 2)} {
		best = m.better(best, m.greedy(begun.clone(), by, near))
	}
	best = m.better(best, m.round(r, begun, near))
	best = m.exchange(best, near, m.spent+max(0, until-m.spent)/2)
	if other := m.around(begun, near, r.g, r.prices.money); other != nil {
		best = m.better(best, m.exchange(other, near, m.spent+max(0, until-m.spent)/2))
	}
	root.free = m.worthLooking(r, free, best.value)
	root.bound, root.x = r.bound, r.x
	few := m.narrowed(root)
	found, bound := few.branch(few.root, best.value, until)
	if found != nil {
		best = m.of(few.back(found.picks))
	}
	m.spent = few.spent
	return m.finish(best, &bound, r)
}

// narrow is a model of the candidates that a node leaves, numbered anew.
type narrow struct {
	*model
	root *node
	ids  []int // of its candidates, in the whole model
}

// narrowed lays out a node's candidates alone, so that what is made for each of a search's many steps is small.
func (m *model) narrowed(n *node) *narrow {
	few := &narrow{ids: slices.Sorted(slices.Values(slices.Concat(n.in, n.free)))}
	p := *m.Problem
	p.Candidates, p.Locked = make([]Candidate, len(few.ids)), nil
	few.model = &model{Problem: &p, n: len(few.ids), cells: m.cells, weight: m.weight, spent: m.spent}
	few.root = &node{bound: n.bound}
	for at, i := range few.ids {
		p.Candidates[at] = m.Candidates[i]
		few.chance, few.theta = append(few.chance, m.row(m.chance, i)...), append(few.theta, m.row(m.theta, i)...)
		few.seen, few.fees = append(few.seen, m.seen[i]), append(few.fees, m.fees[i])
		few.locked, few.root.x = append(few.locked, m.locked[i]), append(few.root.x, n.x[i])
		if m.adds() {
			few.linear = append(few.linear, m.linear[i])
		}
		if m.locked[i] {
			p.Locked = append(p.Locked, at)
		}
	}
	few.root.in, few.root.free = few.numbers(n.in), few.numbers(n.free)
	return few
}

// numbers gives the few's numbers of candidates.
func (few *narrow) numbers(ids []int) []int {
	all := make([]int, len(ids))
	for k, i := range ids {
		all[k], _ = slices.BinarySearch(few.ids, i)
	}
	return all
}

// back gives the numbers that the few's candidates have in the whole model.
func (few *narrow) back(picks []int) []int {
	all := make([]int, len(picks))
	for k, at := range picks {
		all[k] = few.ids[at]
	}
	return all
}

// finish makes a plan of what was found, its value reckoned anew.
func (m *model) finish(s *state, bound *float64, r *relaxation) *Plan {
	p := &Plan{Picks: slices.Sorted(slices.Values(s.picks)), Missing: s.missing()}
	p.Value = m.Value(p.Picks)
	switch {
	case bound == nil:
		p.Bound, p.Complete = p.Value*(1+rounding), true
	default:
		p.Bound = math.Max(p.Value*(1+rounding), *bound*(1+slack))
		p.Complete = m.contacts() == 1 && *bound <= p.Value*(1+10*slack)
	}
	if r != nil {
		p.MoneyPrice, p.PlacePrice = r.prices.money, r.prices.place
	} else {
		lone := m.relax(&node{in: slices.Clone(m.Locked), free: m.affordable()}, nodeSteps, math.Inf(-1))
		p.MoneyPrice, p.PlacePrice = lone.prices.money, lone.prices.place
	}
	return p
}

// Value is what some candidates together are worth, reckoned without single precision.
func (m *model) Value(picks []int) float64 {
	if m.adds() {
		value := 0.0
		for _, i := range picks {
			value += m.linear[i]
		}
		return value
	}
	return Reached(m.Problem, picks, m.contacts())
}

// affordable are the candidates that could be in some plan besides what is locked.
func (m *model) affordable() []int {
	locked := int64(0)
	for _, i := range m.Locked {
		locked += m.Candidates[i].Fee
	}
	var all []int
	for i, c := range m.Candidates {
		if !m.locked[i] && locked+c.Fee <= m.Budget && len(m.Locked) < m.Most {
			all = append(all, i)
		}
	}
	return all
}

// better is the plan that misses fewer constraints, or is worth more.
func (m *model) better(a, b *state) *state {
	if missA, missB := len(a.missing()), len(b.missing()); missA != missB {
		if missA < missB {
			return a
		}
		return b
	}
	if b.value > a.value*(1+1e-12) {
		return b
	}
	return a
}

// single is the plan of the one best candidate that fits.
func (m *model) single(begun *state, free []int) *state {
	s := begun.clone()
	best, most := None, 0.0
	for _, i := range free {
		if s.fits(i, None) && s.gain(i) > most && s.bearable(i) {
			best, most = i, s.gain(i)
		}
	}
	if best != None {
		s.add(best)
	}
	return m.greedy(s, alone, free)
}

// round makes whole creators of a fractional plan: the largest parts first, then whatever fits.
func (m *model) round(r *relaxation, begun *state, near []int) *state {
	s := begun.clone()
	order := slices.Clone(near)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.x[b], r.x[a]) })
	for _, i := range order {
		if r.x[i] > 0.3 && s.fits(i, None) && s.bearable(i) {
			s.add(i)
		}
	}
	return m.greedy(s, lessMoney(r.prices.money), near)
}

// around is the best of the plans that are made around one candidate each: the great ones, which take so much of the budget that
// no exchange for one other lets them in. Nil where there is none, or values add up, which the relaxation is exact for but
// for one candidate.
func (m *model) around(begun *state, among []int, gains []float64, price float64) (best *state) {
	if m.adds() {
		return nil
	}
	for _, i := range m.top(among, gains, alone, aroundMost) {
		if !begun.fits(i, None) {
			continue
		}
		s := begun.clone()
		s.add(i)
		if s = m.greedy(s, lessMoney(price), among); best == nil || m.better(best, s) == s {
			best = s
		}
	}
	return best
}
