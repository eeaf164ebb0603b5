package plan

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

const (
	// trials bounds how many prices of money are tried; five to ten find the best.
	trials = 60
	// linearSteps is how many multiplications a look at one candidate at one price takes as long as.
	linearSteps = 12
)

// atom is a fractional plan: parts of candidates, and what its parts' θ add up to in each cell.
type atom struct {
	of    []int
	part  []float64
	theta []float64
	share float64 // in the iterate
}

// node is a part of all plans: those with some candidates and without others.
type node struct {
	in, free []int
	x        []float64 // of free: the fractional optimum, for branching
	bound    float64
}

// prices are what money and places are worth in a linear question, and an upper bound on its answer.
type prices struct {
	money, place float64
	most         float64
}

// linearBest maximises g·y over 0 ≤ y ≤ 1 of the free candidates, within the budget and the number that the others leave.
// For every price of money λ, λ·budget + the sum of the largest g − λ·cost bounds it. That bound is convex in λ and made of
// straight pieces, one for each choice; where the pieces on both sides of the least one meet, there it is, and the two
// choices together spend the budget. Guess is a price that is likely near, 0 for none.
func (m *model) linearBest(g []float64, n *node, guess float64) (prices, *atom) {
	budget, places := float64(m.Budget), m.Most-len(n.in)
	fixed := 0.0
	for _, i := range n.in {
		budget -= m.fees[i]
		fixed += g[i]
	}
	a := &atom{}
	a.take(n.in, 1)
	if places <= 0 || budget <= 0 || len(n.free) == 0 {
		return prices{most: fixed}, a
	}
	p := &picker{of: make([]offered, len(n.free)), places: places, left: make([]float64, 0, len(n.free))}
	dearest := 0.0
	for k, i := range n.free {
		p.of[k] = offered{i, g[i], m.fees[i]}
		dearest = max(dearest, g[i]/m.fees[i])
	}
	at := func(money float64) choice {
		m.spent += linearSteps * len(p.of)
		return p.at(money)
	}
	low := at(0)
	if low.costs <= budget {
		a.take(p.chosen(low), 1)
		return prices{place: low.place, most: fixed + low.sum}, a
	}
	high := choice{money: dearest * (1 + 1e-9)} // at which nobody is worth it
	best := prices{most: math.Inf(1)}
	for k := range trials {
		money := low.meets(high)
		if k < len(nearGuess) && guess*nearGuess[k] > low.money && guess*nearGuess[k] < high.money {
			money = guess * nearGuess[k]
		}
		one := at(money)
		most := money*budget + one.sum
		if fixed+most < best.most {
			best = prices{money, one.place, fixed + most}
		}
		if known := money*budget + low.along(money); k >= len(nearGuess) && most-known <= 1e-12*most {
			break
		}
		if one.costs > budget {
			low = one
			p.drop(money)
		} else {
			high = one
		}
	}
	share := (budget - high.costs) / (low.costs - high.costs)
	a.take(p.chosen(low), share)
	a.take(p.chosen(high), 1-share)
	return best, a
}

// nearGuess are the parts of a guessed price that are tried first.
var nearGuess = [...]float64{0.9, 1.1}

// take adds a share of whole candidates.
func (a *atom) take(all []int, share float64) {
	if share <= 0 {
		return
	}
	for _, i := range all {
		a.of, a.part = append(a.of, i), append(a.part, share)
	}
}

// offered is a candidate with what it adds and costs.
type offered struct {
	i       int
	g, cost float64
}

// choice is whom a price of money favours: who is worth most less its fee at that price, as many as there are places.
type choice struct {
	money, place float64 // prices
	sum, costs   float64 // of the chosen: what they are worth less their fees at the price, and their fees
}

// along is what the same choice is worth at another price.
func (c choice) along(money float64) float64 { return c.sum - c.costs*(money-c.money) }

// meets gives the price at which two choices are worth the same.
func (c choice) meets(other choice) float64 {
	return (c.sum + c.costs*c.money - other.sum - other.costs*other.money) / (c.costs - other.costs)
}

// picker finds what is best at a price of money.
type picker struct {
	of     []offered // who may still be chosen
	places int
	left   []float64
}

// at chooses at a price of money.
func (p *picker) at(money float64) choice {
	c := choice{money: money}
	p.left = p.left[:0]
	for _, one := range p.of {
		if r := one.g - money*one.cost; r > 0 {
			p.left = append(p.left, r)
		}
	}
	if len(p.left) > p.places {
		c.place = quickselect.Nth(p.left, p.places)
	}
	p.each(c, func(one offered) {
		c.sum += one.g - money*one.cost
		c.costs += one.cost
	})
	return c
}

// each goes through the chosen: who is worth more than a place, and of those worth just as much the first.
func (p *picker) each(c choice, do func(offered)) {
	places := p.places
	for _, one := range p.of {
		if one.g-c.money*one.cost > c.place {
			do(one)
			places--
		}
	}
	if c.place == 0 || places == 0 {
		return
	}
	for _, one := range p.of {
		if one.g-c.money*one.cost == c.place && places > 0 {
			do(one)
			places--
		}
	}
}

// drop leaves out who is not worth its fee at a price of money, nor at a higher one.
func (p *picker) drop(money float64) {
	p.of = slices.DeleteFunc(p.of, func(one offered) bool { return one.g < money*one.cost })
}

func (p *picker) chosen(c choice) []int {
	var all []int
	p.each(c, func(one offered) { all = append(all, one.i) })
	return all
}
