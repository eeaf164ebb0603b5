package collaborator

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// feature is one thing that speaks for or against a pair.
type feature int

// The features of a pair: of the one who asks and of the candidate. Unknown is NaN.
const (
	walkTwo      feature = iota // ln of the weight of walks of two steps, by way of a common partner
	introduction                // ln of common partners, each counting 1/ln(its partners)
	walkThree                   // the same of three steps
	wander                      // ln of the weight of walks of any length, that begin anew now and then, for both ends alike
	rank                        // ln of personalised PageRank: the same walks as the asker goes them
	nearness                    // product of positions, scaled to expected weight of a tie
	direction                   // cosine of positions
	district                    // cosine of the positions' first numbers, the coarse map
	partnership                 // ln of 1 + how many partners the candidate has
	category                    // cosine of categories, rare ones counting more
	circle                      // cosine of the candidate's categories and those of the asker's partners
	agency                      // 1 under contract with the same agency, otherwise 0
	region                      // 1 in the same region, otherwise 0
	language                    // 1 of the same language, otherwise 0
	sizeGap                     // distance of followers, in powers of ten
	priceGap                    // distance of asking prices, in powers of ten
	audience                    // cosine of audiences
	brand                       // cosine of brands worked for
	featureCount = iota
)

// monotonicity is whether more of a feature can only speak for a pair, only against it, or either.
type monotonicity int

const (
	either monotonicity = iota
	rises
	falls
)

// features are named in a model's record by these words. What a reason calls common or similar never speaks against a
// pair, and more of it never less for one. Slope is how much a score is expected to rise by each of the feature before
// anything is learned.
var features = [featureCount]struct {
	name  string
	kind  insight.Kind
	way   monotonicity
	slope float64
}{
	walkTwo:      {"walks of two", insight.CommonNeighbours, rises, 0},
	introduction: {"introductions", insight.CommonNeighbours, rises, 0},
	walkThree:    {"walks of three", insight.GraphPosition, either, 0},
	wander:       {"walks of any length", insight.GraphPosition, either, expectedRank},
	rank:         {"rank", insight.GraphPosition, rises, expectedRank},
	nearness:     {"nearness", insight.GraphPosition, either, 0},
	direction:    {"direction", insight.GraphPosition, either, 0},
	district:     {"district", insight.GraphPosition, either, 0},
	partnership:  {"partners", insight.GraphPosition, either, 0},
	category:     {"category", insight.SameCategory, rises, 0},
	circle:       {"circle", insight.SameCategory, rises, 0},
	agency:       {"agency", insight.SharedAgency, rises, 0},
	region:       {"region", insight.SameRegion, rises, 0},
	language:     {"language", insight.SameRegion, rises, 0},
	sizeGap:      {"size gap", insight.SimilarSize, falls, 0},
	priceGap:     {"price gap", insight.SimilarPrice, falls, 0},
	audience:     {"audience", insight.SimilarAudience, rises, 0},
	brand:        {"brand", insight.SharedBrands, rises, 0},
}

// Least weights of walks that are told apart from none.
const (
	leastWalkTwo   = 1e-4
	leastWalkThree = 1e-5
	leastWander    = 1e-6
	leastCommon    = 0.05
)

// Their logarithms: most candidates are met by no walk.
const (
	logLeastWalkTwo   = -4 * math.Ln10
	logLeastWalkThree = -5 * math.Ln10
	logLeastWander    = -6 * math.Ln10
	logLeastCommon    = -math.Ln10 - math.Ln2
)

func logOver(x, least, logLeast float64) float64 {
	if x == 0 {
		return logLeast
	}
	return math.Log(x + least)
}

// districtDimensions is how many of the first numbers of a position make its district.
const districtDimensions = 16

// pair gives the features of the asker and a candidate.
func (a *asker) pair(c int32) [featureCount]float64 {
	var f [featureCount]float64
	at := a.meet(c)
	for part := range parts {
		a.fill(part, &at, &f)
	}
	return f
}

// contender is a candidate with what the first features compare of it.
type contender struct {
	creator int32
	met     met
	numbers numbers
}

// meet looks a candidate up. Whoever has many looks all up before comparing any: what they are is all over the memory, and
// processors fetch for several at a time only where little lies between.
func (a *asker) meet(c int32) contender {
	return contender{c, a.push.met[c], a.v.numbers[c]}
}

