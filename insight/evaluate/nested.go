package evaluate

import (
	"errors"
	"math/rand/v2"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Nested makes a task within what a task learns from, parted as that one is: by the day of four fifths where days
// differ, otherwise at random in the same proportion. What the outer task holds out is not looked at, so that a choice
// between models leaves its figures honest.
func Nested(h *insight.History, outer Task, seed uint64) (Task, error) {
	before := *h
	before.Meetings = nil
	last := lastDay(outer.Past)
	for _, m := range h.Meetings {
		if !m.Dated || m.Day <= last {
			before.Meetings = append(before.Meetings, m)
		}
	}
	if day, dated := DefaultCut(&before); dated {
		return SplitAt(&before, day), nil
	}
	return nestedAtRandom(outer, seed)
}

// nestedAtRandom divides the past at random, in the same proportion as the outer task.
func nestedAtRandom(outer Task, seed uint64) (Task, error) {
	past := *outer.Past
	past.Collaborations = nil
	inner := Task{Past: &past}
	part := float64(len(outer.Future)) / float64(len(outer.Future)+len(outer.Past.Collaborations))
	r := rand.New(rand.NewPCG(seed, 77))
	for _, t := range outer.Past.Collaborations {
		if r.Float64() < part {
			inner.Future = append(inner.Future, Pair{t.A, t.B})
		} else {
			past.Collaborations = append(past.Collaborations, t)
		}
	}
	if len(inner.Future) == 0 || len(past.Collaborations) == 0 {
		return Task{}, errors.New("too few have worked together for a part of them to be held out")
	}
	return inner, nil
}

// lastDay is the day of the latest tie.
func lastDay(m *insight.Market) int32 {
	last := int32(0)
	for _, t := range m.Collaborations {
		if t.Dated {
			last = max(last, t.Last)
		}
	}
	return last
}
