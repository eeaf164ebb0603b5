package content

import (
	"math"
	"testing"
)

// counts are of a content published at 0, by hours and views.
func counts(pairs ...[2]int64) []Count {
	var list []Count
	for _, p := range pairs {
		list = append(list, Count{At: 3600 * p[0], Views: p[1], Likes: Unknown, Comments: Unknown, Shares: Unknown, Clicks: Unknown})
	}
	return list
}

// A count that falls is a correction: it is not forecast from, and what it corrects is forgotten; counts without views, before
// publication or of the future do not count, and of two at one instant the later word does.
func TestUsableCounts(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		counts []Count
		want   []int64 // hours
		fell   bool
	}{
		"rising":                  {counts([2]int64{1, 10}, [2]int64{2, 20}, [2]int64{9, 20}), []int64{1, 2, 9}, false},
		"out of order":            {counts([2]int64{2, 20}, [2]int64{1, 10}), []int64{1, 2}, false},
		"the last one falls":      {counts([2]int64{1, 10}, [2]int64{2, 50}, [2]int64{3, 20}), []int64{1}, true},
		"a fall is confirmed":     {counts([2]int64{1, 10}, [2]int64{2, 50}, [2]int64{3, 20}, [2]int64{4, 25}), []int64{1, 4}, false},
		"all above are forgotten": {counts([2]int64{1, 30}, [2]int64{2, 50}, [2]int64{3, 20}), nil, true},
		"no views":                {counts([2]int64{1, 0}, [2]int64{2, 0}), nil, false},
		"none known":              {counts([2]int64{1, Unknown}, [2]int64{2, 5}), []int64{2}, false},
		"before publication":      {counts([2]int64{-1, 10}, [2]int64{2, 20}), []int64{2}, false},
		"of the future":           {counts([2]int64{2, 20}, [2]int64{200, 30}), []int64{2}, false},
		"two at one instant":      {counts([2]int64{2, 20}, [2]int64{2, 30}), []int64{2}, false},
		"nothing":                 {nil, nil, false},
	} {
		c := Content{Counts: test.counts}
		usable, fell := c.read(100 * 3600)
		var got []int64
		for _, p := range usable {
			got = append(got, int64(p.age))
		}
		if len(got) != len(test.want) || fell != test.fell {
			t.Errorf("%s: hours %v, fell %t; want %v, %t", name, got, fell, test.want, test.fell)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s: hours %v, want %v", name, got, test.want)
			}
		}
	}
}

// Views between two counts are read off by the logarithm of the age, across gaps of up to ten times; not beyond the ends.
func TestViewsBetweenCounts(t *testing.T) {
	t.Parallel()

	c := Content{Counts: counts([2]int64{1, 10}, [2]int64{4, 1000}, [2]int64{100, 2000})}
	usable, _ := c.read(math.MaxInt64)
	for age, want := range map[float64]float64{1: 10, 1.01: 10, 2: 100, 4: 1000, 100: 2000} {
		if got := math.Exp(usable.at(age)); math.Abs(got-want) > 0.03*want {
			t.Errorf("after %v hours %.1f views, want %.1f", age, got, want)
		}
	}
	for _, age := range []float64{0.5, 20, 200} {
		if got := usable.at(age); !math.IsNaN(got) {
			t.Errorf("after %v hours %.1f, want nothing", age, got)
		}
	}
}

// A distribution's figures: the chance of exceeding a number, the mean of what is left, and what money is worth.
func TestForecastFigures(t *testing.T) {
	t.Parallel()

	f := Forecast{Now: 100, Usual: 50, Counts: 1, quantile: []float64{100, 200, 300, 400}}
	if got := f.Remaining(); got != 150 {
		t.Errorf("%.1f are left, want 150", got)
	}
	if got := f.Hit(); math.Abs(got-0.75) > 1e-9 { // 150 lies in the middle between the first two
		t.Errorf("a hit with %.3f, want 0.75", got)
	}
	// 1,000 views cost 1,000, so each is worth 1: of 100 the contents with 0, 100, 200 and 300 to come use 0, 100, 100, 100.
	if got := f.BoostValue(100, 1000); got != 75 {
		t.Errorf("money of 100 is worth %.1f, want 75", got)
	}
	if got := f.BoostValue(1e9, 1000); got != 150 {
		t.Errorf("any money is worth %.1f, want 150", got)
	}
}

// Advice goes by what is left against others: most is boosted, least is stopped, and where both may be it is too early.
func TestAdvice(t *testing.T) {
	t.Parallel()

	others := peerQuantiles{Low: 100, High: 1000, Top: 1200}
	for name, test := range map[string]struct {
		f    Forecast
		want Advice
	}{
		"much to come":          {Forecast{Counts: 2, Now: 10, quantile: []float64{900, 1500, 2500}}, Boost},
		"little to come":        {Forecast{Counts: 2, Now: 10, quantile: []float64{20, 22, 25, 28, 30, 33, 36, 40}}, Stop},
		"between":               {Forecast{Counts: 2, Now: 10, quantile: []float64{300, 400, 500}}, Keep},
		"either":                {Forecast{Counts: 2, Now: 10, quantile: []float64{20, 400, 5000}}, TooEarly},
		"no counts":             {Forecast{Counts: 0, quantile: []float64{900, 1500, 2500}}, TooEarly},
		"corrected":             {Forecast{Counts: 2, Fell: true, Now: 10, quantile: []float64{900, 1500, 2500}}, TooEarly},
		"known":                 {Forecast{Counts: 2, Known: true, Now: 900, quantile: []float64{900}}, Keep},
		"done, but of the best": {Forecast{Counts: 2, Now: 5000, quantile: []float64{5010, 5020, 5030}}, Keep},
	} {
		test.f.bar = others
		if got := test.f.Advice(); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
		if test.f.Why() == "" {
			t.Errorf("%s: no reason", name)
		}
	}
}
