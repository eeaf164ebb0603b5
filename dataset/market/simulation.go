package market

import "math"

// simulation runs the campaigns in order of time and keeps what that changes: whom brands remember, how
// busy creators are, how many contents there are.
type simulation struct {
	maker      *maker
	out        *sheets
	brands     *brands
	choosing   choosing
	demand     lottery // campaigns by the day they start
	busy       []busyness
	pieces     *dice          // for contents, so that leaving some out changes nothing else
	curves     *dice          // for metrics, likewise
	slots      *dice          // for the days on which creators are taken, likewise
	watching   *dice          // for how contents are watched, likewise
	responding *dice          // for how audiences respond, likewise
	taken      map[int][]slot // by creator
	reserved   int            // invitations so far that may take days
	paid       int            // participations so far
	contents   int            // contents so far
	figures    Summary
}

// busyness is how many recent bookings a creator has; a booking counts less as weeks go by.
type busyness struct {
	bookings float32
	at       day
}

func newSimulation(d *dice, m *maker, out *sheets) (*simulation, error) {
	b, err := drawBrands(d, m)
	if err != nil {
		return nil, err
	}
	demand := newLottery(lookBackDays+lookAheadDays+1, func(i int) float64 { return m.calendar.days[i].demand })
	return &simulation{maker: m, out: out, brands: b, choosing: newChoosing(m), demand: demand,
		busy:   make([]busyness, len(m.creators)),
		pieces: newDice(d.seed), curves: newDice(d.seed), slots: newDice(d.seed), watching: newDice(d.seed), responding: newDice(d.seed),
		taken: map[int][]slot{}}, nil
}

// run writes brands, campaigns and all that follows from them, then the contents creators make unasked.
func (s *simulation) run(d *dice) error {
	if err := s.brands.write(s.out, s.maker); err != nil {
		return err
	}
	n := s.maker.campaignCount()
	for i := range n {
		if err := s.runCampaign(d, i, n); err != nil {
			return err
		}
		if err := s.maker.meter.step(campaignSteps); err != nil {
			return err
		}
	}
	for i := range s.maker.creators {
		if err := s.writeAway(i); err != nil {
			return err
		}
	}
	return s.writeOwnContents()
}

func (s *simulation) runCampaign(d *dice, i, n int) error {
	c := s.drawCampaign(d, i, n)
	d.take(forChoice, i)
	invitations := s.invite(d, &c)
	var offers int64
	for _, one := range invitations {
		offers += one.offer
	}
	if err := s.writeCampaign(d, &c, offers); err != nil {
		return err
	}
	for k := range invitations {
		if err := s.settle(d, &c, &invitations[k]); err != nil {
			return err
		}
	}
	return s.writeList(&c, invitations)
}

// busyAt is how many bookings a creator has on a day, older ones counting less.
func (s *simulation) busyAt(creator int, on day) float64 {
	const fadeDays = 20
	b := s.busy[creator]
	return float64(b.bookings) * math.Exp(-math.Max(0, float64(on-b.at))/fadeDays)
}

func (s *simulation) book(creator int, on day) {
	s.busy[creator] = busyness{float32(s.busyAt(creator, on) + 1), on}
}
