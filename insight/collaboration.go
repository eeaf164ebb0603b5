package insight

import (
	"cmp"
	"math"
	"slices"
)

const (
	// MostTogether is how many people a campaign or content may have for them to count as having worked together;
	// most of those who share a larger one never meet.
	MostTogether = 30
	// HalfLifeDays is after how many days a shared work tells half as much.
	HalfLifeDays = 730
)

// SharedWeight is how much a campaign or content of so many people, whose last day was age days ago, ties each two of
// them: 1/ln(1+n), the weighting of Adamic and Adar (Friends and neighbors on the Web, 2003) with 1 + n, so that a work
// of two has a finite weight; half as much after every two years. What is still to come counts as of today.
func SharedWeight(people int, age float64) float64 {
	return 1 / math.Log(1+float64(people)) * math.Pow(0.5, max(age, 0)/HalfLifeDays)
}

// Weight is how much a meeting ties each two of its people as of a day; one without a day counts as two years old. 0
// where they are too many or too few.
func (m Meeting) Weight(day int32) float32 {
	n := len(m.People)
	if n < 2 || n > MostTogether {
		return 0
	}
	age := float64(HalfLifeDays)
	if m.Dated {
		age = float64(day) - float64(m.Day)
	}
	return float32(SharedWeight(n, age))
}

// EachPair hands over each two people who count as having met, the lesser number first.
func EachPair(people []int32, hand func(a, b int32)) {
	if len(people) > MostTogether {
		return
	}
	for i, a := range people {
		for _, b := range people[:i] {
			if a != b {
				hand(min(a, b), max(a, b))
			}
		}
	}
}

// Collaborations sums up who has worked with whom, as of a day: of each pair the sum of its meetings' weights. Pairs are in
// order.
func Collaborations(meetings []Meeting, day int32) []Collaboration {
	var all []Collaboration
	for _, m := range meetings {
		weight := m.Weight(day)
		EachPair(m.People, func(a, b int32) {
			all = append(all, Collaboration{A: a, B: b, Weight: weight, Things: 1, Last: m.Day, Dated: m.Dated})
		})
	}
	slices.SortStableFunc(all, func(p, q Collaboration) int {
		return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
	kept := all[:0]
	for _, t := range all {
		last := len(kept) - 1
		if last < 0 || kept[last].A != t.A || kept[last].B != t.B {
			kept = append(kept, t)
			continue
		}
		k := &kept[last]
		k.Weight += t.Weight
		k.Things++
		if t.Dated && (!k.Dated || t.Last > k.Last) {
			k.Dated, k.Last = true, t.Last
		}
	}
	return slices.Clip(kept)
}

// CrowdsOf gives the people of each meeting of too many.
func CrowdsOf(meetings []Meeting) [][]int32 {
	var crowds [][]int32
	for _, m := range meetings {
		if len(m.People) > MostTogether {
			crowds = append(crowds, m.People)
		}
	}
	return crowds
}

// Crowded is who was in a crowd with whom.
type Crowded struct {
	crowds [][]int32
	of     [][]int32 // by creator: the numbers of its crowds
}

// Crowded gives who was in a crowd with whom.
func (m *Market) Crowded() Crowded {
	c := Crowded{m.Crowds, make([][]int32, len(m.Creators))}
	for i, people := range m.Crowds {
		for _, p := range people {
			c.of[p] = append(c.of[p], int32(i))
		}
	}
	return c
}

// Each hands over everybody who was in a crowd with a creator, itself too, some of them again and again.
func (c Crowded) Each(of int32, hand func(p int32)) {
	for _, i := range c.of[of] {
		for _, p := range c.crowds[i] {
			hand(p)
		}
	}
}

// Together says whether two were in one crowd.
func (c Crowded) Together(a, b int32) bool {
	for _, i := range c.of[a] {
		if slices.Contains(c.of[b], i) {
			return true
		}
	}
	return false
}
