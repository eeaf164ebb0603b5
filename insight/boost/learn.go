package boost

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Learn learns a model from rows.
func Learn(rows Rows, p Params) (*Model, error) {
	p = p.withDefaults()
	if err := p.check(rows); err != nil {
		return nil, err
	}
	edges := edgesOf(rows, p.Bins)
	n := len(rows.Target)
	g := &grower{Params: p, data: bin(rows, edges), gradients: make([]float64, n), curvature: make([]float64, n),
		rows: make([]int32, 0, n), other: make([]int32, 0, n), random: rand.New(rand.NewPCG(p.Seed, 0))}
	first := float64(float32(p.first(rows)))
	model := &Model{Loss: p.Loss, Features: len(rows.Features), First: first}
	scores := slices.Repeat([]float64{first}, n)
	check := newEarlyStopping(p, edges, first)
	for range p.Rounds {
		for i, y := range rows.Target {
			w := rows.weight(i)
			slope, curve := p.derivatives(scores[i], y)
			g.gradients[i], g.curvature[i] = slope*w, curve*w
		}
		g.grow(n)
		if len(g.tree) == 1 && p.Sample >= 1 {
			break // nothing is left that a split could explain
		}
		g.setLeafValues(rows, scores)
		model.trees = append(model.trees, g.tree)
		g.tree.addBinned(g.data, scores)
		if check.isDone(g.tree) {
			break
		}
	}
	if check != nil {
		model.trees = model.trees[:check.best]
	}
	return model, nil
}

// setLeafValues sets the values of the leaves and adds them to the scores.
func (g *grower) setLeafValues(rows Rows, scores []float64) {
	if g.Loss == Absolute || g.Loss == Quantile {
		var left []weighted
		for _, leaf := range g.leaves {
			left = left[:0]
			for _, i := range g.rows[leaf.from:leaf.to] {
				left = append(left, weighted{rows.Target[i] - scores[i], rows.weight(int(i))})
			}
			g.tree[leaf.node].value = quantile(left, g.Level)
		}
	}
	if g.Monotone != nil {
		g.tree.enforceMonotone(0, g.Monotone)
	}
	for i := range g.tree {
		g.tree[i].value = float64(float32(g.tree[i].value * g.Rate))
	}
}

// earlyStopping tracks the loss on validation rows.
type earlyStopping struct {
	Params
	data   binned
	scores []float64
	loss   float64 // the lowest
	best   int     // number of trees that reach it
	trees  int
}

func newEarlyStopping(p Params, edges [][]float64, first float64) *earlyStopping {
	if p.Check == nil || len(p.Check.Target) == 0 {
		return nil
	}
	c := &earlyStopping{Params: p, data: bin(*p.Check, edges), scores: slices.Repeat([]float64{first}, len(p.Check.Target))}
	c.loss = c.mean()
	return c
}

// isDone adds a tree and says whether the loss has stopped falling.
func (c *earlyStopping) isDone(t tree) bool {
	if c == nil {
		return false
	}
	t.addBinned(c.data, c.scores)
	c.trees++
	if loss := c.mean(); loss < c.loss {
		c.loss, c.best = loss, c.trees
	}
	return c.trees-c.best >= c.Patience
}

func (c *earlyStopping) mean() float64 {
	sum, total := 0.0, 0.0
	for i, y := range c.Check.Target {
		sum += c.Params.loss(c.scores[i], y) * c.Check.weight(i)
		total += c.Check.weight(i)
	}
	return sum / max(total, math.SmallestNonzeroFloat64)
}
