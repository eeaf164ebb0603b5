package growth_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight/growth"
)

// today is the last day of drawn histories.
const today = 20_000

// draw makes creators whose growth a day wanders slowly, so that the last weeks tell something of the next; later is
// what they have 30 days after today.
func draw(n int, seed uint64) (all []growth.History, later map[string]int64) {
	r := rand.New(rand.NewPCG(seed, 0))
	later = map[string]int64{}
	for i := range n {
		h := growth.History{Key: fmt.Sprintf("c-%04d", i), Joined: today - 400}
		level, rate := math.Log(1000)+4*r.Float64(), 0.003*r.NormFloat64()
		for day := int32(today - 150); day <= today+30; day++ {
			rate = 0.97*rate + 0.0007*r.NormFloat64()
			level += rate + 0.0005*r.NormFloat64()
			followers := int64(math.Exp(level))
			if day <= today && (today-day)%7 == 0 {
				h.Days, h.Followers = append(h.Days, day), append(h.Followers, followers)
			}
			later[h.Key] = followers
		}
		all = append(all, h)
	}
	return all, later
}

// once learns what most tests ask.
var once = sync.OnceValues(func() (*growth.Model, error) {
	all, _ := draw(1000, 1)
	return growth.Learn(all, today, growth.Params{Seed: 1, Rows: 15_000})
})

func learned(t *testing.T) (*growth.Model, []growth.History, map[string]int64) {
	t.Helper()

	model, err := once()
	if err != nil {
		t.Fatal(err)
	}
	all, later := draw(1000, 1)
	return model, all, later
}

// Intervals hold as often as they say, on days that nobody learned from, and a kept model forecasts the same.
func TestForecasts(t *testing.T) {
	t.Parallel()

	model, all, later := learned(t)
	text, err := model.Record()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := growth.ReadRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	inside, off, still := 0.0, 0.0, 0.0
	for _, h := range all {
		f, why := model.Forecast(h, 30)
		if f == nil {
			t.Fatalf("%s: %s", h.Key, why)
		}
		again, _ := kept.Forecast(h, 30)
		if f.Mean != again.Mean || f.Top() != again.Top() {
			t.Fatalf("%s: a mean of %v, of the kept model %v", h.Key, f.Mean, again.Mean)
		}
		came := math.Log(float64(later[h.Key]) / f.Followers)
		if low, high := f.Interval(0.8); low <= came && came <= high {
			inside += 1 / float64(len(all))
		}
		off, still = off+math.Abs(came-f.Median), still+math.Abs(came)
	}
	if inside < 0.72 || inside > 0.87 {
		t.Errorf("80 %% intervals hold %.3f", inside)
	}
	if off > 0.8*still {
		t.Errorf("errors of %.3f, of no growth at all %.3f", off, still)
	}
}

// Reasons add up to the share that is expected to be gained.
func TestReasonsAddUp(t *testing.T) {
	t.Parallel()

	model, all, _ := learned(t)
	for _, h := range all[:50] {
		f, _ := model.Forecast(h, 30)
		sum := 0.0
		for _, reason := range f.Reasons() {
			sum += reason.Weight
		}
		if math.Abs(sum-f.Rate()) > 1e-9 {
			t.Fatalf("%s: reasons add up to %v, the rate is %v", h.Key, sum, f.Rate())
		}
	}
}

// Who is sure to rise is more likely at the top than who is sure to fall.
func TestTheTopIsOfWhoRises(t *testing.T) {
	t.Parallel()

	model, _, _ := learned(t)
	top := func(rate float64) float64 {
		h := growth.History{Key: "x", Joined: today - 400}
		for day := int32(today - 147); day <= today; day += 7 {
			h.Days = append(h.Days, day)
			h.Followers = append(h.Followers, int64(20_000*math.Exp(rate*float64(day-today))))
		}
		f, _ := model.Forecast(h, 30)
		return f.Top()
	}
	if rising, falling := top(0.006), top(-0.006); rising < 0.2 || falling > 0.03 {
		t.Errorf("the chance of the top is %.3f for who rises, %.3f for who falls", rising, falling)
	}
}

