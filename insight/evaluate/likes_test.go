package evaluate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Alike are those who later meet for the first time and those who later work for the same brand; what was
// written and what came of campaigns later is not known yet.
func TestLikesKnowOnlyThePast(t *testing.T) {
	t.Parallel()

	before, after := insight.AddWords(nil, "early"), insight.AddWords(nil, "late")
	h := &insight.History{Market: insight.Market{Brands: []string{"b-1"}, Creators: make([]insight.Creator, 5)},
		Meetings: []insight.Meeting{
			{People: []int32{0, 1}, Day: 5, Dated: true, Brand: 0},
			{People: []int32{0, 2}, Day: 10, Dated: true, Brand: 0},
			{People: []int32{3}, Day: 12, Dated: true, Brand: 0},
			{People: []int32{1, 4}, Day: 12, Dated: true, Brand: insight.Unknown}},
		Posts: []insight.Post{{Creator: 0, Day: 4, Dated: true, Words: before}, {Creator: 0, Day: 10, Dated: true, Words: after}},
		Outcomes: []insight.Outcome{{Creator: 0, Day: 5, Dated: true, Results: insight.Results{Clicks: 3}},
			{Creator: 0, Day: 10, Dated: true, Results: insight.Results{Clicks: 4}}}}
	task := LikesAt(h, 10)
	if diff := cmp.Diff([]Pair{{0, 2}, {0, 3}, {1, 4}, {2, 3}}, task.Future); diff != "" {
		t.Errorf("alike (-want +got):\n%s", diff)
	}
	c := task.Past.Creators[0]
	if diff := cmp.Diff(before, c.Words); diff != "" || c.Results.Clicks != 3 {
		t.Errorf("%d clicks, want 3; words of the past (-want +got):\n%s", c.Results.Clicks, diff)
	}
	if h.Creators[0].Words != nil || h.Creators[0].Results.Clicks != 0 {
		t.Error("the history was changed")
	}
}

// The nearest are found in order; whoever is known already is not to be found, and nobody is near to an unknown.
func TestNearestAreWanted(t *testing.T) {
	t.Parallel()

	past := &insight.Market{Creators: make([]insight.Creator, 5), Collaborations: []insight.Collaboration{{A: 0, B: 1, Weight: 1}}}
	task := Nearest(Task{Past: past}, [][]float64{{0}, {0.1}, {0.3}, {0.2}, nil}, 3, []int32{0, 4})
	if diff := cmp.Diff(map[int32][]int32{0: {1, 3, 2}}, task.Wanted); diff != "" {
		t.Errorf("nearest (-want +got):\n%s", diff)
	}
	s, err := newStudy(task, Params{Goal: Likes(), Sources: 10})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int32{3, 2}, s.future[0]); diff != "" || len(s.sources) != 1 {
		t.Errorf("%d sources, want 1; wanted (-want +got):\n%s", len(s.sources), diff)
	}
}

// Jaccard's index of 0 and 2: one common partner of three, by hand; of categories, the part of both lists that is
// the same.
func TestAlikeBaselinesByHand(t *testing.T) {
	t.Parallel()

	m := &insight.Market{Categories: []string{"a", "b", "c"},
		Creators:       []insight.Creator{{Categories: []int32{0, 1}}, {Categories: []int32{1}}, {Categories: []int32{2}}, {}, {}},
		Collaborations: []insight.Collaboration{{A: 0, B: 1}, {A: 0, B: 3}, {A: 1, B: 2}, {A: 2, B: 4}}}
	for name, want := range map[string][]float64{
		"Jaccard":                {1.0 / 3, 0},
		"same category and size": {0, 0.5},
	} {
		for _, method := range AlikeBaselines() {
			if method.Name != name {
				continue
			}
			ranker, err := method.Prepare(Question{Past: m, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			got := make([]float64, 2)
			ranker().Scores(0, []int32{2, 1}, got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}
