package quickselect_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// What is selected is what sorting selects, many equal or none.
func TestAsSorted(t *testing.T) {
	t.Parallel()

	dice := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n, different := 1+dice.IntN(60), 1+dice.IntN(80)
		values, of := make([]float32, n), make([]int, n)
		for k := range values {
			values[k], of[k] = float32(dice.IntN(different)), k
		}
		sorted := slices.Clone(of)
		slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
		at := dice.IntN(n)
		if got := quickselect.Nth(slices.Clone(values), at); got != values[sorted[at]] {
			t.Fatalf("%v: at %d is %v, not %v", values, at, values[sorted[at]], got)
		}
		most := dice.IntN(n + 3)
		want := slices.Sorted(slices.Values(sorted[:min(most, n)]))
		if got := quickselect.Top(of, values, most); !slices.Equal(got, want) {
			t.Fatalf("%v: the %d greatest are at %v, not %v", values, most, want, got)
		}
	}
}
