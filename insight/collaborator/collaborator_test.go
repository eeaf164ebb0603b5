package collaborator

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
)

// circles draws a market of circles whose people mostly work with each other.
func circles(people, size int, seed uint64) *insight.Market {
	r := rand.New(rand.NewPCG(seed, 0))
	m := &insight.Market{Categories: []string{"food", "beauty", "games", "cars"}, Agencies: []string{"ag-1", "ag-2"},
		Brands: []string{"b-1"}, Segments: []string{"women", "men"}}
	for p := range people {
		women := float32(r.Float64())
		m.Creators = append(m.Creators, insight.Creator{Key: fmt.Sprintf("cr-%04d", p), Region: int32(r.IntN(3)),
			Language: insight.Unknown, Agency: int32(r.IntN(3)) - 1, Followers: int64(r.IntN(1_000_000)),
			Price: int64(r.IntN(100_000)), Categories: []int32{int32(p / size % 4)},
			Audience: []insight.Share{{Segment: 0, Part: women}, {Segment: 1, Part: 1 - women}}})
	}
	for a := range int32(people) {
		for b := range a {
			chance := 0.002
			if int(a)/size == int(b)/size {
				chance = 0.3
			}
			if r.Float64() < chance {
				m.Collaborations = append(m.Collaborations, insight.Collaboration{A: b, B: a, Weight: 0.5, Things: 1})
			}
		}
	}
	return m
}

// numberOf is the creator that a recommendation is of.
func numberOf(t *testing.T, of insight.Recommendation) int32 {
	t.Helper()

	_, digits, _ := strings.Cut(of.Key, "-")
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return int32(n)
}

func names(_ insight.Kind, key string) string { return key }

