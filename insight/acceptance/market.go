package acceptance

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Formats is how many formats have prices.
const Formats = 4

// Creator is what is known of one.
type Creator struct {
	Key        string
	Followers  int64          // insight.Unknown where nobody knows
	Prices     [Formats]int64 // 0 where none is published
	Categories []int32
	Audience   []insight.Share
	Signed     bool // with an agency
}

// Campaign is what is known of one.
type Campaign struct {
	Brand      int32
	Starts     int32 // the day; insight.Unknown where nobody knows
	Categories []int32
	Segments   []int32
	Formats    []int // none allows all
}

// Invitation is a creator asked to a campaign. Moments are seconds since 1970-01-01.
type Invitation struct {
	Creator, Campaign int32
	At                int64
	Offer             int64 // 0 where none was named
	Recommended       bool
	Answered          int64 // 0 while open
	Accepted          bool
}

// Market is all that was asked and answered.
type Market struct {
	Creators    []Creator
	Campaigns   []Campaign
	Invitations []Invitation
	Parents     []int32  // of categories; insight.Unknown at the top
	Segments    []string // keys
	Dimensions  []string // of each of Segments
}

// Facts are what is known when an invitation goes out. NaN stands for unknown.
type Facts struct {
	Offer    float64 // ln of the offer against the price, less the level of those weeks
	Size     float64 // ln of followers
	Price    float64 // ln of the price
	Category float64 // 2 in one of the campaign's, 1 beside one, 0
	Audience float64 // mean over dimensions of ln of the share of the segments aimed at against everybody's
	Together float64 // earlier acceptances of the brand's invitations
	Busy     float64 // bookings, older ones counting less
	Lead     float64 // days to the campaign's start
	Chosen   float64 // 1 recommended, 0 by experience
	Signed   float64
	Asked    float64 // ln of 1 + earlier invitations
}

// row is an invitation with its facts.
type row struct {
	Facts
	*Invitation
	number int // of the invitation
}

const daySeconds = 24 * 60 * 60

// busyDays is in how many days a booking's weight falls to a third.
const busyDays = 21

// event is an invitation that goes out, or an answer that comes in.
type event struct {
	at     int64
	answer bool
	number int
}

// events orders all that happens; what comes in at the moment at which another goes out counts for it.
func events(all []Invitation) []event {
	list := make([]event, 0, 2*len(all))
	for i, one := range all {
		list = append(list, event{one.At, false, i})
		if one.Answered > 0 && one.Answered >= one.At { // answers before the question are nobody's
			list = append(list, event{one.Answered, true, i})
		}
	}
	slices.SortStableFunc(list, func(a, b event) int {
		if a.at == b.at && a.answer != b.answer {
			if a.answer {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.at, b.at)
	})
	return list
}

// featureBuilder replays the market to compute the features of each invitation.
type featureBuilder struct {
	*Market
	levels   levels
	learned  bool      // levels are known, with what the invitations tell
	shares   []float64 // of each segment among all audiences
	busy     []busy
	together []map[int32]float64 // by creator and brand
	asked    []int
}

type busy struct {
	bookings float64
	day      int32
}

func (b busy) at(day int32) float64 {
	return b.bookings * math.Exp(-max(0, float64(day-b.day))/busyDays)
}

func newFeatureBuilder(m *Market) *featureBuilder {
	return &featureBuilder{Market: m, levels: levels{}, shares: meanShares(m), busy: make([]busy, len(m.Creators)),
		together: make([]map[int32]float64, len(m.Creators)), asked: make([]int, len(m.Creators))}
}

// buildRows gives the features of each invitation as of the moment it was sent.
func buildRows(m *Market) ([]row, *featureBuilder) {
	g := newFeatureBuilder(m)
	rows := make([]row, len(m.Invitations))
	for _, e := range events(m.Invitations) {
		one := &m.Invitations[e.number]
		if e.answer {
			g.answer(one)
			continue
		}
		rows[e.number] = row{g.facts(one), one, e.number}
		g.asked[one.Creator]++
	}
	return rows, g
}

func (g *featureBuilder) answer(one *Invitation) {
	if !one.Accepted {
		return
	}
	c := &g.Campaigns[one.Campaign]
	day := c.Starts
	if day == insight.Unknown {
		day = int32(one.Answered / daySeconds)
	}
	g.busy[one.Creator] = busy{g.busy[one.Creator].at(day) + 1, max(day, g.busy[one.Creator].day)}
	if g.together[one.Creator] == nil {
		g.together[one.Creator] = map[int32]float64{}
	}
	g.together[one.Creator][c.Brand]++
}

func (g *featureBuilder) facts(one *Invitation) Facts {
	who, c := &g.Creators[one.Creator], &g.Campaigns[one.Campaign]
	day := int32(one.At / daySeconds)
	f := Facts{Offer: math.NaN(), Size: logOf(who.Followers), Price: math.NaN(), Audience: g.meets(who, c), Lead: math.NaN(),
		Category: g.category(who, c), Together: math.Log1p(g.together[one.Creator][c.Brand]),
		Busy: g.busy[one.Creator].at(day), Asked: math.Log1p(float64(g.asked[one.Creator]))}
	if one.Recommended {
		f.Chosen = 1
	}
	if who.Signed {
		f.Signed = 1
	}
	starts := c.Starts
	if starts == insight.Unknown {
		starts = day
	} else {
		f.Lead = float64(max(0, starts-day))
	}
	level := g.levels.at(starts)
	if price, ratio, known := nearestPrice(who, c.Formats, one.Offer, level); known {
		f.Price = math.Log(float64(price))
		f.Offer = ratio - level
		if !g.learned {
			g.levels.add(starts, ratio)
		}
	}
	return f
}

func logOf(n int64) float64 {
	if n <= 0 {
		return math.NaN()
	}
	return math.Log(float64(n))
}

// nearestPrice is the price, of the formats that a campaign allows, that an offer is nearest to, and ln of the offer
// against it.
func nearestPrice(who *Creator, formats []int, offer int64, level float64) (price int64, ratio float64, known bool) {
	if offer <= 0 {
		return 0, 0, false
	}
	best := math.Inf(1)
	for f, asks := range who.Prices {
		if asks <= 0 || len(formats) > 0 && !slices.Contains(formats, f) {
			continue
		}
		r := math.Log(float64(offer) / float64(asks))
		if off := math.Abs(r - level); off < best {
			best, price, ratio, known = off, asks, r, true
		}
	}
	return price, ratio, known
}
