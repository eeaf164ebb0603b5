package heap_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/heap"
)

// Whatever is pushed, replaced and popped, the first is the least of what is there.
func TestFirstIsTheLeast(t *testing.T) {
	t.Parallel()

	dice := rand.New(rand.NewPCG(1, 2))
	before := func(a, b int) bool { return a < b }
	var h, all []int
	for range 10_000 {
		n := dice.IntN(50)
		switch do := dice.IntN(5); {
		case do < 2 || len(h) == 0:
			h, all = heap.Push(h, n, before), append(all, n)
		case do == 2:
			all[slices.Index(all, h[0])] = n
			heap.Replace(h, n, before)
		default:
			at := slices.Index(all, h[0])
			h, all = heap.Pop(h, before), slices.Delete(all, at, at+1)
		}
		if len(h) != len(all) || len(h) > 0 && h[0] != slices.Min(all) {
			t.Fatalf("%v of %v", h, all)
		}
	}
}
