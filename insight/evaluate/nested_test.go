package evaluate_test

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

// A choice made within what is learned from has seen nothing of what is held out, by time or by pairs.
func TestNestedLeavesTheHeldOutAlone(t *testing.T) {
	t.Parallel()

	h := evaluate.Circles(1)
	day, _ := evaluate.DefaultCut(h)
	byTime := evaluate.SplitAt(h, day)
	undated := *h
	undated.Meetings = nil
	for _, m := range h.Meetings {
		if m.Day < day {
			m.Dated = false
			undated.Meetings = append(undated.Meetings, m)
		}
	}
	for name, c := range map[string]struct {
		h     *insight.History
		outer evaluate.Task
	}{"by time": {h, byTime}, "by pairs": {&undated, evaluate.Held(&undated, byTime.Future)}} {
		inner, err := evaluate.Nested(c.h, c.outer, 1)
		if err != nil {
			t.Fatal(err)
		}
		known := map[evaluate.Pair]bool{}
		for _, tie := range c.outer.Past.Collaborations {
			known[evaluate.PairOf(tie.A, tie.B)] = true
		}
		for _, pair := range inner.Future {
			if !known[pair] {
				t.Errorf("%s: %v is to be found, who meet in the held-out part only", name, pair)
			}
		}
		for _, tie := range inner.Past.Collaborations {
			if !known[evaluate.PairOf(tie.A, tie.B)] {
				t.Errorf("%s: the tie of %d and %d is learned from, of the held-out part", name, tie.A, tie.B)
			}
		}
		if len(inner.Future) == 0 || len(inner.Past.Collaborations) == 0 {
			t.Errorf("%s: %d to be found, %d known", name, len(inner.Future), len(inner.Past.Collaborations))
		}
	}
}
