package insight

import "slices"

// LatePart is how much of dated ties, by day, is late: what a model hides to learn from.
const LatePart = 0.15

// LateDay gives the day from which the last part of dated ties is; false where that tells nothing.
func LateDay(ties []Collaboration) (int32, bool) {
	var days []int32
	for _, t := range ties {
		if t.Dated {
			days = append(days, t.Last)
		}
	}
	if len(days) < len(ties)/2 || len(days) == 0 {
		return 0, false
	}
	slices.Sort(days)
	at := func(part float64) int32 { return days[int(part*float64(len(days)-1))] }
	late := at(1 - LatePart)
	return late, late > at(0.02)
}
