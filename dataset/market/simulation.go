package market

import "math"

// simulation runs the campaigns in order of time and keeps what that changes: whom brands remember, how
// busy creators are, how many contents there are.
type simulation struct {
	maker      *generator
	out        *sheets
	brands     *brands
	choosing   creatorChoice
	demand     weightedChoice // campaigns by the day they start
	busy       []workload
	pieces     *rng           // for contents, so that leaving some out changes nothing else
	curves     *rng           // for metrics, likewise
	slots      *rng           // for the days on which creators are taken, likewise
	watching   *rng           // for how contents are watched, likewise
	responding *rng           // for how audiences respond, likewise
	taken      map[int][]slot // by creator
	reserved   int            // invitations so far that may take days
	paid       int            // participations so far
	contents   int            // contents so far
	figures    Summary
}

// workload is how many recent bookings a creator has; a booking counts less as weeks go by.
type workload struct {
	bookings float32
	at       day
}

func newSimulation(d *rng, m *generator, out *sheets) (*simulation, error) {
	b, err := drawBrands(d, m)
	if err != nil {
		return nil, err
	}
	demand := newWeightedChoice(lookBackDays+lookAheadDays+1, func(i int) float64 { return m.calendar.days[i].demand })
	return &simulation{maker: m, out: out, brands: b, choosing: newCreatorChoice(m), demand: demand,
		busy:   make([]workload, len(m.creators)),
		pieces: newRNG(d.seed), curves: newRNG(d.seed), slots: newRNG(d.seed), watching: newRNG(d.seed), responding: newRNG(d.seed),
		taken: map[int][]slot{}}, nil
}

// run writes brands, campaigns and all that follows from them, then the contents creators make unasked.
func (s *simulation) run(d *rng) error {
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

func (s *simulation) runCampaign(d *rng, i, n int) error {
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
		if err := s.answer(d, &c, &invitations[k]); err != nil {
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
	s.busy[creator] = workload{float32(s.busyAt(creator, on) + 1), on}
}
