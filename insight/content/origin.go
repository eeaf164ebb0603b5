package content

import (
	"math"
	"slices"
)

const (
	day = 24 * 60 * 60 // seconds
	// maxPast is how many of a creator's earlier contents, and works, are looked at, the latest ones.
	maxPast = 30
	// doneHours is the age from which a content's views are those that count as usual.
	doneHours = 168
	// pastEnough is after how many works the creator's own past counts as much as what is usual of all.
	pastEnough = 1.0
)

// origin is a content with all that was known when it was published, and its counts.
type origin struct {
	content   *Content
	creator   *Creator
	curve     curve
	corrected bool // the last count corrects those before it, and nothing confirms it yet
	before    []curve
	done      []float64 // ln of views or impressions of the creator's earlier works
	usual     []float64 // features of what is usual before the creator's own past counts
	size      float64   // ln of followers; NaN where unknown
	price     float64
	past      float64 // of the earlier works, against what is usual; NaN where there are none
	pasts     float64
	prior     float64 // ln of views that is usual at doneHours
}

// originOf gathers what was known of a content when it was published, and of its counts until a moment.
func originOf(c *Creator, content *Content, until int64) *origin {
	o := &origin{content: content, creator: c, size: c.followers(content.Published), price: math.NaN(), past: math.NaN()}
	if f := content.Format; f >= 0 && f < Formats && c.Prices[f] > 0 {
		o.price = math.Log(float64(c.Prices[f]))
	}
	o.curve, o.corrected = content.read(until)
	o.addContents()
	o.addResults()
	o.usual = o.describe()
	return o
}

// addContents adds the creator's latest earlier contents, by their counts until the content was published.
func (o *origin) addContents() {
	for _, other := range slices.Backward(o.creator.Contents) {
		if !o.isEarlier(&other) {
			continue
		}
		if curve, _ := other.read(o.content.Published); len(curve) > 0 {
			o.before = append(o.before, curve)
			if end := curve.end(); !math.IsNaN(end) {
				o.done = append(o.done, end)
			}
		}
		if len(o.before) == maxPast {
			return
		}
	}
}

// isEarlier says whether another content was published long enough before, and counted.
func (o *origin) isEarlier(other *Content) bool {
	return other.Published <= o.content.Published-doneHours*3600 && other.Key != o.content.Key && len(other.Counts) > 0
}

// addResults adds the results of the creator's works that ended before the content was published.
func (o *origin) addResults() {
	for _, r := range slices.Backward(o.creator.Results) {
		if r.Ended < o.content.Published && r.Impressions > 0 && len(o.done) < 2*maxPast {
			o.done = append(o.done, math.Log(float64(r.Impressions)))
		}
	}
}

// end is ln of views at doneHours, or of the last count not long before or after; NaN where there is none.
func (c curve) end() float64 {
	if at := c.at(doneHours); !math.IsNaN(at) {
		return at
	}
	if last := c[len(c)-1]; last.age >= doneHours/2.5 && last.age <= 8*doneHours {
		return last.logs
	}
	if first := c[0]; first.age >= doneHours && first.age <= 8*doneHours {
		return first.logs
	}
	return math.NaN()
}

// describe gives what the ridge regression reads: size, price, format, whether it is paid for; 0 and a mark where unknown.
func (o *origin) describe() []float64 {
	x := make([]float64, usualTerms)
	x[0] = 1
	for i, value := range [...]float64{o.size, o.price} {
		if math.IsNaN(value) {
			x[1+2*i] = 1
			continue
		}
		x[2+2*i] = value
	}
	if f := o.content.Format; f >= 0 && f < Formats {
		x[5+f] = 1
	}
	if o.content.Sponsored {
		x[5+Formats] = 1
	}
	return x
}

// usualTerms is how many terms describe gives.
const usualTerms = 5 + Formats + 1

// setPrior sets the prior views, from the regression and the creator's past works.
func (o *origin) setPrior(weights []float64) {
	base := 0.0
	for i, x := range o.usual {
		base += weights[i] * x
	}
	o.pasts, o.prior = float64(len(o.done)), base
	if len(o.done) == 0 {
		return
	}
	mean := 0.0
	for _, x := range o.done {
		mean += (x - base) / o.pasts
	}
	o.past = mean
	o.prior = base + mean*o.pasts/(o.pasts+pastEnough)
}

// usualViews is the median of the creator's earlier works; NaN where there are none.
func (o *origin) usualViews() float64 {
	if len(o.done) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(o.done))
	n := len(sorted)
	return math.Exp((sorted[n/2] + sorted[(n-1)/2]) / 2)
}

// tier numbers the size of a creator: below 10,000 followers, 100,000, 1,000,000, and above; unknown sizes are the least.
func (o *origin) tier() int {
	t := 0
	for _, bound := range [...]float64{10_000, 100_000, 1_000_000} {
		if o.size >= math.Log(bound) {
			t++
		}
	}
	return t
}

const tiers = 4
