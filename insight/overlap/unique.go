package overlap

import "math"

// Unique gives only Result.Unique of Model: the people in at least one of the audiences. It takes time in proportion to
// MaxCells and their number, and room for MaxCells, so that it does for thousands of audiences.
func Unique(of []Audience, people Population) float64 {
	if len(of) == 1 {
		return of[0].Followers // adding up cells would miss it in the last digits
	}
	cells := newCells(people, of)
	missed := make([]float64, len(cells.people)) // the chance that none reaches a person of the cell
	for i := range missed {
		missed[i] = 1
	}
	total := 0.0
	for _, a := range of {
		total += a.Followers
		for i, chance := range cells.reach(a) {
			missed[i] *= 1 - chance
		}
	}
	unique := 0.0
	for i, size := range cells.people {
		unique += size * (1 - missed[i])
	}
	return math.Min(unique, total) // which rounding may pass
}