// What no audience does is screened, told with its day and why, and changes no forecast; growth by an honest half in
// a week is not.
func TestJumpsAreScreened(t *testing.T) {
	t.Parallel()

	model, all, _ := learned(t)
	plain, _ := model.Forecast(all[0], 30)
	change := func(edit func(i int, n int64) int64) *growth.Forecast {
		h := all[0]
		h.Followers = nil
		for i, n := range all[0].Followers {
			h.Followers = append(h.Followers, edit(i, n))
		}
		f, why := model.Forecast(h, 30)
		if f == nil {
			t.Fatal(why)
		}
		return f
	}
	for name, c := range map[string]struct {
		edit func(i int, n int64) int64
		kind growth.AnomalyKind
	}{
		"unit":   {func(i int, n int64) int64 { return map[bool]int64{true: n / 100, false: n}[i < 15] }, growth.Level},
		"glitch": {func(i int, n int64) int64 { return map[bool]int64{true: n * 10, false: n}[i == 15] }, growth.Glitch},
		"empty":  {func(i int, n int64) int64 { return map[bool]int64{true: 0, false: n}[i == 15] }, growth.Empty},
	} {
		f := change(c.edit)
		if len(f.Anomalies) != 1 || f.Anomalies[0].Kind != c.kind || f.Anomalies[0].Day != all[0].Days[15] || f.Anomalies[0].Text() == "" {
			t.Errorf("%s: screened %+v", name, f.Anomalies)
		}
		if math.Abs(f.Median-plain.Median) > 0.02 {
			t.Errorf("%s: a median of %.4f, without it %.4f", name, f.Median, plain.Median)
		}
	}
	rounded := change(func(_ int, n int64) int64 {
		digits := int64(1)
		for n/digits >= 1000 {
			digits *= 10
		}
		return (n + digits/2) / digits * digits
	})
	if len(rounded.Anomalies) > 0 || math.Abs(rounded.Median-plain.Median) > 0.02 {
		t.Errorf("rounded to three digits: a median of %.4f, exactly %.4f; screened %+v", rounded.Median, plain.Median, rounded.Anomalies)
	}
	last := len(all[0].Followers) - 1
	if f := change(func(i int, n int64) int64 { return map[bool]int64{true: n * 13 / 10, false: n}[i == last] }); len(f.Anomalies) > 0 {
		t.Errorf("a good week was screened: %+v", f.Anomalies)
	}
}

// Nothing is forecast for whom too little is known, or further than was learned, and it is said why.
func TestNoForecast(t *testing.T) {
	t.Parallel()

	model, all, _ := learned(t)
	short := growth.History{Days: []int32{today - 3, today}, Followers: []int64{100, 120}}
	old := growth.History{Days: []int32{today - 90, today - 60}, Followers: []int64{100, 120}}
	for _, c := range []struct {
		h    growth.History
		days int
		want string
	}{{growth.History{}, 30, growth.TooShort}, {short, 30, growth.TooShort}, {old, 30, growth.TooOld}, {all[0], 91, growth.TooLong}} {
		if f, why := model.Forecast(c.h, c.days); f != nil || why != c.want {
			t.Errorf("%d days of %v: %v, because %q, want %q", c.days, c.h.Days, f, why, c.want)
		}
	}
	if _, err := growth.Learn(all[:2], today, growth.Params{}); !errors.Is(err, growth.ErrShort) {
		t.Errorf("five creators teach: %v", err)
	}
}

// A backtest compares with every floor, and what is ahead on a market with momentum is the model.
func TestBacktest(t *testing.T) {
	t.Parallel()

	all, later := draw(400, 2)
	report, err := growth.Backtest{Days: 30, Later: later, Seed: 1, Rows: 6_000}.Run(all)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(report.Slices[0].Results); got != 12 {
		t.Errorf("%d methods, want the model, the median and ten lags", got)
	}
	ours, median := report.Slices[0].Results[0].Figures["quantile loss"], report.Slices[0].Results[1].Figures["quantile loss"]
	if ours.Value > 0.8*median.Value {
		t.Errorf("a loss of %.4f, of the median for all %.4f", ours.Value, median.Value)
	}
	report, err = growth.Backtest{Days: 14, Origins: 2, Seed: 1, Rows: 4_000}.Run(all)
	if err != nil || report.Slices[0].Rows != 2*len(all) {
		t.Errorf("two origins: %v, %+v", err, report)
	}
}
