package lookalike

import (
	"math"
	"slices"
)

// Sizes of the search.
const (
	maxPairs      = 4_000_000 // of seeds and candidates
	maxCandidates = 10_000
	sweeps        = 3
	minGain       = 1e-3 // of the quality
)

// Least weights of a block and of a part, as shares of the whole, so that callers can raise any of them.
const (
	leastBlock = 0.02
	leastPart  = 0.005
	// leastPosition is the least weight of positions, so that they dominate their block, which callers may ask for alone.
	leastPosition = 0.1
)

// exponents are the candidates for the scaling of positions: a length is raised to the power of one minus this.
var exponents = []float64{0, 0.25, 0.5}

// factors are the multiples tried of each part's weight.
var factors = []float64{0.1, 0.3, 0.6, 1, 1.7, 3, 10}

// weightSearch looks for the weights of parts that predict the hidden ties best.
type weightSearch struct {
	validation *validation
	parts      []Part
	weights    []float64
	fixed      []bool // what is not learned
	exponent   int
	best       float64
}

func newWeightSearch(parts []Part) *weightSearch {
	j := &weightSearch{best: math.Inf(-1), parts: parts, weights: prior(), fixed: make([]bool, len(parts))}
	for i, p := range parts {
		// Results include those of hidden campaigns, and words name their brands: both would leak who took part. Newcomers
		// of a brand have not worked for it before, unlike creators who return. And ties tell whom creators meet, not
		// what they are about, so the weights of categories, audiences and words are not learned from them either.
		j.fixed[i] = p.Name == results || p.Name == brands || p.Name == words || p.Name == category || p.Name == audience
	}
	return j
}

// tryPositions adopts positions if they are clearly better than the current ones, and says whether it did.
func (j *weightSearch) tryPositions(where []float32, width int) bool {
	near := j.validation.positions(where, width)
	without, best, exponent := j.validation.weightedSum(j.weights, 0, nil), math.Inf(-1), 0
	for e := range exponents {
		if got := j.validation.quality(without, j.weights[0], near[e]); got > best {
			best, exponent = got, e
		}
	}
	if j.validation.positionProducts != nil && best < j.best*minImprovement {
		return false
	}
	j.best, j.validation.positionProducts, j.exponent = best, near, exponent
	return true
}

// minImprovement is the factor by which other positions must be better, so that noise does not decide.
const minImprovement = 1.01

// learn looks for the weights of parts, and an exponent, of best quality by coordinate ascent (Metzler and Croft, Linear
// feature-based models for information retrieval, 2007). Positions are the first part. With too few seeds, weights keep their
// prior.
func (j *weightSearch) learn() {
	if len(j.validation.seeds) < minSeeds {
		j.exponent = 1
		return
	}
	best := j.best
	for range sweeps {
		before := best
		for part := range j.weights {
			without := j.validation.weightedSum(j.weights, part, j.validation.positionProducts[j.exponent])
			switch {
			case j.fixed[part]:
			case part > 0:
				best = j.lineSearch(without, part, j.validation.products[part], best)
			default:
				for e, near := range j.validation.positionProducts {
					if got := j.lineSearch(without, 0, near, best); got > best {
						best, j.exponent = got, e
					}
				}
			}
		}
		if best-before <= minGain {
			break
		}
	}
	j.shrinkPositionWeight(best)
}

// shrinkPositionWeight takes the least weight of positions that predicts ties nearly as well, in favour of what creators are about
// (the ε-constraint method: Haimes and others, 1971). The tolerance is a share of the quality reached without positions: where
// the other parts predict nothing, nothing is given up for them.
func (j *weightSearch) shrinkPositionWeight(best float64) {
	near := j.validation.positionProducts[j.exponent]
	least := best - tolerableLoss*j.validation.quality(j.validation.weightedSum(j.weights, 0, near), 0, near)
	own, others := slices.Clone(j.weights), slices.Clone(j.weights) // of positions, and of all else
	ownSum, othersSum := 0.0, 0.0
	for part, of := range j.parts {
		if of.Kind == j.parts[0].Kind {
			others[part] = 0
		} else {
			own[part] = 0
		}
		ownSum, othersSum = ownSum+own[part], othersSum+others[part]
	}
	positions, besides := j.validation.weightedSum(own, none, near), j.validation.weightedSum(others, none, near)
	for less := 0.8; less*own[0] >= leastPosition*(less*ownSum+othersSum) && j.validation.quality(besides, less, positions) >= least; less *= 0.8 {
		for part := range own {
			j.weights[part] = less*own[part] + others[part]
		}
	}
}

// tolerableLoss is the share of the quality without positions that may be given up.
const tolerableLoss = 0.02

// lineSearch tries other weights of a part and keeps the best if it improves the quality.
func (j *weightSearch) lineSearch(without []float32, part int, products []float32, best float64) float64 {
	was := j.weights[part]
	for _, f := range factors {
		if got := j.validation.quality(without, was*f, products); got > best+minGain {
			best, j.weights[part] = got, was*f
		}
	}
	return best
}
