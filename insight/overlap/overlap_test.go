package overlap_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/creatorgraph/creatorgraph/insight/overlap"
)

// thousand people, half of them women, a tenth in Sichuan.
func thousand() overlap.Population {
	return overlap.Population{People: 1000, Dimensions: map[string]map[string]float64{
		"GENDER": {"women": 0.5, "men": 0.5}, "REGION": {"sichuan": 0.1, "elsewhere": 0.9}}}
}

// The arithmetic of each case stands beside it.
func TestModel(t *testing.T) {
	t.Parallel()

	women := map[string]float64{"women": 1}
	for _, c := range []struct {
		name string
		of   []overlap.Audience
		want overlap.Result
	}{
		{"audiences of which nothing is known meet by chance: 100 · 200 / 1000 = 20",
			[]overlap.Audience{{Followers: 100}, {Followers: 200}},
			overlap.Result{Total: 300, Unique: 280, Alone: []float64{0.8, 0.9}, Matrix: [][]float64{{1, 0.2}, {0.2, 1}}}},
		{"women alone are 500: 100 · 200 / 500 = 40",
			[]overlap.Audience{{100, women}, {200, women}},
			overlap.Result{Total: 300, Unique: 260, Alone: []float64{0.6, 0.8}, Matrix: [][]float64{{1, 0.4}, {0.4, 1}}}},
		{"women and men share nobody",
			[]overlap.Audience{{100, women}, {200, map[string]float64{"men": 1}}},
			overlap.Result{Total: 300, Unique: 300, Alone: []float64{1, 1}, Matrix: [][]float64{{1, 0}, {0, 1}}}},
		{"what shares leave open goes to the others: 0.6 women, so 0.4 men, 60 · 100 / 500 + 40 · 100 / 500 = 20",
			[]overlap.Audience{{100, map[string]float64{"women": 0.6}}, {Followers: 200}},
			overlap.Result{Total: 300, Unique: 280, Alone: []float64{0.8, 0.9}, Matrix: [][]float64{{1, 0.2}, {0.2, 1}}}},
		{"0.6 of the one and all of the other are women: 60 · 200 / 500 = 24",
			[]overlap.Audience{{100, map[string]float64{"women": 0.6}}, {200, women}},
			overlap.Result{Total: 300, Unique: 276, Alone: []float64{0.76, 0.88}, Matrix: [][]float64{{1, 0.24}, {0.24, 1}}}},
		{"a full cell takes no more: 150 for the 100 of Sichuan, 50 go elsewhere; with 100 of all 100 · 1 · 0.1 of them " +
			"in Sichuan are shared, 10, and 50/900 of the 90 elsewhere, 5",
			[]overlap.Audience{{150, map[string]float64{"sichuan": 0.99, "elsewhere": 0.01}}, {Followers: 100}},
			overlap.Result{Total: 250, Unique: 235, Alone: []float64{0.9, 0.85}, Matrix: [][]float64{{1, 0.15}, {0.15, 1}}}},
		{"600 are said to be women, who are 500: the other 100 are men, a fifth of them; of 100 men 20 are shared",
			[]overlap.Audience{{600, women}, {100, map[string]float64{"men": 1}}},
			overlap.Result{Total: 700, Unique: 680, Alone: []float64{0.96666666667, 0.8}, Matrix: [][]float64{{1, 0.2}, {0.2, 1}}}},
		{"an empty audience shares nothing and is alone",
			[]overlap.Audience{{}, {Followers: 200}},
			overlap.Result{Total: 200, Unique: 200, Alone: []float64{1, 1}, Matrix: [][]float64{{1, 0}, {0, 1}}}},
		{"the whole population holds everybody",
			[]overlap.Audience{{Followers: 1000}, {Followers: 200}},
			overlap.Result{Total: 1200, Unique: 1000, Alone: []float64{0.8, 0}, Matrix: [][]float64{{1, 1}, {1, 1}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := overlap.Model(c.of, thousand())
			if diff := cmp.Diff(c.want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if unique := overlap.Unique(c.of, thousand()); math.Abs(unique-c.want.Unique) > 1e-9 {
				t.Errorf("unique alone: %v, want %v", unique, c.want.Unique)
			}
		})
	}
}

// drawMarket draws a population and audiences of it, with unknown, incomplete and foreign shares among them.
func drawMarket(t *rapid.T) ([]overlap.Audience, overlap.Population) {
	people := overlap.Population{People: 1e6, Dimensions: map[string]map[string]float64{}}
	var keys []string
	for d := range rapid.IntRange(0, 3).Draw(t, "dimensions") {
		segments := map[string]float64{}
		for s := range rapid.IntRange(1, 5).Draw(t, "segments") {
			key := fmt.Sprintf("%d-%d", d, s)
			segments[key] = rapid.Float64Range(0.01, 1).Draw(t, key)
			keys = append(keys, key)
		}
		people.Dimensions[fmt.Sprint(d)] = segments
	}
	of := make([]overlap.Audience, rapid.IntRange(2, 6).Draw(t, "audiences"))
	for i := range of {
		of[i] = overlap.Audience{Followers: float64(rapid.Int64Range(0, 1e6).Draw(t, "followers")),
			Shares: map[string]float64{"foreign": 0.5}}
		for _, key := range keys {
			if rapid.Bool().Draw(t, "known") {
				of[i].Shares[key] = rapid.Float64Range(0, 1).Draw(t, "share")
			}
		}
	}
	return of, people
}

// Whatever the audiences: no fewer people than in the largest, no more than in all together; parts are parts.
func TestModelKeepsItsBounds(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		of, people := drawMarket(t)
		got := overlap.Model(of, people)
		largest, total := 0.0, 0.0
		for _, a := range of {
			largest, total = math.Max(largest, a.Followers), total+a.Followers
		}
		near := 1e-6 * (1 + total)
		if got.Unique < largest-near || got.Unique > total+near || math.Abs(got.Total-total) > near {
			t.Fatalf("largest %v, unique %v, total %v, which is %v", largest, got.Unique, got.Total, total)
		}
		alone := 0.0
		for i, a := range of {
			alone += got.Alone[i] * a.Followers
			if !within(got.Alone[i]) || got.Matrix[i][i] != 1 {
				t.Fatalf("%d: alone %v, with itself %v", i, got.Alone[i], got.Matrix[i][i])
			}
			for j := range of {
				if got.Matrix[i][j] != got.Matrix[j][i] || !within(got.Matrix[i][j]) {
					t.Fatalf("%d and %d: %v and %v", i, j, got.Matrix[i][j], got.Matrix[j][i])
				}
			}
		}
		if alone > got.Unique+near {
			t.Fatalf("%v people are in one audience only, of %v", alone, got.Unique)
		}
		if len(of) == 2 {
			least := math.Min(of[0].Followers, of[1].Followers)
			if twice := total - got.Unique; math.Abs(twice-got.Matrix[0][1]*least) > near {
				t.Fatalf("%v people are in both, but %v were counted twice", got.Matrix[0][1]*least, twice)
			}
		}
	})
}

