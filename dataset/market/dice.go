package market

import (
	"math"
	"math/rand/v2"
	"sort"
)

// purpose says what a sequence of random numbers is drawn for, so that drawing more for one purpose
// never changes another. The values are part of what a seed means: append, never reorder.
type purpose uint64

const (
	forTaste purpose = iota + 1
	forTraits
	forProfile
	forAudience
	forHistory
	forContracts
	forAgency
	forBrand
	forCampaign
	forChoice
	forPaidContent
	forOwnContents
	forCurve
	forProgrammes
	forTerms
	forRates
	forSlots
	forAway
	forWatching
	forResponses
	forResponding
)

// rng draws random numbers. Each entity has sequences of its own, found from the market's seed, a
// purpose and the entity's number; so no entity's numbers depend on how many others there are.
type rng struct {
	*rand.Rand
	seed uint64
	pcg  *rand.PCG
}

func newRNG(seed uint64) *rng {
	pcg := rand.NewPCG(0, 0)
	return &rng{Rand: rand.New(pcg), seed: seed, pcg: pcg}
}

// take goes to the beginning of an entity's sequence for one purpose.
func (d *rng) take(what purpose, entity int) {
	d.pcg.Seed(mix(d.seed+uint64(what)*0x9e3779b97f4a7c15), mix(uint64(entity)+uint64(what)<<56))
}

// mix is the finaliser of SplitMix64: neighbouring numbers become unrelated ones.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// pick draws one of several, all alike.
func pick[T any](d *rng, from []T) T { return from[d.IntN(len(from))] }

func (d *rng) chance(p float64) bool { return d.Float64() < p }

// between gives a number in [low, high].
func (d *rng) between(low, high int) int { return low + d.IntN(high-low+1) }

func (d *rng) normal(mean, sd float64) float64 { return mean + sd*d.NormFloat64() }

// factor is lognormal with median 1.
func (d *rng) factor(sd float64) float64 { return math.Exp(d.normal(0, sd)) }

// pareto gives a number of at least least whose chance of exceeding x is (least/x)^alpha, cut at most.
func (d *rng) pareto(least, most, alpha float64) float64 {
	tail := 1 - math.Pow(least/most, alpha)
	return least * math.Pow(1-d.Float64()*tail, -1/alpha)
}

// poisson counts events of which mean are expected; above 60 by its normal approximation.
func (d *rng) poisson(mean float64) int64 {
	if mean > 60 {
		return int64(math.Max(0, math.Round(d.normal(mean, math.Sqrt(mean)))))
	}
	limit, product := math.Exp(-mean), d.Float64()
	var n int64
	for product > limit {
		n++
		product *= d.Float64()
	}
	return n
}

// weightedChoice holds running totals of weights, to draw a place with a chance proportional to its weight.
type weightedChoice []float64

func newWeightedChoice(n int, weight func(i int) float64) weightedChoice {
	l, sum := make(weightedChoice, n), 0.0
	for i := range l {
		sum += weight(i)
		l[i] = sum
	}
	return l
}

func (l weightedChoice) draw(d *rng) int { return l.drawFrom(d, 0, len(l)) }

// drawFrom draws among the places from first up to end alone; −1 if there are none.
func (l weightedChoice) drawFrom(d *rng, first, end int) int {
	if first >= end {
		return -1
	}
	below := 0.0
	if first > 0 {
		below = l[first-1]
	}
	at := below + d.Float64()*(l[end-1]-below)
	i := first + sort.SearchFloat64s(l[first:end], at)
	return min(i, end-1)
}

// zipf weighs the i-th of many, counted from 0.
func zipf(exponent float64) func(i int) float64 {
	return func(i int) float64 { return math.Pow(float64(i+1), -exponent) }
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func clamp(x, low, high float64) float64 { return math.Max(low, math.Min(high, x)) }
