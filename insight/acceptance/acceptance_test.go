package acceptance_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
)

const day = 24 * 60 * 60

// draw makes a market whose creators differ in willingness: log-odds 1.5 + theirs + 3 · ln(offer / price). It gives the
// probability of each invitation.
func draw(creators, each int, seed uint64) (*acceptance.Market, []float64) {
	r := rand.New(rand.NewPCG(seed, 0))
	m := &acceptance.Market{Segments: []string{"women"}, Dimensions: []string{"GENDER"}}
	var truth []float64
	for i := range creators {
		m.Creators = append(m.Creators, acceptance.Creator{Followers: 1000, Prices: [acceptance.Formats]int64{100_000}})
		willing := 1.2 * r.NormFloat64()
		for range each {
			ratio := 0.15 * r.NormFloat64()
			at := int64(r.IntN(700)) * day
			chance := 1 / (1 + math.Exp(-1.5-willing-3*ratio))
			m.Campaigns = append(m.Campaigns, acceptance.Campaign{Starts: int32(at/day) + 20})
			m.Invitations = append(m.Invitations, acceptance.Invitation{Creator: int32(i), Campaign: int32(len(m.Campaigns) - 1), At: at,
				Offer: int64(100_000 * math.Exp(ratio)), Answered: at + day, Accepted: r.Float64() < chance})
			truth = append(truth, chance)
		}
	}
	return m, truth
}

// never is after all that is drawn.
const never = 1000 * day

func learn(t *testing.T) (*acceptance.Model, *acceptance.Market) {
	t.Helper()

	m, _ := draw(300, 10, 1)
	model, err := acceptance.Learn(m, never)
	if err != nil {
		t.Fatal(err)
	}
	return model, m
}

func curve(model *acceptance.Model, m *acceptance.Market, creator int32, now int64) *acceptance.Curve {
	return model.Curve(acceptance.Asks{Market: m, Creator: creator, Brief: acceptance.Campaign{Brand: insight.Unknown, Starts: 730}, Now: now})
}

// No curve falls with the offer, at whatever pair of offers, and its ends are told to be extrapolated.
func TestCurvesNeverFall(t *testing.T) {
	t.Parallel()

	model, m := learn(t)
	r := rand.New(rand.NewPCG(2, 0))
	for creator := range int32(100) {
		c := curve(model, m, creator, never)
		for range 100 {
			low := 1 + r.Int64N(400_000)
			high := low + r.Int64N(100_000)
			if c.At(high).Chance < c.At(low).Chance {
				t.Fatalf("creator %d: %d is accepted with %v, %d with %v", creator, low, c.At(low).Chance, high, c.At(high).Chance)
			}
		}
		if !c.At(20_000).Extrapolated || c.At(100_000).Extrapolated {
			t.Fatalf("creator %d: offers of %v were made", creator, c.Support)
		}
		sum := 0.0
		for _, reason := range c.Reasons {
			sum += reason.Weight
		}
		if p := c.At(c.Price).Chance; math.Abs(1/(1+math.Exp(-sum))-p) > 1e-9 {
			t.Fatalf("creator %d: reasons add up to %v, the chance is %v", creator, sum, p)
		}
	}
}

// An offer found for a probability reaches it, and one less does not; where none up to four times the price does, there is
// none.
func TestBreakEven(t *testing.T) {
	t.Parallel()

	model, m := learn(t)
	found := 0
	for creator := range int32(100) {
		c := curve(model, m, creator, never)
		if offered, known := c.BreakEven(0.8); known {
			found++
			if c.At(offered).Chance < 0.8 || offered > 1 && c.At(offered-1).Chance >= 0.8 {
				t.Fatalf("creator %d: %d is accepted with %v", creator, offered, c.At(offered).Chance)
			}
		}
		if offered, known := c.BreakEven(0.9999999); known {
			t.Fatalf("creator %d: %d is said to be accepted for sure", creator, offered)
		}
	}
	if found < 50 {
		t.Errorf("found for %d of 100", found)
	}
}

// An answer counts from when it was given: before, and for an impossible one, the curve is as if it were not there.
func TestAnswersCountFromWhenTheyAreGiven(t *testing.T) {
	t.Parallel()

	model, _ := learn(t)
	m, _ := draw(1, 5, 3)
	for i := range m.Invitations {
		m.Invitations[i].Accepted = false
		m.Invitations[i].At, m.Invitations[i].Answered = int64(100+i)*day, int64(200+i)*day
	}
	for now, want := range map[int64]int{150 * day: 0, 202 * day: 3, 300 * day: 5} {
		if got := curve(model, m, 0, now).Standing; got.Answers != want || want > 0 && got.Mean >= 0 {
			t.Errorf("on day %d: %+v, want %d answers, all of them declined", now/day, got, want)
		}
	}
	m.Invitations[0].Answered = 50 * day // before it was asked
	if got := curve(model, m, 0, 300*day).Standing.Answers; got != 4 {
		t.Errorf("%d answers, one of which came before its question", got)
	}
}

// The last fifth is foretold better than by any floor, nearly as well as can be, and a kept model says the same.
func TestForetold(t *testing.T) {
	t.Parallel()

	m, truth := draw(400, 12, 4)
	report, err := acceptance.Backtest{Seed: 1, Truth: truth}.Run(m)
	if err != nil {
		t.Fatal(err)
	}
	lead := report.Slices[0].Leads["log-loss"]
	results := map[string]float64{}
	for _, r := range report.Slices[0].Results {
		results[r.Method] = r.Figures["log-loss"].Value
	}
	share := (results["constant"] - results["creatorgraph"]) / (results["constant"] - results["truth"])
	if lead.Value < 0 || share < 0.6 {
		t.Errorf("ahead of %s by %.4f, %.2f of what can be known", lead.Over, lead.Value, share)
	}
	model, _ := learn(t)
	text, err := model.Record()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := acceptance.ReadRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := curve(model, m, 0, never).At(90_000), curve(kept, m, 0, never).At(90_000); a != b {
		t.Errorf("%+v, of the kept model %+v", a, b)
	}
}

// Too few answers teach nothing, nor do answers that are all alike.
func TestTooFewAnswers(t *testing.T) {
	t.Parallel()

	few, _ := draw(10, 10, 5)
	alike, _ := draw(100, 10, 5)
	for i := range alike.Invitations {
		alike.Invitations[i].Accepted = true
	}
	for name, m := range map[string]*acceptance.Market{"few": few, "alike": alike, "none": {}} {
		if _, err := acceptance.Learn(m, never); !errors.Is(err, acceptance.ErrFew) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
