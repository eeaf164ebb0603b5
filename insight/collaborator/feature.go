package collaborator

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// feature is one thing that speaks for or against a pair.
type feature int

// The features of a pair of source and candidate. NaN is unknown.
const (
	walkTwo              feature = iota // ln of the weight of walks of two steps, through a common partner
	adamicAdar                          // ln of the Adamic–Adar index: common partners, each counting 1/ln(its partners)
	walkThree                           // the same of three steps
	symmetricPageRank                   // ln of personalised PageRank, normalised to be the same from both ends
	personalisedPageRank                // ln of personalised PageRank from the source
	positionProduct                     // dot product of positions, scaled to the expected weight of a tie
	positionCosine                      // cosine of positions
	coarseCosine                        // cosine of the positions' leading dimensions
	partnerCount                        // ln of 1 + how many partners the candidate has
	category                            // cosine of categories, rare ones counting more
	partnerCategory                     // cosine of the candidate's categories and those of the source's partners
	agency                              // 1 under contract with the same agency, otherwise 0
	region                              // 1 in the same region, otherwise 0
	language                            // 1 of the same language, otherwise 0
	sizeGap                             // distance of followers, in powers of ten
	priceGap                            // distance of asking prices, in powers of ten
	audience                            // cosine of audiences
	brand                               // cosine of brands worked for
	featureCount         = iota
)

// monotonicity is the direction in which a feature may change the score.
type monotonicity int

const (
	either monotonicity = iota
	rises
	falls
)

// features gives each feature's name in a model's record, the kind of reason it belongs to, its monotonicity and its slope: the
// expected rise of the score per unit before anything is learned. What a reason calls common or similar never lowers a score.
var features = [featureCount]struct {
	name  string
	kind  insight.Kind
	way   monotonicity
	slope float64
}{
	walkTwo:              {"walks of two", insight.CommonNeighbours, rises, 0},
	adamicAdar:           {"introductions", insight.CommonNeighbours, rises, 0},
	walkThree:            {"walks of three", insight.GraphPosition, either, 0},
	symmetricPageRank:    {"walks of any length", insight.GraphPosition, either, expectedSlope},
	personalisedPageRank: {"rank", insight.GraphPosition, rises, expectedSlope},
	positionProduct:      {"nearness", insight.GraphPosition, either, 0},
	positionCosine:       {"direction", insight.GraphPosition, either, 0},
	coarseCosine:         {"district", insight.GraphPosition, either, 0},
	partnerCount:         {"partners", insight.GraphPosition, either, 0},
	category:             {"category", insight.SameCategory, rises, 0},
	partnerCategory:      {"circle", insight.SameCategory, rises, 0},
	agency:               {"agency", insight.SharedAgency, rises, 0},
	region:               {"region", insight.SameRegion, rises, 0},
	language:             {"language", insight.SameRegion, rises, 0},
	sizeGap:              {"size gap", insight.SimilarSize, falls, 0},
	priceGap:             {"price gap", insight.SimilarPrice, falls, 0},
	audience:             {"audience", insight.SimilarAudience, rises, 0},
	brand:                {"brand", insight.SharedBrands, rises, 0},
}

// Offsets of logarithms: smaller weights of walks count as none.
const (
	leastWalkTwo    = 1e-4
	leastWalkThree  = 1e-5
	leastPageRank   = 1e-6
	leastAdamicAdar = 0.05
)

// Their logarithms, precomputed: no walk reaches most candidates.
const (
	logLeastWalkTwo    = -4 * math.Ln10
	logLeastWalkThree  = -5 * math.Ln10
	logLeastPageRank   = -6 * math.Ln10
	logLeastAdamicAdar = -math.Ln10 - math.Ln2
)

func logOver(x, least, logLeast float64) float64 {
	if x == 0 {
		return logLeast
	}
	return math.Log(x + least)
}

// coarseDimensions is how many leading dimensions of a position coarseCosine compares.
const coarseDimensions = 16

// pair gives the features of the source and a candidate.
func (s *source) pair(c int32) [featureCount]float64 {
	var f [featureCount]float64
	other := s.candidateOf(c)
	for stage := range stages {
		s.fill(stage, &other, &f)
	}
	return f
}

