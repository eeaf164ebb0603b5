package collaborator

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/dense"
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
	starts    []int // of each group: the number of its first pair
	rows      [][featureCount]float64
	good      []bool
	examples  []example // of all groups in order
	pieces    [lossPieces]lossPiece
	positives int
}

// take adds the pairs of groups.
func (l *lesson) take(v *View, all []group) {
	at := len(l.rows)
	for _, g := range all {
		l.groups, l.starts = append(l.groups, g), append(l.starts, len(l.good))
		for i := range g.candidates {
			l.good = append(l.good, i < g.positives)
		}
		l.positives += g.positives
	}
	l.rows = append(l.rows, make([][featureCount]float64, len(l.good)-at)...)
	starts := l.starts[len(l.starts)-len(all):]
	dense.Rows(len(all), func(first, end int) {
		a := newAsker(v)
		for n := first; n < end; n++ {
			a.ask(all[n].asker)
			for i, c := range all[n].candidates {
				l.rows[starts[n]+i] = a.pair(c)
			}
		}
	})
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
	for i := range l.pieces {
		l.pieces[i].slope = make([]float64, l.count)
	}
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

// lossPieces is in how many pieces loss is worked out, so that all processors take part and the sum has the same
// digits however many they are.
const lossPieces = 16

// lossPiece is one piece of loss.
type lossPiece struct {
	sum, weights  float64
	slope         []float64
	scores, share []float64 // of one group after another
}

// loss is how surprised one would be, choosing for each asker among one pair that came true and all that did
// not by e^score (McFadden's conditional logit, 1974), on average over askers' weights; with the slope of each value.
func (l *lesson) loss(values, slope []float64) float64 {
	dense.Rows(lossPieces, func(first, end int) {
		for i := first; i < end; i++ {
			l.work(&l.pieces[i], len(l.groups)*i/lossPieces, len(l.groups)*(i+1)/lossPieces, values)
		}
	})
	clear(slope)
	sum, weights := 0.0, 0.0
	for i := range l.pieces {
		sum, weights = sum+l.pieces[i].sum, weights+l.pieces[i].weights
		for k, s := range l.pieces[i].slope {
			slope[k] += s
		}
	}
	n := math.Max(weights, 1)
	for k := range slope {
		slope[k] /= n
	}
	return sum / n
}

// work works out the part of loss that some groups have.
func (l *lesson) work(p *lossPiece, first, end int, values []float64) {
	clear(p.slope)
	p.sum, p.weights = 0, 0
	for n := first; n < end; n++ {
		g := &l.groups[n]
		examples := l.examples[l.starts[n] : l.starts[n]+len(g.candidates)]
		p.scores, p.share = p.scores[:0], append(p.share[:0], make([]float64, len(examples))...)
		for i := range examples {
			p.scores = append(p.scores, examples[i].score(values)+float64(g.counts[i]))
		}
		most := slices.Max(p.scores)
		others := 0.0
		for _, s := range p.scores[g.positives:] {
			others += math.Exp(s - most)
		}
		spread := 0.0
		for i, s := range p.scores[:g.positives] {
			e := math.Exp(s - most)
			p.sum += g.weight * (math.Log(e+others) - (s - most))
			p.share[i] = g.weight * (e/(e+others) - 1)
			spread += g.weight / (e + others)
		}
		p.weights += g.weight * float64(g.positives)
		for i, s := range p.scores[g.positives:] {
			p.share[g.positives+i] = math.Exp(s-most) * spread
		}
		for i := range examples {
			examples[i].add(p.slope, p.share[i])
		}
	}
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
