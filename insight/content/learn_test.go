package content

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// studio is creators with contents a week apart, counted after about 1, 3, 10, 30 and 170 hours, unevenly, some counts left out.
// Views are usual for the creator times the content's own luck; they come the slower the luckier.
func studio(seed uint64, creators, contents int) []Creator {
	r := rand.New(rand.NewPCG(seed, 1))
	var all []Creator
	for range creators {
		usual := math.Exp(8 + r.NormFloat64())
		c := Creator{Followers: int64(10 * usual), Prices: [Formats]int64{Unknown, Unknown, Unknown, Unknown}}
		for j := range contents {
			published := int64(j)*8*day + int64(r.IntN(day))
			one := Content{Key: string(rune('a' + j)), Published: published, Format: r.IntN(2)}
			end, slow := usual*math.Exp(0.6*r.NormFloat64()), 8*math.Exp(0.5*r.NormFloat64())
			for _, age := range [...]float64{1, 3, 10, 30, 170} {
				age *= math.Exp(0.1 * r.NormFloat64())
				if age < 100 && r.IntN(5) == 0 {
					continue
				}
				views := end * (1 - math.Pow(1+age/slow, -0.9)) * math.Exp(0.05*r.NormFloat64())
				one.Counts = append(one.Counts, Count{At: published + int64(3600*age), Views: int64(views), Likes: int64(views / 20), Comments: Unknown, Shares: Unknown, Clicks: Unknown})
			}
			c.Contents = append(c.Contents, one)
		}
		all = append(all, c)
	}
	return all
}

// From uneven counts the week is forecast with a tenth less error than the median growth of the same age, and intervals hold
// about four fifths; what was kept forecasts the same.
func TestLearnForecastKeep(t *testing.T) {
	t.Parallel()

	model, err := Learn(studio(1, 150, 8), math.MaxInt64, Params{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if model.Longest != 168 {
		t.Fatalf("the longest horizon is %v", model.Longest)
	}
	text, err := model.Record()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := ReadRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	later := studio(2, 100, 4)
	var ours, floors, holds, n float64
	var pairs []pair
	for i := range later {
		c := &later[i]
		one := &c.Contents[3]
		came := one.Counts[len(one.Counts)-1]
		f := model.Forecast(c, one, 168, one.Published+11*3600)
		again := kept.Forecast(c, one, 168, one.Published+11*3600)
		if f.Counts == 0 {
			continue
		}
		low, high := f.Interval(0.8)
		if againLow, againHigh := again.Interval(0.8); againLow != low || againHigh != high || again.Advice() != f.Advice() {
			t.Fatalf("kept: %v to %v, want %v to %v", againLow, againHigh, low, high)
		}
		end := math.Log(float64(came.Views))
		ours += math.Abs(math.Log(f.Views()) - end)
		pairs = append(pairs, pair{[]float64{1, math.Log(float64(f.Now)), f.Age}, end})
		if math.Log(low) <= end && end <= math.Log(high) {
			holds++
		}
		n++
	}
	growth := make([]float64, len(pairs))
	for i, p := range pairs {
		growth[i] = p.came - p.row[1]
	}
	middle := median(growth)
	for _, g := range growth {
		floors += math.Abs(g - middle)
	}
	if n < 60 || ours > 0.9*floors {
		t.Errorf("of %.0f contents the error is %.3f, that of the median growth %.3f", n, ours/n, floors/n)
	}
	if holds/n < 0.68 || holds/n > 0.92 {
		t.Errorf("the intervals hold %.2f", holds/n)
	}
}

// A forecast never falls below what was counted, rises with the horizon, and is what was counted when the horizon is past;
// without a count it is what is usual.
func TestForecastBounds(t *testing.T) {
	t.Parallel()

	all := studio(1, 150, 8)
	model, err := Learn(all, math.MaxInt64, Params{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	c := &all[0]
	one := &c.Contents[7]
	before := 0.0
	for _, hours := range []float64{12, 24, 48, 72, 120, 168} {
		f := model.Forecast(c, one, hours, one.Published+4*3600)
		low, _ := f.Interval(0.8)
		if low < float64(f.Now) || f.Views() < before {
			t.Errorf("to %v hours: %.0f and at least %.0f, after %d counted and %.0f forecast", hours, f.Views(), low, f.Now, before)
		}
		before = f.Views()
	}
	if f := model.Forecast(c, one, 168, math.MaxInt64); f.Age >= 168 && (!f.Known || f.Remaining() != 0 || f.Advice() != Keep) {
		t.Errorf("of the past: %+v", f)
	}
	none := model.Forecast(c, one, 168, one.Published)
	if none.Counts != 0 || none.Advice() != TooEarly || none.Views() < 0.2*none.Usual || none.Views() > 5*none.Usual {
		t.Errorf("without a count %.0f views, usual are %.0f: %s", none.Views(), none.Usual, none.Advice())
	}
}

// A leap that nobody made before is not carried on: what comes on top of it is no more than of any other.
func TestALeapIsNotCarriedOn(t *testing.T) {
	t.Parallel()

	all := studio(1, 150, 8)
	model, err := Learn(all, math.MaxInt64, Params{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	c := all[0]
	leap := Content{Published: c.Contents[7].Published, Format: c.Contents[7].Format}
	for _, count := range [][2]int64{{4, 900}, {8, 1_000}, {12, 30_000}} { // hours, views
		leap.Counts = append(leap.Counts, Count{At: leap.Published + 3600*count[0], Views: count[1]})
	}
	f := model.Forecast(&c, &leap, 168, leap.Published+12*3600)
	most := 0.0
	for _, other := range all {
		for i := range other.Contents {
			from := model.Forecast(&other, &other.Contents[i], 168, other.Contents[i].Published+12*3600)
			if to := model.Forecast(&other, &other.Contents[i], 168, math.MaxInt64); to.Known && from.Now > 0 {
				most = max(most, to.Views()/float64(from.Now))
			}
		}
	}
	if grows := f.Views() / 30_000; grows < 1 || grows > 1.5*most {
		t.Errorf("%.0f views are %.1f times what was counted; others came to %.1f times at most", f.Views(), grows, most)
	}
}

// Too few contents teach nothing, and a record of another form is refused.
func TestNothingToLearn(t *testing.T) {
	t.Parallel()

	if _, err := Learn(studio(1, 3, 4), math.MaxInt64, Params{}); !errors.Is(err, ErrShort) {
		t.Errorf("of 12 contents: %v", err)
	}
	if _, err := Learn(nil, math.MaxInt64, Params{}); !errors.Is(err, ErrShort) {
		t.Errorf("of none: %v", err)
	}
	for _, text := range []string{"", "{}", `{"Form":99}`} {
		if _, err := ReadRecord([]byte(text)); err == nil {
			t.Errorf("the record %q is read", text)
		}
	}
}

// A backtest on contents that came later has every figure, the floors beside the model.
func TestBacktest(t *testing.T) {
	t.Parallel()

	r, err := Backtest{Ages: []float64{8}, Hours: 168, Seed: 1, CPM: 2000}.Run(studio(3, 120, 10), math.MaxInt64)
	if err != nil || len(r.Slices) != 1 || len(r.Slices[0].Results) != 6 {
		t.Fatalf("%+v, %v", r, err)
	}
}
