package overlap

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestWatchers(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		what      string
		followers float64
		views     []float64
		want      float64
	}{
		{"nobody", 100, nil, 0},
		{"one content's people are its views", 1000, []float64{300}, 300},
		{"and so where they are more than the followers", 10, []float64{300}, 300},
		{"1,000 · (1 − 0.7 · 0.8)", 1000, []float64{300, 200}, 440},
		{"all are watching already", 10, []float64{300, 200}, 300},
		{"followers and views unknown", -1, []float64{0}, 0},
	} {
		if got := Watchers(c.followers, c.views); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", c.what, got, c.want)
		}
	}
}

// A further content never makes a package smaller, nor larger by more than its views.
func TestContentsNeverShrinkAPackage(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		people := Population{People: rapid.Float64Range(1, 1e7).Draw(t, "people"), Dimensions: map[string]map[string]float64{
			"GENDER": {"women": 3, "men": 2}, "AGE": {"young": 1, "middle": 2, "old": 1}}}
		creators := rapid.IntRange(1, 4).Draw(t, "creators")
		followers, audience := make([]float64, creators), make([]Audience, creators)
		for i := range creators {
			followers[i] = rapid.Float64Range(0, 1e6).Draw(t, "followers")
			women, young := rapid.Float64Range(0, 1).Draw(t, "women"), rapid.Float64Range(0, 1).Draw(t, "young")
			audience[i].Shares = map[string]float64{"women": women, "men": 1 - women, "young": young, "old": 1 - young}
		}
		views, before := make([][]float64, creators), 0.0
		for range 12 {
			who, n := rapid.IntRange(0, creators-1).Draw(t, "who"), rapid.Float64Range(0, 2e6).Draw(t, "views")
			views[who] = append(views[who], n)
			var of []Audience
			for i := range creators {
				of = append(of, Audience{Followers: Watchers(followers[i], views[i]), Shares: audience[i].Shares})
			}
			after := People(of, people.Clone())
			if after < before*(1-1e-9) {
				t.Fatalf("%v people became %v by a content of %v views", before, after, n)
			}
			before = after
		}
	})
}
