package accepting

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// drawn is a book of creators who each accept by a rate of their own, and more for more money.
func drawn(creators, asked int) *match.Book {
	dice := rand.New(rand.NewPCG(1, 2))
	b := &match.Book{Day: 400, Brands: []match.Brand{{Key: "b"}}, Categories: []match.Word{{Key: "c", Of: insight.Unknown}},
		Segments: []match.Word{{Key: "s", Dimension: "AGE"}, {Key: "t", Dimension: "AGE"}}}
	for k := range 10 {
		b.Campaigns = append(b.Campaigns, match.Campaign{Brand: 0, Day: int32(30 * k), Categories: []int32{0}, Segments: []int32{0}})
	}
	for p := range creators {
		c := match.Creator{Key: string(rune('a' + p)), Followers: int64(1000 * (p + 1)), Agency: insight.Unknown, Categories: []int32{0},
			Audience: []insight.Share{{Segment: 0, Part: 0.5}, {Segment: 1, Part: 0.5}}}
		c.Prices[0] = 10_000
		willing := dice.NormFloat64()
		for k := range asked {
			offer := 8_000 + dice.Int64N(4_000)
			a := match.Answer{Campaign: int32(k % 10), Day: int32(30*(k%10) - 10), Offer: offer, Said: match.Declined}
			if dice.Float64() < 1/(1+math.Exp(-1-willing-4*math.Log(float64(offer)/10_000))) {
				a.Said = match.Accepted
			}
			c.Answers = append(c.Answers, a)
		}
		b.Creators = append(b.Creators, c)
	}
	return b
}

// What matching is told is what the offer's curve says, before an answer and right after it.
func TestMatchingIsToldWhatTheCurveSays(t *testing.T) {
	t.Parallel()

	b := drawn(20, 20)
	learned, err := acceptance.Learn(Market(b), 400*secondsADay)
	if err != nil {
		t.Fatal(err)
	}
	m := match.New(b)
	a := New(b, learned)
	m.SetAcceptance(a)
	brief := &match.Brief{Brand: 0, Rivals: insight.Unknown, Categories: []int32{0}, Segments: []int32{0}, Starts: 410}
	compare := func(when string, p int32) float64 {
		curve := learned.Curve(acceptance.Asks{Market: MarketOf(b, p), Format: 0, Now: 400 * secondsADay, Recommended: true,
			Brief: Campaign(0, 410, []int32{0}, []int32{0}, nil)})
		ask := a.Ask(brief)
		for _, offer := range []int64{7_000, 10_000, 13_000} {
			if got, want := ask(p, 0, offer), curve.At(offer).Chance; math.Abs(got-want) > 1e-9 {
				t.Errorf("%s, creator %d, an offer of %d: %v, the curve says %v", when, p, offer, got, want)
			}
		}
		return ask(p, 0, 10_000)
	}
	for p := range int32(len(b.Creators)) {
		compare("as learned", p)
	}
	before := compare("before", 3)
	changed := b.Creators[3]
	for range 3 {
		changed.Answers = append(changed.Answers, match.Answer{Campaign: 9, Day: 380, Offer: 10_000, Said: match.Declined})
	}
	m.Change(changed)
	if after := compare("after three refusals", 3); after >= before {
		t.Errorf("three refusals moved %v to %v", before, after)
	}
	if got := m.Of(brief, []int32{3})[0].Acceptance; math.Abs(got-compare("matched", 3)) > 1e-9 {
		t.Errorf("matching says %v", got)
	}
}

// A creator, a campaign and a segment that came later are known at once.
func TestWhatIsNewIsFollowed(t *testing.T) {
	t.Parallel()

	b := drawn(20, 20)
	learned, err := acceptance.Learn(Market(b), 400*secondsADay)
	if err != nil {
		t.Fatal(err)
	}
	m := match.New(b)
	a := New(b, learned)
	m.SetAcceptance(a)
	m.Add([]match.Campaign{{Brand: 0, Day: 395}}, nil, nil, []match.Word{{Key: "u", Dimension: "GENDER"}}, nil, nil)
	m.Change(match.Creator{Key: "new", Followers: 500, Agency: insight.Unknown, Audience: []insight.Share{{Segment: 2, Part: 1}},
		Answers: []match.Answer{{Campaign: 10, Day: 390, Said: match.Declined, Offer: insight.Unknown}}})
	ask := a.Ask(&match.Brief{Brand: insight.Unknown, Rivals: insight.Unknown, Segments: []int32{2}})
	if got := ask(20, 0, 0); !(got > 0 && got < 1) {
		t.Errorf("a new creator accepts by %v", got)
	}
}
