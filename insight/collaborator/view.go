package collaborator

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// View is a market prepared for scoring: its network, each creator's position in it and the IDF of categories. It is safe for
// use by many goroutines as long as it does not change; see Live.
type View struct {
	market          *insight.Market
	network         *network
	invSqrtStrength []float32 // 1/√strength by creator; 0 without partners
	dims            int
	position        []float32 // dims numbers a creator
	norm            []float32 // of a position
	coarseNorm      []float32 // of a position's leading dimensions
	idf             []float32 // by category: ln(creators / those in it)
	topics          topics
	scalars         []scalars // by creator
	meanWeight      float64   // the mean weight of a tie
	peers           *peerIndex
	before          int32 // only brands first worked for before this day count
}

// newView prepares a market without the ties that leave returns true for.
func newView(m *insight.Market, leave func(i int) bool, dims int, seed uint64) *View {
	n := newNetwork(len(m.Creators), m.Collaborations, leave)
	v := &View{market: m, network: n, dims: min(dims, len(m.Creators)), idf: inverseDocumentFrequencies(m),
		before: math.MaxInt32}
	v.meanWeight = n.meanWeight()
	v.position = positions(n, v.dims, seed)
	v.measure()
	v.peers = newPeerIndex(m, n)
	return v
}

// meanWeight is the mean weight of a tie.
func (n *network) meanWeight() float64 {
	sum := 0.0
	for _, s := range n.strength {
		sum += float64(s)
	}
	return sum / math.Max(float64(len(n.to)), 1)
}

// measure precomputes what each comparison needs of each creator.
func (v *View) measure() {
	people := v.network.people()
	v.invSqrtStrength, v.norm, v.coarseNorm = make([]float32, people), make([]float32, people), make([]float32, people)
	v.scalars = make([]scalars, people)
	for p := range int32(people) {
		v.measureOne(p)
	}
}

// measureOne does so for one creator.
func (v *View) measureOne(p int32) {
	v.invSqrtStrength[p] = 0
	if s := v.network.strength[p]; s > 0 {
		v.invSqrtStrength[p] = float32(1 / math.Sqrt(float64(s)))
	}
	sum := float32(0)
	for k, x := range v.position[int(p)*v.dims : int(p+1)*v.dims] {
		sum += x * x
		if k < coarseDimensions {
			v.coarseNorm[p] = float32(math.Sqrt(float64(sum)))
		}
	}
	v.norm[p] = float32(math.Sqrt(float64(sum)))
	c := &v.market.Creators[p]
	n := scalars{followers: power(c.Followers), price: power(c.Price), partners: math.Log1p(float64(v.network.degree[p])),
		agency: c.Agency, region: c.Region, language: c.Language, topic: v.topics.of(c.Categories, v.idf), invSqrtStrength: v.invSqrtStrength[p]}
	for _, brand := range c.Brands {
		n.brands |= 1 << (brand % 64)
	}
	for _, s := range c.Audience {
		n.breadth += float64(s.Part) * float64(s.Part)
	}
	v.scalars[p] = n
}

// scalars are the single numbers that scores compare of a creator, precomputed and stored side by side, since every candidate's
// are read.
type scalars struct {
	followers, price         float64 // powers of ten; unknown is NaN
	partners                 float64 // ln(1 + number of partners)
	breadth                  float64 // squared norm of the audience
	agency, region, language int32
	topic                    int32   // index in View.topics
	invSqrtStrength          float32 // as View.invSqrtStrength
	brands                   uint64  // a bit for each brand, modulo 64: disjoint sets have no brand in common
}

// inverseDocumentFrequencies weighs categories as search weighs words (Spärck Jones, 1972).
func inverseDocumentFrequencies(m *insight.Market) []float32 {
	in := make([]int, len(m.Categories))
	for i := range m.Creators {
		for _, c := range m.Creators[i].Categories {
			in[c]++
		}
	}
	rarity := make([]float32, len(in))
	for c, n := range in {
		rarity[c] = float32(math.Log(float64(len(m.Creators)+1) / float64(n+1)))
	}
	return rarity
}

// addCategories adds the IDF vector of a creator's categories, scaled to a length, to a sum.
func (v *View) addCategories(sum []float32, of int32, length float32) {
	t := v.topics.all[v.scalars[of].topic]
	if t.norm == 0 {
		return
	}
	for _, c := range t.categories {
		sum[c] += length * v.idf[c] / t.norm
	}
}

// compare gives the scaled dot product of two positions, their cosine and the cosine of their leading dimensions.
func (v *View) compare(a, b int32) (near, cosine, coarse float64) {
	x, y := v.position[int(a)*v.dims:int(a+1)*v.dims], v.position[int(b)*v.dims:int(b+1)*v.dims]
	if v.invSqrtStrength[a] == 0 || v.invSqrtStrength[b] == 0 {
		return 0, 0, 0
	}
	first, few := float32(0), min(coarseDimensions, len(x))
	for k, f := range x[:few] {
		first += f * y[k]
	}
	dot, y := first, y[few:]
	for k, f := range x[few:] {
		dot += f * y[k]
	}
	weight := float64(dot/(v.invSqrtStrength[a]*v.invSqrtStrength[b])) / v.meanWeight
	near = math.Copysign(math.Log1p(10*math.Abs(weight)), weight)
	return near, ratio(dot, v.norm[a]*v.norm[b]), ratio(first, v.coarseNorm[a]*v.coarseNorm[b])
}

func ratio(a, b float32) float64 {
	if b == 0 {
		return 0
	}
	return float64(a / b)
}
