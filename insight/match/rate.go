package match

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// HalfLife is after how many days a result counts half as much.
const HalfLife = 365

const (
	passes = 12  // over all results, in which effects settle
	ridge  = 1.0 // prior precision of β
	// extra is added to counts and to what was expected of them, so that nought has a logarithm.
	extra = 1.0
	// unit is the smallest variance that an effect may have.
	leastVariance = 1e-4
)

// seen is one result: count of so many that could have been.
type seen struct {
	creator, campaign, group int32
	x                        features
	count, of                float64
	weight                   float64 // by age
}

// rate is a learned number: what is expected of a creator in a campaign.
type rate struct {
	beta                      features
	group                     []float64 // by main category, the last of none
	campaign                  []float64
	noise, byCreator, byGroup float64 // variances
	byCampaign                float64
	level                     float64 // what expected values are multiplied by so that they add up to what was seen
	stretch                   float64 // of intervals, so that they hold what they promise
}

func (r *rate) fixed(x *features) float64 {
	sum := 0.0
	for k, v := range x {
		sum += r.beta[k] * v
	}
	return sum
}

// residual gives how far, as ln, a result is off an expectation, and how much that tells.
func (r *rate) residual(s *seen, eta float64) (off, weight float64) {
	expected := s.of * math.Exp(eta)
	off = math.Log((s.count + extra) / (expected + extra))
	return off, s.weight / (r.noise + 1/(expected+extra))
}

// learn fits a rate by backfitting: each effect in turn to what the others leave open.
func learn(all []seen, creators, groups, campaigns int) *rate {
	r := &rate{group: make([]float64, groups), campaign: make([]float64, campaigns), noise: 0.3, byCreator: 0.3,
		byGroup: 0.1, byCampaign: 0.1, level: 1, stretch: 1}
	if len(all) == 0 {
		return r
	}
	count, of := 0.0, 0.0
	for i := range all {
		count, of = count+all[i].count, of+all[i].of
	}
	r.beta[0] = math.Log((count + extra) / (of + extra))
	creator := make([]float64, creators)
	shrink := func(effect []float64, at func(*seen) int32, variance *float64) {
		sum, weight := make([]float64, len(effect)), make([]float64, len(effect))
		for i := range all {
			s := &all[i]
			eta := r.fixed(&s.x) + r.group[s.group] + creator[s.creator] + r.campaign[s.campaign]
			off, w := r.residual(s, eta)
			k := at(s)
			sum[k] += w * (off + effect[k])
			weight[k] += w
		}
		spread, n := 0.0, 0.0
		for k := range effect {
			effect[k] = sum[k] / (weight[k] + 1 / *variance)
			if weight[k] > 0 {
				spread += effect[k]*effect[k] + 1/(weight[k] + 1 / *variance)
				n++
			}
		}
		if n > 1 {
			*variance = math.Max(leastVariance, spread/n)
		}
	}
	for range passes {
		r.regress(all, creator)
		shrink(r.group, func(s *seen) int32 { return s.group }, &r.byGroup)
		shrink(creator, func(s *seen) int32 { return s.creator }, &r.byCreator)
		shrink(r.campaign, func(s *seen) int32 { return s.campaign }, &r.byCampaign)
		r.measure(all, creator)
	}
	return r
}

// regress fits β by weighted least squares to what the effects leave open.
func (r *rate) regress(all []seen, creator []float64) {
	gram, right := mat.NewSymDense(featureCount, nil), mat.NewVecDense(featureCount, nil)
	for k := range featureCount {
		gram.SetSym(k, k, ridge)
	}
	for i := range all {
		s := &all[i]
		fixed := r.fixed(&s.x)
		off, w := r.residual(s, fixed+r.group[s.group]+creator[s.creator]+r.campaign[s.campaign])
		for a, xa := range s.x {
			if xa == 0 {
				continue
			}
			right.SetVec(a, right.AtVec(a)+w*xa*(fixed+off))
			for b := a; b < featureCount; b++ {
				gram.SetSym(a, b, gram.At(a, b)+w*xa*s.x[b])
			}
		}
	}
	var cholesky mat.Cholesky
	if !cholesky.Factorize(gram) {
		return
	}
	var beta mat.VecDense
	if cholesky.SolveVecTo(&beta, right) != nil {
		return
	}
	copy(r.beta[:], beta.RawVector().Data)
}

// measure learns the variance that is left, and the level.
func (r *rate) measure(all []seen, creator []float64) {
	spread, weights, count, expected := 0.0, 0.0, 0.0, 0.0
	for i := range all {
		s := &all[i]
		eta := r.fixed(&s.x) + r.group[s.group] + creator[s.creator] + r.campaign[s.campaign]
		mean := s.of * math.Exp(eta)
		off := math.Log((s.count + extra) / (mean + extra))
		if mean > 3 { // of less, chance is all there is to see
			spread += s.weight * math.Max(-1, off*off-1/(mean+extra))
			weights += s.weight
		}
		count, expected = count+s.weight*math.Min(s.count, 20*mean+20), expected+s.weight*mean
	}
	if weights > 0 {
		r.noise = math.Max(0.01, spread/weights)
	}
	if expected > 0 && count > 0 {
		r.level = count / expected
	}
}

// effect is how far a creator is off what is expected of its like, and how well that is known.
type effect struct{ mean, variance float64 }

// effectOf sums up a creator's results.
func (r *rate) effectOf(all []seen) effect {
	e := effect{0, r.byCreator}
	for range 3 {
		sum, weight := 0.0, 0.0
		for i := range all {
			s := &all[i]
			off, w := r.residual(s, r.fixed(&s.x)+r.group[s.group]+e.mean+r.campaign[s.campaign])
			sum += w * (off + e.mean)
			weight += w
		}
		e = effect{sum / (weight + 1/r.byCreator), 1 / (weight + 1/r.byCreator)}
	}
	return e
}

// effectsOf tells the effect of each creator who has results, and how many they are; it reorders them.
func (r *rate) effectsOf(all []seen, tell func(creator int32, e effect, results int)) {
	slices.SortStableFunc(all, func(a, b seen) int { return cmp.Compare(a.creator, b.creator) })
	for first := 0; first < len(all); {
		end := first
		for end < len(all) && all[end].creator == all[first].creator {
			end++
		}
		tell(all[first].creator, r.effectOf(all[first:end]), end-first)
		first = end
	}
}

// expected is the mean of what a creator will be seen to do, ln of its median being eta.
func (r *rate) expected(eta float64, e effect) float64 {
	return math.Exp(eta+(e.variance+r.byCampaign)/2) * r.level
}

// inner is the normal distribution's 90 % quantile: an interval of 80 % lies between it and its negative.
const inner = 1.2815515655446004

// interval holds four in five of what will be counted of so many.
func (r *rate) interval(eta float64, e effect, of float64) (low, high float64) {
	median := math.Exp(eta)
	spread := r.noise + r.byCampaign + e.variance
	if of > 0 {
		spread += 1 / (of*median + extra)
	}
	far := math.Exp(inner * math.Sqrt(spread) * r.stretch)
	return median / far, median * far
}

// spread is the standard deviation of ln of what will be seen.
func (r *rate) spread(e effect) float64 {
	return math.Sqrt(r.noise+r.byCampaign+e.variance) * r.stretch
}
