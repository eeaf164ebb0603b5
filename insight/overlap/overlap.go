package overlap

import (
	"math"
)

// LargestShare is the part of the population that the best known creator is taken to reach, which gives the
// population's size: the best known accounts of large platforms have followers in the order of a tenth to a
// fifth of the monthly users. A smaller share means more people and less overlap.
const LargestShare = 0.15

// Audience is what is known of the people who follow one creator.
type Audience struct {
	Followers float64            // 0 or more
	Shares    map[string]float64 // of a segment, by key; 0 to 1, empty when unknown
}

// Result is how audiences meet; everything is in people, or a share of them.
type Result struct {
	Total  float64     // the audiences added up
	Unique float64     // people in at least one of them
	Alone  []float64   // for each audience the share of it that is in no other, 0 to 1
	Matrix [][]float64 // |A ∩ B| / min(|A|, |B|), 0 to 1; 1 on the diagonal; 0 beside an empty audience
}

// Model says how the audiences meet, in the order they are given. It takes time in proportion to MaxCells
// and the square of their number.
func Model(of []Audience, people Population) Result {
	cells := newCells(people, of)
	reach := make([][]float64, len(of))
	result := Result{Alone: make([]float64, len(of)), Matrix: make([][]float64, len(of))}
	for i, a := range of {
		reach[i] = cells.reach(a)
		result.Total += a.Followers
	}
	cells.countExclusive(reach, &result)
	for i := range of {
		result.Alone[i] = boundedRatio(result.Alone[i], of[i].Followers, 1)
		result.Matrix[i] = make([]float64, len(of))
		result.Matrix[i][i] = 1
		for j := range i {
			least := math.Min(of[i].Followers, of[j].Followers)
			shared := boundedRatio(cells.shared(reach[i], reach[j]), least, 0)
			result.Matrix[i][j], result.Matrix[j][i] = shared, shared
		}
	}
	return result
}

// boundedRatio is a ratio clamped to 0 to 1 against rounding; otherwise if the denominator is 0.
func boundedRatio(of, whole, otherwise float64) float64 {
	if whole <= 0 {
		return otherwise
	}
	return math.Min(1, math.Max(0, of/whole))
}

// shared counts the people of the cells whom both reach.
func (c *cells) shared(one, other []float64) float64 {
	people := 0.0
	for i, size := range c.people {
		people += size * one[i] * other[i]
	}
	return people
}

// countExclusive counts the people whom exactly one audience reaches, by audience, and those whom any reaches.
func (c *cells) countExclusive(reach [][]float64, result *Result) {
	after := make([]float64, len(reach)+1) // the chance that none from i on reaches a person
	for cell, people := range c.people {
		after[len(reach)] = 1
		for i := len(reach) - 1; i >= 0; i-- {
			after[i] = after[i+1] * (1 - reach[i][cell])
		}
		before := 1.0
		for i := range reach {
			result.Alone[i] += people * reach[i][cell] * before * after[i+1]
			before *= 1 - reach[i][cell]
		}
		result.Unique += people * (1 - before)
	}
}
