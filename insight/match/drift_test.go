package match_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// halving is a book of two categories in which a campaign of eight creators begins each day; from a day on those of the first
// category get half the clicks.
func halving(from int32) *match.Book {
	dice := rand.New(rand.NewPCG(8, 8))
	b := &match.Book{Categories: []match.Word{{Key: "food", Of: insight.Unknown}, {Key: "cars", Of: insight.Unknown}}, Day: 400,
		Brands: []match.Brand{{Key: "acme"}}}
	for p := range 80 {
		b.Creators = append(b.Creators, match.Creator{Key: fmt.Sprintf("cr-%03d", p), Followers: int64(5000 + 700*p),
			Categories: []int32{int32(p % 2)}, Agency: insight.Unknown})
	}
	for day := range int32(400) {
		b.Campaigns = append(b.Campaigns, match.Campaign{Key: fmt.Sprint("c", day), Brand: 0, Objective: match.Consideration, Day: day,
			Formats: []match.Format{0}, Categories: []int32{0}})
		common := .2 * dice.NormFloat64()
		for k := range 8 {
			c := &b.Creators[(int(day)*8+k)%80]
			views := float64(2*c.Followers) * math.Exp(.4*dice.NormFloat64())
			clicked := views * .01 * math.Exp(common+.5*dice.NormFloat64())
			if c.Categories[0] == 0 && day >= from {
				clicked /= 2
			}
			c.Works = append(c.Works, match.Work{Campaign: day, Format: 0, Fee: 1000, Impressions: int64(views), Clicks: int64(clicked),
				Conversions: insight.Unknown, GMV: insight.Unknown})
		}
	}
	return b
}

// A category whose clicks per impression halve is told of within 300 contents, and nothing else is.
func TestHalvedCategoriesAreTold(t *testing.T) {
	t.Parallel()

	const from = 320
	found := false
	for _, d := range match.New(halving(from)).Drifts() {
		switch {
		case d.Category == 0 && d.Clicks && d.Fell && d.Seen >= from:
			if contents := int(d.Seen-from+1) * 4; !found && contents > 300 {
				t.Errorf("seen after %d contents", contents)
			}
			found = true
		case d.Category == 0 && d.Clicks: // what came before is more than what is expected now
		default:
			t.Errorf("a false alarm: %+v", d)
		}
	}
	if !found {
		t.Error("it was not seen")
	}
}

func TestSteadyCategoriesAreNotTold(t *testing.T) {
	t.Parallel()

	if got := match.New(halving(1000)).Drifts(); len(got) > 1 { // 13 months, less than one in a month
		t.Errorf("false alarms: %+v", got)
	}
}
