package evaluation

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/match"
)

const (
	monthDays = 30
	// frozen is our choice by what was known before the first month: learning off.
	frozen = "creatorgraph, learning off"
)

// Market replays the months after a day. The campaigns of each are matched by what was known when it began, and by what was known
// before the first of them; both beside whom brands chose by themselves, floors, and the truth's own choice.
func Market(d *Data, truth Truth, cut int32, seed uint64) *Report {
	r := &Report{Science: "market", Seed: seed, Split: map[string]string{"by": "months of 30 days, each from what came before it", "from": date(cut)}}
	last := cut
	for n := range d.Book.Campaigns {
		last = max(last, d.Book.Campaigns[n].Day)
	}
	off := trainedModel(d, cut)
	var all []*brief
	for month := cut; month <= last; month += monthDays {
		on := off
		if month > cut {
			on = trainedModel(d, month)
		}
		briefs := collectBriefs(d, on, map[string]*match.Model{frozen: off}, truth, month, month+monthDays)
		r.measureMonth("month from "+date(month), briefs)
		all = append(all, briefs...)
	}
	r.measureMonth("all months", all)
	return r
}

// measureMonth adds the figures of some campaigns, and what learning and choosing by the model change in pairs.
func (r *Report) measureMonth(slice string, briefs []*brief) {
	floors := []string{"most followers", "cheapest per follower", "past CPM", "past cost per click"}
	for _, method := range slices.Concat([]string{ours, frozen, selfPicked}, floors, []string{"truth"}) {
		r.measure(slice, method, briefs)
	}
	for _, other := range append([]string{frozen}, floors...) {
		change := make([]float64, len(briefs))
		for i, b := range briefs {
			change[i] = b.logCost(b.selection(ours)) - b.logCost(b.selection(other))
		}
		r.add("unit cost ÷ that of "+other, slice, ours, len(briefs), func(some []int) float64 { return math.Exp(sum(change, some) / float64(len(some))) })
	}
}
