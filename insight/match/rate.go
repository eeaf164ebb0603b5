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
	backfittingPasses = 12  // until effects converge
	ridge             = 1.0 // prior precision of β
	// smoothing is added to observed and expected counts, so that zero has a logarithm.
	smoothing = 1.0
	// leastVariance is the smallest variance of an effect.
	leastVariance = 1e-4
)

// observation is one result: a count out of an exposure.
type observation struct {
	creator, campaign, group int32
	x                        features
	count, exposure          float64
	weight                   float64 // by age
}

// rate is a mixed-effects log-linear model of a count per exposure.
type rate struct {
	beta                      features
	group                     []float64 // by main category, the last of none
	campaign                  []float64
	noise, byCreator, byGroup float64 // variances
	byCampaign                float64
	level                     float64 // calibrates the sum of expected to that of observed values
	intervalScale             float64 // calibrates the coverage of intervals
}

func (r *rate) fixed(x *features) float64 {
	sum := 0.0
	for k, v := range x {
		sum += r.beta[k] * v
	}
	return sum
}

// residual is the log ratio of an observation to its expectation, and its precision.
func (r *rate) residual(s *observation, eta float64) (off, weight float64) {
	expected := s.exposure * math.Exp(eta)
	off = math.Log((s.count + smoothing) / (expected + smoothing))
	return off, s.weight / (r.noise + 1/(expected+smoothing))
}

// learn fits a rate by backfitting: each effect in turn to the residuals of the others.
func learn(all []observation, creators, groups, campaigns int) *rate {
	r := &rate{group: make([]float64, groups), campaign: make([]float64, campaigns), noise: 0.3, byCreator: 0.3,
		byGroup: 0.1, byCampaign: 0.1, level: 1, intervalScale: 1}
	if len(all) == 0 {
		return r
	}
	count, of := 0.0, 0.0
	for i := range all {
		count, of = count+all[i].count, of+all[i].exposure
	}
	r.beta[0] = math.Log((count + smoothing) / (of + smoothing))
	creator := make([]float64, creators)
	shrink := func(effect []float64, at func(*observation) int32, variance *float64) {
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
	for range backfittingPasses {
		r.regress(all, creator)
		shrink(r.group, func(s *observation) int32 { return s.group }, &r.byGroup)
		shrink(creator, func(s *observation) int32 { return s.creator }, &r.byCreator)
		shrink(r.campaign, func(s *observation) int32 { return s.campaign }, &r.byCampaign)
		r.estimateVariance(all, creator)
	}
	return r
}

// regress fits β by weighted least squares to the residuals of the effects.
func (r *rate) regress(all []observation, creator []float64) {
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

// estimateVariance learns the residual variance and the level.
func (r *rate) estimateVariance(all []observation, creator []float64) {
	spread, weights, count, expected := 0.0, 0.0, 0.0, 0.0
	for i := range all {
		s := &all[i]
		eta := r.fixed(&s.x) + r.group[s.group] + creator[s.creator] + r.campaign[s.campaign]
		mean := s.exposure * math.Exp(eta)
		off := math.Log((s.count + smoothing) / (mean + smoothing))
		if mean > 3 { // below, sampling noise dominates
			spread += s.weight * math.Max(-1, off*off-1/(mean+smoothing))
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

// effect is a creator's random effect: posterior mean and variance.
type effect struct{ mean, variance float64 }

// effectOf estimates a creator's effect from its results.
func (r *rate) effectOf(all []observation) effect {
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

// effectsOf calls tell with the effect of each creator who has results and their number; it reorders them.
func (r *rate) effectsOf(all []observation, tell func(creator int32, e effect, results int)) {
	slices.SortStableFunc(all, func(a, b observation) int { return cmp.Compare(a.creator, b.creator) })
	for first := 0; first < len(all); {
		end := first
		for end < len(all) && all[end].creator == all[first].creator {
			end++
		}
		tell(all[first].creator, r.effectOf(all[first:end]), end-first)
		first = end
	}
}

// expected is the mean of a creator's rate, ln of its median being eta.
func (r *rate) expected(eta float64, e effect) float64 {
	return math.Exp(eta+(e.variance+r.byCampaign)/2) * r.level
}

// normalQuantile90 is the standard normal's 90 % quantile: an interval of 80 % lies between it and its negative.
const normalQuantile90 = 1.2815515655446004

// interval is the 80 % prediction interval of a rate at an exposure.
func (r *rate) interval(eta float64, e effect, of float64) (low, high float64) {
	median := math.Exp(eta)
	spread := r.noise + r.byCampaign + e.variance
	if of > 0 {
		spread += 1 / (of*median + smoothing)
	}
	far := math.Exp(normalQuantile90 * math.Sqrt(spread) * r.intervalScale)
	return median / far, median * far
}

// spread is the standard deviation of ln of the rate.
func (r *rate) spread(e effect) float64 {
	return math.Sqrt(r.noise+r.byCampaign+e.variance) * r.intervalScale
}
