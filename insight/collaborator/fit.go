package collaborator

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// The prior of curves. Each step between two knots is shrunk towards its expected rise: none, except that the score grows with
// the logarithm of personalised PageRank, half of it by each of the two variants.
const (
	smoothness    = 30.0 // prior precision of a step
	expectedSlope = 0.5
	leastStep     = 0.02 // at the start of the search, where no rise is expected
	maxSteps      = 150  // of the search
)

// expectedRise is the prior mean of a curve's step from knot i−1 to knot i.
func (l *trainingSet) expectedRise(f, i int) float64 {
	return features[f].slope * (l.curves[f].Knots[i] - l.curves[f].Knots[i-1])
}

// An unconstrained curve is parameterised by its values. A monotone one is parameterised by its steps, each softplus(x) =
// ln(1 + eˣ) > 0, so that the search needs no constraints. A monotone curve is zero at its low end; the parameter of its first
// knot is unused.

// initialParameters are those of the expected curves.
func (l *trainingSet) initialParameters() []float64 {
	x := make([]float64, l.count)
	for f := range l.curves {
		for i := 1; i < len(l.curves[f].Knots); i++ {
			k := l.first[f] + i
			if features[f].way == either {
				x[k] = x[k-1] + l.expectedRise(f, i)
			} else {
				x[k] = math.Log(math.Expm1(math.Max(l.expectedRise(f, i), leastStep)))
			}
		}
	}
	return x
}

// curveValues computes the values at all knots from the parameters.
func (l *trainingSet) curveValues(x, values []float64) {
	for f, c := range l.curves {
		n := len(c.Knots)
		if n == 0 {
			continue
		}
		x, values := x[l.first[f]:l.first[f]+n], values[l.first[f]:l.first[f]+n]
		switch features[f].way {
		case rises:
			values[0] = 0
			for i := 1; i < n; i++ {
				values[i] = values[i-1] + softplus(x[i])
			}
		case falls:
			values[n-1] = 0
			for i := n - 1; i > 0; i-- {
				values[i-1] = values[i] + softplus(x[i])
			}
		default:
			copy(values, x)
		}
	}
}

func softplus(x float64) float64 {
	return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x)))
}

// penalisedGradient turns the gradient by values into that by parameters, adds the penalty's and returns the penalty.
func (l *trainingSet) penalisedGradient(x, ofValues, slope []float64) float64 {
	by := smoothness / math.Max(float64(l.positives), 1)
	cost := 0.0
	for f, c := range l.curves {
		n, k := len(c.Knots), l.first[f]
		if n == 0 {
			continue
		}
		x, ofValues, slope := x[k:k+n], ofValues[k:k+n], slope[k:k+n]
		if features[f].way == either {
			copy(slope, ofValues)
			cost += by / 2 * x[0] * x[0]
			slope[0] += by * x[0]
			for i := 1; i < n; i++ {
				off := x[i] - x[i-1] - l.expectedRise(f, i)
				cost += by / 2 * off * off
				slope[i] += by * off
				slope[i-1] -= by * off
			}
			continue
		}
		slope[0] = 0
		for i := 1; i < n; i++ {
			raised := ofValues[i:] // values that the step raises
			if features[f].way == falls {
				raised = ofValues[:i]
			}
			off := softplus(x[i]) - l.expectedRise(f, i)
			cost += by / 2 * off * off
			slope[i] = (sum(raised) + by*off) / (1 + math.Exp(-x[i]))
		}
	}
	return cost
}

// minimise gives the values that minimise the penalised loss.
func (l *trainingSet) minimise() []float64 {
	values := make([]float64, l.count)
	if l.count == 0 {
		return values
	}
	ofValues, slope := make([]float64, l.count), make([]float64, l.count)
	var at []float64 // parameters of the last evaluation, shared by Func and Grad
	var loss float64
	work := func(x []float64) {
		if !slices.Equal(at, x) {
			at = append(at[:0], x...)
			l.curveValues(x, values)
			loss = l.loss(values, ofValues)
			loss += l.penalisedGradient(x, ofValues, slope)
		}
	}
	problem := optimize.Problem{
		Func: func(x []float64) float64 { work(x); return loss },
		Grad: func(grad, x []float64) { work(x); copy(grad, slope) },
	}
	best := l.initialParameters()
	// When the iterations run out, the best point found so far is good enough.
	result, _ := optimize.Minimize(problem, slices.Clone(best),
		&optimize.Settings{MajorIterations: maxSteps, GradientThreshold: 1e-4}, &optimize.LBFGS{})
	if result != nil {
		best = result.X
	}
	l.curveValues(best, values)
	return values
}
