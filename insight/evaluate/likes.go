package evaluate

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// LikesAt makes the task of a day for those alike: the past is what had happened before it; alike are those who
// then meet for the first time, in a campaign or a content, and those who then work for the same brand.
func LikesAt(h *insight.History, day int32) Task {
	t := SplitAt(h, day)
	future := map[Pair]bool{}
	for _, p := range t.Future {
		future[p] = true
	}
	for _, people := range hiredSince(h, day) {
		slices.Sort(people)
		for i, a := range slices.Compact(people) {
			for _, b := range people[:i] {
				future[PairOf(a, b)] = true
			}
		}
	}
	t.Future = nil
	t.setFuture(future)
	return t
}

// hiredSince gives whom each brand hired from a day on.
func hiredSince(h *insight.History, day int32) [][]int32 {
	hired := make([][]int32, len(h.Brands))
	for _, m := range h.Meetings {
		if m.Dated && m.Day >= day && m.Brand != insight.Unknown {
			hired[m.Brand] = append(hired[m.Brand], m.People...)
		}
	}
	return hired
}

// Nearest makes the task whose truth is distances nobody could see: those alike are the nearest to each creator,
// so many of them. Points are by creator, nil where nothing is known; rows are equally long. The past is that of
// the task given.
func Nearest(t Task, points [][]float64, most int, asked []int32) Task {
	t.Future, t.Wanted = nil, map[int32][]int32{}
	for _, p := range asked {
		if points[p] != nil {
			t.Wanted[p] = nearest(points, p, most)
		}
	}
	return t
}

func nearest(points [][]float64, of int32, most int) []int32 {
	type far struct {
		who      int32
		distance float64
	}
	var all []far
	for c, point := range points {
		if point == nil || int32(c) == of {
			continue
		}
		d := 0.0
		for k, x := range point {
			d += (x - points[of][k]) * (x - points[of][k])
		}
		all = append(all, far{int32(c), d})
	}
	slices.SortFunc(all, func(a, b far) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.who, b.who))
	})
	var who []int32
	for _, f := range all[:min(most, len(all))] {
		who = append(who, f.who)
	}
	return who
}
