package evaluation

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight/match"
)

// floors are what a buyer could do without a model.
type floors struct {
	book           *match.Book
	cpm, clickCost float64 // of all: fee for an impression, for a click
	shrinkViews    float64 // impressions that count as much as a creator's own
	shrinkClicks   float64
}

func newFloors(b *match.Book) *floors {
	f := &floors{book: b, shrinkViews: 50_000, shrinkClicks: 100}
	fees, views, clicked := 0.0, 1.0, 1.0
	for p := range b.Creators {
		for _, w := range b.Creators[p].Works {
			if w.Fee > 0 && w.Impressions > 0 && w.Clicks >= 0 {
				fees, views, clicked = fees+float64(w.Fee), views+float64(w.Impressions), clicked+float64(w.Clicks)
			}
		}
	}
	f.cpm, f.clickCost = fees/views, fees/clicked
	return f
}

// score adds each floor's score of a creator.
func (f *floors) score(b *brief, e *Expected) {
	c := &f.book.Creators[e.Creator]
	followers := math.Max(1, float64(c.Followers))
	fees, views, clicked := 0.0, 0.0, 0.0
	for _, w := range c.Works {
		if w.Fee > 0 && w.Impressions > 0 && w.Clicks >= 0 {
			fees, views, clicked = fees+float64(w.Fee), views+float64(w.Impressions), clicked+float64(w.Clicks)
		}
	}
	b.addScore("most followers", followers)
	b.addScore("cheapest per follower", -float64(c.Prices[e.Format])/followers)
	b.addScore("past CPM", -(fees+f.shrinkViews*f.cpm)/(views+f.shrinkViews))
	b.addScore("past cost per click", -(fees+f.shrinkClicks*f.clickCost)/(clicked+f.shrinkClicks))
}
