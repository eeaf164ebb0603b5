package lookalike

import (
	"math"
	"slices"
)

// How far down a list is looked.
const (
	mostRecalled = 100
	mostRanked   = 20
)

// top are the greatest of many scores, in order.
type top struct {
	scores []float32
	places []int32
	most   int
}

func newTop(most int) *top { return &top{make([]float32, 0, 2*most), make([]int32, 0, 2*most), most} }

// of finds the greatest scores; among equals those that come first.
func (t *top) of(scores []float32) *top {
	t.scores, t.places = t.scores[:0], t.places[:0]
	bar := float32(math.Inf(-1))
	for i, s := range scores {
		if s <= bar {
			continue
		}
		t.scores, t.places = append(t.scores, s), append(t.places, int32(i))
		if len(t.scores) == 2*t.most {
			t.cut()
			bar = t.scores[t.most-1]
		}
	}
	t.cut()
	return t
}

// cut orders what was gathered and drops all but the greatest.
func (t *top) cut() {
	order := make([]int32, len(t.scores))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		switch {
		case t.scores[a] > t.scores[b]:
			return -1
		case t.scores[a] < t.scores[b]:
			return 1
		}
		return int(t.places[a] - t.places[b])
	})
	order = order[:min(len(order), t.most)]
	scores, places := make([]float32, len(order)), make([]int32, len(order))
	for i, o := range order {
		scores[i], places[i] = t.scores[o], t.places[o]
	}
	t.scores, t.places = append(t.scores[:0], scores...), append(t.places[:0], places...)
}

// figure is NDCG of the first few (Järvelin and Kekäläinen, 2002) plus recall of all, of those wanted.
func (t *top) figure(wanted []int32) float64 {
	if len(wanted) == 0 {
		return 0
	}
	gain, hits := 0.0, 0
	for at, place := range t.places {
		if _, is := slices.BinarySearch(wanted, place); is {
			hits++
			if at < mostRanked {
				gain += 1 / math.Log2(float64(at)+2)
			}
		}
	}
	ideal := 0.0
	for at := range min(mostRanked, len(wanted)) {
		ideal += 1 / math.Log2(float64(at)+2)
	}
	return gain/ideal + float64(hits)/float64(len(wanted))
}
