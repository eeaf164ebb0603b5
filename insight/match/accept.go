package match

import "math"

// Acceptance predicts the probability that a creator accepts an offer.
type Acceptance interface {
	// Ask prepares a brief; the function predicts for its creators, and is for one goroutine.
	Ask(b *Brief) func(creator int32, f Format, offer int64) float64
	// Changed announces that a creator has changed or was added.
	Changed(creator int32)
}

const (
	// priorAcceptance is the acceptance rate before any answers are known (the marketplace's report, docs/market.md).
	priorAcceptance = 0.88
	// priorAnswers is the weight of the mean rate, in answers of a creator.
	priorAnswers = 10
	// offerElasticity is the rise of the log-odds with ln of the offer over the asking price.
	offerElasticity = 2
)

// smoothedRate is a creator's past acceptance rate, shrunk towards the mean.
type smoothedRate struct{ m *Model }

func (m *Model) count(a *Answer, sign float64) {
	if a.Said == Pending {
		return
	}
	m.accepted[1] += sign
	if a.Said == Accepted {
		m.accepted[0] += sign
	}
}

// acceptanceRate is the mean acceptance rate.
func (m *Model) acceptanceRate() float64 {
	return (m.accepted[0] + priorAcceptance*priorAnswers) / (m.accepted[1] + priorAnswers)
}

// Ask implements Acceptance.
func (r smoothedRate) Ask(*Brief) func(int32, Format, int64) float64 { return r.accept }

// Changed implements Acceptance: nothing is cached.
func (r smoothedRate) Changed(int32) {}

func (r smoothedRate) accept(p int32, f Format, offer int64) float64 {
	c := &r.m.book.Creators[p]
	taken, asked := r.m.acceptanceRate()*priorAnswers, float64(priorAnswers)
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
		share = 1 / (1 + math.Exp(-math.Log(share/(1-share))-offerElasticity*math.Log(float64(offer)/float64(price))))
	}
	return share
}

// SetAcceptance replaces the model of acceptance.
func (m *Model) SetAcceptance(a Acceptance) { m.acceptance = a }