// candidate is a candidate with the data that the first stage reads.
type candidate struct {
	creator int32
	visit   visit
	scalars scalars
}

// candidateOf looks a candidate up. Callers look up all candidates before they compare any: the data is scattered over the memory,
// and the processor overlaps cache misses only when they follow closely.
func (s *source) candidateOf(c int32) candidate {
	return candidate{c, s.pageRank.visits[c], s.v.scalars[c]}
}

// stages are the features in the stages of a ranking cascade (see Model.cascade): the first immediateStages, which are cheap, are
// computed for all candidates, the others only for those who can still be among the best.
var stages = [...][]feature{
	{walkTwo, adamicAdar, symmetricPageRank, personalisedPageRank, partnerCount, agency, region, language, sizeGap, priceGap},
	{category, partnerCategory},
	{brand, audience},
	{walkThree},
	{positionProduct, positionCosine, coarseCosine},
}

// fill computes the features of one stage.
func (s *source) fill(stage int, c *candidate, f *[featureCount]float64) {
	switch stage {
	case 0:
		s.fillNumbers(c, f)
	case 1:
		l := s.topic(c.scalars.topic)
		f[category], f[partnerCategory] = l.category, l.partnerCategory
	case 2:
		f[brand], f[audience] = s.brands(c), s.audiences(c)
	case 3:
		f[walkThree] = logOver(float64(s.walksOfThree(c.creator)), leastWalkThree, logLeastWalkThree)
	default:
		f[positionProduct], f[positionCosine], f[coarseCosine] = s.v.compare(s.creator, c.creator)
	}
}

func (s *source) fillNumbers(c *candidate, f *[featureCount]float64) {
	f[walkTwo] = logOver(float64(c.visit.twoSteps), leastWalkTwo, logLeastWalkTwo)
	f[adamicAdar] = logOver(float64(c.visit.adamicAdar), leastAdamicAdar, logLeastAdamicAdar)
	f[symmetricPageRank] = logOver(float64(c.visit.rank*c.scalars.invSqrtStrength)/float64(max(s.v.invSqrtStrength[s.creator], 1e-9)), leastPageRank, logLeastPageRank)
	f[personalisedPageRank] = logOver(float64(c.visit.rank), leastPageRank, logLeastPageRank)
	mine, theirs := &s.v.scalars[s.creator], &c.scalars
	f[partnerCount] = theirs.partners
	f[agency] = same(mine.agency, theirs.agency, 0)
	f[region] = same(mine.region, theirs.region, math.NaN())
	f[language] = same(mine.language, theirs.language, math.NaN())
	f[sizeGap] = math.Abs(mine.followers - theirs.followers)
	f[priceGap] = math.Abs(mine.price - theirs.price)
}

func (s *source) audiences(c *candidate) float64 {
	other := s.v.market.Creators[c.creator].Audience
	if len(other) == 0 || len(s.v.market.Creators[s.creator].Audience) == 0 {
		return math.NaN()
	}
	dot := 0.0
	for _, share := range other {
		dot += float64(share.Part) * float64(s.audience[share.Segment])
	}
	return dot / math.Sqrt(max(c.scalars.breadth, 1e-12))
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

// power is the decimal logarithm of a number plus one; NaN if unknown.
func power(x int64) float64 {
	if x == insight.Unknown {
		return math.NaN()
	}
	return math.Log10(float64(x) + 1)
}

// brands is the cosine of the brands of the source and a candidate. Most pairs share none, which the bit sets tell.
func (s *source) brands(c *candidate) float64 {
	if s.v.scalars[s.creator].brands&c.scalars.brands == 0 {
		return 0
	}
	me, other := &s.v.market.Creators[s.creator], &s.v.market.Creators[c.creator]
	if s.v.before < math.MaxInt32 {
		return brands(me, other, s.v.before)
	}
	shared := 0
	for _, brand := range other.Brands {
		shared += indicator(s.brand[brand])
	}
	return cosine(shared, len(me.Brands), len(other.Brands))
}

// cosine is that of two sets, by the sizes of their intersection and of each.
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
