package collaborator

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// mostKnots of each curve come from the pairs that came true, as many from the others.
const mostKnots = 8

// smoothness is how strongly neighbouring knots are drawn together, as one over the variance of the step
// between two that is expected before anything is known; learning steps are at most mostSteps.
const (
	smoothness = 30.0
	mostSteps  = 150
)

// example is the features of one pair, placed between knots.
type example struct {
	knot [featureCount]int16 // the parameter of the knot below; -1 where the feature says nothing
	part [featureCount]float32
}

// lesson is what curves are fitted to.
type lesson struct {
	curves    [featureCount]Curve
	first     [featureCount]int // of each curve: the number of its first knot among all
	count     int
	unknown   [featureCount]bool // whether the feature was unknown of some pairs
	groups    []group
	rows      [][featureCount]float64
	good      []bool
	examples  []example // of all groups in order
	positives float64
}

// take adds the pairs of groups.
func (l *lesson) take(v *View, all []group) {
	a := newAsker(v)
	for _, g := range all {
		a.ask(g.asker)
		l.groups = append(l.groups, g)
		for i, c := range g.candidates {
			l.rows = append(l.rows, a.pair(c))
			l.good = append(l.good, i < g.positives)
		}
	}
}

// prepare places knots and all pairs between them.
func (l *lesson) prepare() {
	for f := range l.curves {
		var yes, no []float64
		for i, row := range l.rows {
			if l.good[i] {
				yes = append(yes, row[f])
			} else {
				no = append(no, row[f])
			}
		}
		l.curves[f].Knots = knotsOf(yes, no, mostKnots)
		l.unknown[f] = slices.ContainsFunc(yes, math.IsNaN) || slices.ContainsFunc(no, math.IsNaN)
		l.first[f] = l.count
		l.count += len(l.curves[f].Knots)
	}
	l.examples = make([]example, len(l.rows))
	for i, row := range l.rows {
		l.examples[i] = l.place(row)
	}
	l.rows = nil
}

func (l *lesson) place(row [featureCount]float64) example {
	var e example
	for f, x := range row {
		e.knot[f] = -1
		if len(l.curves[f].Knots) > 0 && !math.IsNaN(x) {
			i, part := place(l.curves[f].Knots, x)
			e.knot[f], e.part[f] = int16(l.first[f]+i), float32(part)
		}
	}
	return e
}

func (e *example) score(values []float64) float64 {
	sum := 0.0
	for f, k := range e.knot {
		if k < 0 {
			continue
		}
		part := float64(e.part[f])
		sum += values[k]
		if part > 0 {
			sum += (values[k+1] - values[k]) * part
		}
	}
	return sum
}

func (e *example) add(to []float64, by float64) {
	for f, k := range e.knot {
		if k < 0 {
			continue
		}
		part := float64(e.part[f])
		to[k] += by * (1 - part)
		if part > 0 {
			to[k+1] += by * part
		}
	}
}

// loss is how surprised one would be, choosing for each asker among one pair that came true and all that did
// not by e^score (McFadden's conditional logit, 1974), on average; with the slope of each value.
func (l *lesson) loss(values, slope []float64) float64 {
	clear(slope)
	sum, count, at, weights := 0.0, 0, 0, 0.0
	var scores, share []float64
	for i := range l.groups {
		g := &l.groups[i]
		examples := l.examples[at : at+len(g.candidates)]
		at += len(g.candidates)
		scores, share = scores[:0], append(share[:0], make([]float64, len(examples))...)
		for i := range examples {
			scores = append(scores, examples[i].score(values)+float64(g.counts[i]))
		}
		most := slices.Max(scores)
		others := 0.0
		for _, s := range scores[g.positives:] {
			others += math.Exp(s - most)
		}
		spread := 0.0
		for i, s := range scores[:g.positives] {
			e := math.Exp(s - most)
			sum += g.weight * (math.Log(e+others) - (s - most))
			share[i] = g.weight * (e/(e+others) - 1)
			spread += g.weight / (e + others)
		}
		count += g.positives
		weights += g.weight * float64(g.positives)
		for i, s := range scores[g.positives:] {
			share[g.positives+i] = math.Exp(s-most) * spread
		}
		for i := range examples {
			examples[i].add(slope, share[i])
		}
	}
	n := math.Max(weights, 1)
	for k := range slope {
		slope[k] /= n
	}
	l.positives = float64(count)
	return sum / n
}

var prefer = [featureCount]float64{wander: 0.5, rank: 0.5}

// step gives what a curve is expected to rise between knots i-1 and i.
func (l *lesson) step(f, i int) float64 {
	c := l.curves[f].Knots
	return prefer[f] * (c[i] - c[i-1])
}

