package market

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
)

// Everyone who can be chosen, by circle, and by agency.
type choosing struct {
	byFame      weighted
	byCandidacy weighted
	roster      grouping
}

func newChoosing(m *maker) choosing {
	byCircle := newGrouping(len(m.creators), len(m.taxonomy.circles), func(i int) int {
		return int(m.creators[i].circle)
	})
	return choosing{byCircle.byFollowers(m.creators, fameOwn),
		byCircle.byFollowers(m.creators, fameRecommends), m.agencies.roster}
}

// selfPicked draws a creator as a brand would that goes by experience; −1 if nobody comes to mind.
func (s *simulation) selfPicked(d *dice, c *campaign) int {
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

// recommendedOne draws candidates and gives the one who scores best by fit, by the clicks of earlier
// campaigns and by views for the price, all known only roughly; −1 if all drawn are asked already.
func (s *simulation) recommendedOne(d *dice, c *campaign, asked map[int]bool) int {
	best, bestScore := -1, 0.0
	for range candidates {
		i := s.candidate(d, c)
		if i < 0 || asked[i] {
			continue
		}
		one := &s.maker.creators[i]
		score := fitWeight*fit(s.maker.taxonomy, one, c) + appealWeight*float64(one.appeal) +
			bargainWeight*float64(one.bargain) + d.normal(0, scoreNoise)
		if best < 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// candidate draws from the brief's circle, its topic, or its field.
func (s *simulation) candidate(d *dice, c *campaign) int {
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
