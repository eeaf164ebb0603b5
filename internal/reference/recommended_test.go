package reference_test

import (
	"math"
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
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
	found := 0
	s.each(t, "Brand", "competitors"+recommendationFields, keys, func(t *testing.T, key string, got reference.Row) {
		want := s.market.Brands[key].Competitors(s.market, today())
		found += len(want)
		compareScored(t, key+": competitors", want, got["competitors"])
	})
	if found == 0 {
		t.Error("no brand of the sample has a competitor, so that nothing was compared")
	}
}

func (s *sides) partners(t *testing.T) {
	keys := sample(s.market.Agencies, func(a *reference.Agency) int { return len(a.Contracts) })
	found := 0
	s.each(t, "Agency", "partners"+recommendationFields, keys, func(t *testing.T, key string, got reference.Row) {
		want := s.market.Agencies[key].Partners(s.market, today())
		found += len(want)
		compareScored(t, key+": partners", want, got["partners"])
	})
	if found == 0 {
		t.Error("no agency of the sample has a partner, so that nothing was compared")
	}
}

// pairs are how many overlaps of two are compared.
const pairs = 40

// overlaps compares what two creators share, for pairs of whatever size.
func (s *sides) overlaps(t *testing.T) {
	keys := sample(s.market.Creators, func(c *reference.Creator) int { return len(c.Participations) })
	keys = slices.DeleteFunc(keys, func(key string) bool { return s.market.Creators[key].Followers.Value == 0 })
	if len(keys) < 2 {
		t.Fatal("no pairs to compare")
	}
	for i := range min(pairs, len(keys)-1) {
		one, other := s.market.Creators[keys[i]], s.market.Creators[keys[len(keys)-1-i]]
		if one == other {
			continue
		}
		data := s.ask(t, "query($c: [ID!]!) { audienceOverlap(creators: $c) { total unique matrix } }",
			map[string]any{"c": []any{compile.ID("Creator", one.Key), compile.ID("Creator", other.Key)}})
		got := data["audienceOverlap"].(reference.Row)
		both := s.market.BothFollow(one, other)
		least, total := float64(min(one.Followers.Value, other.Followers.Value)), float64(one.Followers.Value+other.Followers.Value)
		shared, unique := got["matrix"].([]any)[0].([]any)[1].(float64)*least, got["unique"].(float64)
		if math.Abs(shared-both) > 1e-6*(both+1) || math.Abs(unique-(total-both)) > 1e-6*(both+1) {
			t.Errorf("%s and %s share %v and reach %v, in the reference %v and %v", one.Key, other.Key, shared, unique, both, total-both)
		}
	}
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
