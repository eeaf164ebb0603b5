package content

import "math"

// The features, by their places.
const (
	ageHours = iota // of the last count; 0 where there is none
	horizonHours
	lastLogs    // ln of views by then
	back30m     // how much was added since the content was half an hour old, as logarithms, as are the next
	back1       //
	back2       //
	back4       //
	back8       //
	back24      //
	back72      //
	slope       // of the last two counts, by the logarithm of age
	slopeBefore // of the two before
	counted     // number of counts
	likeRate    // ln of likes per view
	commentRate // ln of comments per view
	shareRate   // ln of shares per view
	clickRate   // ln of clicks per view
	size        // ln of followers when published
	price       // ln of the price of the format, in minor units
	ofFormat    // the format
	sponsored   // 1 if it is paid for
	past        // mean of ln of the creator's earlier views, against what is usual
	pasts       // number of them
	pace        // mean of what the creator's earlier contents added between this age and the horizon
	ahead       // ln of views less what the creator's earlier contents had at this age
	against     // ln of views less what is usual at the end
	usual       // what is usual at the end
	features
)

// grid are the ages, in hours, that views are looked back to.
var grid = [...]struct {
	feature int
	age     float64
}{{back30m, 0.5}, {back1, 1}, {back2, 2}, {back4, 4}, {back8, 8}, {back24, 24}, {back72, 72}}

// row fills in the features of a content by its first counts, k of them; 0 is before any. prior is what is usual at the end.
func (o *origin) row(k int, hours float64, to []float64) {
	for f := range to {
		to[f] = math.NaN()
	}
	to[ageHours], to[horizonHours], to[counted] = 0, hours, float64(k)
	to[size], to[price], to[ofFormat], to[sponsored] = o.size, o.price, float64(o.content.Format), 0
	if o.content.Sponsored {
		to[sponsored] = 1
	}
	to[past], to[pasts], to[usual] = o.past, o.pasts, o.prior
	if k == 0 {
		return
	}
	seen := o.curve[:k]
	last := seen[k-1]
	to[ageHours], to[lastLogs], to[against] = last.age, last.logs, last.logs-o.prior
	for _, g := range grid {
		if g.age < last.age*0.98 {
			to[g.feature] = last.logs - seen.at(g.age)
		}
	}
	for step, feature := range [...]int{slope, slopeBefore} {
		if i := k - 1 - step; i > 0 && seen[i].age > seen[i-1].age {
			to[feature] = (seen[i].logs - seen[i-1].logs) / math.Log(seen[i].age/seen[i-1].age)
		}
	}
	for _, act := range [...]struct {
		feature int
		count   int64
	}{{likeRate, last.count.Likes}, {commentRate, last.count.Comments}, {shareRate, last.count.Shares}, {clickRate, last.count.Clicks}} {
		if act.count != Unknown {
			to[act.feature] = math.Log((float64(act.count) + 0.5) / (float64(last.count.Views) + 10))
		}
	}
	to[pace], to[ahead] = o.pace(last.age, hours), last.logs-o.meanAt(last.age)
}

// pace is what earlier contents of the creator added, on average, between two ages.
func (o *origin) pace(from, to float64) float64 {
	return meanOf(o.before, func(c curve) float64 { return c.at(to) - c.at(from) })
}

// meanAt is the mean views of the creator's earlier contents at an age.
func (o *origin) meanAt(age float64) float64 {
	return meanOf(o.before, func(c curve) float64 { return c.at(age) })
}

func meanOf(curves []curve, of func(curve) float64) float64 {
	sum, n := 0.0, 0
	for _, c := range curves {
		if x := of(c); !math.IsNaN(x) {
			sum, n = sum+x, n+1
		}
	}
	if n == 0 {
		return math.NaN()
	}
	return sum / float64(n)
}
