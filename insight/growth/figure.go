package growth

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// figures are what the trees of the earlier origins reach on the latest, 30 days ahead or as far as was learned, beside
// the growth of the last days carried on.
func (m *Model) figures(late boost.Rows, seed uint64) []measure.Known {
	metrics := []measure.Metric{{Name: maeName}, {Name: lossName}}
	tally := measure.NewTally(metrics)
	days := float64(min(m.Longest, 30))
	row := make([]float64, features)
	var mean float64
	n := 0
	for i, came := range late.Target {
		if late.Features[horizon][i] == days {
			mean += (came - mean) / float64(n+1)
			n++
		}
	}
	for i, came := range late.Target {
		if late.Features[horizon][i] != days {
			continue
		}
		for f := range row {
			row[f] = late.Features[f][i]
		}
		middle, down, up := m.quantiles(row)
		add := func(method string, guess float64) {
			tally.Add(method, maeName, int64(i), int64(i), days*math.Abs(guess-came), 1)
		}
		add(ourMethod, middle)
		loss := measure.QuantileLoss(0.1, middle-down, came) + measure.QuantileLoss(0.5, middle, came) +
			measure.QuantileLoss(0.9, middle+up, came)
		tally.Add(ourMethod, lossName, int64(i), int64(i), days*loss/3, 1)
		add("mean growth", mean)
		for _, floor := range []struct {
			name    string
			feature int
		}{{"last 7 days", week1}, {"last 14 days", rate14}, {"last 30 days", rate30}} {
			rate := row[floor.feature]
			if math.IsNaN(rate) {
				rate = row[week1]
			}
			add(floor.name, rate)
			add(floor.name+" × 0.7", rate*damping)
		}
	}
	if n < minRows/2 {
		return nil
	}
	return measure.KnownOf(tally.Slice("latest", seed), metrics)
}
