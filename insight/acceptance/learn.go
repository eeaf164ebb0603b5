package acceptance

import (
	"errors"
	"math"
)

// The features, by their places: an unknown one counts as the mean.
const (
	constant = iota
	offer
	size
	price
	category
	audience
	together
	busyness
	lead
	chosen
	signed
	asked
	own // the creator's willingness, as far as answers tell
	count
)

func (f Facts) vector() [count]float64 {
	return [count]float64{1, f.Offer, f.Size, f.Price, f.Category, f.Audience, f.Together, f.Busy, f.Lead, f.Chosen, f.Signed, f.Asked, 0}
}

// Standing is what a creator's answers tell of its willingness: log-odds added to what the facts give.
type Standing struct {
	Mean, Variance float64
	Answers        int
}

// shrunk is by what the log-odds shrink towards nothing when they are uncertain (MacKay, Neural Computation 4, 1992).
func shrunk(variance float64) float64 { return 1 / math.Sqrt(1+math.Pi*variance/8) }

// after moves a standing by an answer to an invitation with such log-odds without it.
func (s Standing) after(base float64, accepted bool) Standing {
	p := sigmoid(shrunk(s.Variance) * (base + s.Mean))
	came := 0.0
	if accepted {
		came = 1
	}
	variance := 1 / (1/s.Variance + p*(1-p))
	return Standing{s.Mean + variance*(came-p), variance, s.Answers + 1}
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Model is what was learned.
type Model struct {
	Weights  [count]float64 // of standardised features
	Means    [count]float64
	Scales   [count]float64
	Spread   float64 // variance of willingness among creators
	Rows     int
	Support  [2]float64         // of Facts.Offer: between these lie 98 % of the offers seen
	OfferVar float64            // variance of the offer's weight
	Shares   map[string]float64 // of segments among all audiences, by key
	Levels   levels
}

// minRows is the least number of training rows.
const minRows = 200

// ErrFew is the error of too few answers.
var ErrFew = errors.New("too few answered invitations to learn acceptance from: 200 are needed, of which some were declined")

// spreads are the variances tried, rounds how often weights and willingness are learned in turn.
var spreads = [...]float64{0.02, 0.15, 0.4, 0.7, 1, 1.5}

const (
	rounds = 4
	ridge  = 2 // a prior on standardised weights
)

// Learn learns from what was answered before a moment.
func Learn(m *Market, before int64) (*Model, error) {
	rows, g := buildRows(m)
	known := func(r row) bool { return r.Answered > 0 && r.Answered <= before && r.Answered >= r.At }
	model := &Model{Spread: 0.5}
	accepted := 0.0
	for _, r := range rows {
		if known(r) {
			model.Rows++
			accepted += bool01(r.Accepted)
		}
	}
	if share := accepted / max(1, float64(model.Rows)); model.Rows < minRows || share == 0 || share == 1 {
		return nil, ErrFew
	}
	order := events(m.Invitations)
	model.standardise(rows, known)
	model.Weights[constant] = math.Log(accepted / (float64(model.Rows) - accepted))
	model.Weights[own] = 1
	for range rounds {
		model.fit(rows, order, known)
	}
	model.chooseSpread(rows, order, known)
	for range 2 {
		model.fit(rows, order, known)
	}
	model.Levels, model.Shares = g.levels, map[string]float64{}
	for s, key := range m.Segments {
		model.Shares[key] = g.shares[s]
	}
	return model, nil
}

// chooseSpread sets the spread of least loss.
func (m *Model) chooseSpread(rows []row, order []event, known func(row) bool) {
	best, least := m.Spread, math.Inf(1)
	for _, spread := range spreads {
		m.Spread = spread
		loss := 0.0
		m.follow(rows, order, known, func(r row, z *[count]float64, s Standing) {
			loss -= math.Log(chanceOf(m.logOdds(z, s), r.Accepted))
		})
		if loss < least {
			best, least = spread, loss
		}
	}
	m.Spread = best
}

func bool01(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func chanceOf(logOdds float64, accepted bool) float64 {
	if !accepted {
		logOdds = -logOdds
	}
	return max(sigmoid(logOdds), 1e-12)
}

// standardise notes means and spreads of the features, and between what offers lie.
func (m *Model) standardise(rows []row, known func(row) bool) {
	var offers []float64
	var n, sum, squares [count]float64
	for _, r := range rows {
		if !known(r) {
			continue
		}
		for f, x := range r.vector() {
			if !math.IsNaN(x) {
				n[f]++
				sum[f] += x
				squares[f] += x * x
			}
		}
		if !math.IsNaN(r.Facts.Offer) {
			offers = append(offers, r.Facts.Offer)
		}
	}
	for f := range count {
		m.Means[f], m.Scales[f] = sum[f]/max(1, n[f]), 1
		if v := squares[f]/max(1, n[f]) - m.Means[f]*m.Means[f]; v > 1e-9 {
			m.Scales[f] = math.Sqrt(v)
		}
	}
	m.Means[constant], m.Scales[constant], m.Means[own], m.Scales[own] = 0, 1, 0, 1
	m.Support = supportOf(offers)
}

// standard gives facts as features around their means.
func (m *Model) standard(f Facts) [count]float64 {
	z := f.vector()
	for i := range z {
		if math.IsNaN(z[i]) {
			z[i] = 0
		} else {
			z[i] = (z[i] - m.Means[i]) / m.Scales[i]
		}
		if i != offer {
			z[i] = min(max(z[i], -4), 4) // what was hardly seen says no more than what was
		}
	}
	return z
}

// base is the log-odds of what is known of the invitation without the creator's standing.
func (m *Model) base(z *[count]float64) float64 {
	sum := 0.0
	for f := range own {
		sum += m.Weights[f] * z[f]
	}
	return sum
}

func (m *Model) logOdds(z *[count]float64, s Standing) float64 {
	return shrunk(s.Variance) * (m.base(z) + m.Weights[own]*s.Mean)
}

// New is the standing of a creator who has not answered yet.
func (m *Model) New() Standing { return Standing{Variance: m.Spread} }

// follow goes through all that happened; take gets each row that is known with the standing when it went out.
func (m *Model) follow(rows []row, order []event, known func(row) bool, take func(r row, z *[count]float64, s Standing)) {
	standings := map[int32]Standing{}
	for _, e := range order {
		r := rows[e.number]
		if !known(r) {
			continue
		}
		s, met := standings[r.Creator]
		if !met {
			s = m.New()
		}
		z := m.standard(r.Facts)
		if e.answer {
			standings[r.Creator] = s.after(m.base(&z), r.Accepted)
			continue
		}
		take(r, &z, s)
	}
}
