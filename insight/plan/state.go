package plan

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/blas/gonum"
)

// dot is gonum's own, whose inner loops are in assembly.
func dot(a, b []float32) float64 { return float64(gonum.Implementation{}.Sdot(len(a), a, 1, b, 1)) }

// state is a plan under construction: its picks and how often people see them.
type state struct {
	m         *model
	picks     []int
	in        []bool
	fee       int64
	seen      float64
	value     float64
	count     []int       // by group
	fees      []int64     // by group
	frequency [][]float64 // [j][cell]: people who see it j times, j < contacts
	weight    []float32   // people of each cell whom one more contact would reach
	stale     bool        // weight has to be recomputed
}

func newState(m *model) *state {
	s := &state{m: m, in: make([]bool, m.n), count: make([]int, len(m.Groups)), fees: make([]int64, len(m.Groups)),
		weight: make([]float32, m.cells), stale: true}
	s.frequency = make([][]float64, m.contacts())
	for j := range s.frequency {
		s.frequency[j] = make([]float64, m.cells)
	}
	copy(s.frequency[0], m.weight)
	return s
}

// planOf is the plan of some picks.
func (m *model) planOf(picks []int) *state {
	s := newState(m)
	for _, i := range picks {
		s.add(i)
	}
	return s
}

func (s *state) clone() *state {
	c := *s
	c.picks, c.in, c.count, c.fees = slices.Clone(s.picks), slices.Clone(s.in), slices.Clone(s.count), slices.Clone(s.fees)
	c.weight, c.frequency = slices.Clone(s.weight), make([][]float64, len(s.frequency))
	for j := range s.frequency {
		c.frequency[j] = slices.Clone(s.frequency[j])
	}
	return &c
}

// become makes s a copy of another state of the same model, in the room that it has.
func (s *state) become(other *state) {
	s.fee, s.seen, s.value, s.stale = other.fee, other.seen, other.value, other.stale
	s.picks = append(s.picks[:0], other.picks...)
	copy(s.in, other.in)
	copy(s.count, other.count)
	copy(s.fees, other.fees)
	copy(s.weight, other.weight)
	for j := range s.frequency {
		copy(s.frequency[j], other.frequency[j])
	}
}

// gain is what one more pick would add to the value.
func (s *state) gain(i int) float64 {
	if s.m.isAdditive() {
		return s.m.linear[i]
	}
	if s.stale {
		for k, people := range s.frequency[len(s.frequency)-1] {
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
	s.addTotals(i, 1)
	s.convolve(i, func(q float64, before, same float64) float64 { return same*(1-q) + before*q }, true)
}

// remove undoes an add, whenever it was.
func (s *state) remove(i int) {
	at := slices.Index(s.picks, i)
	s.picks, s.in[i] = slices.Delete(s.picks, at, at+1), false
	s.addTotals(i, -1)
	s.convolve(i, func(q float64, before, same float64) float64 { return (same - before*q) / (1 - q) }, false)
	s.value -= s.gain(i)
}

func (s *state) addTotals(i, sign int) {
	c := &s.m.Candidates[i]
	s.fee += int64(sign) * c.Fee
	s.seen += float64(sign) * s.m.seen[i]
	for _, g := range c.Groups {
		s.count[g] += sign
		s.fees[g] += int64(sign) * c.Fee
	}
}

// convolve updates the distribution of contacts with one creator, or with backwards removes it.
func (s *state) convolve(i int, by func(q, before, same float64) float64, backwards bool) {
	s.stale = true
	s.m.spent += s.m.cells * len(s.frequency)
	for k, chance := range s.m.row(s.m.chance, i) {
		q := float64(chance)
		if backwards {
			for j := len(s.frequency) - 1; j > 0; j-- {
				s.frequency[j][k] = by(q, s.frequency[j-1][k], s.frequency[j][k])
			}
			s.frequency[0][k] = by(q, 0, s.frequency[0][k])
			continue
		}
		s.frequency[0][k] = by(q, 0, s.frequency[0][k])
		for j := 1; j < len(s.frequency); j++ {
			s.frequency[j][k] = math.Max(0, by(q, s.frequency[j-1][k], s.frequency[j][k]))
		}
	}
}

// reach is the people reached at least once.
func (s *state) reach() float64 {
	left := 0.0
	for _, people := range s.frequency[0] {
		left += people
	}
	whole := 0.0
	for _, w := range s.m.weight {
		whole += w
	}
	return math.Max(0, whole-left)
}

// fits says whether a candidate may be picked, in exchange for out if that is not None.
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
		if Exceeds(int64(count), int64(m.Groups[g].Most)) || Exceeds(fees, m.Groups[g].MostFee) {
			return false
		}
	}
	return true
}

// Exceeds says whether a number is above a bound of a Group.
func Exceeds(n, most int64) bool { return most == None && n > 0 || most > 0 && n > most }

// canRelease says whether a pick may be dropped, in exchange for in if that is not None, without violating a least number.
func (s *state) canRelease(out, in int) bool {
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

// meetsFrequencyWith says whether a plan keeps to the maximum frequency with one more pick.
func (s *state) meetsFrequencyWith(i int) bool {
	if s.m.MaxFrequency <= 0 {
		return true
	}
	c := s.clone()
	c.add(i)
	return c.seen <= s.m.MaxFrequency*c.reach()*(1+1e-9)
}

// lacks says whether a plan falls short of a group's least numbers.
func (s *state) lacks(g int) bool {
	group := &s.m.Groups[g]
	return s.count[g] < group.Least || s.fees[g] < group.LeastFee
}

// isFull says whether a group's upper bounds exclude one more pick with a fee.
func (s *state) isFull(g int, fee int64) bool {
	group := &s.m.Groups[g]
	return Exceeds(int64(s.count[g]+1), int64(group.Most)) || Exceeds(s.fees[g]+fee, group.MostFee)
}

// missing names the bounds that are not met.
func (s *state) missing() []string {
	var all []string
	for g, group := range s.m.Groups {
		if s.lacks(g) {
			all = append(all, group.Name)
		}
	}
	if s.seen < s.m.MinImpressions {
		all = append(all, "minImpressions")
	}
	return all
}
