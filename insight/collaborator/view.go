package collaborator

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// View is a market prepared for scoring: its network, where each creator stands in it, how rare each
// category is. It is safe for use by many goroutines as long as it does not change; see Live.
type View struct {
	market   *insight.Market
	network  *network
	root     []float32 // 1/√strength by creator; 0 without partners
	dims     int
	position []float32 // dims numbers a creator
	length   []float32 // of a position
	coarse   []float32 // of a position's first numbers
	rarity   []float32 // by category: ln(creators / those in it)
	topics   topics
	numbers  []numbers // by creator
	typical  float64   // the mean weight of a tie
	mates    *mates
	before   int32 // only brands first worked for before this day count
}

// newView prepares a market of which some ties are left out.
func newView(m *insight.Market, leave func(i int) bool, dims int, seed uint64) *View {
	n := newNetwork(len(m.Creators), m.Collaborations, leave)
	v := &View{market: m, network: n, dims: min(dims, len(m.Creators)), rarity: rarities(m),
		before: math.MaxInt32}
	v.typical = n.typical()
	v.position = positions(n, v.dims, seed)
	v.measure()
	v.mates = newMates(m, n)
	return v
}

// typical is the mean weight of a tie.
func (n *network) typical() float64 {
	sum := 0.0
	for _, s := range n.strength {
		sum += float64(s)
	}
	return sum / math.Max(float64(len(n.to)), 1)
}

// measure works out the lengths that later comparisons divide by.
func (v *View) measure() {
	people := v.network.people()
	v.root, v.length, v.coarse = make([]float32, people), make([]float32, people), make([]float32, people)
	v.numbers = make([]numbers, people)
	for p := range int32(people) {
		v.measureOne(p)
	}
}

// measureOne works out those of one creator.
func (v *View) measureOne(p int32) {
	v.root[p] = 0
	if s := v.network.strength[p]; s > 0 {
		v.root[p] = float32(1 / math.Sqrt(float64(s)))
	}
	sum := float32(0)
	for k, x := range v.position[int(p)*v.dims : int(p+1)*v.dims] {
		sum += x * x
		if k < districtDimensions {
			v.coarse[p] = float32(math.Sqrt(float64(sum)))
		}
	}
	v.length[p] = float32(math.Sqrt(float64(sum)))
	c := &v.market.Creators[p]
	n := numbers{followers: power(c.Followers), price: power(c.Price), partners: math.Log1p(float64(v.network.degree[p])),
		agency: c.Agency, region: c.Region, language: c.Language, topic: v.topics.of(c.Categories, v.rarity), root: v.root[p]}
	for _, brand := range c.Brands {
		n.brands |= 1 << (brand % 64)
	}
	for _, s := range c.Audience {
		n.breadth += float64(s.Part) * float64(s.Part)
	}
	v.numbers[p] = n
}

// numbers are what a score compares of a creator, worked out once for all pairs it is in and laid side by side, since they
// are asked of each candidate.
type numbers struct {
	followers, price         float64 // powers of ten; unknown is NaN
	partners                 float64 // ln of 1 + how many
	breadth                  float64 // of the audience: the sum of its parts' squares
	agency, region, language int32
	topic                    int32   // the number of its categories in View.topics
	root                     float32 // as View.root
	brands                   uint64  // a bit for each brand, that others may have too: those who share none share no brand
}

// rarities weighs categories as words are weighed in search (Spärck Jones, 1972).
func rarities(m *insight.Market) []float32 {
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

// addCategories adds a creator's categories, together of a length, to a sum.
func (v *View) addCategories(sum []float32, of int32, length float32) {
	t := v.topics.all[v.numbers[of].topic]
	if t.norm == 0 {
		return
	}
	for _, c := range t.categories {
		sum[c] += length * v.rarity[c] / t.norm
	}
}

// compare gives how near two creators stand, the cosine of their positions and that of their districts.
func (v *View) compare(a, b int32) (near, cosine, coarse float64) {
	x, y := v.position[int(a)*v.dims:int(a+1)*v.dims], v.position[int(b)*v.dims:int(b+1)*v.dims]
	if v.root[a] == 0 || v.root[b] == 0 {
		return 0, 0, 0
	}
	first, few := float32(0), min(districtDimensions, len(x))
	for k, f := range x[:few] {
		first += f * y[k]
	}
	dot, y := first, y[few:]
	for k, f := range x[few:] {
		dot += f * y[k]
	}
	weight := float64(dot/(v.root[a]*v.root[b])) / v.typical
	near = math.Copysign(math.Log1p(10*math.Abs(weight)), weight)
	return near, ratio(dot, v.length[a]*v.length[b]), ratio(first, v.coarse[a]*v.coarse[b])
}

func ratio(a, b float32) float64 {
	if b == 0 {
		return 0
	}
	return float64(a / b)
}
