package acceptance

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// record is a model as it is kept.
type record struct {
	Form     int
	Features int
	Model    *Model
}

// recordVersion changes when older records can no longer be read.
const recordVersion = 1

// Record gives the model to be kept.
func (m *Model) Record() ([]byte, error) { return json.Marshal(record{recordVersion, count, m}) }

// ReadRecord reads a record.
func ReadRecord(text []byte) (*Model, error) {
	var r record
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, fmt.Errorf("the model of acceptance cannot be read: %w", err)
	}
	if r.Form != recordVersion || r.Features != count || r.Model == nil {
		return nil, fmt.Errorf("the model of acceptance is of form %d, this version reads form %d; analyse again", r.Form, recordVersion)
	}
	return r.Model, nil
}

// Point is one offer.
type Point struct {
	Offer             int64
	Chance, Low, High float64 // Low and High hold the probability four times in five
	Extrapolated      bool    // such offers were hardly made
}

// Curve is how likely a creator accepts each offer of a brief.
type Curve struct {
	Price    int64 // the asking price
	Points   []Point
	Support  [2]int64 // between these lie 98 of 100 offers made
	Standing Standing
	Reasons  []insight.Reason // of the log-odds at the asking price
	model    *Model
	z        [count]float64
	level    float64
}

// Asks is who is asked to what, and when.
type Asks struct {
	Market      *Market // with the creator's invitations
	Creator     int32
	Brief       Campaign
	Format      int   // whose price is asked
	Now         int64 // seconds since 1970-01-01
	Recommended bool
}

// Curve works out a creator's curve for a brief. Answers before now count.
func (m *Model) Curve(a Asks) *Curve {
	market := *a.Market
	market.Campaigns = append(slices.Clone(market.Campaigns), a.Brief)
	g := newFeatureBuilder(&market)
	g.levels, g.learned = m.Levels, true
	for s, key := range market.Segments {
		if share, known := m.Shares[key]; known {
			g.shares[s] = share
		}
	}
	standing := m.standing(g, a)
	price := market.Creators[a.Creator].Prices[a.Format]
	asked := Invitation{Creator: a.Creator, Campaign: int32(len(market.Campaigns) - 1), At: a.Now, Offer: price, Recommended: a.Recommended}
	g.Campaigns[asked.Campaign].Formats = []int{a.Format}
	facts := g.facts(&asked)
	starts := a.Brief.Starts
	if starts == insight.Unknown {
		starts = int32(a.Now / daySeconds)
	}
	c := &Curve{Price: price, Standing: standing, model: m, z: m.standard(facts), level: m.Levels.at(starts)}
	c.z[own] = standing.Mean
	for i, bound := range m.Support {
		c.Support[i] = int64(math.Round(float64(price) * math.Exp(bound+c.level)))
	}
	c.draw()
	c.Reasons = c.reasons(&facts)
	return c
}

// standing follows a creator's invitations and answers up to now.
func (m *Model) standing(g *featureBuilder, a Asks) Standing {
	s := m.New()
	facts := map[int]Facts{}
	for _, e := range events(g.Invitations) {
		one := &g.Invitations[e.number]
		if one.Creator != a.Creator || e.at > a.Now {
			continue
		}
		if !e.answer {
			facts[e.number] = g.facts(one)
			g.asked[one.Creator]++
			continue
		}
		z := m.standard(facts[e.number])
		s = s.after(m.base(&z), one.Accepted)
		g.answer(one)
	}
	return s
}

// steps of a curve: offers from half the asking price to twice, a tenth apart.
const (
	leastStep = 5
	maxStep   = 20
)

func (c *Curve) draw() {
	least := 0.0
	for step := leastStep; step <= maxStep; step++ {
		p := c.At(int64(math.Round(float64(c.Price) * float64(step) / 10)))
		p.Low = max(p.Low, least) // the less is known, the wider; but never falling
		least = p.Low
		c.Points = append(c.Points, p)
	}
}

