package plan

import "math"

// Goal is what a plan maximises.
type Goal int

// The goals.
const (
	Reach Goal = iota
	Impressions
	Clicks
	Conversions
)

// Enumerated is the greatest number of candidates of which every plan is enumerated.
const Enumerated = 18

// maxProbability bounds the probability that a person sees a creator; it keeps logarithms finite.
const maxProbability = 0.999

// Candidate is a creator who could be picked.
type Candidate struct {
	Fee         int64   // minor units, above 0
	Accept      float64 // probability of taking part
	Impressions float64 // if it takes part, as the next two
	Clicks      float64
	Conversions float64
	Parts       []float32 // of each cell: the share of its people who see it, if it takes part
	Groups      []int     // it is in
}

// Group constrains the picks among some candidates.
type Group struct {
	Name              string
	Least, Most       int   // creators; Most 0 is no bound, None none at all
	LeastFee, MostFee int64 // MostFee 0 is no bound, None nothing at all
}

// None is a bound of zero.
const None = -1

// Problem is a planning problem.
type Problem struct {
	Candidates []Candidate
	Cells      []float64 // people
	Budget     int64
	Most       int // creators
	Locked     []int
	Groups     []Group
	Goal       Goal
	// Contacts is the number of contacts from which a person counts as reached; 0 stands for 1.
	Contacts       int
	MaxFrequency   float64 // impressions for each person reached; 0 is no bound
	MinImpressions float64
	// Allowance bounds the search, in multiplications; see Milliseconds.
	Allowance int
}

// Milliseconds is the allowance that one core spends in about n milliseconds.
func Milliseconds(n int) int { return n * 1_000_000 }

// Plan is a solution.
type Plan struct {
	Picks                  []int // in the order of candidates
	Value                  float64
	Bound                  float64  // of Value, over all plans
	Complete               bool     // no plan is better, as far as the constraints are in the bound, or all were looked at
	MoneyPrice, PlacePrice float64  // Value for one more minor unit, for one more creator, in the relaxation
	Missing                []string // constraints that could not be met
}

// Certified is the value as a share of the bound.
func (p *Plan) Certified() float64 {
	if p.Bound <= 0 {
		return 1
	}
	return math.Min(1, p.Value/p.Bound)
}

// model is a problem in arrays.
type model struct {
	*Problem
	n, cells int
	chance   []float32 // by candidate and cell: a·p
	theta    []float32 // −ln(1 − a·p), for relaxations only
	weight   []float64
	linear   []float64 // value of each candidate, where the goal is additive
	seen     []float64 // expected impressions
	fees     []float64
	spent    int // multiplications so far
	knapsack knapsack
	locked   []bool
}

func newModel(p *Problem) *model {
	m := &model{Problem: p, n: len(p.Candidates), cells: len(p.Cells), weight: p.Cells, locked: make([]bool, len(p.Candidates))}
	m.seen, m.fees = make([]float64, m.n), make([]float64, m.n)
	for _, i := range p.Locked {
		m.locked[i] = true
	}
	if p.Goal != Reach {
		m.linear = make([]float64, m.n)
	}
	m.chance = make([]float32, m.n*m.cells)
	for i := range p.Candidates {
		c := &p.Candidates[i]
		m.seen[i], m.fees[i] = c.Accept*c.Impressions, float64(c.Fee)
		for k, part := range c.Parts {
			m.chance[i*m.cells+k] = float32(c.chance(part))
		}
		if m.isAdditive() {
			m.linear[i] = c.Accept * c.results(p.Goal)
		}
	}
	return m
}

// newRelaxable is a model that can be relaxed.
func newRelaxable(p *Problem) *model {
	m := newModel(p)
	m.theta = make([]float32, len(m.chance))
	for i := range p.Candidates {
		c := &p.Candidates[i]
		for k, part := range c.Parts {
			m.theta[i*m.cells+k] = float32(thetaOf(c.chance(part)))
		}
	}
	return m
}

// chance is the probability that a person of a cell sees the candidate, of whose people part see it if it takes part.
func (c *Candidate) chance(part float32) float64 {
	return math.Min(maxProbability, c.Accept*float64(part))
}

// results are the results of a candidate, if it takes part, that an additive goal counts.
func (c *Candidate) results(goal Goal) float64 {
	switch goal {
	case Impressions:
		return c.Impressions
	case Clicks:
		return c.Clicks
	case Conversions:
		return c.Conversions
	case Reach:
	}
	return 0
}

func (m *model) contacts() int { return max(1, m.Contacts) }

// isAdditive says whether a plan's value is the sum of its picks' values.
func (m *model) isAdditive() bool { return m.linear != nil }

func (m *model) row(of []float32, i int) []float32 { return of[i*m.cells : (i+1)*m.cells] }

// thetaOf is −ln(1 − q), by its series where that is as exact as single precision.
func thetaOf(q float64) float64 {
	if q < 0.005 {
		return q * (1 + q*(1.0/2+q*(1.0/3+q/4)))
	}
	return -math.Log1p(-q)
}
