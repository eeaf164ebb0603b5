package plan

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/gonum"
)

// dot is gonum's own, whose inner loops are in assembly.
func dot(a, b []float32) float64 { return float64(gonum.Implementation{}.Sdot(len(a), a, 1, b, 1)) }

// state is a plan in the making: what it has picked and how often people see it.
type state struct {
	m      *model
	picks  []int
	in     []bool
	fee    int64
	seen   float64
	value  float64
	count  []int       // by group
	fees   []int64     // by group
	times  [][]float64 // [j][cell]: people who see it j times, j < contacts
	weight []float32   // people of each cell whom one more contact brings
	stale  bool        // weight does not know the last change
}

func newState(m *model) *state {
	s := &state{m: m, in: make([]bool, m.n), count: make([]int, len(m.Groups)), fees: make([]int64, len(m.Groups)),
		weight: make([]float32, m.cells), stale: true}
	s.times = make([][]float64, m.contacts())
	for j := range s.times {
		s.times[j] = make([]float64, m.cells)
	}
	copy(s.times[0], m.weight)
	return s
}

// of is the plan of some picks.
func (m *model) of(picks []int) *state {
	s := newState(m)
	for _, i := range picks {
		s.add(i)
	}
	return s
}

func (s *state) clone() *state {
	c := *s
	c.picks, c.in, c.count, c.fees = slices.Clone(s.picks), slices.Clone(s.in), slices.Clone(s.count), slices.Clone(s.fees)
	c.weight, c.times = slices.Clone(s.weight), make([][]float64, len(s.times))
	for j := range s.times {
		c.times[j] = slices.Clone(s.times[j])
	}
	return &c
}

// gain is what one more pick would add to the value.
func (s *state) gain(i int) float64 {
	if s.m.adds() {
		return s.m.linear[i]
	}
	if s.stale {
		for k, people := range s.times[len(s.times)-1] {
			s.weight[k] = float32(people)
		}
		s.stale = false
	}
	s.m.spent += s.m.cells
	return dot(s.weight, s.m.row(s.m.chance, i))
}

func (s *state) add(i int) {
	s.value += s.gain(i)
	s.picks, s.in[i] = append(s.picks, i), true
	s.account(i, 1)
	s.mix(i, func(q float64, before, same float64) float64 { return same*(1-q) + before*q }, true)
}

// remove undoes an add, whenever it was.
func (s *state) remove(i int) {
	at := slices.Index(s.picks, i)
	s.picks, s.in[i] = slices.Delete(s.picks, at, at+1), false
	s.account(i, -1)
	s.mix(i, func(q float64, before, same float64) float64 { return (same - before*q) / (1 - q) }, false)
	s.value -= s.gain(i)
}

func (s *state) account(i, sign int) {
	c := &s.m.Candidates[i]
	s.fee += int64(sign) * c.Fee
	s.seen += float64(sign) * s.m.seen[i]
	for _, g := range c.Groups {
		s.count[g] += sign
		s.fees[g] += int64(sign) * c.Fee
	}
}

// mix convolves how often people see the plan with one creator, or takes it out again.
func (s *state) mix(i int, by func(q, before, same float64) float64, backwards bool) {
	s.stale = true
	s.m.spent += s.m.cells * len(s.times)
	for k, chance := range s.m.row(s.m.chance, i) {
		q := float64(chance)
		if backwards {
			for j := len(s.times) - 1; j > 0; j-- {
				s.times[j][k] = by(q, s.times[j-1][k], s.times[j][k])
			}
			s.times[0][k] = by(q, 0, s.times[0][k])
			continue
		}
		s.times[0][k] = by(q, 0, s.times[0][k])
		for j := 1; j < len(s.times); j++ {
			s.times[j][k] = math.Max(0, by(q, s.times[j-1][k], s.times[j][k]))
		}
	}
}

// people reached at least once; only where each first contact counts.
func (s *state) reach() float64 {
	left := 0.0
	for _, people := range s.times[0] {
		left += people
	}
	whole := 0.0
	for _, w := range s.m.weight {
		whole += w
	}
	return math.Max(0, whole-left)
}

// fits says whether a pick may be made, out may be taken out for it (None for nobody).
func (s *state) fits(i, out int) bool {
	m := s.m
	fee, n := s.fee+m.Candidates[i].Fee, len(s.picks)+1
	if out != None {
		fee, n = fee-m.Candidates[out].Fee, n-1
	}
	if s.in[i] || fee > m.Budget || n > m.Most {
		return false
	}
	for _, g := range m.Candidates[i].Groups {
		count, fees := s.count[g]+1, s.fees[g]+m.Candidates[i].Fee
		if out != None && slices.Contains(m.Candidates[out].Groups, g) {
			count, fees = count-1, fees-m.Candidates[out].Fee
		}
		if over(int64(count), int64(m.Groups[g].Most)) || over(fees, m.Groups[g].MostFee) {
			return false
		}
	}
	return true
}

func over(n, most int64) bool { return most == None && n > 0 || most > 0 && n > most }

// releases says whether a pick may go for another (None for none) without missing a least number that is met.
func (s *state) releases(out, in int) bool {
	if s.m.locked[out] {
		return false
	}
	m := s.m
	for _, g := range m.Candidates[out].Groups {
		count, fees := s.count[g]-1, s.fees[g]-m.Candidates[out].Fee
		if in != None && slices.Contains(m.Candidates[in].Groups, g) {
			count, fees = count+1, fees+m.Candidates[in].Fee
		}
		if count < m.Groups[g].Least && count < s.count[g] || fees < m.Groups[g].LeastFee && fees < s.fees[g] {
			return false
		}
	}
	return true
}

// bearable says whether people would not see a plan too often with one more pick.
func (s *state) bearable(i int) bool {
	if s.m.MaxFrequency <= 0 {
		return true
	}
	c := s.clone()
	c.add(i)
	return c.seen <= s.m.MaxFrequency*c.reach()*(1+1e-9)
}

// missing names the bounds that are not met.
func (s *state) missing() []string {
	var all []string
	for g, group := range s.m.Groups {
		if s.count[g] < group.Least || s.fees[g] < group.LeastFee {
			all = append(all, group.Name)
		}
	}
	if s.seen < s.m.MinImpressions {
		all = append(all, "minImpressions")
	}
	return all
}
