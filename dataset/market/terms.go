package market

import "math"

// The terms that creators agree to.
const (
	rebateShare  = 0.55 // of creators are known to pay back
	ratesShare   = 0.5  // of creators have a rate card
	raisedShare  = 0.3  // of these asked less before
	festiveShare = 0.2  // of these ask more for the festival to come
	shortLength  = 0.75 // the price of a video of up to 20 seconds, against the usual
	awayShare    = 0.1  // of creators are away for some days of the next two months
)

// drawRebate gives the share of fees that a creator pays back, 5 to 40 %; nil where it is not known.
func (m *generator) drawRebate(d *rng, i int) any {
	d.take(forTerms, i)
	if !d.chance(rebateShare) {
		return nil
	}
	return float64(5*d.between(1, 8)) / 100
}

// length is that of videos a rate is for, in seconds; nil where there is no bound.
type length struct {
	least, most any
	price       float64 // against the price asked for the format
}

// lengths are those for which creators name prices.
var lengths = [formatCount][]length{
	shortVideo: {{nil, int64(20), shortLength}, {int64(21), int64(60), 1}},
	midVideo:   {{int64(61), nil, 1}},
	imageText:  {{nil, nil, 1}},
	live:       {{nil, nil, 1}},
}

// writeRates writes a creator's rate card: the prices of creators.csv by length, for some what they were before, and what
// they will be in the festival to come.
func (m *generator) writeRates(d *rng, i int, key string) error {
	d.take(forRates, i)
	c := &m.creators[i]
	if !d.chance(ratesShare) {
		return nil
	}
	raised, isRaised := m.today-day(d.between(30, 360)), d.chance(raisedShare)
	isFestive := d.chance(festiveShare)
	before := 1 / (1.05 + 0.3*d.Float64())
	isRaised = isRaised && raised > c.joined+30
	for f := range formatCount {
		if !c.offers(f) {
			continue
		}
		for _, l := range lengths[f] {
			price := float64(c.asking(f)) * l.price
			rate := func(price float64, since, until any) error {
				return m.out.write("rate_cards", key, formatNames()[f], roundPrice(price), since, until, l.least, l.most)
			}
			var since any
			if isRaised {
				since = raised.date()
				if err := rate(price*before, nil, (raised - 1).date()); err != nil {
					return err
				}
			}
			if err := rate(price, since, nil); err != nil {
				return err
			}
			if first, last, dearer := m.calendar.nextFestival(m.today); isFestive && dearer > 1 {
				if err := rate(price*dearer, first.date(), last.date()); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// nextFestival gives the first and last day of the next season that is dearer than an ordinary day and begins after a day,
// and by how much; 1 when there is none.
func (c calendar) nextFestival(after day) (first, last day, price float64) {
	for d := after + 1; d < c.first+day(len(c.days)); d++ {
		one := c.on(d)
		if one.price <= 1 || c.on(d-1).season == one.season {
			continue
		}
		last := d
		for last+1 < c.first+day(len(c.days)) && c.on(last+1).season == one.season {
			last++
		}
		return d, last, one.price
	}
	return 0, 0, 1
}

// slot is some days on which a creator is taken.
type slot struct{ from, to day }

// reserve writes the days that a creator works on a campaign that has not ended: booked after the creator accepted, held as
// long as the answer is pending.
func (s *simulation) reserve(c *campaign, one *invitation, state string) error {
	d := s.slots
	d.take(forSlots, s.reserved)
	s.reserved++
	if c.ends < s.maker.today {
		return nil
	}
	days := day(d.between(2, 5))
	from := c.starts + day(d.IntN(max(1, int(c.ends-c.starts-days)+1)))
	return s.writeSlot(one.creator, from, min(from+days-1, c.ends), state, campaignKey(c.number))
}

// writeAway writes for some creators days of the next two months on which they are taken for what nobody tells.
func (s *simulation) writeAway(creator int) error {
	d := s.slots
	d.take(forAway, creator)
	if !d.chance(awayShare) {
		return nil
	}
	for range d.between(1, 2) {
		from := s.maker.today + day(d.IntN(60))
		state := "HELD"
		if d.chance(0.4) {
			state = "BOOKED"
		}
		if err := s.writeSlot(creator, from, from+day(math.Min(d.ExpFloat64()*4, 14)), state, nil); err != nil {
			return err
		}
	}
	return nil
}

func (s *simulation) writeSlot(creator int, from, to day, state string, campaign any) error {
	for _, other := range s.taken[creator] {
		if from <= other.to && other.from <= to { // whoever is taken already works on other days, of which nothing is known
			return nil
		}
	}
	s.taken[creator] = append(s.taken[creator], slot{from, to})
	return s.out.write("availability", creatorKey(creator), from.date(), to.date(), state, campaign)
}
