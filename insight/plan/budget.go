package plan

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

const (
	// maxBisections bounds the prices of money tried; five to ten find the best.
	maxBisections = 60
	// linearSteps is the cost of one candidate at one price, in multiplications.
	linearSteps = 12
)

// atom is a vertex or edge point of the feasible polytope: a fractional plan, and the sum of its θ in each cell.
type atom struct {
	of    []int
	part  []float64
	theta []float64
	share float64 // in the iterate
}

// node is a subproblem of branch and bound: the plans with some candidates and without others.
type node struct {
	in, free []int
	x        []float64 // of free: the fractional optimum, for branching
	bound    float64
}

// prices are the dual prices of money and of places in a linear problem, and an upper bound on its value.
type prices struct {
	money, place float64
	most         float64
}

// linearBest maximises g·y over 0 ≤ y ≤ 1 of the free candidates, within the budget and the places that the fixed ones leave.
// For every price of money λ, λ·budget + the sum of the largest g − λ·cost is an upper bound (Lagrangian relaxation). It is
// convex and piecewise linear in λ, one piece for each choice; its minimum is where the pieces on both sides of it cross, and a
// mixture of the two choices spends the budget exactly. guess is a price likely to be near, 0 for none.
func (m *model) linearBest(g []float64, n *node, guess float64) (prices, *atom) {
	budget, places := float64(m.Budget), m.Most-len(n.in)
	fixed := 0.0
	for _, i := range n.in {
		budget -= m.fees[i]
		fixed += g[i]
	}
	a := newAtom(len(n.in) + 2*min(max(places, 0), len(n.free)))
	a.take(n.in, 1)
	if places <= 0 || budget <= 0 || len(n.free) == 0 {
		return prices{most: fixed}, a
	}
	p := &m.knapsack // reused, since it is filled some hundred times a plan
	p.items, p.places = p.items[:0], places
	dearest := 0.0
	for _, i := range n.free {
		p.items = append(p.items, item{i, g[i], m.fees[i]})
		dearest = max(dearest, g[i]/m.fees[i])
	}
	at := func(money float64) choice {
		m.spent += linearSteps * len(p.items)
		return p.solve(money)
	}
	low := at(0)
	if low.costs <= budget {
		p.each(low, func(one item) { a.add(one.i, 1) })
		return prices{place: low.place, most: fixed + low.sum}, a
	}
	high := choice{money: dearest * (1 + 1e-9)} // at which no candidate is chosen
	best := prices{most: math.Inf(1)}
	for k := range maxBisections {
		money := low.crossing(high)
		if k < len(guessFactors) && guess*guessFactors[k] > low.money && guess*guessFactors[k] < high.money {
			money = guess * guessFactors[k]
		}
		one := at(money)
		most := money*budget + one.sum
		if fixed+most < best.most {
			best = prices{money, one.place, fixed + most}
		}
		if known := money*budget + low.valueAt(money); k >= len(guessFactors) && most-known <= 1e-12*most {
			break
		}
		if one.costs > budget {
			low = one
			p.dropBelow(money)
		} else {
			high = one
		}
	}
	share := (budget - high.costs) / (low.costs - high.costs)
	p.each(low, func(one item) { a.add(one.i, share) })
	p.each(high, func(one item) { a.add(one.i, 1-share) })
	return best, a
}

// guessFactors multiply the guessed price to give the prices tried first.
var guessFactors = [...]float64{0.9, 1.1}

// newAtom has room for so many candidates.
func newAtom(most int) *atom { return &atom{of: make([]int, 0, most), part: make([]float64, 0, most)} }

// take adds some candidates with one share.
func (a *atom) take(all []int, share float64) {
	for _, i := range all {
		a.add(i, share)
	}
}

func (a *atom) add(i int, share float64) {
	if share > 0 {
		a.of, a.part = append(a.of, i), append(a.part, share)
	}
}

// item is a candidate with its gain and cost.
type item struct {
	i       int
	g, cost float64
}

// choice is the best set of candidates at a price of money: those of largest positive reduced gain, at most as many as there are
// places.
type choice struct {
	money, place float64 // prices
	sum, costs   float64 // of the chosen: reduced gains, and costs
}

// valueAt is the sum of the same choice at another price.
func (c choice) valueAt(money float64) float64 { return c.sum - c.costs*(money-c.money) }

// crossing is the price at which two choices have the same value.
func (c choice) crossing(other choice) float64 {
	return (c.sum + c.costs*c.money - other.sum - other.costs*other.money) / (c.costs - other.costs)
}

// knapsack finds the best choice at a price of money.
type knapsack struct {
	items        []item // that may still be chosen
	places       int
	reducedGains []float64
}

// solve finds the choice at a price of money.
func (p *knapsack) solve(money float64) choice {
	c := choice{money: money}
	p.reducedGains = p.reducedGains[:0]
	for _, one := range p.items {
		if r := one.g - money*one.cost; r > 0 {
			p.reducedGains = append(p.reducedGains, r)
		}
	}
	if len(p.reducedGains) > p.places {
		c.place = quickselect.Nth(p.reducedGains, p.places)
	}
	p.each(c, func(one item) {
		c.sum += one.g - money*one.cost
		c.costs += one.cost
	})
	return c
}

// each visits the chosen: those worth more than a place and, of those worth exactly that, the first.
func (p *knapsack) each(c choice, do func(item)) {
	places := p.places
	for _, one := range p.items {
		if one.g-c.money*one.cost > c.place {
			do(one)
			places--
		}
	}
	if c.place == 0 || places == 0 {
		return
	}
	for _, one := range p.items {
		if one.g-c.money*one.cost == c.place && places > 0 {
			do(one)
			places--
		}
	}
}

// dropBelow removes items whose reduced gain is negative at a price of money, and therefore at any higher one.
func (p *knapsack) dropBelow(money float64) {
	p.items = slices.DeleteFunc(p.items, func(one item) bool { return one.g < money*one.cost })
}
