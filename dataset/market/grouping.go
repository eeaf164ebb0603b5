package market

import "math"

// grouping lists creators by the group they are in, so that groups side by side are one stretch.
type grouping struct {
	starts  []int32 // where each group begins, and where the last ends
	members []int32
}

// newGrouping sorts n creators by group; of gives −1 for those who are in none.
func newGrouping(n, groups int, of func(i int) int) grouping {
	g := grouping{starts: make([]int32, groups+1)}
	for i := range n {
		if k := of(i); k >= 0 {
			g.starts[k+1]++
		}
	}
	for k := range groups {
		g.starts[k+1] += g.starts[k]
	}
	g.members = make([]int32, g.starts[groups])
	next := append([]int32(nil), g.starts...)
	for i := range n {
		if k := of(i); k >= 0 {
			g.members[next[k]] = int32(i)
			next[k]++
		}
	}
	return g
}

// anyOf draws a member of the groups from first up to end, all alike; −1 if there is none.
func (g grouping) anyOf(d *rng, first, end int) int {
	from, to := int(g.starts[first]), int(g.starts[end])
	if from == to {
		return -1
	}
	return int(g.members[from+d.IntN(to-from)])
}

// weighted is a grouping whose members are drawn by their followers raised to a power.
type weighted struct {
	grouping
	weights weightedChoice
}

func (g grouping) byFollowers(creators []creator, power float64) weighted {
	return weighted{g, newWeightedChoice(len(g.members), func(place int) float64 {
		return math.Pow(float64(creators[g.members[place]].followers), power)
	})}
}

// draw draws a member of the groups from first up to end; −1 if there is none.
func (w weighted) draw(d *rng, first, end int) int {
	return w.drawFrom(d, int(w.starts[first]), int(w.starts[end]))
}

// drawNear draws among at most most neighbouring members of the groups from first up to end; at, in
// [0, 1), says where they stand.
func (w weighted) drawNear(d *rng, first, end, most int, at float64) int {
	from, to := int(w.starts[first]), int(w.starts[end])
	if spare := to - from - most; spare > 0 {
		from += int(at * float64(spare+1))
		to = from + most
	}
	return w.drawFrom(d, from, to)
}

func (w weighted) drawFrom(d *rng, from, to int) int {
	place := w.weights.drawFrom(d, from, to)
	if place < 0 {
		return -1
	}
	return int(w.members[place])
}
