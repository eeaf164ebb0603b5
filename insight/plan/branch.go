package plan

import (
	"math"
	"slices"
)

// A plan that certifies less than poorCertificate is searched for longer, for poorAllowance: few are, and a better one is often near.
const (
	poorCertificate = 0.9
	poorAllowance   = 400_000_000 // see Milliseconds
)

// allowed is the allowance at a certificate. Where constraints are not in the bound, the certificate says little of the plan.
func (m *model) allowed(certified float64, until int) int {
	if certified >= poorCertificate || until == 0 || len(m.Groups) > 0 || m.MinImpressions > 0 || m.MaxFrequency > 0 {
		return until
	}
	return max(until, poorAllowance)
}

// branch runs best-first branch and bound until no open node can hold a better plan than the best known or the allowance is
// spent. It returns the best plan found, nil if none is better, and an upper bound on all plans.
func (m *model) branch(root *node, known float64, until int) (best *state, bound float64) {
	open := []*node{root}
	value, closed := known, known // closed bounds the pruned nodes
	for len(open) > 0 {
		at := 0
		for i, n := range open {
			if n.bound > open[at].bound {
				at = i
			}
		}
		n := open[at]
		if n.bound <= value*(1+slack) || m.spent > m.allowed(value/n.bound, until) || m.contacts() > 1 || m.isAdditive() && len(n.free) == 0 {
			break
		}
		open = slices.Delete(open, at, at+1)
		for _, child := range m.children(n) {
			r := m.relax(child, nodeSteps, value)
			child.bound, child.x = math.Min(n.bound, r.bound), r.x
			if s := m.rounded(child, r); s != nil && len(s.missing()) == 0 && s.value > value*(1+1e-12) {
				best, value = s, s.value
			}
			if child.bound > value*(1+slack) {
				child.free = m.survivors(r, child.free, value)
				open = append(open, child)
			}
		}
	}
	bound = math.Max(closed, value)
	for _, n := range open {
		bound = math.Max(bound, n.bound)
	}
	return best, bound
}

// children branches on the candidate whose variable is farthest from an integer.
func (m *model) children(n *node) []*node {
	at := n.mostFractional()
	if at == None { // all variables are integers: branch on any that is set
		at = slices.IndexFunc(n.free, func(i int) bool { return n.x[i] > 0 })
	}
	if at < 0 {
		return nil
	}
	with, rest := n.free[at], slices.Delete(slices.Clone(n.free), at, at+1)
	fee := m.Candidates[with].Fee + m.totalFee(n.in)
	all := []*node{{in: n.in, free: rest}}
	if fee <= m.Budget && len(n.in) < m.Most {
		in := append(slices.Clone(n.in), with)
		var fits []int
		if len(in) < m.Most {
			fits = m.withinBudget(rest, fee)
		}
		all = append(all, &node{in: in, free: fits})
	}
	return all
}

// mostFractional is the index among the free candidates of the variable farthest from an integer; None if all are integers.
func (n *node) mostFractional() int {
	at, most := None, 1e-6
	for k, i := range n.free {
		if open := math.Min(n.x[i], 1-n.x[i]); open > most {
			at, most = k, open
		}
	}
	return at
}

// withinBudget are the candidates that the budget allows beside a fee.
func (m *model) withinBudget(free []int, fee int64) []int {
	var all []int
	for _, i := range free {
		if fee+m.Candidates[i].Fee <= m.Budget {
			all = append(all, i)
		}
	}
	return all
}

// totalFee is the sum of some candidates' fees.
func (m *model) totalFee(picks []int) int64 {
	fee := int64(0)
	for _, i := range picks {
		fee += m.Candidates[i].Fee
	}
	return fee
}

// rounded rounds a node's fractional plan; nil if its fixed candidates violate a group, or least numbers have to be met.
func (m *model) rounded(n *node, r *relaxation) *state {
	s := newState(m)
	for _, i := range n.in {
		if !s.fits(i, None) {
			return nil
		}
		s.add(i)
	}
	if len(m.Groups) > 0 || m.MinImpressions > 0 {
		return nil // only exchange meets least numbers
	}
	return m.round(r, s, n.free)
}

// enumerate tries every plan of a few candidates.
func (m *model) enumerate(free []int) *state {
	best := m.initialPlan()
	begun := m.planOf(m.Locked)
	if len(begun.missing()) == 0 && (len(best.missing()) > 0 || m.meetsFrequency(begun)) {
		best = begun.clone()
	}
	m.eachPlan(free, begun, func(s *state) {
		if m.meetsFrequency(s) {
			best = m.better(best, s)
		}
	})
	return best
}

func (m *model) meetsFrequency(s *state) bool {
	return m.MaxFrequency <= 0 || s.seen <= m.MaxFrequency*s.reach()*(1+1e-9)
}

// eachPlan visits all feasible plans.
func (m *model) eachPlan(free []int, s *state, do func(*state)) {
	for k, i := range free {
		if s.fits(i, None) {
			with := s.clone()
			with.add(i)
			do(with)
			m.eachPlan(free[k+1:], with, do)
		}
	}
}
