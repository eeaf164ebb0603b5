package evaluation

import (
	"math"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/match"
)

// Over everyone, people respond as 1; a brief's segments multiply over dimensions; and contents chosen by the truth make packages
// that respond more readily than all contents do; those chosen by the learned response stand between.
func TestPackagesAreMeasuredByTheTruth(t *testing.T) {
	t.Parallel()

	data, hidden := generated(t)
	truth, err := data.ReadResponses(hidden)
	if err != nil {
		t.Fatal(err)
	}
	byDimension := map[string][]int32{}
	for n, s := range data.Book.Segments {
		if _, known := truth.segments[int32(n)]; known {
			byDimension[s.Dimension] = append(byDimension[s.Dimension], int32(n))
		}
	}
	m := reuseEvaluation{Data: data, truth: truth, people: data.population()}
	for dimension, all := range byDimension {
		if g := m.targetAudience(&match.Campaign{Segments: all}); math.Abs(g.response-1) > 1e-4 {
			t.Errorf("all people by %s respond as %v, want 1", dimension, g.response)
		}
	}
	women, young := byDimension["GENDER"][0], byDimension["AGE"][1]
	both := m.targetAudience(&match.Campaign{Segments: []int32{women, young}})
	if want := truth.segments[women].response * truth.segments[young].response; math.Abs(both.response-want) > 1e-9 {
		t.Errorf("young women respond as %v, want %v", both.response, want)
	}

	found := map[string]Row{}
	for _, row := range Packages(data, truth, data.Cut(0.7), 3).Rows {
		found[row.Metric+", "+row.Method] = row
	}
	for _, floor := range packageFloors {
		best, all := found["lift over "+floor+", best quarter in truth"], found["lift over "+floor+", all contents"]
		learned := found["lift over "+floor+", best quarter by its people's response"]
		if best.Units < 20 || best.Value <= learned.Value || learned.Value <= all.Value {
			t.Errorf("over %s: the truth's package %v of %d briefs, the learned one %v, all contents %v", floor, best.Value, best.Units, learned.Value, all.Value)
		}
	}
}

// A group that is too small for a package's size is filled up with anybody.
func TestGroupsAreOfEqualSize(t *testing.T) {
	t.Parallel()

	g := audienceGroup{people: 100, response: 2}
	for size, want := range map[float64]float64{50: 2, 100: 2, 400: 1.25} {
		if got := g.responseAt(size); got != want {
			t.Errorf("of %v people: %v, want %v", size, got, want)
		}
	}
}
