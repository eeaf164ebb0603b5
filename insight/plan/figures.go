package plan

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// Reached is the number of people who see some candidates at least so many times.
func Reached(p *Problem, picks []int, contacts int) float64 {
	people := 0.0
	for _, n := range Contacts(p, picks, contacts)[contacts:] {
		people += n
	}
	return people
}

// Contacts is the distribution of people by number of contacts with some candidates; the last entry is most or more.
func Contacts(p *Problem, picks []int, most int) []float64 {
	all := make([]float64, most+1)
	chance := make([]float64, most+1)
	for k, people := range p.Cells {
		clear(chance)
		chance[0] = 1
		for _, i := range picks {
			c := &p.Candidates[i]
			q := c.chance(c.Parts[k])
			chance[most] += chance[most-1] * q
			meet(chance[:most], q)
		}
		for j, share := range chance {
			all[j] += people * share
		}
	}
	return all
}

// Alone is the number of people whom each of some candidates reaches and no other of them does.
func Alone(p *Problem, picks []int) []float64 {
	all := make([]float64, len(picks))
	whole := Reached(p, picks, 1)
	for at := range picks {
		all[at] = math.Max(0, whole-Reached(p, slices.Delete(slices.Clone(picks), at, at+1), 1))
	}
	return all
}

// Parameters of the simulation in Interval.
const (
	simulations    = 200
	simulationSeed = 16
)

// Interval is the 80 % prediction interval of the number of people who see some candidates at least so many times. It simulates
// who accepts, and each creator's impressions with a log-normal factor of a given spread. The expected number is always within: where
// so little is known that the factor's mean exceeds most of its draws, the simulation alone would leave it out.
func Interval(p *Problem, picks []int, contacts int, spread []float64) (low, high float64) {
	dice := rand.New(rand.NewPCG(simulationSeed, uint64(len(picks))))
	fewer := make([]float64, contacts*len(p.Cells)) // of each cell the people by number of contacts, as long as they are too few
	all := make([]float64, simulations)
	for n := range all {
		clear(fewer)
		for k, people := range p.Cells {
			fewer[k*contacts] = people
		}
		for at, i := range picks {
			c := &p.Candidates[i]
			takes, factor := dice.Float64() < c.Accept, math.Exp(spread[at]*dice.NormFloat64()-spread[at]*spread[at]/2)
			if !takes {
				continue
			}
			for k := range p.Cells {
				meet(fewer[k*contacts:(k+1)*contacts], math.Min(maxProbability, factor*float64(c.Parts[k])))
			}
		}
		for k, people := range p.Cells {
			for _, left := range fewer[k*contacts : (k+1)*contacts] {
				people -= left
			}
			all[n] += math.Max(0, people)
		}
	}
	slices.Sort(all)
	expected := Reached(p, picks, contacts)
	return math.Min(expected, all[simulations/10]), math.Max(expected, all[simulations-1-simulations/10])
}

// meet adds a contact, which each of some people has with a probability.
func meet(byContacts []float64, q float64) {
	for j := len(byContacts) - 1; j > 0; j-- {
		byContacts[j] += q * (byContacts[j-1] - byContacts[j])
	}
	byContacts[0] *= 1 - q
}

// Point is the best plan of a budget.
type Point struct {
	Budget, Fee int64
	Value       float64
	Creators    int
}

const (
	// frontierAllowance bounds the exchanges of one point, in multiplications.
	frontierAllowance = 1_000_000
	// maxPointCandidates bounds the candidates of each greedy choice.
	maxPointCandidates = 200
)

