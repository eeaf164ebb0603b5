package content

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// The figures.
const (
	maeName, lossName      = "MAE ln", "quantile loss"
	mapeName               = "MAPE"
	coverName, widthName   = "80 % covered", "width ln"
	scoreName, ourMethod   = "interval score", "creatorgraph"
	meanForm, medianForm   = "Szabo–Huberman, mean", "Szabo–Huberman, median"
	allPoints              = "all early points, log-linear"
	figureAge, figureHours = 8.0, float64(doneHours)
)

// figures are what the trees of the earlier contents reach on the later, eight hours after publication for the week, beside
// what all contents of that age add at the median.
func (m *Model) figures(late []example, seed uint64) []measure.Known {
	metrics := []measure.Metric{{Name: maeName}, {Name: lossName}}
	tally := measure.NewTally(metrics)
	var some []*example
	var targets []float64
	for i := range late {
		e := &late[i]
		if math.Abs(e.row[ageHours]-figureAge) < figureAge/10 && e.row[horizonHours] == figureHours {
			some, targets = append(some, e), append(targets, e.target)
		}
	}
	if len(some) < minRows/2 {
		return nil
	}
	middle := median(targets)
	for i, e := range some {
		row := int64(i)
		ours, down, up := m.quantiles(e.row[:])
		tally.Add(ourMethod, maeName, row, row, math.Abs(ours-e.target), 1)
		loss := measure.QuantileLoss(0.1, ours-down, e.target) + measure.QuantileLoss(0.5, ours, e.target) + measure.QuantileLoss(0.9, ours+up, e.target)
		tally.Add(ourMethod, lossName, row, row, loss/3, 1)
		tally.Add(medianForm, maeName, row, row, math.Abs(middle-e.target), 1)
	}
	return measure.KnownOf(tally.Slice("latest", seed), metrics)
}
