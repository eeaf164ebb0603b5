package acceptance

import (
	"github.com/creatorgraph/creatorgraph/insight/drift"
)

// Drift is a creator whose answers are no longer what was expected of it.
type Drift struct {
	Creator int32
	drift.Alarm
}

// maxProbability bounds predictions away from certainty, so that a single answer cannot dominate.
const maxProbability = 0.98

// monitored is a creator under drift monitoring, with its expectation before the alarm.
type monitored struct {
	pair       drift.Pair
	fall, rise Standing
	now        Standing
}

// Drifts goes through all that was answered and tells who no longer answers as expected, in the order in which it was seen.
func (m *Model) Drifts(market *Market) []Drift {
	rows, _ := buildRows(market)
	order := events(market.Invitations)
	bound := drift.Bound(monthly(order))
	creators := map[int32]*monitored{}
	var all []Drift
	for _, e := range order {
		if !e.answer {
			continue
		}
		r := rows[e.number]
		w := creators[r.Creator]
		if w == nil {
			w = &monitored{now: m.New()}
			creators[r.Creator] = w
		}
		if fall, rise := w.pair.Suspects(); !fall || !rise {
			if !fall {
				w.fall = w.now
			}
			if !rise {
				w.rise = w.now
			}
		}
		z := m.standard(r.Facts)
		chance := func(s Standing) float64 { return min(max(sigmoid(m.logOdds(&z, s)), 1-maxProbability), maxProbability) }
		alarm, seen := w.pair.Answer(int32(e.at/daySeconds), chance(w.fall), chance(w.rise), r.Accepted, bound)
		if seen {
			all = append(all, Drift{r.Creator, alarm})
		}
		w.now = w.now.after(m.base(&z), r.Accepted)
	}
	return all
}

// monthly is how many answers came in the last 30 days in which any did.
func monthly(order []event) float64 {
	last, n := int64(0), 0.0
	for k := len(order) - 1; k >= 0; k-- {
		if !order[k].answer {
			continue
		}
		last = max(last, order[k].at)
		if order[k].at > last-30*daySeconds {
			n++
		}
	}
	return n
}