// parts are the features in the order in which they are worked out: those first that cost little and decide much, since who
// cannot be among the best by the first is not asked for the others.
var parts = [...][]feature{
	{walkTwo, introduction, wander, rank, partnership, agency, region, language, sizeGap, priceGap},
	{category, circle},
	{brand, audience},
	{walkThree},
	{nearness, direction, district},
}

// fill works out the features of one of parts.
func (a *asker) fill(part int, c *contender, f *[featureCount]float64) {
	switch part {
	case 0:
		a.fillNumbers(c, f)
	case 1:
		l := a.topic(c.numbers.topic)
		f[category], f[circle] = l.category, l.circle
	case 2:
		f[brand], f[audience] = a.brands(c), a.audiences(c)
	case 3:
		f[walkThree] = logOver(float64(a.three(c.creator)), leastWalkThree, logLeastWalkThree)
	default:
		f[nearness], f[direction], f[district] = a.v.compare(a.of, c.creator)
	}
}

func (a *asker) fillNumbers(c *contender, f *[featureCount]float64) {
	f[walkTwo] = logOver(float64(c.met.two), leastWalkTwo, logLeastWalkTwo)
	f[introduction] = logOver(float64(c.met.common), leastCommon, logLeastCommon)
	f[wander] = logOver(float64(c.met.rank*c.numbers.root)/float64(max(a.v.root[a.of], 1e-9)), leastWander, logLeastWander)
	f[rank] = logOver(float64(c.met.rank), leastWander, logLeastWander)
	mine, theirs := &a.v.numbers[a.of], &c.numbers
	f[partnership] = theirs.partners
	f[agency] = same(mine.agency, theirs.agency, 0)
	f[region] = same(mine.region, theirs.region, math.NaN())
	f[language] = same(mine.language, theirs.language, math.NaN())
	f[sizeGap] = math.Abs(mine.followers - theirs.followers)
	f[priceGap] = math.Abs(mine.price - theirs.price)
}

func (a *asker) audiences(c *contender) float64 {
	other := a.v.market.Creators[c.creator].Audience
	if len(other) == 0 || len(a.v.market.Creators[a.of].Audience) == 0 {
		return math.NaN()
	}
	dot := 0.0
	for _, s := range other {
		dot += float64(s.Part) * float64(a.audience[s.Segment])
	}
	return dot / math.Sqrt(max(c.numbers.breadth, 1e-12))
}

func same(a, b int32, unknown float64) float64 {
	switch {
	case a == insight.Unknown || b == insight.Unknown:
		return unknown
	case a == b:
		return 1
	}
	return 0
}

// power gives a number as a power of ten.
func power(x int64) float64 {
	if x == insight.Unknown {
		return math.NaN()
	}
	return math.Log10(float64(x) + 1)
}

// brands compares the brands of the asker and a candidate, which mostly are none of the same.
func (a *asker) brands(c *contender) float64 {
	if a.v.numbers[a.of].brands&c.numbers.brands == 0 {
		return 0
	}
	me, other := &a.v.market.Creators[a.of], &a.v.market.Creators[c.creator]
	if a.v.before < math.MaxInt32 {
		return brands(me, other, a.v.before)
	}
	shared := 0
	for _, brand := range other.Brands {
		shared += number(a.brand[brand])
	}
	return cosine(shared, len(me.Brands), len(other.Brands))
}

// cosine is that of two sets of so many, of which so many are in both.
func cosine(shared, mine, theirs int) float64 {
	if shared == 0 {
		return 0
	}
	return float64(shared) / math.Sqrt(float64(mine)*float64(theirs))
}

// brands is the cosine of the sets of brands that two creators worked for before a day.
func brands(a, b *insight.Creator, before int32) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a.Brands) && j < len(b.Brands); {
		switch {
		case a.Brands[i] < b.Brands[j]:
			i++
		case a.Brands[i] > b.Brands[j]:
			j++
		default:
			if a.Since[i] < before && b.Since[j] < before {
				shared++
			}
			i++
			j++
		}
	}
	return cosine(shared, earlier(a, before), earlier(b, before))
}

func earlier(c *insight.Creator, before int32) int {
	n := 0
	for _, day := range c.Since {
		if day < before {
			n++
		}
	}
	return n
}

func normalise(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	by := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= by
	}
}