func everybody(m *insight.Market) []int32 {
	all := make([]int32, len(m.Creators))
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// What is recommended says why: the weights of its reasons are its score, and no reason adds nothing.
func TestReasonsAddUpToScores(t *testing.T) {
	t.Parallel()

	m := circles(200, 20, 1)
	model, view := Learn(m, Params{Seed: 1})
	ranker := model.Ranker(view)
	scores := make([]float64, len(m.Creators))
	for of := range int32(50) {
		ranker.Scores(of, everybody(m), scores)
		for _, one := range model.Recommend(view, of, everybody(m), 20, names) {
			total := 0.0
			for _, reason := range one.Reasons {
				total += reason.Weight
				if reason.Text == "" || reason.Weight == 0 {
					t.Errorf("%s for %d: the reason %s has the text %q and the weight %g", one.Key, of, reason.Kind,
						reason.Text, reason.Weight)
				}
			}
			if math.Abs(total-one.Score) > 1e-9 || math.Abs(scores[numberOf(t, one)]-one.Score) > 1e-9 {
				t.Errorf("%s for %d: reasons give %g, the score is %g, the ranker's %g", one.Key, of, total, one.Score,
					scores[numberOf(t, one)])
			}
		}
	}
}

// Whoever works within a circle is recommended others of the circle.
func TestLearnsCircles(t *testing.T) {
	t.Parallel()

	m := circles(200, 20, 2)
	model, view := Learn(m, Params{Seed: 1})
	met := contactsOf(m)
	within := 0
	for of := range int32(200) {
		known := map[int32]bool{of: true}
		for _, p := range met(of) {
			known[p] = true
		}
		var strangers []int32
		for _, c := range everybody(m) {
			if !known[c] {
				strangers = append(strangers, c)
			}
		}
		for _, one := range model.Recommend(view, of, strangers, 5, names) {
			if numberOf(t, one)/20 == of/20 {
				within++
			}
		}
	}
	if within < 900 {
		t.Errorf("of 1000 recommendations %d are within circles, want nearly all", within)
	}
}

// The same market and seed teach the same; equal scores stand in the order of keys.
func TestOrderIsStable(t *testing.T) {
	t.Parallel()

	m := circles(100, 20, 3)
	first, view := Learn(m, Params{Seed: 4})
	again, _ := Learn(m, Params{Seed: 4})
	for f := range first.Curves {
		if fmt.Sprint(first.Curves[f]) != fmt.Sprint(again.Curves[f]) {
			t.Errorf("%s was learned as %v and then as %v", features[f].name, first.Curves[f], again.Curves[f])
		}
	}
	got := (&Model{}).Recommend(view, 0, []int32{7, 3, 5}, 3, names)
	if numberOf(t, got[0]) != 3 || numberOf(t, got[1]) != 5 || numberOf(t, got[2]) != 7 {
		t.Errorf("of equal scores the order is %v, want that of the keys", got)
	}
}

// Nothing to learn from is no fault: nobody, nobody who worked with anybody, one pair.
func TestLearnsFromNearlyNothing(t *testing.T) {
	t.Parallel()

	pair := circles(2, 2, 1)
	pair.Collaborations = []insight.Collaboration{{A: 0, B: 1, Weight: 1, Things: 1}}
	alone := circles(3, 1, 1)
	alone.Collaborations = nil
	for _, m := range []*insight.Market{{}, alone, pair} {
		model, view := Learn(m, Params{})
		for of := range m.Creators {
			for _, one := range model.Recommend(view, int32(of), everybody(m), 9, names) {
				if math.IsNaN(one.Score) {
					t.Errorf("of %d creators, %s for %d scores NaN", len(m.Creators), one.Key, of)
				}
			}
		}
		if _, err := model.Record(view); err != nil {
			t.Error(err)
		}
	}
}

// A square of ties a–b–d and a–c–d: between a and d run two walks of two steps, each 1/2 · 1/2.
func TestWalksOfASquare(t *testing.T) {
	t.Parallel()

	m := &insight.Market{Creators: make([]insight.Creator, 4), Collaborations: []insight.Collaboration{
		{A: 0, B: 1, Weight: 1}, {A: 0, B: 2, Weight: 1}, {A: 1, B: 3, Weight: 1}, {A: 2, B: 3, Weight: 1}}}
	s := newSource(newView(m, func(int) bool { return false }, 4, 1))
	s.reset(0)
	if got := s.pageRank.visits[3].twoSteps; math.Abs(float64(got)-0.5) > 1e-6 {
		t.Errorf("walks of two steps weigh %g, want 2 · 1/2 · 1/2", got)
	}
	if got, want := s.pageRank.visits[3].adamicAdar, 2/math.Log(2); math.Abs(float64(got)-want) > 1e-6 {
		t.Errorf("common partners weigh %g, want 2/ln 2", got)
	}
	// a–b–d–b and a–c–d–b, the latter by way of c: b's partners are a, left out, and d.
	if got := s.walksOfThree(1); math.Abs(float64(got)-0.25) > 1e-6 {
		t.Errorf("walks of three steps weigh %g, want 1/2 · 1/2", got)
	}
}

// Positions multiply to the network they stand for: of a triangle and a pair all numbers that matter are kept.
func TestPositionsApproximateTheNetwork(t *testing.T) {
	t.Parallel()

	m := &insight.Market{Creators: make([]insight.Creator, 5), Collaborations: []insight.Collaboration{
		{A: 0, B: 1, Weight: 1}, {A: 0, B: 2, Weight: 1}, {A: 1, B: 2, Weight: 1}, {A: 3, B: 4, Weight: 2}}}
	v := newView(m, func(int) bool { return false }, 5, 1)
	dot := func(a, b int) float64 {
		sum := 0.0
		for k := range v.dims {
			sum += float64(v.position[a*v.dims+k] * v.position[b*v.dims+k])
		}
		return sum
	}
	// The triangle's one positive eigenvalue is 1, with the vector (1, 1, 1)/√3; the pair's (1, 1)/√2.
	for _, want := range []struct {
		a, b int
		dot  float64
	}{{0, 1, 1.0 / 3}, {0, 0, 1.0 / 3}, {3, 4, 0.5}, {0, 3, 0}} {
		if got := dot(want.a, want.b); math.Abs(got-want.dot) > 1e-3 {
			t.Errorf("positions of %d and %d multiply to %g, want %g", want.a, want.b, got, want.dot)
		}
	}
}

// A position comes back from its bytes, each number to within half a step.
func TestPositionsComeBack(t *testing.T) {
	t.Parallel()

	m := circles(40, 20, 5)
	v := newView(m, func(int) bool { return false }, 8, 1)
	for p := range int32(len(m.Creators)) {
		want, got := v.position[int(p)*8:int(p+1)*8], make([]float32, 8)
		most := float32(0)
		for _, x := range want {
			most = max(most, x, -x)
		}
		readPosition(v.Position(p), got)
		for k, x := range want {
			if math.Abs(float64(got[k]-x)) > float64(most)/127*0.51 {
				t.Errorf("number %d of %d is %g, was %g", k, p, got[k], x)
			}
		}
	}
	got := []float32{0, 0}
	if readPosition(nil, got); got[0] != 0 || got[1] != 0 {
		t.Errorf("nothing was read as %v", got)
	}
}

// Between knots a curve is a straight line, outside them level; what is unknown adds nothing.
func TestCurves(t *testing.T) {
	t.Parallel()

	c := Curve{Knots: []float64{0, 1, 3}, Values: []float64{0, 2, 1}}
	for x, want := range map[float64]float64{-5: 0, 0: 0, 0.5: 1, 1: 2, 2: 1.5, 3: 1, 9: 1} {
		if got := c.at(x); math.Abs(got-want) > 1e-12 {
			t.Errorf("at %g the curve is %g, want %g", x, got, want)
		}
	}
	if got := c.at(math.NaN()); got != 0 {
		t.Errorf("unknown adds %g", got)
	}
}

// A hidden tie's campaign makes both work for its brand, which must not tell that they met: when the ties of the
// last days are hidden, brands count only from before them, and not at all when ties of any day are.
func TestHiddenTiesDoNotShowInBrands(t *testing.T) {
	t.Parallel()

	m := circles(100, 20, 6)
	for i := range m.Collaborations {
		m.Collaborations[i].Dated, m.Collaborations[i].Last = true, int32(i)
	}
	hidden, before := holdOut(m, rand.New(rand.NewPCG(1, 1)))
	for i, is := range hidden {
		if is != (m.Collaborations[i].Last >= before) {
			t.Fatalf("the tie of day %d: hidden %t, the day is %d", m.Collaborations[i].Last, is, before)
		}
	}
	a := &insight.Creator{Brands: []int32{1, 2, 7}, Since: []int32{before - 1, before, before - 9}}
	b := &insight.Creator{Brands: []int32{1, 2}, Since: []int32{before - 5, before - 5}}
	// Of a's two early brands and b's two they share one.
	if got := brands(a, b, before); got != 0.5 {
		t.Errorf("shared brands weigh %g, want 1/√(2·2)", got)
	}
	for i := range m.Collaborations {
		m.Collaborations[i].Dated = false
	}
	if _, before := holdOut(m, rand.New(rand.NewPCG(1, 1))); brands(a, b, before) != 0 {
		t.Error("brands tell of ties of unknown days")
	}
}
