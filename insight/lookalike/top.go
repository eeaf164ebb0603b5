package lookalike

import (
	"math"
	"slices"
)

// Depths of the quality measures.
const (
	recallDepth = 100
	ndcgDepth   = 20
)

// top are the greatest of many scores, in order.
type top struct {
	found []scored // a min-heap while scores are read
	most  int
}

// scored is a place and its score.
type scored struct {
	score float32
	place int32
}

func (s scored) less(t scored) bool {
	return s.score < t.score || s.score == t.score && s.place > t.place
}

func newTop(most int) *top { return &top{make([]scored, 0, most), most} }

// of finds the greatest scores, the first among equals.
func (t *top) of(scores []float32) *top {
	t.found = t.found[:0]
	for i, s := range scores {
		one := scored{s, int32(i)}
		switch {
		case math.IsInf(float64(s), -1):
		case len(t.found) < t.most:
			t.found = append(t.found, one)
			t.rise(len(t.found) - 1)
		case t.found[0].score < s:
			t.found[0] = one
			t.sink()
		}
	}
	slices.SortFunc(t.found, func(a, b scored) int {
		if b.less(a) {
			return -1
		}
		return 1
	})
	return t
}

func (t *top) rise(at int) {
	for at > 0 && t.found[at].less(t.found[(at-1)/2]) {
		t.found[at], t.found[(at-1)/2] = t.found[(at-1)/2], t.found[at]
		at = (at - 1) / 2
	}
}

func (t *top) sink() {
	for at := 0; ; {
		least := at
		for child := 2*at + 1; child <= 2*at+2 && child < len(t.found); child++ {
			if t.found[child].less(t.found[least]) {
				least = child
			}
		}
		if least == at {
			return
		}
		t.found[at], t.found[least] = t.found[least], t.found[at]
		at = least
	}
}

// quality is NDCG at ndcgDepth (Järvelin and Kekäläinen, 2002) plus recall at recallDepth.
func (t *top) quality(wanted []int32) float64 {
	if len(wanted) == 0 {
		return 0
	}
	gain, hits := 0.0, 0
	for at, found := range t.found {
		if _, is := slices.BinarySearch(wanted, found.place); is {
			hits++
			if at < ndcgDepth {
				gain += 1 / math.Log2(float64(at)+2)
			}
		}
	}
	ideal := 0.0
	for at := range min(ndcgDepth, len(wanted)) {
		ideal += 1 / math.Log2(float64(at)+2)
	}
	return gain/ideal + float64(hits)/float64(len(wanted))
}
