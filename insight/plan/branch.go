package plan

import (
	"math"
	"slices"
)

// branch looks at ever smaller parts of all plans, the one with the highest bound first, until no part can hold a
// better plan than the best known or the allowance is spent. It gives the best plan found, nil where none is better, and a
// bound on all.
func (m *model) branch(root *node, known float64, until int) (best *state, bound float64) {
	open := []*node{root}
	value, closed := known, known // nothing above closed is in the parts that were given up
	for len(open) > 0 {
		at := 0
		for i, n := range open {
			if n.bound > open[at].bound {
				at = i
			}
		}
		n := open[at]
		if n.bound <= value*(1+slack) || m.spent > until || m.contacts() > 1 || m.adds() && len(n.free) == 0 {
			break
		}
		open = slices.Delete(open, at, at+1)
		for _, child := range m.parts(n) {
			r := m.relax(child, nodeSteps, value)
			child.bound, child.x = math.Min(n.bound, r.bound), r.x
			if s := m.whole(child, r); s != nil && len(s.missing()) == 0 && s.value > value*(1+1e-12) {
				best, value = s, s.value
			}
			if child.bound > value*(1+slack) {
				child.free = m.worthLooking(r, child.free, value)
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

// parts divides a node by the candidate whose part in its fractional plan is farthest from all or nothing.
func (m *model) parts(n *node) []*node {
	at, most := None, 1e-6
	for k, i := range n.free {
		if open := math.Min(n.x[i], 1-n.x[i]); open > most {
			at, most = k, open
		}
	}
	if at == None { // nothing is divided: whatever is free may be left out
		for k, i := range n.free {
			if n.x[i] > 0 {
				at = k
				break
			}
		}
		if at == None {
			return nil
		}
	}
	with, rest := n.free[at], slices.Delete(slices.Clone(n.free), at, at+1)
	fee := m.Candidates[with].Fee
	for _, i := range n.in {
		fee += m.Candidates[i].Fee
	}
	all := []*node{{in: n.in, free: rest}}
	if fee <= m.Budget && len(n.in) < m.Most {
		in := append(slices.Clone(n.in), with)
		var fits []int
		for _, i := range rest {
			if fee+m.Candidates[i].Fee <= m.Budget && len(in) < m.Most {
				fits = append(fits, i)
			}
		}
		all = append(all, &node{in: in, free: fits})
	}
	return all
}

// whole makes a plan of a node's fractional one; nil where what it holds does not fit the groups.
func (m *model) whole(n *node, r *relaxation) *state {
	s := newState(m)
	for _, i := range n.in {
		if !s.fits(i, None) {
			return nil
		}
		s.add(i)
	}
	if len(m.Groups) > 0 || m.MinImpressions > 0 {
		return nil // least numbers are met by exchange alone
	}
	return m.round(r, s, n.free)
}

// enumerate looks at every plan of a few candidates.
func (m *model) enumerate(free []int) *state {
	best := m.begin()
	begun := m.of(m.Locked)
	if len(begun.missing()) == 0 && (len(best.missing()) > 0 || m.bears(begun)) {
		best = begun.clone()
	}
	m.each(free, begun, func(s *state) {
		if m.bears(s) {
			best = m.better(best, s)
		}
	})
	return best
}

func (m *model) bears(s *state) bool {
	return m.MaxFrequency <= 0 || s.seen <= m.MaxFrequency*s.reach()*(1+1e-9)
}

// each goes through all plans that fit.
func (m *model) each(free []int, s *state, do func(*state)) {
	for k, i := range free {
		if s.fits(i, None) {
			with := s.clone()
			with.add(i)
			do(with)
			m.each(free[k+1:], with, do)
		}
	}
}
