package conformal_test

import (
	"math"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// Quantiles lie between neighbours, and end at the least and the greatest value.
func TestQuantiles(t *testing.T) {
	t.Parallel()

	values := []float64{1, 2, 3, 4}
	for part, want := range map[float64]float64{0: 1, 0.125: 1, 0.25: 1.5, 0.5: 2.5, 0.75: 3.5, 1: 4} {
		if got := conformal.At(values, part); math.Abs(got-want) > 1e-12 {
			t.Errorf("the quantile %v is %v, want %v", part, got, want)
		}
	}
}

// Few values stay near the distribution of more, many leave it.
func TestFewValuesAreDrawnToMore(t *testing.T) {
	t.Parallel()

	more := conformal.Distribution([]float64{0, 0, 0}, nil)
	for n, want := range map[int]float64{0: 0, 400: 0.5, 40_000: 0.99} {
		values := make([]float64, n)
		for i := range values {
			values[i] = 1
		}
		if got := conformal.At(conformal.Distribution(values, more), 0.5); math.Abs(got-want) > 0.01 {
			t.Errorf("%d ones beside zeros: %v, want %v", n, got, want)
		}
	}
}