func softplus(x float64) float64 {
	if x > 30 {
		return x
	}
	return math.Log1p(math.Exp(x))
}

func (l *lesson) start() []float64 {
	x := make([]float64, l.count)
	for f := range l.curves {
		for i := range l.curves[f].Knots {
			k := l.first[f] + i
			switch {
			case i == 0:
			case ways[f] != 0:
				d := math.Max(l.step(f, i), 0.02)
				x[k] = math.Log(math.Expm1(d))
			default:
				x[k] = x[k-1] + l.step(f, i)
			}
		}
	}
	return x
}

// bend turns parameters into the values of curves.
func (l *lesson) bend(x, values []float64) {
	for f := range l.curves {
		n := len(l.curves[f].Knots)
		k := l.first[f]
		switch ways[f] {
		case 0:
			copy(values[k:k+n], x[k:k+n])
		case 1:
			if n > 0 {
				values[k] = 0
			}
			for i := 1; i < n; i++ {
				values[k+i] = values[k+i-1] + softplus(x[k+i])
			}
		case -1:
			if n > 0 {
				values[k+n-1] = 0
			}
			for i := n - 2; i >= 0; i-- {
				values[k+i] = values[k+i+1] + softplus(x[k+i+1])
			}
		}
	}
}

// unbend turns slopes of values into those of parameters and adds the roughness.
func (l *lesson) unbend(x, steep, slope []float64) float64 {
	clear(slope)
	by := smoothness / math.Max(l.positives, 1)
	sum := 0.0
	for f := range l.curves {
		n := len(l.curves[f].Knots)
		k := l.first[f]
		if ways[f] == 0 {
			for i := range n {
				slope[k+i] += steep[k+i]
				before, want := 0.0, 0.0
				if i > 0 {
					before, want = x[k+i-1], l.step(f, i)
				}
				d := x[k+i] - before - want
				sum += by / 2 * d * d
				slope[k+i] += by * d
				if i > 0 {
					slope[k+i-1] -= by * d
				}
			}
			continue
		}
		for i := 1; i < n; i++ {
			g := 0.0
			if ways[f] > 0 {
				for j := i; j < n; j++ {
					g += steep[k+j]
				}
			} else {
				for j := range i {
					g += steep[k+j]
				}
			}
			d := softplus(x[k+i]) - l.step(f, i)
			sum += by / 2 * d * d
			g += by * d
			slope[k+i] = g / (1 + math.Exp(-x[k+i]))
		}
	}
	return sum
}

// neutral is where a feature says nothing, so that its curve is zero there; the least value where none is given.
var neutral = [featureCount]float64{
	walkTwo: math.Log(leastWalkTwo), introduction: math.Log(leastCommon), walkThree: math.Log(leastWalkThree),
	wander: math.Log(leastWander), sizeGap: 0, size: 0, priceGap: 0,
}

// fit finds the curves' values and moves each curve so that it is zero where the feature says nothing, which
// changes no order.
func (l *lesson) fit() [featureCount]Curve {
	found := 0
	for _, good := range l.good {
		if good {
			found++
		}
	}
	if found < leastPositives {
		return prior()
	}
	l.prepare()
	values := l.minimise()
	curves := l.curves
	for f := range curves {
		curves[f].Values = slices.Clone(values[l.first[f] : l.first[f]+len(curves[f].Knots)])
		if l.unknown[f] || ways[f] != 0 {
			continue // to be unknown adds nothing, and what is known adds more or less than that
		}
		zero := curves[f].at(neutral[feature(f)])
		for i := range curves[f].Values {
			curves[f].Values[i] -= zero
		}
	}
	return curves
}

// minimise gives the values at which the loss is least.
func (l *lesson) minimise() []float64 {
	values, slope := make([]float64, l.count), make([]float64, l.count)
	if l.count == 0 {
		return values
	}
	steep := make([]float64, l.count)
	var at []float64 // where loss was worked out last, so that function and slope are worked out once
	var loss float64
	work := func(x []float64) {
		if !slices.Equal(at, x) {
			at = append(at[:0], x...)
			l.bend(x, values)
			loss = l.loss(values, steep)
			loss += l.unbend(x, steep, slope)
		}
	}
	problem := optimize.Problem{
		Func: func(x []float64) float64 { work(x); return loss },
		Grad: func(grad, x []float64) { work(x); copy(grad, slope) },
	}
	// The best found so far is good enough when steps run out.
	result, _ := optimize.Minimize(problem, l.start(),
		&optimize.Settings{MajorIterations: mostSteps, GradientThreshold: 1e-4}, &optimize.LBFGS{})
	if result != nil {
		l.bend(result.X, values)
	}
	return values
}
