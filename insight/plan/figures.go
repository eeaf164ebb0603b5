package plan

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// Reached is how many people see some candidates from so many contacts on.
func Reached(p *Problem, picks []int, contacts int) float64 {
	people := 0.0
	for _, n := range Contacts(p, picks, contacts)[contacts:] {
		people += n
	}
	return people
}

// Contacts is how many people see some candidates how often: by number of contacts, the last one being so many or more.
func Contacts(p *Problem, picks []int, most int) []float64 {
	all := make([]float64, most+1)
	chance := make([]float64, most+1)
	for k, people := range p.Cells {
		clear(chance)
		chance[0] = 1
		for _, i := range picks {
			c := &p.Candidates[i]
			q := math.Min(mostSure, c.Accept*float64(c.Parts[k]))
			chance[most] += chance[most-1] * q
			for j := most - 1; j > 0; j-- {
				chance[j] += q * (chance[j-1] - chance[j])
			}
			chance[0] *= 1 - q
		}
		for j, share := range chance {
			all[j] += people * share
		}
	}
	return all
}

// Alone is how many people each of some candidates reaches whom no other of them does.
func Alone(p *Problem, picks []int) []float64 {
	all := make([]float64, len(picks))
	whole := Reached(p, picks, 1)
	for at := range picks {
		all[at] = math.Max(0, whole-Reached(p, slices.Delete(slices.Clone(picks), at, at+1), 1))
	}
	return all
}

// drawings of what may come of a plan, and the seed that they always have.
const (
	drawings    = 200
	drawingSeed = 16
)

// Interval holds the reach of some candidates with four chances in five: who accepts is drawn, and how many see each, by a
// log-normal factor with a spread for each.
func Interval(p *Problem, picks []int, spread []float64) (low, high float64) {
	dice := rand.New(rand.NewPCG(drawingSeed, uint64(len(picks))))
	left := make([]float64, len(p.Cells))
	all := make([]float64, drawings)
	for n := range all {
		copy(left, p.Cells)
		for at, i := range picks {
			c := &p.Candidates[i]
			takes, factor := dice.Float64() < c.Accept, math.Exp(spread[at]*dice.NormFloat64()-spread[at]*spread[at]/2)
			if !takes {
				continue
			}
			for k := range left {
				left[k] *= 1 - math.Min(mostSure, factor*float64(c.Parts[k]))
			}
		}
		for k, people := range p.Cells {
			all[n] += people - left[k]
		}
	}
	slices.Sort(all)
	return all[drawings/10], all[drawings-1-drawings/10]
}

// Point is what a budget is worth.
type Point struct {
	Budget, Fee int64
	Value       float64
	Creators    int
}

const (
	// frontierAllowance is how many multiplications the exchanges of one point may take.
	frontierAllowance = 1_000_000
	// pointMost is how many candidates each of a point's greedy choices chooses among.
	pointMost = 200
)

// Frontier says what some budgets, ascending, are worth; never less for more. Each point is the best of some greedy choices,
// improved by exchange: by gain for its fee, which buys the small, by gain alone, which buys the great, and by gain less the price
// of money in a plan of the greatest budget (Plan.MoneyPrice), which is between the two where few creators are allowed.
func Frontier(p *Problem, budgets []int64, price float64) []Point {
	var all []Point
	laid := newModel(p) // which does not depend on the budget, as what each adds by itself
	gains := laid.gains()
	by := []worth{forCost, alone, lessMoney(price), lessMoney(2 * price)}
	for _, budget := range budgets {
		q, m := *p, *laid
		q.Budget, m.Problem = budget, &q
		free := m.affordable()
		among := map[int]bool{}
		for _, worth := range by {
			for _, i := range m.favoured(free, gains, worth, pointMost) {
				among[i] = true
			}
		}
		few := slices.Sorted(maps.Keys(among))
		begun := m.begin()
		s := m.single(begun, few)
		for _, worth := range by {
			s = m.better(s, m.greedy(begun.clone(), worth, few))
		}
		if other := m.around(begun, few, gains, price); other != nil {
			s = m.better(s, other)
		}
		s = m.exchange(s, m.favoured(free, gains, lessMoney(price), exchanged), m.spent+frontierAllowance)
		point := Point{budget, s.fee, s.value, len(s.picks)}
		if n := len(all); n > 0 && all[n-1].Value > point.Value {
			point.Fee, point.Value, point.Creators = all[n-1].Fee, all[n-1].Value, all[n-1].Creators
		}
		all = append(all, point)
	}
	return all
}

// gains is what each candidate adds by itself.
func (m *model) gains() []float64 {
	none, all := newState(m), make([]float64, m.n)
	for i := range all {
		all[i] = none.gain(i)
	}
	return all
}

// Swap is a candidate in the place of another.
type Swap struct {
	Candidate int
	Value     float64 // of the plan with it
}

// Swaps are the best stand-ins for one of some picks, best first, equal ones by number: those that fit the constraints.
func Swaps(p *Problem, picks []int, out, first int) []Swap {
	m := newModel(p)
	s := m.of(picks)
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

// Worth is what some candidates are worth by the problem's goal.
func Worth(p *Problem, picks []int) float64 { return newModel(p).Value(picks) }

// Bound is an upper bound on the value of every plan, found quickly.
func Bound(p *Problem) float64 {
	m := newModel(p)
	r := m.relax(&node{in: slices.Clone(m.Locked), free: m.affordable()}, rootSteps, math.Inf(-1))
	return r.bound * (1 + slack)
}

// Held is a group that holds a plan back.
type Held struct {
	Name string
	Gain float64 // of the best candidate that it alone keeps out
}

// Full are the groups that keep out a candidate whom budget and number would allow.
func Full(p *Problem, picks []int) []Held {
	m := newModel(p)
	s := m.of(picks)
	gains := map[string]float64{}
	var names []string
	for i, c := range p.Candidates {
		if s.in[i] || s.fits(i, None) || s.fee+c.Fee > p.Budget || len(picks) >= p.Most {
			continue
		}
		for _, g := range c.Groups {
			group := p.Groups[g]
			if over(int64(s.count[g]+1), int64(group.Most)) || over(s.fees[g]+c.Fee, group.MostFee) {
				if _, known := gains[group.Name]; !known {
					names = append(names, group.Name)
				}
				gains[group.Name] = math.Max(gains[group.Name], s.gain(i))
			}
		}
	}
	slices.Sort(names)
	var all []Held
	for _, name := range names {
		all = append(all, Held{name, gains[name]})
	}
	return all
}

// Greedy is the value of the better of choosing by gain for the cost and the best single candidate.
func Greedy(p *Problem) float64 {
	m := newModel(p)
	free, begun := m.affordable(), m.begin()
	best := m.greedy(begun.clone(), forCost, free).value
	for _, i := range free {
		if begun.fits(i, None) {
			best = math.Max(best, begun.value+begun.gain(i))
		}
	}
	return best
}
