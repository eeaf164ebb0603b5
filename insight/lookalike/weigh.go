package lookalike

import (
	"math"
	"slices"
)

// How much weights are learned from.
const (
	mostPairs      = 4_000_000 // of askers and candidates
	mostCandidates = 10_000
	sweeps         = 3
	leastGain      = 1e-3 // of the figure that is made large
)

// The least that a block and, within it, a part counts, of the whole: so that callers may raise any of them.
const (
	leastBlock = 0.02
	leastPart  = 0.005
	// leastPosition is what positions count at least, so that they lead their block: it is also asked for by itself.
	leastPosition = 0.1
)

// exponents are tried for how much length a position keeps: its length to the power of one minus this.
var exponents = []float64{0, 0.25, 0.5}

// factors are tried for each part's weight.
var factors = []float64{0.1, 0.3, 0.6, 1, 1.7, 3, 10}

// judge says what weights are worth by the ties that were hidden.
type judge struct {
	ties     *trial
	parts    []Part
	weights  []float64
	fixed    []bool // what is not learned
	exponent int
	best     float64
}

func newJudge(parts []Part) *judge {
	j := &judge{best: math.Inf(-1), parts: parts, weights: prior(), fixed: make([]bool, len(parts))}
	for i, p := range parts {
		// What came of a hidden campaign is part of the results, and what was posted for it names the brand: both would
		// tell who was in it. Those who begin with a brand have not both worked for it before, which says nothing of
		// those who come back. Ties tell whom creators meet, and little of what they are about: how much categories and
		// audiences count beside words is not learned from them either.
		j.fixed[i] = p.Name == results || p.Name == brands || p.Name == words || p.Name == category || p.Name == audience
	}
	return j
}

// try takes positions in if they put those wanted clearly further ahead than what was taken in before, and says
// whether.
func (j *judge) try(where []float32, width int) bool {
	near := j.ties.positions(where, width)
	without, best, exponent := j.ties.total(j.weights, 0, nil), math.Inf(-1), 0
	for e := range exponents {
		if got := j.ties.figure(without, j.weights[0], near[e]); got > best {
			best, exponent = got, e
		}
	}
	if j.ties.near != nil && best < j.best*clearlyBetter {
		return false
	}
	j.best, j.ties.near, j.exponent = best, near, exponent
	return true
}

// clearlyBetter is by how much other positions must do better, so that chance does not choose.
const clearlyBetter = 1.01

// learn looks for weights of parts, and an exponent, that put those wanted first: one after the other, each by
// factors, as long as that helps (coordinate ascent; Metzler and Croft, Linear feature-based models for
// information retrieval, 2007). Positions are the first part. With too few askers, weights are kept.
func (j *judge) learn() {
	if len(j.ties.askers) < leastAskers {
		j.exponent = 1
		return
	}
	best := j.best
	for range sweeps {
		before := best
		for part := range j.weights {
			without := j.ties.total(j.weights, part, j.ties.near[j.exponent])
			switch {
			case j.fixed[part]:
			case part > 0:
				best = j.climb(without, part, j.ties.products[part], best)
			default:
				for e, near := range j.ties.near {
					if got := j.climb(without, 0, near, best); got > best {
						best, j.exponent = got, e
					}
				}
			}
		}
		if best-before <= leastGain {
			break
		}
	}
	j.lessen(best)
}

// lessen takes the least weight of positions that finds ties nearly as well: what creators are about has the rest of the
// say (the ε-constraint method: Haimes and others, 1971). How nearly is a matter of how well ties are found without
// positions: where what is known of creators tells nothing, nothing is given up for it.
func (j *judge) lessen(best float64) {
	near := j.ties.near[j.exponent]
	least := best - mayLose*j.ties.figure(j.ties.total(j.weights, 0, near), 0, near)
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
	positions, besides := j.ties.total(own, none, near), j.ties.total(others, none, near)
	for less := 0.8; less*own[0] >= leastPosition*(less*ownSum+othersSum) && j.ties.figure(besides, less, positions) >= least; less *= 0.8 {
		for part := range own {
			j.weights[part] = less*own[part] + others[part]
		}
	}
}

// mayLose is how much of what is found without positions may be given up.
const mayLose = 0.02

// climb tries other weights of a part and keeps the best, if it is better than what there was.
func (j *judge) climb(without []float32, part int, products []float32, best float64) float64 {
	was := j.weights[part]
	for _, f := range factors {
		if got := j.ties.figure(without, was*f, products); got > best+leastGain {
			best, j.weights[part] = got, was*f
		}
	}
	return best
}