// Frontier gives the best plan found for each of some budgets, ascending; values never decrease. Each point is the best of several
// greedy choices, improved by exchange: by gain per fee, which favours small creators, by gain, which favours large ones, and by
// gain less the fee at the price of money of the greatest budget (Plan.MoneyPrice), which is between the two.
func Frontier(p *Problem, budgets []int64, price float64) []Point {
	var all []Point
	base := newModel(p) // neither it nor the gains depend on the budget
	gains := base.gains()
	by := []priority{gainPerFee, gainOnly, netGain(price), netGain(2 * price)}
	for _, budget := range budgets {
		q, m := *p, *base
		q.Budget, m.Problem = budget, &q
		free := m.affordable()
		among := map[int]bool{}
		for _, worth := range by {
			for _, i := range m.favourites(free, gains, worth, maxPointCandidates) {
				among[i] = true
			}
		}
		few := slices.Sorted(maps.Keys(among))
		begun := m.initialPlan()
		s := m.single(begun, few)
		for _, worth := range by {
			s = m.better(s, m.greedy(begun.clone(), worth, few))
		}
		if other := m.plansAround(begun, few, gains, price); other != nil {
			s = m.better(s, other)
		}
		s = m.exchange(s, m.favourites(free, gains, netGain(price), maxExchanged), m.spent+frontierAllowance)
		point := Point{budget, s.fee, s.value, len(s.picks)}
		if n := len(all); n > 0 && all[n-1].Value > point.Value {
			point.Fee, point.Value, point.Creators = all[n-1].Fee, all[n-1].Value, all[n-1].Creators
		}
		all = append(all, point)
	}
	return all
}

// gains are the values of single candidates.
func (m *model) gains() []float64 {
	none, all := newState(m), make([]float64, m.n)
	for i := range all {
		all[i] = none.gain(i)
	}
	return all
}

// Swap is a replacement for a pick.
type Swap struct {
	Candidate int
	Value     float64 // of the plan with it
}

// Swaps are the best feasible replacements for one of some picks, best first, equal ones by index.
func Swaps(p *Problem, picks []int, out, first int) []Swap {
	m := newModel(p)
	s := m.planOf(picks)
	t := s.clone()
	t.remove(out)
	var all []Swap
	for i := range p.Candidates {
		if i != out && !s.in[i] && s.fits(i, out) {
			all = append(all, Swap{i, t.value + t.gain(i)})
		}
	}
	slices.SortStableFunc(all, func(a, b Swap) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Candidate, b.Candidate))
	})
	all = all[:min(first, len(all))]
	for at := range all {
		with := append(slices.DeleteFunc(slices.Clone(picks), func(i int) bool { return i == out }), all[at].Candidate)
		all[at].Value = m.Value(with)
	}
	return all
}

// Worth is the value of some candidates by the problem's goal.
func Worth(p *Problem, picks []int) float64 { return newModel(p).Value(picks) }

// Bound is a quick upper bound on the value of every plan.
func Bound(p *Problem) float64 {
	m := newRelaxable(p)
	r := m.relax(&node{in: slices.Clone(m.Locked), free: m.affordable()}, rootSteps, math.Inf(-1))
	return r.bound * (1 + slack)
}

// BindingGroup is a group whose constraint limits a plan.
type BindingGroup struct {
	Name string
	Gain float64 // of the best candidate that it excludes
}

// BindingGroups are the groups that exclude a candidate whom budget and number would allow.
func BindingGroups(p *Problem, picks []int) []BindingGroup {
	m := newModel(p)
	s := m.planOf(picks)
	gains := map[string]float64{}
	for i, c := range p.Candidates {
		if !s.isExcludedByGroups(i) {
			continue
		}
		for _, g := range c.Groups {
			if s.isFull(g, c.Fee) {
				name := p.Groups[g].Name
				gains[name] = math.Max(gains[name], s.gain(i))
			}
		}
	}
	var all []BindingGroup
	for _, name := range slices.Sorted(maps.Keys(gains)) {
		all = append(all, BindingGroup{name, gains[name]})
	}
	return all
}

// isExcludedByGroups says whether only groups keep a candidate out of a plan.
func (s *state) isExcludedByGroups(i int) bool {
	isAffordable := s.fee+s.m.Candidates[i].Fee <= s.m.Budget && len(s.picks) < s.m.Most
	return isAffordable && !s.in[i] && !s.fits(i, None)
}

// Greedy is the value of the better of greedy choice by gain per fee and the best single candidate.
func Greedy(p *Problem) float64 {
	m := newModel(p)
	free, begun := m.affordable(), m.initialPlan()
	best := m.greedy(begun.clone(), gainPerFee, free).value
	for _, i := range free {
		if begun.fits(i, None) {
			best = math.Max(best, begun.value+begun.gain(i))
		}
	}
	return best
}
