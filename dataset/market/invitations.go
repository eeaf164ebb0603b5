package market

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// invitation is one creator asked to one campaign, with what would come of it.
type invitation struct {
	creator     int
	format      int
	recommended bool
	regular     bool
	chosen      recommendation // by a recommendation
	invited     time.Time
	offer       int64
	expected    expectation
	answer      string // once it is drawn; empty while nobody has answered
}

// The log-odds of accepting: the level is set so that 88 of 100 are accepted.
const (
	acceptLevel     = 2.3
	acceptByOffer   = 2.0 // for ln of the offer against the price asked that day
	acceptByFit     = 0.3
	acceptByBusy    = -0.25 // for each recent booking
	acceptByRegular = 0.5   // for having worked with the brand
)

// Invitations go out between least and most lead days before the campaign, and lapse after a week.
const (
	minLeadDays = 8
	maxLeadDays = 35
	lapseAfter  = 7 * 24 * time.Hour
)

// invite chooses creators until the campaign is full or nobody else is found.
func (s *simulation) invite(d *rng, c *campaign) []invitation {
	invitations := make([]invitation, 0, c.size)
	asked := make(map[int]bool, c.size)
	for tries := 0; len(invitations) < c.size && tries < 4*c.size; tries++ {
		recommended := c.recommended != d.chance(0.06)
		best := recommendation{creator: -1}
		if recommended {
			best = s.recommendedOne(d, c, asked)
		} else {
			best.creator = s.selfPicked(d, c)
		}
		if best.creator < 0 || asked[best.creator] {
			continue
		}
		if one, fits := s.drawInvitation(d, c, best.creator); fits {
			asked[best.creator] = true
			one.recommended, one.chosen = recommended, best
			invitations = append(invitations, one)
		}
	}
	rank(invitations)
	return invitations
}

// rank gives recommended creators their places, by the scores that they were chosen by.
func rank(invitations []invitation) {
	var order []int
	for i := range invitations {
		if invitations[i].recommended {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(invitations[b].chosen.score, invitations[a].chosen.score)
	})
	for place, i := range order {
		invitations[i].chosen.rank = place + 1
	}
}

// drawInvitation makes an invitation; fits is false if the creator was not there yet, offers none of the
// formats or is too dear.
func (s *simulation) drawInvitation(d *rng, c *campaign, creator int) (one invitation, fits bool) {
	m := s.maker
	who := &m.creators[creator]
	format := pick(d, c.formats)
	on := min(c.starts-day(d.between(minLeadDays, maxLeadDays)), m.today-1-day(d.IntN(4)))
	price := float64(who.asking(format)) * c.climate.price
	if on <= who.joined || !who.offers(format) || price > float64(c.purse) {
		return one, false
	}
	offer := roundPrice(price * 0.99 * d.factor(0.1))
	one = invitation{creator: creator, format: format, invited: on.at(3600 + d.IntN(50_000)), offer: offer,
		expected: expect(who, c, format, fit(m.taxonomy, who, c), m.responses.of(who, m.taxonomy)),
		regular:  slices.Contains(c.brand.regulars.filled(), int32(creator))}
	logOdds := acceptLevel + float64(who.willing) + acceptByOffer*math.Log(float64(offer)/price) +
		acceptByFit*one.expected.fit + acceptByBusy*s.busyAt(creator, on)
	if one.regular {
		logOdds += acceptByRegular
	}
	one.expected.acceptance = sigmoid(logOdds)
	return one, true
}

// answer draws the answer, writes the invitation, and has the creator take part if it was accepted.
func (s *simulation) answer(d *rng, c *campaign, one *invitation) error {
	m := s.maker
	accepted := d.chance(one.expected.acceptance)
	answer, after := "DECLINED", min(time.Duration(d.ExpFloat64()*float64(30*time.Hour)), lapseAfter-time.Hour)
	if accepted {
		answer = "ACCEPTED"
	} else if d.chance(0.3) {
		answer, after = "EXPIRED", lapseAfter
	}
	answered := one.invited.Add(after.Truncate(time.Second))
	source := "SELF_PICKED"
	var version, place, propensity any
	if one.recommended {
		source, version, place = "RECOMMENDED", modelVersion, int64(one.chosen.rank)
		propensity = math.Round(one.chosen.propensity*1e4) / 1e4
	}
	var said, when any = answer, answered
	pending := !answered.Before(m.today.date())
	if pending {
		said, when = nil, nil
	} else {
		one.answer = answer
	}
	err := s.out.write("invitations", campaignKey(c.number), creatorKey(one.creator), one.invited, source,
		one.offer, said, when, version, place, propensity)
	if err != nil {
		return err
	}
	if err := s.writeExpected(c, one); err != nil {
		return err
	}
	if pending {
		return s.reserve(c, one, "HELD")
	}
	s.figures.Answered++
	if !accepted {
		return nil
	}
	s.figures.Accepted++
	if err := s.reserve(c, one, "BOOKED"); err != nil {
		return err
	}
	return s.participate(d, c, one, source)
}

// writeExpected writes to the truth what a perfect model would have said.
func (s *simulation) writeExpected(c *campaign, one *invitation) error {
	e := one.expected
	return s.maker.truth.write("invitations", campaignKey(c.number), creatorKey(one.creator),
		formatNames()[one.format], real(e.fit), real(e.impressions), real(e.ctr*e.response), real(e.cvr), real(e.acceptance))
}

// participate writes what came of an accepted invitation; outcomes of unfinished campaigns are not known.
func (s *simulation) participate(d *rng, c *campaign, one *invitation, source string) error {
	m := s.maker
	who := &m.creators[one.creator]
	s.book(one.creator, c.starts)
	if !one.recommended {
		c.brand.regulars.remember(one.creator)
	}
	s.responding.take(forResponding, s.paid)
	o := one.expected.outcomeOf(d, c, who).respond(s.responding, one.expected.response)
	cells := []any{campaignKey(c.number), creatorKey(one.creator), source, one.offer, nil, nil, nil, nil, nil}
	if c.ends < m.today {
		cells = append(cells[:4], o.impressions, o.engagements, o.clicks, o.conversions, o.gmv)
		if one.recommended {
			s.figures.Recommended.add(one.offer, o)
		} else {
			s.figures.SelfPicked.add(one.offer, o)
		}
	}
	if err := s.out.write("participations", cells...); err != nil {
		return err
	}
	return s.writePaidContent(c, one, o)
}
