package market

import (
	"math"
	"slices"
)

// Campaigns run in the two years before today, and some that are planned begin in the three weeks after.
const (
	lookBackDays  = 730
	lookAheadDays = 21
)

// campaignsPerCreator and the sizes below give 4.74 participations per creator.
const (
	campaignsPerCreator = 0.3
	minInvited          = 7.35
	maxInvited          = 400
	invitedAlpha        = 1.35
)

// A campaign pays no creator more than its purse; purses fall off as a power law, in fen.
const (
	minBudget  = 800_000
	maxBudget  = 600_000_000
	purseAlpha = 0.8
)

// campaign is a brief: what a brand wants, from whom, for whom.
type campaign struct {
	number       int
	brand        *brand
	brandNumber  int
	trade        *industry
	name         string
	product      string
	objective    int
	field        int
	circle       int // the circle whose people it is for
	taste        taste
	formats      []int
	starts, ends day
	climate      dayConditions
	aim          targeting
	purse        int64
	size         int     // how many creators are invited
	recommended  bool    // whether most of them are recommended
	at           float64 // where in a large group recommendation looks, from 0 to 1
	luck         float64
	pull         float64 // ln of clicks per view, of the campaign's own
}

// targeting is the audience a brief asks for; each part may be absent.
type targeting struct {
	women    float64 // 1 for women, 0 for men, −1 for both
	ages     []int
	region   int // −1 for anywhere
	interest bool
}

// objectives with their clicks per view, as ln against the middle one, and the components they use.
var objectives = [...]struct {
	name       string
	pull       float64
	components [3]string
}{
	{"AWARENESS", -0.25, [3]string{"NONE", "ANCHOR", "ANCHOR"}},
	{"CONSIDERATION", 0, [3]string{"ANCHOR", "FORM", "ANCHOR"}},
	{"CONVERSION", 0.2, [3]string{"CART", "COUPON", "CART"}},
}

// drawCampaign gives campaign number i of n, which are in order of time.
func (s *simulation) drawCampaign(d *rng, i, n int) campaign {
	d.take(forCampaign, i)
	m := s.maker
	starts := m.calendar.starts(s.demand, i, n, d.Float64())
	chosen := s.brands.bySize.draw(d)
	b := &s.brands.all[chosen]
	c := campaign{
		number: i, brand: b, brandNumber: chosen, trade: &s.brands.industries[b.industry],
		starts: starts, ends: starts + day(d.between(3, 28)), climate: m.calendar.on(starts),
		objective: d.IntN(len(objectives)),
		purse:     int64(d.pareto(minBudget, maxBudget, purseAlpha)),
		size:      int(d.pareto(minInvited, maxInvited, invitedAlpha)),
		luck:      d.normal(0, 0.2), pull: d.normal(0, 0.25),
	}
	c.size = min(c.size, m.params.Creators)
	s.drawTopic(d, &c)
	c.formats = drawFormats(d)
	c.aim = s.drawTargeting(d, &c)
	c.recommended, c.at = d.chance(s.recommendedShare(starts)), d.Float64()
	c.product = pick(d, c.trade.products)
	c.name = b.name + " " + c.climate.season + c.product + pick(d, []string{"种草", "首发", "放价", "测评", "挑战赛"})
	return c
}

// recommendedShare is the share of campaigns that follow recommendations; over the two years more do.
func (s *simulation) recommendedShare(starts day) float64 {
	passed := float64(starts-s.maker.calendar.first) / (lookBackDays + lookAheadDays)
	return 0.35 + 0.3*passed
}

// drawTopic puts a campaign at the brand's home, or into another circle of its fields.
func (s *simulation) drawTopic(d *rng, c *campaign) {
	t := s.maker.taxonomy
	c.field, c.circle, c.taste = c.trade.fields[0], c.brand.circle, blend(c.brand.taste, 0.3, d)
	if d.chance(0.6) {
		return
	}
	if d.chance(0.5) {
		c.field = pick(d, c.trade.fields)
	}
	f := t.fields[c.field]
	c.circle = t.circleWithin(d, f.first, f.end)
	c.taste = blend(t.circles[c.circle].taste, 0.4, d)
}

func drawFormats(d *rng) []int {
	formats := []int{shortVideo}
	for f, chance := range []float64{midVideo: 0.3, imageText: 0.2, live: 0.2} {
		if d.chance(chance) {
			formats = append(formats, f)
		}
	}
	if len(formats) > 1 && d.chance(0.3) {
		formats = formats[1:]
	}
	return formats
}

func (s *simulation) drawTargeting(d *rng, c *campaign) targeting {
	a := targeting{women: -1, region: -1, interest: d.chance(0.3)}
	if d.chance(0.7) && math.Abs(c.brand.women-0.5) > 0.1 {
		a.women = math.Round(c.brand.women)
	}
	if d.chance(0.8) {
		nearest := 0
		for i := range ages {
			if math.Abs(ages[i].middle-c.brand.age) < math.Abs(ages[nearest].middle-c.brand.age) {
				nearest = i
			}
		}
		a.ages = []int{nearest}
		if next := nearest + 1 - 2*d.IntN(2); next >= 0 && next < len(ages) && d.chance(0.6) {
			a.ages = append(a.ages, next)
		}
		slices.Sort(a.ages)
	}
	if d.chance(0.2) {
		a.region = s.maker.taxonomy.byRegion.draw(d)
	}
	return a
}

// segments are the keys of the segments a campaign asks for.
func (s *simulation) segments(c *campaign) []string {
	var keys []string
	if c.aim.women >= 0 {
		keys = append(keys, []string{"gender-male", "gender-female"}[int(c.aim.women)])
	}
	for _, a := range c.aim.ages {
		keys = append(keys, ages[a].key)
	}
	if c.aim.region >= 0 {
		keys = append(keys, "region-"+s.maker.taxonomy.provinces[c.aim.region].key)
	}
	if c.aim.interest {
		keys = append(keys, "interest-"+s.maker.taxonomy.fields[c.field].key)
	}
	return keys
}

func (s *simulation) writeCampaign(d *rng, c *campaign, offers int64) error {
	t := s.maker.taxonomy
	categories := []string{t.topicOf(c.circle).key}
	formats := make([]string, len(c.formats))
	for i, f := range c.formats {
		formats[i] = formatNames()[f]
	}
	var budget any
	if offers > 0 {
		budget = roundPrice(float64(offers) * (1.05 + 0.3*d.Float64()))
	}
	return s.out.write("campaigns", campaignKey(c.number), brandKey(c.brandNumber), c.name,
		objectives[c.objective].name, categories, formats, budget, c.starts.date(), c.ends.date(),
		s.segments(c))
}
