package collaborator

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// How curves are held. Each step between two knots is drawn towards what is expected of it before anything is known:
// nothing, and of personalised PageRank that the score grows by its logarithm, half of it by either measure.
const (
	smoothness   = 30.0 // one over the variance of a step around what is expected
	expectedRank = 0.5
	leastStep    = 0.02 // that the search begins with where nothing is expected
	mostSteps    = 150  // of the search
)

// expected is how much a curve rises between knots i−1 and i before anything is known.
func (l *lesson) expected(f, i int) float64 {
	return features[f].slope * (l.curves[f].Knots[i] - l.curves[f].Knots[i-1])
}

// Parameters are the values of a curve that may go either way. Those of one that only rises, or only falls, are of its
// steps: the step is ln(1 + eˣ), which is above zero whatever x is, so that no search can leave what is allowed. Such a
// curve is zero at its least end; the parameter of the first knot is not used.

// begin gives the parameters of the curves that are expected.
func (l *lesson) begin() []float64 {
	x := make([]float64, l.count)
	for f := range l.curves {
		for i := 1; i < len(l.curves[f].Knots); i++ {
			k := l.first[f] + i
			if features[f].way == either {
				x[k] = x[k-1] + l.expected(f, i)
			} else {
				x[k] = math.Log(math.Expm1(math.Max(l.expected(f, i), leastStep)))
			}
		}
	}
	return x
}

// bend works out the values of curves from parameters.
func (l *lesson) bend(x, values []float64) {
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
				values[i] = values[i-1] + positive(x[i])
			}
		case falls:
			values[n-1] = 0
			for i := n - 1; i > 0; i-- {
				values[i-1] = values[i] + positive(x[i])
			}
		default:
			copy(values, x)
		}
	}
}

func positive(x float64) float64 {
	return math.Max(x, 0) + math.Log1p(math.Exp(-math.Abs(x)))
}

// unbend gives the slopes of parameters from those of values, and what the steps cost that are not as expected.
func (l *lesson) unbend(x, ofValues, slope []float64) float64 {
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
				off := x[i] - x[i-1] - l.expected(f, i)
				cost += by / 2 * off * off
				slope[i] += by * off
				slope[i-1] -= by * off
			}
			continue
		}
		slope[0] = 0
		for i := 1; i < n; i++ {
			raised := ofValues[i:] // those that the step raises
			if features[f].way == falls {
				raised = ofValues[:i]
			}
			off := positive(x[i]) - l.expected(f, i)
			cost += by / 2 * off * off
			slope[i] = (sum(raised) + by*off) / (1 + math.Exp(-x[i]))
		}
	}
	return cost
}

// minimise gives the values at which the loss is least.
func (l *lesson) minimise() []float64 {
	values := make([]float64, l.count)
	if l.count == 0 {
		return values
	}
	ofValues, slope := make([]float64, l.count), make([]float64, l.count)
	var at []float64 // where loss was worked out last, so that function and slope are worked out once
	var loss float64
	work := func(x []float64) {
		if !slices.Equal(at, x) {
			at = append(at[:0], x...)
			l.bend(x, values)
			loss = l.loss(values, ofValues)
			loss += l.unbend(x, ofValues, slope)
		}
	}
	problem := optimize.Problem{
		Func: func(x []float64) float64 { work(x); return loss },
		Grad: func(grad, x []float64) { work(x); copy(grad, slope) },
	}
	best := l.begin()
	// The best found so far is good enough when steps run out.
	result, _ := optimize.Minimize(problem, slices.Clone(best),
		&optimize.Settings{MajorIterations: mostSteps, GradientThreshold: 1e-4}, &optimize.LBFGS{})
	if result != nil {
		best = result.X
	}
	l.bend(best, values)
	return values
}