// At gives the point of an offer above 0.
func (c *Curve) At(offered int64) Point {
	z := c.z
	x := math.Log(float64(offered)/float64(c.Price)) - c.level
	z[offer] = (x - c.model.Means[offer]) / c.model.Scales[offer]
	middle := c.model.base(&z) + c.model.Weights[own]*c.Standing.Mean
	spread := 1.2816 * math.Sqrt(c.Standing.Variance+c.model.OfferVar*z[offer]*z[offer])
	return Point{Offer: offered, Chance: sigmoid(shrunk(c.Standing.Variance) * middle), Low: sigmoid(middle - spread), High: sigmoid(middle + spread),
		Extrapolated: x < c.model.Support[0] || x > c.model.Support[1]}
}

// maxOffer is the highest offer considered, as a multiple of the asking price.
const maxOffer = 4

// BreakEven is the least offer that is accepted with a probability; known is false where none up to four times the asking
// price is.
func (c *Curve) BreakEven(chance float64) (offered int64, known bool) {
	low, high := int64(1), maxOffer*c.Price
	if c.At(high).Chance < chance {
		return 0, false
	}
	for low < high {
		if middle := low + (high-low)/2; c.At(middle).Chance >= chance {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low, true
}

// Best is the offer from which most is to be expected if the work is worth so much: where the probability times what is
// left over is greatest.
func (c *Curve) Best(worth int64) int64 {
	best, most := int64(0), 0.0
	for _, p := range c.Points {
		if left := p.Chance * float64(worth-p.Offer); left > most {
			best, most = p.Offer, left
		}
	}
	return best
}

// PastPerformance, BudgetFit and LikelyToAccept are the kinds of the reasons of a curve.
const (
	budgetFit      insight.Kind = "BUDGET_FIT"
	likelyToAccept insight.Kind = "LIKELY_TO_ACCEPT"
)

// reasons are the terms of the log-odds at the asking price; they add up to it.
func (c *Curve) reasons(f *Facts) []insight.Reason {
	w, k := &c.model.Weights, shrunk(c.Standing.Variance)
	sum := func(features ...int) (total float64) {
		for _, i := range features {
			total += k * w[i] * c.z[i]
		}
		return total
	}
	all := []insight.Reason{
		{Kind: likelyToAccept, Weight: sum(constant), Text: fmt.Sprintf("达人通常接受%.0f%%的邀约 · creators usually accept %.0f %% of invitations",
			100*sigmoid(sum(constant)), 100*sigmoid(sum(constant)))},
		{Kind: insight.PastPerformance, Weight: sum(own), Text: fmt.Sprintf("该达人已回复%d次邀约 · this creator has answered %d invitations",
			c.Standing.Answers, c.Standing.Answers)},
		{Kind: budgetFit, Weight: sum(offer, price), Text: fmt.Sprintf("档期内报价水平为刊例价的%.0f%% · offers in these weeks are %.0f %% of asking prices",
			100*math.Exp(c.level), 100*math.Exp(c.level))},
		{Kind: insight.SameCategory, Weight: sum(category), Text: "类目匹配度 · how near its categories are"},
		{Kind: insight.SimilarAudience, Weight: sum(audience), Text: "受众匹配度 · how well its audience is aimed at"},
		{Kind: insight.SharedBrands, Weight: sum(together), Text: fmt.Sprintf("已为该品牌接单%.0f次 · it accepted %.0f invitations of the brand",
			math.Expm1(f.Together), math.Expm1(f.Together))},
		{Kind: likelyToAccept, Weight: sum(busyness, lead, asked), Text: fmt.Sprintf("近期档期占用%.1f · recent bookings %.1f", f.Busy, f.Busy)},
		{Kind: insight.SimilarSize, Weight: sum(size, signed, chosen), Text: "体量与签约情况 · size and contract"},
	}
	all = slices.DeleteFunc(all, func(r insight.Reason) bool { return r.Weight == 0 })
	slices.SortStableFunc(all, func(a, b insight.Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}
