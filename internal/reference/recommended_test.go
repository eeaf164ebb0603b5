package reference_test

import (
	"math"
	"testing"

	"github.com/creatorgraph/creatorgraph/internal/reference"
)

// all is how many recommendations are compared; the order among scores that differ by less than near is not.
const (
	all  = 50
	near = 1e-9
)

const recommendationFields = "(first: 50) { score entity { key } reasons { kind weight text evidence { key } } }"

func (s *sides) competitors(t *testing.T) {
	keys := sample(s.market.Brands, func(b *reference.Brand) int { return len(b.Campaigns) })
	s.each(t, "Brand", "competitors"+recommendationFields, keys, func(t *testing.T, key string, got reference.Row) {
		compareScored(t, key+": competitors", s.market.Brands[key].Competitors(s.market), got["competitors"])
	})
}

func (s *sides) partners(t *testing.T) {
	keys := sample(s.market.Agencies, func(a *reference.Agency) int { return len(a.Contracts) })
	s.each(t, "Agency", "partners"+recommendationFields, keys, func(t *testing.T, key string, got reference.Row) {
		compareScored(t, key+": partners", s.market.Agencies[key].Partners(s.market), got["partners"])
	})
}

// compareScored holds that the same are recommended in the same order for the same reasons, whose weights make
// up the score. Scores that are as good as equal may stand in either order.
func compareScored(t *testing.T, what string, want []reference.Scored, got any) {
	t.Helper()

	list := got.([]any)
	want = want[:min(all, len(want))]
	if len(list) != len(want) {
		t.Errorf("%s: %d, the reference has %d", what, len(list), len(want))
		return
	}
	weights := map[string]map[string]float64{}
	for _, one := range want {
		weights[one.Key] = one.Weights
	}
	for i, item := range list {
		row := item.(reference.Row)
		key, score := row["entity"].(reference.Row)["key"].(string), row["score"].(float64)
		if math.Abs(score-want[i].Score) > near || key != want[i].Key && !tied(want, i) {
			t.Errorf("%s: place %d is %s with %v, the reference has %s with %v", what, i, key, score, want[i].Key, want[i].Score)
			return
		}
		sum := 0.0
		for _, r := range row["reasons"].([]any) {
			reason := r.(reference.Row)
			weight := reason["weight"].(float64)
			sum += weight
			expected, there := weights[key][reason["kind"].(string)]
			if weights[key] != nil && (!there || math.Abs(weight-expected) > near) {
				t.Errorf("%s: %s: %v weighs %v, in the reference %v", what, key, reason["kind"], weight, expected)
			}
		}
		if math.Abs(sum-score) > 1e-6 {
			t.Errorf("%s: %s: the reasons add up to %v, the score is %v", what, key, sum, score)
		}
	}
}

// tied says whether a neighbour's score is as good as equal.
func tied(want []reference.Scored, i int) bool {
	return i > 0 && want[i-1].Score-want[i].Score < near || i+1 < len(want) && want[i].Score-want[i+1].Score < near ||
		i+1 == len(want)
}
