package market

import "math"

// How brands choose by their own experience: old acquaintances, the rosters of agencies they know, and
// for the rest great names of the fields it advertises in.
const (
	chooseRegular = 0.3
	chooseRoster  = 0.25
	fameOwn       = 0.4 // the power of followers by which great names are thought of
)

// How recommendation chooses: the best of a few candidates, most of them from the brief's own circle. Of a
// large group only so many are at hand for one campaign; without that, recommendation would get better the
// larger the market is, and the market would leave the figures it is calibrated to.
const (
	candidates     = 24
	circleAtHand   = 80
	topicAtHand    = 200
	fieldAtHand    = 800
	fromCircle     = 0.6
	fromTopic      = 0.25
	fameRecommends = 0.25
	fitWeight      = 1.0
	appealWeight   = 0.6
	bargainWeight  = 0.8
	scoreNoise     = 0.4
	noiseScale     = scoreNoise * 0.7797 // √6/π: of the Gumbel noise that strays as far, whose best has a softmax's chance
)

// Everyone who can be chosen, by circle, and by agency.
type creatorChoice struct {
	byFame      weighted
	byCandidacy weighted
	roster      grouping
}

func newCreatorChoice(m *generator) creatorChoice {
	byCircle := newGrouping(len(m.creators), len(m.taxonomy.circles), func(i int) int {
		return int(m.creators[i].circle)
	})
	return creatorChoice{byCircle.byFollowers(m.creators, fameOwn),
		byCircle.byFollowers(m.creators, fameRecommends), m.agencies.roster}
}

// selfPicked draws a creator as a brand would that goes by experience; −1 if nobody comes to mind.
func (s *simulation) selfPicked(d *rng, c *campaign) int {
	switch how := d.Float64(); {
	case how < chooseRegular && c.brand.regulars.known > 0:
		return c.brand.regulars.any(d)
	case how < chooseRegular+chooseRoster:
		agency := pick(d, c.brand.agencies[:])
		return s.choosing.roster.anyOf(d, agency, agency+1)
	}
	f := s.maker.taxonomy.fields[pick(d, c.trade.fields)]
	return s.choosing.byFame.draw(d, f.first*circlesPerTopic, f.end*circlesPerTopic)
}

// modelVersion is told of every recommended invitation: the rule below is the market's only model.
const modelVersion = "market-1"

// recommendation is a recommended creator with score, rank in the campaign, and its propensity among the
// candidates, whose order the noise decides.
type recommendation struct {
	creator    int
	score      float64
	rank       int
	propensity float64
}

// recommendedOne draws candidates and gives the one who scores best by fit, by the clicks of earlier
// campaigns and by views for the price, all known only roughly; −1 if all drawn are asked already.
func (s *simulation) recommendedOne(d *rng, c *campaign, asked map[int]bool) recommendation {
	best := recommendation{creator: -1}
	drawn, weights := make([]int, 0, candidates), make([]float64, 0, candidates)
	for range candidates {
		i := s.candidate(d, c)
		if i < 0 || asked[i] {
			continue
		}
		one := &s.maker.creators[i]
		known := fitWeight*fit(s.maker.taxonomy, one, c) + appealWeight*float64(one.appeal) +
			bargainWeight*float64(one.bargain)
		score := known + d.normal(0, scoreNoise)
		if best.creator < 0 || score > best.score {
			best.creator, best.score = i, score
		}
		drawn, weights = append(drawn, i), append(weights, math.Exp(known/noiseScale))
	}
	var own, all float64
	for k, weight := range weights {
		all += weight
		if drawn[k] == best.creator {
			own += weight
		}
	}
	if all > 0 {
		best.propensity = own / all
	}
	return best
}

// candidate draws from the brief's circle, its topic, or its field.
func (s *simulation) candidate(d *rng, c *campaign) int {
	topic := s.maker.taxonomy.circles[c.circle].topic
	first, end, most := topic*circlesPerTopic, (topic+1)*circlesPerTopic, topicAtHand
	switch how := d.Float64(); {
	case how < fromCircle:
		first, end, most = c.circle, c.circle+1, circleAtHand
	case how >= fromCircle+fromTopic:
		f := s.maker.taxonomy.fields[c.field]
		first, end, most = f.first*circlesPerTopic, f.end*circlesPerTopic, fieldAtHand
	}
	return s.choosing.byCandidacy.drawNear(d, first, end, most, c.at)
}