func within(part float64) bool { return part >= 0 && part <= 1 }

// The order in which audiences are given changes nothing but the order of the answer.
func TestModelOrderDoesNotMatter(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		of, people := drawMarket(t)
		places := make([]int, len(of))
		for i := range places {
			places[i] = i
		}
		places = rapid.Permutation(places).Draw(t, "places")
		moved := make([]overlap.Audience, len(of))
		for i, place := range places {
			moved[i] = of[place]
		}
		want, got := overlap.Model(of, people), overlap.Model(moved, people)
		if math.Abs(want.Unique-got.Unique) > 1e-6*(1+want.Total) {
			t.Fatalf("unique %v, moved %v", want.Unique, got.Unique)
		}
		for i, place := range places {
			if math.Abs(want.Alone[place]-got.Alone[i]) > 1e-6 {
				t.Fatalf("alone %v, moved %v", want.Alone[place], got.Alone[i])
			}
			for j, other := range places {
				if math.Abs(want.Matrix[place][other]-got.Matrix[i][j]) > 1e-6 {
					t.Fatalf("%d and %d: %v, moved %v", place, other, want.Matrix[place][other], got.Matrix[i][j])
				}
			}
		}
	})
}

// Dimensions of many segments are taken more coarsely, so that no question runs for long: the rarest
// segments count as one, the common ones stay apart.
func TestModelBoundsItsCells(t *testing.T) {
	t.Parallel()

	people := overlap.Population{People: 1e6, Dimensions: map[string]map[string]float64{}}
	for _, d := range []string{"REGION", "INTEREST", "AGE"} {
		segments := map[string]float64{}
		for s := range 300 {
			segments[fmt.Sprintf("%s-%03d", d, s)] = 1 / float64(1+s)
		}
		people.Dimensions[d] = segments
	}
	common := map[string]float64{"REGION-000": 1, "INTEREST-000": 1, "AGE-000": 1}
	other := map[string]float64{"REGION-001": 1}
	rare, rarer := map[string]float64{"REGION-298": 1}, map[string]float64{"REGION-299": 1}
	got := overlap.Model([]overlap.Audience{{10, common}, {10, other}, {10, rare}, {10, rarer}}, people)
	if got.Matrix[0][1] != 0 || got.Matrix[2][3] == 0 {
		t.Errorf("apart %v, together %v", got.Matrix[0][1], got.Matrix[2][3])
	}
}

