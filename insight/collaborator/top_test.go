package collaborator

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
)

// The leaders are those that putting all in order would give, however many are wanted and however many are equal.
func TestLeadersAreTheFirstOfAll(t *testing.T) {
	t.Parallel()

	r := rand.New(rand.NewPCG(1, 2))
	creators := make([]insight.Creator, 1000)
	for i := range creators {
		creators[i].Key = fmt.Sprintf("cr-%03d", r.IntN(1000)*1000+i)
	}
	for _, most := range []int{0, 1, 7, 100, 2000} {
		found := topK{k: most, creators: creators}
		var all []scored
		for i := range creators {
			one := scored{int32(i), float64(r.IntN(40))}
			all = append(all, one)
			found.add(one.creator, one.score)
		}
		slices.SortFunc(all, func(x, y scored) int {
			return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(creators[x.creator].Key, creators[y.creator].Key))
		})
		if want, got := all[:min(most, len(all))], found.sorted(); !slices.Equal(got, want) {
			t.Errorf("of %d wanted: got %v, want %v", most, got, want)
		}
	}
}
