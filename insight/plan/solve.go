package plan

import (
	"cmp"
	"math"
	"slices"
)

const (
	rootSteps = 120 // of the relaxation at the root
	nodeSteps = 25  // of each relaxation in branch and bound
	// maxAround is the number of candidates that plansAround tries.
	maxAround = 24
	// slack covers the rounding errors of single precision in a bound.
	slack = 2e-6
	// rounding covers the effect of the order of summation.
	rounding = 1e-12
	// maxExchanged is how many candidates exchange considers, the best by the relaxation's prices.
	maxExchanged = 400
)

// Solve finds a plan. The locked candidates together must satisfy the constraints.
func Solve(p *Problem) *Plan {
	m := newRelaxable(p)
	until := p.Allowance
	free := m.affordable()
	if len(free) <= Enumerated {
		return m.finish(m.enumerate(free), nil, nil)
	}
	begun := m.initialPlan()
	best := m.better(m.greedy(begun.clone(), gainPerFee, free), m.single(begun, free))
	root := &node{in: slices.Clone(p.Locked), free: free}
	r := m.relax(root, rootSteps, best.value)
	near := m.favourites(free, r.gradient, netGain(r.prices.money), maxExchanged)
	for _, by := range []priority{gainOnly, netGain(r.prices.money), netGain(r.prices.money / 2)} {
		best = m.better(best, m.greedy(begun.clone(), by, near))
	}
	best = m.better(best, m.round(r, begun, near))
	best = m.exchange(best, near, m.spent+max(0, until-m.spent)/2)
	if other := m.plansAround(begun, near, r.gradient, r.prices.money); other != nil {
		best = m.better(best, m.exchange(other, near, m.spent+max(0, until-m.spent)/2))
	}
	root.free = m.survivors(r, free, best.value)
	root.bound, root.x = r.bound, r.x
	few := m.subproblem(root)
	found, bound := few.branch(few.root, best.value, until)
	if found != nil {
		best = m.planOf(few.toOriginal(found.picks))
	}
	m.spent = few.spent
	return m.finish(best, &bound, r)
}

// subproblem is a model of a node's candidates only, renumbered.
type subproblem struct {
	*model
	root *node
	ids  []int // of its candidates in the original model, ascending
}

// subproblem copies a node's candidates, so that the arrays of each search step are small.
func (m *model) subproblem(n *node) *subproblem {
	few := &subproblem{ids: slices.Sorted(slices.Values(slices.Concat(n.in, n.free)))}
	p := *m.Problem
	p.Candidates, p.Locked = make([]Candidate, len(few.ids)), nil
	few.model = &model{Problem: &p, n: len(few.ids), cells: m.cells, weight: m.weight, spent: m.spent}
	few.root = &node{bound: n.bound}
	for at, i := range few.ids {
		p.Candidates[at] = m.Candidates[i]
		few.chance, few.theta = append(few.chance, m.row(m.chance, i)...), append(few.theta, m.row(m.theta, i)...)
		few.seen, few.fees = append(few.seen, m.seen[i]), append(few.fees, m.fees[i])
		few.locked, few.root.x = append(few.locked, m.locked[i]), append(few.root.x, n.x[i])
		if m.isAdditive() {
			few.linear = append(few.linear, m.linear[i])
		}
		if m.locked[i] {
			p.Locked = append(p.Locked, at)
		}
	}
	few.root.in, few.root.free = few.toLocal(n.in), few.toLocal(n.free)
	return few
}

// toLocal translates indices of the original model.
func (few *subproblem) toLocal(ids []int) []int {
	all := make([]int, len(ids))
	for k, i := range ids {
		all[k], _ = slices.BinarySearch(few.ids, i)
	}
	return all
}

// toOriginal translates indices back to the original model.
func (few *subproblem) toOriginal(picks []int) []int {
	all := make([]int, len(picks))
	for k, at := range picks {
		all[k] = few.ids[at]
	}
	return all
}

// finish makes the Plan, with its value recomputed.
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

// Value is the value of some candidates together, computed in double precision.
func (m *model) Value(picks []int) float64 {
	if m.isAdditive() {
		value := 0.0
		for _, i := range picks {
			value += m.linear[i]
		}
		return value
	}
	return Reached(m.Problem, picks, m.contacts())
}

// affordable are the candidates that fit a plan beside the locked ones.
func (m *model) affordable() []int {
	locked := m.totalFee(m.Locked)
	var all []int
	for i, c := range m.Candidates {
		if !m.locked[i] && locked+c.Fee <= m.Budget && len(m.Locked) < m.Most {
			all = append(all, i)
		}
	}
	return all
}

// better is the plan that violates fewer constraints or, of equals, has the greater value.
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

// single is the plan that starts with the one best candidate that fits.
func (m *model) single(begun *state, free []int) *state {
	s := begun.clone()
	best, most := None, 0.0
	for _, i := range free {
		if s.fits(i, None) && s.gain(i) > most && s.meetsFrequencyWith(i) {
			best, most = i, s.gain(i)
		}
	}
	if best != None {
		s.add(best)
	}
	return m.greedy(s, gainOnly, free)
}

// round rounds a fractional plan: the largest variables first, then greedily whatever fits.
func (m *model) round(r *relaxation, begun *state, near []int) *state {
	s := begun.clone()
	order := slices.Clone(near)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.x[b], r.x[a]) })
	for _, i := range order {
		if r.x[i] > 0.3 && s.fits(i, None) && s.meetsFrequencyWith(i) {
			s.add(i)
		}
	}
	return m.greedy(s, netGain(r.prices.money), near)
}

// plansAround is the best of the greedy plans that each start with one of the largest candidates: those take so much of the budget
// that no swap of one pick lets them in. Nil if there is none, or if the goal is additive, where the relaxation is exact except
// for one candidate.
func (m *model) plansAround(begun *state, among []int, gains []float64, price float64) (best *state) {
	if m.isAdditive() {
		return nil
	}
	by := netGain(price)
	all := m.ranking(begun, by, among)
	for _, i := range m.top(among, gains, gainOnly, maxAround) {
		if !begun.fits(i, None) {
			continue
		}
		s := begun.clone()
		s.add(i)
		if m.contacts() > 1 { // gains may have increased
			all = m.ranking(s, by, among)
		}
		if s = m.greedyOf(s, by, all); best == nil || m.better(best, s) == s {
			best = s
		}
	}
	return best
}