// No more is taken together than has to be: where one segment is too many, the third rarest stays apart.
func TestModelNarrowsNoFurtherThanItMust(t *testing.T) {
	t.Parallel()

	segments := map[string]float64{}
	for s := range overlap.MaxCells/2 + 1 {
		segments[fmt.Sprintf("%05d", s)] = 2 - float64(s)/overlap.MaxCells
	}
	people := overlap.Population{People: 1e6, Dimensions: map[string]map[string]float64{"REGION": segments,
		"GENDER": {"women": 0.5, "men": 0.5}}}
	of := func(s int) overlap.Audience {
		return overlap.Audience{Followers: 10, Shares: map[string]float64{fmt.Sprintf("%05d", overlap.MaxCells/2-s): 1, "women": 1}}
	}
	got := overlap.Model([]overlap.Audience{of(0), of(1), of(2), of(3)}, people)
	if got.Matrix[0][1] == 0 || got.Matrix[1][2] != 0 || got.Matrix[2][3] != 0 {
		t.Errorf("the rarest together %v, the next apart %v, %v", got.Matrix[0][1], got.Matrix[1][2], got.Matrix[2][3])
	}
}

// People are as many as the largest audience asks for, a seventh or so of them; segments add up over audiences.
func TestPopulationIncludes(t *testing.T) {
	t.Parallel()

	var p overlap.Population
	p = p.Clone()
	of := map[string]string{"women": "GENDER", "men": "GENDER", "sichuan": "REGION"}
	p.Include(overlap.Audience{Followers: 300, Shares: map[string]float64{"women": 0.6, "sichuan": 0.1}}, of)
	p.Include(overlap.Audience{Followers: 100, Shares: map[string]float64{"women": 0.5, "men": 0.5}}, of)
	want := overlap.Population{People: 300 / overlap.LargestShare, Dimensions: map[string]map[string]float64{
		"GENDER": {"women": 180 + 50, "men": 50}, "REGION": {"sichuan": 30}}}
	if diff := cmp.Diff(want, p, cmpopts.EquateApprox(1e-12, 0)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A segment in which nobody is, is as good as not named.
func TestAnEmptySegmentSaysNothing(t *testing.T) {
	t.Parallel()

	people := thousand()
	people.Dimensions["GENDER"]["neither"] = 0
	got := overlap.Model([]overlap.Audience{{100, map[string]float64{"neither": 1}}, {200, map[string]float64{"women": 1}}}, people)
	if !(math.Abs(got.Unique-280) <= 1e-9) { // nor is it no number
		t.Errorf("%v people, want 280: they meet by chance", got.Unique)
	}
}

// Of one audience the people are its followers, to the last digit.
func TestUniqueOfOne(t *testing.T) {
	t.Parallel()

	for followers := range 300 {
		of := overlap.Audience{Followers: float64(followers + 701)}
		people := thousand()
		people.Reaches(3e6)
		if got := overlap.Unique([]overlap.Audience{of}, people); got != of.Followers {
			t.Fatalf("%v followers are %v people", of.Followers, got)
		}
	}
}
