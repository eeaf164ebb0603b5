package collaborator

import (
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// maxKnots of each curve come from the positive pairs, as many from the negative ones.
const maxKnots = 8

// example is the features of one pair, placed between knots.
type example struct {
	knot     [featureCount]int16 // parameter of the knot below; -1 where the feature is unknown
	fraction [featureCount]float32
}

// trainingSet holds the pairs that curves are fitted to.
type trainingSet struct {
	curves    [featureCount]Curve
	first     [featureCount]int // of each curve: the index of its first parameter
	count     int
	unknown   [featureCount]bool // whether some pairs lack the feature
	groups    []group
	starts    []int // of each group: the index of its first pair
	rows      [][featureCount]float64
	positive  []bool
	examples  []example // of all groups in order
	shards    [lossShards]lossShard
	positives int
}

// addGroups adds the pairs of groups.
func (l *trainingSet) addGroups(v *View, all []group) {
	at := len(l.rows)
	for _, g := range all {
		l.groups, l.starts = append(l.groups, g), append(l.starts, len(l.positive))
		for i := range g.candidates {
			l.positive = append(l.positive, i < g.positives)
		}
		l.positives += g.positives
	}
	l.rows = append(l.rows, make([][featureCount]float64, len(l.positive)-at)...)
	starts := l.starts[len(l.starts)-len(all):]
	dense.Rows(len(all), func(first, end int) {
		s := newSource(v)
		for n := first; n < end; n++ {
			s.reset(all[n].source)
			for i, c := range all[n].candidates {
				l.rows[starts[n]+i] = s.pair(c)
			}
		}
	})
}

// prepare chooses knots and locates all pairs between them.
func (l *trainingSet) prepare() {
	for f := range l.curves {
		var yes, no []float64
		for i, row := range l.rows {
			if l.positive[i] {
				yes = append(yes, row[f])
			} else {
				no = append(no, row[f])
			}
		}
		l.curves[f].Knots = knotsOf(yes, no, maxKnots)
		l.unknown[f] = slices.ContainsFunc(yes, math.IsNaN) || slices.ContainsFunc(no, math.IsNaN)
		l.first[f] = l.count
		l.count += len(l.curves[f].Knots)
	}
	l.examples = make([]example, len(l.rows))
	for i, row := range l.rows {
		l.examples[i] = l.place(row)
	}
	l.rows = nil
	for i := range l.shards {
		l.shards[i].slope = make([]float64, l.count)
	}
}

func (l *trainingSet) place(row [featureCount]float64) example {
	var e example
	for f, x := range row {
		e.knot[f] = -1
		if len(l.curves[f].Knots) > 0 && !math.IsNaN(x) {
			i, part := place(l.curves[f].Knots, x)
			e.knot[f], e.fraction[f] = int16(l.first[f]+i), float32(part)
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
		part := float64(e.fraction[f])
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
		part := float64(e.fraction[f])
		to[k] += by * (1 - part)
		if part > 0 {
			to[k+1] += by * part
		}
	}
}

// lossShards is the number of parts that the loss is computed in. It does not depend on the number of processors, so the sum
// has the same digits everywhere.
const lossShards = 16

// lossShard is one part of the loss.
type lossShard struct {
	sum, weights  float64
	slope         []float64
	scores, share []float64 // of one group after another
}

// loss is the mean negative log-likelihood of choosing each positive among itself and the source's negatives by e^score
// (McFadden's conditional logit, 1974), weighted by source; it fills in the gradient by value.
func (l *trainingSet) loss(values, slope []float64) float64 {
	dense.Rows(lossShards, func(first, end int) {
		for i := first; i < end; i++ {
			l.shardLoss(&l.shards[i], len(l.groups)*i/lossShards, len(l.groups)*(i+1)/lossShards, values)
		}
	})
	clear(slope)
	sum, weights := 0.0, 0.0
	for i := range l.shards {
		sum, weights = sum+l.shards[i].sum, weights+l.shards[i].weights
		for k, s := range l.shards[i].slope {
			slope[k] += s
		}
	}
	n := math.Max(weights, 1)
	for k := range slope {
		slope[k] /= n
	}
	return sum / n
}

// shardLoss computes the loss of some groups.
func (l *trainingSet) shardLoss(p *lossShard, first, end int, values []float64) {
	clear(p.slope)
	p.sum, p.weights = 0, 0
	for n := first; n < end; n++ {
		g := &l.groups[n]
		examples := l.examples[l.starts[n] : l.starts[n]+len(g.candidates)]
		p.scores, p.share = p.scores[:0], append(p.share[:0], make([]float64, len(examples))...)
		for i := range examples {
			p.scores = append(p.scores, examples[i].score(values)+float64(g.logCounts[i]))
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

// fit finds the curves' values. It shifts an unconstrained curve to zero at its first knot, which does not affect the ranking.
func (l *trainingSet) fit() [featureCount]Curve {
	if l.positives < leastPositives {
		return prior()
	}
	l.prepare()
	values := l.minimise()
	curves := l.curves
	for f := range curves {
		curves[f].Values = slices.Clone(values[l.first[f] : l.first[f]+len(curves[f].Knots)])
		if len(curves[f].Knots) == 0 || features[f].way != either || l.unknown[f] {
			continue // zero already, or zero stands for unknown
		}
		zero := curves[f].Values[0]
		for i := range curves[f].Values {
			curves[f].Values[i] -= zero
		}
	}
	return curves
}
