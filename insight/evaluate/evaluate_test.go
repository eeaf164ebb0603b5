package evaluate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Two wanted ones on the places 1 and 3 of a list, of three that there are:
//
//	NDCG = (1/log2 2 + 1/log2 4) / (1/log2 2 + 1/log2 3 + 1/log2 4) = 1.5 / 2.1309
func TestRankByHand(t *testing.T) {
	t.Parallel()

	r := rank([]int{0, 2, 400}, 3)
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"NDCG@100", r.ndcg100, 1.5 / (1.5 + 1/math.Log2(3))}, {"NDCG@10", r.ndcg10, 1.5 / (1.5 + 1/math.Log2(3))},
		{"Recall@100", r.recall100, 2.0 / 3}, {"MRR", r.reciprocal, 1},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s is %g, want %g", c.name, c.got, c.want)
		}
	}
}

// Of true pairs 3, 1 and others 2, 1 the first wins twice, the second once by half: (2 + 0 + 0.5) / 4.
func TestAreaByHand(t *testing.T) {
	t.Parallel()

	c := newAUCSample([]float64{3, 1}, []float64{2, 1})
	if got := c.auc(nil); got != 0.625 {
		t.Errorf("the area is %g, want 0.625", got)
	}
	// The second true pair twice, the first not at all: of 2 times 2 contests it halves two.
	if got := c.auc([]int32{0, 2, 1, 1}); got != 0.25 {
		t.Errorf("the weighted area is %g, want 0.25", got)
	}
}

// What a day parts: meetings of the day itself are the future, those without a day the past; who met before
// is not new; agency and brands are those of the day.
func TestSplitKnowsOnlyThePast(t *testing.T) {
	t.Parallel()

	h := &insight.History{Market: insight.Market{Brands: []string{"b-1", "b-2"}, Agencies: []string{"ag-1"},
		Creators: []insight.Creator{{Key: "a", Agency: -1}, {Key: "b", Agency: -1}, {Key: "c", Agency: -1}}},
		Meetings: []insight.Meeting{
			{People: []int32{0, 1}, Day: 5, Dated: true, Brand: 0},
			{People: []int32{1, 2}, Brand: insight.Unknown},
			{People: []int32{2, 1, 0}, Day: 10, Dated: true, Brand: 1}},
		Contracts: []insight.Contract{{Creator: 0, Agency: 0, Since: 3, Until: 11}, {Creator: 1, Agency: 0, Since: 11, Until: 99}}}
	task := SplitAt(h, 10)
	if diff := cmp.Diff([]Pair{{0, 2}}, task.Future); diff != "" {
		t.Errorf("future (-want +got):\n%s", diff)
	}
	ties := fmt.Sprint(len(task.Past.Collaborations), task.Past.Collaborations[0].A, task.Past.Collaborations[0].B, task.Past.Collaborations[1].A, task.Past.Collaborations[1].B)
	if ties != "2 0 1 1 2" {
		t.Errorf("ties of the past: %s", ties)
	}
	if got := task.Past.Creators; got[0].Agency != 0 || got[1].Agency != insight.Unknown {
		t.Errorf("agencies on the day: %d, %d", got[0].Agency, got[1].Agency)
	}
	if diff := cmp.Diff([][]int32{{0}, {0}, nil}, [][]int32{task.Past.Creators[0].Brands, task.Past.Creators[1].Brands,
		task.Past.Creators[2].Brands}); diff != "" {
		t.Errorf("brands of the past (-want +got):\n%s", diff)
	}
	if h.Creators[0].Agency != -1 || h.Creators[0].Brands != nil {
		t.Error("the history was changed")
	}
}

// In a square of ties a–b–d–c–a, with e beside b, what each baseline gives the pair of a and d.
func TestBaselinesByHand(t *testing.T) {
	t.Parallel()

	m := &insight.Market{Creators: make([]insight.Creator, 5), Collaborations: []insight.Collaboration{
		{A: 0, B: 1}, {A: 0, B: 2}, {A: 1, B: 3}, {A: 2, B: 3}, {A: 1, B: 4}}}
	want := map[string]float64{"popularity": 2, "preferential attachment": 4, "common neighbours": 2,
		"Adamic–Adar": 1/math.Log(3) + 1/math.Log(2), "resource allocation": 1.0/3 + 1.0/2}
	for _, method := range Baselines() {
		ranker, err := method.Prepare(Question{Past: m})
		if err != nil {
			t.Fatal(err)
		}
		scores := make([]float64, 5)
		ranker().Scores(0, []int32{0, 1, 2, 3, 4}, scores)
		if by, given := want[method.Name]; given && math.Abs(scores[3]-by) > 1e-12 {
			t.Errorf("%s gives %g, want %g", method.Name, scores[3], by)
		}
		if total := sum(scores); method.Name == "personalised PageRank" && math.Abs(total-1) > 0.01 {
			t.Errorf("walks end at %g in all, want 1", total)
		}
	}
}

func sum(all []float64) float64 {
	total := 0.0
	for _, x := range all {
		total += x
	}
	return total
}

// Circles is a history of circles whose people mostly meet each other, day by day.
func Circles(seed uint64) *insight.History {
	r := rand.New(rand.NewPCG(seed, 0))
	h := &insight.History{}
	for p := range 300 {
		h.Creators = append(h.Creators, insight.Creator{Key: fmt.Sprintf("cr-%03d", p), Agency: insight.Unknown})
	}
	for day := range int32(1500) {
		a := int32(r.IntN(300))
		b := a/20*20 + int32(r.IntN(20))
		if r.Float64() < 0.2 {
			b = int32(r.IntN(300))
		}
		h.Meetings = append(h.Meetings, insight.Meeting{People: []int32{a, b}, Day: day, Dated: true, Brand: insight.Unknown})
	}
	return h
}

// What cannot be evaluated is said, with what to do.
func TestRunSaysWhatIsMissing(t *testing.T) {
	t.Parallel()

	h := Circles(2)
	for _, c := range []struct {
		name string
		task Task
		want string
	}{
		{"nothing before the day", SplitAt(h, -1), "later --cut"},
		{"nothing after the day", SplitAt(h, 9999), "earlier --cut"},
		{"nobody", Held(&insight.History{}, nil), "several creators"},
	} {
		_, err := Run(c.task, Params{}, Baselines())
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an error that says %q", c.name, err, c.want)
		}
	}
	if _, ok := DefaultCut(&insight.History{Meetings: []insight.Meeting{{People: []int32{0, 1}, Day: 4, Dated: true}}}); ok {
		t.Error("one day alone was cut in two")
	}
}
