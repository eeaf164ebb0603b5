package acceptance

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// addFigures adds a slice's calibration, discrimination and explained share.
func addFigures(name string, trials []trial, truth bool) string {
	slope, intercept := calibration(trials, 0)
	text := fmt.Sprintf("%s: calibration slope %.3f, intercept %+.3f, ECE of ten equal parts %.4f, AUC %.3f (constant rate %.3f)", name, slope, intercept,
		expectedCalibrationError(trials, 0), area(trials, 0), area(trials, 2))
	if truth {
		loss := func(k int) (sum float64) {
			for _, t := range trials {
				sum += measure.LogLoss(t.chances[k], t.Accepted)
			}
			return sum
		}
		attainable := loss(1) - loss(4)
		text += fmt.Sprintf("; share of attainable log-loss, model %.2f, boosted trees %.2f", (loss(1)-loss(0))/attainable, (loss(1)-loss(3))/attainable)
	}
	return text
}

// calibration fits log-odds of what came to a line in the log-odds predicted: 1 and 0 are right.
func calibration(trials []trial, k int) (slope, intercept float64) {
	slope = 1
	for range 20 {
		var ga, gb, haa, hab, hbb float64
		for _, t := range trials {
			x := math.Log(t.chances[k] / (1 - t.chances[k]))
			p := sigmoid(slope*x + intercept)
			off, w := bool01(t.Accepted)-p, p*(1-p)
			ga, gb = ga+off*x, gb+off
			haa, hab, hbb = haa+w*x*x, hab+w*x, hbb+w
		}
		det := haa*hbb - hab*hab
		if det < 1e-9 {
			break
		}
		slope += (hbb*ga - hab*gb) / det
		intercept += (haa*gb - hab*ga) / det
	}
	return slope, intercept
}

// expectedCalibrationError is the mean absolute difference of predicted and observed rates over deciles.
func expectedCalibrationError(trials []trial, k int) float64 {
	order := slices.Clone(trials)
	slices.SortFunc(order, func(a, b trial) int { return cmp.Compare(a.chances[k], b.chances[k]) })
	off := 0.0
	for part := range 10 {
		some := order[part*len(order)/10 : (part+1)*len(order)/10]
		sum := 0.0
		for _, t := range some {
			sum += t.chances[k] - bool01(t.Accepted)
		}
		off += math.Abs(sum) / float64(len(order))
	}
	return off
}

// area is the chance that an accepted invitation was given the higher probability than one that was not.
func area(trials []trial, k int) float64 {
	order := slices.Clone(trials)
	slices.SortFunc(order, func(a, b trial) int { return cmp.Compare(a.chances[k], b.chances[k]) })
	below, pairs, yes := 0.0, 0.0, 0.0
	for i := 0; i < len(order); {
		j, no, here := i, 0.0, 0.0
		for ; j < len(order) && order[j].chances[k] == order[i].chances[k]; j++ {
			here += bool01(order[j].Accepted)
			no += bool01(!order[j].Accepted)
		}
		pairs += here * (below + no/2)
		below, yes, i = below+no, yes+here, j
	}
	return pairs / (below * yes)
}

// Figures are what a model of the earlier answers reaches on the last fifth.
func Figures(m *Market, seed uint64) ([]measure.Known, error) {
	report, err := Backtest{Seed: seed}.Run(m)
	if err != nil || len(report.Slices) == 0 {
		return nil, err
	}
	return measure.KnownOf(report.Slices[0], Metrics()), nil
}
