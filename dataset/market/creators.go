package market

import "math"

// creator is what is true of a creator, most of it hidden from the market. It is kept small, since
// all creators are in memory at once.
type creator struct {
	taste     taste
	women     float32            // share of the audience
	age       float32            // mean age of the audience
	home      float32            // share of the audience that lives in the creator's region
	quality   float32            // ln of views against others with as many followers
	appeal    float32            // ln of clicks per view against others
	price     float32            // ln of the asking price against others of the same size and quality
	willing   float32            // added to the log-odds of accepting
	drift     float32            // ln of growth a day, in the long run
	bargain   float32            // ln of views for the asking price, found from the others
	ages      [len(ages)]float32 // shares of the age segments, found from age
	followers int32
	joined    day
	agency    int32 // the agency under contract today, -1 for none
	circle    uint16
	second    uint8 // a second field, beside the circle's
	region    uint8
	formats   uint8 // bit set of contents the creator offers
	gender    gender
	english   bool
}

type gender uint8

const (
	unknownGender gender = iota
	female
	male
)

func (g gender) value() any { return [...]any{nil, "female", "male"}[g] }

// The formats' order is that of the price columns.
const (
	shortVideo = iota
	midVideo
	imageText
	live
	formatCount
)

func formatNames() [formatCount]string {
	return [...]string{"SHORT_VIDEO", "MID_VIDEO", "IMAGE_TEXT", "LIVE"}
}

// A format's share of creators who offer it, its price and its views, the last two against a short video.
var formatTraits = [formatCount]struct{ offered, price, views float64 }{
	shortVideo: {1, 1, 1},
	midVideo:   {0.6, 1.4, 1.1},
	imageText:  {0.5, 0.6, 0.65},
	live:       {0.3, 2.2, 1.6},
}

// Followers fall off as a power law: the share of creators with more than x is (1000/x)^0.9, up to 120 million.
const (
	minFollowers   = 1000
	maxFollowers   = 120e6
	followersAlpha = 0.9
)

// launch is the day the platform opened, 2016-09-20: nobody joined earlier.
const launch day = 17064

// drawCreator gives creator number i its traits.
func drawCreator(d *rng, t *taxonomy, i int, today day) creator {
	d.take(forTraits, i)
	c := creator{agency: -1, circle: uint16(t.drawCircle(d))}
	circle, field := t.circles[c.circle], t.fieldOf(int(c.circle))
	c.taste = blend(circle.taste, 0.55, d)
	c.second = uint8(t.byField.draw(d))
	c.followers = int32(d.pareto(minFollowers, maxFollowers, followersAlpha))
	c.joined = max(launch+day(d.IntN(365)), today-14-day(d.ExpFloat64()*560))
	c.region = uint8(t.byRegion.draw(d))
	c.english = d.chance(0.08)
	c.gender = drawGender(d, field.women)
	c.women = float32(sigmoid(logit(field.women) + circle.women + d.normal(0, 0.5)))
	c.age = float32(clamp(field.age+circle.age+d.normal(0, 3), 15, 60))
	c.home = float32(clamp(0.16*d.factor(0.7), 0.03, 0.7))
	c.quality = float32(d.normal(0, 0.6))
	c.appeal = float32(0.2*float64(c.quality) + d.normal(0, 0.45))
	c.price = float32(d.normal(0, 0.55))
	c.willing = float32(d.normal(0, 0.8))
	c.drift = float32(d.normal(0.0004, 0.0007) + 0.0004*float64(c.quality))
	for f, traits := range formatTraits {
		if d.chance(traits.offered) {
			c.formats |= 1 << f
		}
	}
	c.ages = ageShares(float64(c.age))
	c.bargain = float32(math.Log(c.views() / float64(c.asking(shortVideo))))
	return c
}

// drawGender follows the audience half-way: fields that women watch have more women as creators.
func drawGender(d *rng, women float64) gender {
	if d.chance(0.06) {
		return unknownGender
	}
	if d.chance((women + 0.5) / 2) {
		return female
	}
	return male
}

func (c *creator) offers(format int) bool { return c.formats>>format&1 == 1 }

// usualViews is what a short video of someone with as many followers is usually seen: less than in
// proportion, since followers of great names see a smaller share of what they post.
func (c *creator) usualViews() float64 { return 12 * math.Pow(float64(c.followers), 0.8) }

// views is what a short video of this creator is usually seen.
func (c *creator) views() float64 { return c.usualViews() * math.Exp(float64(c.quality)) }

// usualCPM is what creators ask for a thousand views, in fen; great names ask for more.
const usualCPM = 6200

// asking is the price of one piece on an ordinary day, in fen. It knows only half of the quality, so
// that some creators are bargains.
func (c *creator) asking(format int) int64 {
	level := math.Exp(0.5*float64(c.quality) + float64(c.price))
	fame := math.Pow(float64(c.followers)/1e5, 0.08)
	return roundPrice(usualCPM / 1000 * fame * c.usualViews() * level * formatTraits[format].price)
}

// minPrice is the smallest price anyone asks, 30 yuan.
const minPrice = 3000

// roundPrice rounds fen to two digits, as people do when they name a price.
func roundPrice(fen float64) int64 {
	if fen <= minPrice {
		return minPrice
	}
	unit := math.Pow(10, math.Floor(math.Log10(fen))-1)
	return int64(math.Round(fen/unit) * unit)
}

// tier is the creator's size as buyers speak of it.
func (c *creator) tier() string {
	switch {
	case c.followers >= 1_000_000:
		return "头部"
	case c.followers >= 100_000:
		return "腰部"
	default:
		return "尾部"
	}
}
