package measure_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/measure"
)

// The interval of a mean is that of theory, with few units and with more than are told apart, and a lead is over the
// better floor.
func TestIntervalsAreThoseOfTheory(t *testing.T) {
	t.Parallel()

	for _, n := range []int{400, 8000} {
		r := rand.New(rand.NewPCG(1, uint64(n)))
		tally := measure.NewTally([]measure.Metric{{Name: "loss"}})
		for i := range n {
			x := r.NormFloat64()
			tally.Add("model", "loss", int64(i), int64(i), 10+x, 1)
			tally.Add("bad", "loss", int64(i), int64(i), 30+x, 1)
			tally.Add("good", "loss", int64(i), int64(i), 20+2*x, 1)
		}
		s := tally.Slice("all", 1)
		f := s.Results[0].Figures["loss"]
		want := 2 * 1.96 / math.Sqrt(float64(n))
		if width := f.High - f.Low; width < 0.85*want || width > 1.15*want {
			t.Errorf("%d units: the interval is %.4f wide, want %.4f", n, width, want)
		}
		lead := s.Leads["loss"]
		// The errors go together: twice 10+x is 20+2x, so that the lead does not vary at all.
		if lead.Over != "good" || math.Abs(lead.Value-0.5) > 0.01 || lead.High-lead.Low > 1e-9 {
			t.Errorf("%d units: the lead is %+v", n, lead)
		}
		if s.Units != n || s.Rows != n {
			t.Errorf("%d units and %d rows of %d", s.Units, s.Rows, n)
		}
	}
}

// The true quantiles have the least loss and the best score.
func TestScoresPreferTheTruth(t *testing.T) {
	t.Parallel()

	r := rand.New(rand.NewPCG(2, 0))
	loss, score := map[float64]float64{}, map[float64]float64{}
	for range 20_000 {
		x := r.Float64()
		for _, q := range []float64{0.1, 0.2, 0.3} {
			loss[q] += measure.QuantileLoss(0.2, q, x)
			score[q] += measure.IntervalScore(0.6, q, 1-q, x)
		}
	}
	if loss[0.2] > loss[0.1] || loss[0.2] > loss[0.3] || score[0.2] > score[0.1] || score[0.2] > score[0.3] {
		t.Errorf("losses %v, scores %v", loss, score)
	}
	if got := measure.LogLoss(0.25, false); math.Abs(got+math.Log(0.75)) > 1e-12 {
		t.Errorf("log-loss %v", got)
	}
}
