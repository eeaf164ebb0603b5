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

// way is whether more of a feature can only speak for a pair, only against it, or either.
type way int

const (
	either way = iota
	rises
	falls
)

// features are named in a model's record by these words. What a reason calls common or similar never speaks against a
// pair, and more of it never less for one. Slope is how much a score is expected to rise by each of the feature before
// anything is learned.
var features = [featureCount]struct {
	name  string
	kind  insight.Kind
	way   way
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

// asker is one creator's side of all its pairs, laid out so that each candidate costs little.
type asker struct {
	v          *View
	of         int32
	step       []float32 // weight of walks of one step, by creator
	two        []float32 // of two
	common     []float32 // common partners, each counting 1/ln(its partners)
	touched    []int32
	push       push
	categories []float32 // by category, of the creator
	circle     []float32 // by category, of the partners
	audience   []float32 // by segment
}

func newAsker(v *View) *asker {
	n := len(v.market.Creators)
	return &asker{v: v, push: newPush(v.network), step: make([]float32, n), two: make([]float32, n), common: make([]float32, n),
		categories: make([]float32, len(v.market.Categories)), circle: make([]float32, len(v.market.Categories)),
		audience: make([]float32, len(v.market.Segments))}
}

// ask prepares for the pairs of one creator.
func (a *asker) ask(of int32) {
	a.grow()
	a.of = of
	for _, p := range a.touched {
		a.step[p], a.two[p], a.common[p] = 0, 0, 0
	}
	a.touched = a.touched[:0]
	a.walk(of)
	a.push.from(of)
	clear(a.categories)
	clear(a.circle)
	clear(a.audience)
	a.v.addCategories(a.categories, of, 1)
	to, weight := a.v.network.partners(of)
	for i, p := range to {
		a.v.addCategories(a.circle, p, weight[i])
	}
	normalise(a.circle)
	for _, s := range a.v.market.Creators[of].Audience {
		a.audience[s.Segment] = s.Part
	}
	normalise(a.audience)
}

// grow makes room for who and what has come since.
func (a *asker) grow() {
	people, m := a.v.network.people(), a.v.market
	for _, table := range []*[]float32{&a.step, &a.two, &a.common, &a.push.rank, &a.push.rest} {
		*table = append(*table, make([]float32, people-len(*table))...)
	}
	for table, words := range map[*[]float32]int{&a.categories: len(m.Categories), &a.circle: len(m.Categories),
		&a.audience: len(m.Segments)} {
		*table = append(*table, make([]float32, words-len(*table))...)
	}
}

// walk weighs walks of one and of two steps along the normalised network.
func (a *asker) walk(of int32) {
	n := a.v.network
	to, weight := n.partners(of)
	for i, p := range to {
		a.touched = append(a.touched, p)
		a.step[p] = weight[i] * a.v.root[of] * a.v.root[p]
	}
	for _, p := range to {
		next, weight := n.partners(p)
		first := a.step[p]
		tells := float32(1 / math.Log(float64(max(a.v.network.degree[p], 2))))
		for i, c := range next {
			if a.two[c] == 0 {
				a.touched = append(a.touched, c)
			}
			a.common[c] += tells
			a.two[c] += first * weight[i] * a.v.root[p] * a.v.root[c]
		}
	}
}

// three weighs walks of three steps to a candidate, those left out that go by way of the asker.
func (a *asker) three(candidate int32) float32 {
	sum := float32(0)
	to, weight := a.v.network.partners(candidate)
	for i, p := range to {
		if p != a.of {
			sum += a.two[p] * weight[i] * a.v.root[p]
		}
	}
	return sum * a.v.root[candidate]
}

// pair gives the features of the asker and a candidate.
func (a *asker) pair(c int32) [featureCount]float64 {
	v, me, other := a.v, &a.v.market.Creators[a.of], &a.v.market.Creators[c]
	dot, cosine, coarse := v.compare(a.of, c)
	var f [featureCount]float64
	f[walkTwo] = logOver(float64(a.two[c]), leastWalkTwo, logLeastWalkTwo)
	f[introduction] = logOver(float64(a.common[c]), leastCommon, logLeastCommon)
	f[walkThree] = logOver(float64(a.three(c)), leastWalkThree, logLeastWalkThree)
	f[wander] = logOver(float64(a.push.rank[c]*v.root[c])/float64(max(v.root[a.of], 1e-9)), leastWander, logLeastWander)
	f[rank] = logOver(float64(a.push.rank[c]), leastWander, logLeastWander)
	f[nearness], f[direction], f[district] = dot, cosine, coarse
	mine, theirs := &v.numbers[a.of], &v.numbers[c]
	f[partnership] = theirs.partners
	f[category], f[circle] = v.likeness(a.categories, c), v.likeness(a.circle, c)
	f[agency] = same(me.Agency, other.Agency, 0)
	f[region] = same(me.Region, other.Region, math.NaN())
	f[language] = same(me.Language, other.Language, math.NaN())
	f[sizeGap] = math.Abs(mine.followers - theirs.followers)
	f[priceGap] = math.Abs(mine.price - theirs.price)
	f[audience] = a.audiences(other)
	f[brand] = brands(me, other, v.before)
	return f
}

func (a *asker) audiences(other *insight.Creator) float64 {
	if len(other.Audience) == 0 || len(a.v.market.Creators[a.of].Audience) == 0 {
		return math.NaN()
	}
	dot, length := 0.0, 0.0
	for _, s := range other.Audience {
		dot += float64(s.Part) * float64(a.audience[s.Segment])
		length += float64(s.Part) * float64(s.Part)
	}
	return dot / math.Sqrt(max(length, 1e-12))
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

// brands is the cosine of the sets of brands that two creators worked for before a day.
func brands(a, b *insight.Creator, before int32) float64 {
	shared, mine, theirs := 0, earlier(a, before), earlier(b, before)
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
	if shared == 0 {
		return 0
	}
	return float64(shared) / math.Sqrt(float64(mine)*float64(theirs))
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
