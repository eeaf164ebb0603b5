package collaborator

import (
	"math"
	"slices"
)

// mostKnots of each curve come from the pairs that came true, as many from the others.
const mostKnots = 8

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
	positives int
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
		l.positives += g.positives
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
// not by e^score (McFadden's conditional logit, 1974), on average over askers' weights; with the slope of each value.
func (l *lesson) loss(values, slope []float64) float64 {
	clear(slope)
	sum, at, weights := 0.0, 0, 0.0
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
	return sum / n
}

// fit finds the curves' values. One that may go either way is moved so that it is zero at its first knot, which changes
// no order.
func (l *lesson) fit() [featureCount]Curve {
	if l.positives < leastPositives {
		return prior()
	}
	l.prepare()
	values := l.minimise()
	curves := l.curves
	for f := range curves {
		curves[f].Values = slices.Clone(values[l.first[f] : l.first[f]+len(curves[f].Knots)])
		if len(curves[f].Knots) == 0 || features[f].way != either || l.unknown[f] {
			continue // it is zero where it is to be; to be unknown adds nothing, and what is known more or less than that
		}
		zero := curves[f].Values[0]
		for i := range curves[f].Values {
			curves[f].Values[i] -= zero
		}
	}
	return curves
}
