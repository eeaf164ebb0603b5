package match

import "math"

// Acceptance says how likely a creator takes an offer in a brief.
type Acceptance interface {
	// Ask puts a brief; what it gives tells of creators in it, and is for one goroutine.
	Ask(b *Brief) func(creator int32, f Format, offer int64) float64
	// Changed tells that a creator is another, or that there is one more.
	Changed(creator int32)
}

const (
	// usually is how many invitations are accepted where nobody knows (the marketplace's report, docs/market.md).
	usually = 0.88
	// worthAnswers is how many answers of all creators count as much as a creator's own.
	worthAnswers = 10
	// byOffer is by how much the log-odds rise with ln of the offer against the asking price.
	byOffer = 2
)

// rateOf is how often a creator accepted before, shrunk to how often all do.
type rateOf struct{ m *Model }

func (m *Model) count(a *Answer, sign float64) {
	if a.Said == Pending {
		return
	}
	m.accepted[1] += sign
	if a.Said == Accepted {
		m.accepted[0] += sign
	}
}

// usual is how often invitations are accepted.
func (m *Model) usual() float64 {
	return (m.accepted[0] + usually*worthAnswers) / (m.accepted[1] + worthAnswers)
}

// Ask implements Acceptance.
func (r rateOf) Ask(*Brief) func(int32, Format, int64) float64 { return r.accept }

// Changed implements Acceptance: there is nothing to bring up to now.
func (r rateOf) Changed(int32) {}

func (r rateOf) accept(p int32, f Format, offer int64) float64 {
	c := &r.m.book.Creators[p]
	taken, asked := r.m.usual()*worthAnswers, float64(worthAnswers)
	for _, a := range c.Answers {
		if a.Said == Pending {
			continue
		}
		asked++
		if a.Said == Accepted {
			taken++
		}
	}
	share := math.Min(0.995, taken/asked)
	if price := c.Prices[f]; price > 0 && offer > 0 && offer != price {
		share = 1 / (1 + math.Exp(-math.Log(share/(1-share))-byOffer*math.Log(float64(offer)/float64(price))))
	}
	return share
}

// Accepting puts another model of acceptance in the place of the plain one.
func (m *Model) Accepting(a Acceptance) { m.takes = a }
