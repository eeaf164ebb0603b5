package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Dial is where a number stands within a part: at the place of its power of ten on a circle, less the mean of all who
// have one, so that to have a number at all is not to be alike. A query has the mean added again: the product of two
// is then that of their places less a constant of who asks, and so falls with their distance, whoever is compared.
type Dial struct {
	At    int     `json:"at"` // in a vector
	Width int     `json:"width"`
	Share float32 `json:"share"` // of the length of its part
	Mean  Numbers `json:"mean"`
	// Far is the greatest distance from the mean, which is kept as length one.
	Far float32 `json:"far"`
	// Loud is what a query is multiplied by, so that products with oneself are a half on average; 0 where all are the same.
	Loud float32 `json:"loud"`
}

// reading says how a number is read: of which part it is, the least power of ten that is told from others, and twice
// how many are.
type reading struct {
	part        string
	low, period float64
	of          func(f *ChangedCreator) float64
}

// readings are of the dials, in order. Followers and prices are told apart over six powers of ten, below and above which
// all are the same; rates over two and a half.
func readings() [5]reading {
	return [...]reading{
		{size, 1.5, 12, func(f *ChangedCreator) float64 { return ratioOf(f.Followers, 1) }},
		{price, 3, 12, func(f *ChangedCreator) float64 { return ratioOf(f.Price, 1) }},
		{results, -0.5, 5, func(f *ChangedCreator) float64 { return ratioOf(f.Results.Fee, f.Results.Impressions) }},
		{results, -3.5, 5, func(f *ChangedCreator) float64 { return ratioOf(f.Results.Clicks, f.Results.Impressions) }},
		{results, -3, 5, func(f *ChangedCreator) float64 { return ratioOf(f.Results.Conversions, f.Results.Clicks) }},
	}
}

// ratioOf is NaN where nobody knows.
func ratioOf(value, of int64) float64 {
	if value <= 0 || of <= 0 {
		return math.NaN()
	}
	return float64(value) / float64(of)
}

// turn fills in where a number stands, with the mean; false where nobody knows it.
func (r *reading) turn(f *ChangedCreator, into []float32) bool {
	value := r.of(f)
	if math.IsNaN(value) {
		return false
	}
	radial(min(max(math.Log10(value), r.low), r.low+r.period/2), r.period, into)
	return true
}

// learnDials finds means and distances, over those whose numbers are known.
func (m *Model) learnDials(market *insight.Market) {
	next := map[string]int{}
	for _, r := range readings() {
		p := m.part(r.part)
		d := Dial{At: p.At + next[p.Name], Width: p.Width, Share: 1}
		if p.Name == results {
			d.Width, d.Share = p.Width/3, float32(1/math.Sqrt(3))
		}
		next[p.Name] += d.Width
		d.learn(market, &r)
		m.Dials = append(m.Dials, d)
	}
}

func (d *Dial) learn(market *insight.Market, r *reading) {
	var rows []float32
	row := make([]float32, d.Width)
	for c := range market.Creators {
		of := &market.Creators[c]
		if r.turn(&ChangedCreator{Followers: of.Followers, Price: of.Price, Results: of.Results}, row) {
			rows = append(rows, row...)
		}
	}
	d.Mean = make(Numbers, d.Width)
	n := float32(max(len(rows)/d.Width, 1))
	for at := 0; at < len(rows); at += d.Width {
		add(d.Mean, 1/n, rows[at:at+d.Width])
	}
	for at := 0; at < len(rows); at += d.Width {
		one := rows[at : at+d.Width]
		add(one, -1, d.Mean)
		d.Far = max(d.Far, float32(length(one)))
	}
	if differ := 1 - dot(d.Mean, d.Mean); d.Far > leastFar {
		d.Loud = d.Far / (2 * differ)
	}
}

// leastFar is how far from the mean somebody must be for a number to tell anybody apart.
const leastFar = 1e-3

// numbers fills in the parts of numbers.
func (m *Model) numbers(f *ChangedCreator, row []float32) {
	all := readings()
	for i, d := range m.Dials {
		into := row[d.At : d.At+d.Width]
		if d.Loud == 0 || !all[i].turn(f, into) {
			continue
		}
		add(into, -1, d.Mean)
		shorten(into, d.Far)
		for k := range into {
			into[k] *= d.Share
		}
	}
}

// ask makes of a part that is kept times a root what is asked: means are added again to numbers that are known.
func (d *Dial) ask(row []float32, root float32) {
	part := row[d.At : d.At+d.Width]
	if length(part) == 0 {
		return
	}
	for k := range part {
		part[k] = d.Loud * (d.Far*part[k] + root*d.Share*d.Mean[k])
	}
}
