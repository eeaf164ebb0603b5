package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// NumericFeature encodes one number of a creator as a stretch of a part: the radial features of its decimal logarithm, less their
// mean over all known values, so that merely having a value does not make creators alike. A query adds the mean again: the
// product then falls with the distance of two values, whoever is compared.
type NumericFeature struct {
	Offset int     `json:"at"` // in a vector
	Width  int     `json:"width"`
	Share  float32 `json:"share"` // of the length of its part
	Mean   Numbers `json:"mean"`
	// MaxDistance is the greatest distance from the mean; it is scaled to length one.
	MaxDistance float32 `json:"far"`
	// QueryScale multiplies a query, so that products with oneself are a half on average; 0 where all values are equal.
	QueryScale float32 `json:"loud"`
}

// numericField says which number of a creator is encoded in which part, and over which range: the least logarithm, and the period,
// twice the length of the range.
type numericField struct {
	part        string
	low, period float64
	of          func(f *ChangedCreator) float64
}

// numericFields are the fields in the order of Model.Numeric. Followers and prices are distinguished over six powers of ten, rates
// over two and a half; values outside the range count as its ends.
func numericFields() [5]numericField {
	return [...]numericField{
		{size, 1.5, 12, func(f *ChangedCreator) float64 { return ratioOf(f.Followers, 1) }},
		{price, 3, 12, func(f *ChangedCreator) float64 { return ratioOf(f.Price, 1) }},
		{results, -0.5, 5, func(f *ChangedCreator) float64 { return ratioOf(f.Results.Fee, f.Results.Impressions) }},
		{results, -3.5, 5, func(f *ChangedCreator) float64 { return ratioOf(f.Results.Clicks, f.Results.Impressions) }},
		{results, -3, 5, func(f *ChangedCreator) float64 { return ratioOf(f.Results.Conversions, f.Results.Clicks) }},
	}
}

// ratioOf is NaN if either number is unknown.
func ratioOf(value, of int64) float64 {
	if value <= 0 || of <= 0 {
		return math.NaN()
	}
	return float64(value) / float64(of)
}

// encode fills in the radial features of a number, mean included; false if the number is unknown.
func (r *numericField) encode(f *ChangedCreator, into []float32) bool {
	value := r.of(f)
	if math.IsNaN(value) {
		return false
	}
	radial(min(max(math.Log10(value), r.low), r.low+r.period/2), r.period, into)
	return true
}

// learnNumeric learns means and scales from the known numbers.
func (m *Model) learnNumeric(market *insight.Market) {
	next := map[string]int{}
	for _, r := range numericFields() {
		p := m.part(r.part)
		d := NumericFeature{Offset: p.At + next[p.Name], Width: p.Width, Share: 1}
		if p.Name == results {
			d.Width, d.Share = p.Width/3, float32(1/math.Sqrt(3))
		}
		next[p.Name] += d.Width
		d.learn(market, &r)
		m.Numeric = append(m.Numeric, d)
	}
}

func (d *NumericFeature) learn(market *insight.Market, r *numericField) {
	var rows []float32
	row := make([]float32, d.Width)
	for c := range market.Creators {
		of := &market.Creators[c]
		if r.encode(&ChangedCreator{Followers: of.Followers, Price: of.Price, Results: of.Results}, row) {
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
		d.MaxDistance = max(d.MaxDistance, float32(length(one)))
	}
	if differ := 1 - dot(d.Mean, d.Mean); d.MaxDistance > minDistance {
		d.QueryScale = d.MaxDistance / (2 * differ)
	}
}

// minDistance is the spread below which a number distinguishes nobody.
const minDistance = 1e-3

// numbers fills in the numeric features.
func (m *Model) numbers(f *ChangedCreator, row []float32) {
	all := numericFields()
	for i, d := range m.Numeric {
		into := row[d.Offset : d.Offset+d.Width]
		if d.QueryScale == 0 || !all[i].encode(f, into) {
			continue
		}
		add(into, -1, d.Mean)
		divideByLength(into, d.MaxDistance)
		for k := range into {
			into[k] *= d.Share
		}
	}
}

// toQuery turns a stored feature, scaled by root, into that of a query: it adds the mean to known numbers.
func (d *NumericFeature) toQuery(row []float32, root float32) {
	part := row[d.Offset : d.Offset+d.Width]
	if length(part) == 0 {
		return
	}
	for k := range part {
		part[k] = d.QueryScale * (d.MaxDistance*part[k] + root*d.Share*d.Mean[k])
	}
}
