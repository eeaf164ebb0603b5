package boost

import (
	"math"
	"math/rand/v2"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// serialLimit is the amount of work below which parallel execution costs more than it saves.
const serialLimit = 1 << 16

// parallelFor runs work for 0 to n-1 on all processors; size is the cost of each, and the calls must be independent.
func parallelFor(n, size int, work func(i int)) {
	run := func(first, end int) {
		for i := first; i < end; i++ {
			work(i)
		}
	}
	if n*size < serialLimit {
		run(0, n)
		return
	}
	dense.Rows(n, run)
}

// binStats are a histogram's sums for one bin.
type binStats struct {
	gradient, curvature float64
	rows                int32
}

func (c *binStats) add(o binStats) {
	c.gradient += o.gradient
	c.curvature += o.curvature
	c.rows += o.rows
}

func (c binStats) minus(o binStats) binStats {
	return binStats{c.gradient - o.gradient, c.curvature - o.curvature, c.rows - o.rows}
}

type histogram [][MaxBins + 1]binStats

// split is a candidate split of a leaf.
type split struct {
	feature     int
	bin         uint8 // the last on the left
	missingLeft bool
	gain        float64
}

// openLeaf is a leaf that may be split further: rows[from:to] of the grower.
type openLeaf struct {
	node, from, to int
	total          binStats
	histogram      histogram
	best           split
}

// grower grows the trees of one model.
type grower struct {
	Params
	data                 binned
	gradients, curvature []float64
	rows, other          []int32 // rows of leaves in one piece; a buffer as long
	random               *rand.Rand
	free                 []histogram
	tree                 tree
	leaves               []openLeaf
}

// grow grows a tree on the current slopes; its leaves' rows are in leaves.
func (g *grower) grow(rows int) {
	g.sampleRows(rows)
	g.tree = tree{}
	g.leaves = g.leaves[:0]
	root := openLeaf{node: g.tree.leaf(), to: len(g.rows), histogram: g.takeHistogram()}
	for _, i := range g.rows {
		root.total.add(binStats{g.gradients[i], g.curvature[i], 1})
	}
	g.fillHistogram(root)
	root.best = g.bestSplit(root)
	g.leaves = append(g.leaves, root)
	for len(g.leaves) < g.Leaves {
		at := 0
		for i, leaf := range g.leaves {
			if leaf.best.gain > g.leaves[at].best.gain {
				at = i
			}
		}
		if g.leaves[at].best.gain <= 0 {
			break
		}
		g.splitLeaf(at)
	}
	for _, leaf := range g.leaves {
		g.tree[leaf.node].value = -leaf.total.gradient / (leaf.total.curvature + g.Ridge)
		g.free = append(g.free, leaf.histogram)
	}
}

// sampleRows draws the rows that a tree is grown on.
func (g *grower) sampleRows(rows int) {
	g.rows = g.rows[:0]
	for i := range rows {
		if g.Sample >= 1 || g.random.Float64() < g.Sample {
			g.rows = append(g.rows, int32(i))
		}
	}
}

func (g *grower) takeHistogram() histogram {
	if n := len(g.free); n > 0 {
		h := g.free[n-1]
		g.free = g.free[:n-1]
		return h
	}
	return make(histogram, len(g.data.bins))
}

// fillHistogram fills a leaf's histogram from its rows.
func (g *grower) fillHistogram(leaf openLeaf) {
	rows := g.rows[leaf.from:leaf.to]
	parallelFor(len(g.data.bins), len(rows), func(f int) {
		cells, bins := &leaf.histogram[f], g.data.bins[f]
		*cells = [MaxBins + 1]binStats{}
		for _, i := range rows {
			c := &cells[bins[i]]
			c.gradient += g.gradients[i]
			c.curvature += g.curvature[i]
			c.rows++
		}
	})
}

// splitLeaf splits a leaf at its best split.
func (g *grower) splitLeaf(at int) {
	leaf := g.leaves[at]
	s := leaf.best
	bins := g.data.bins[s.feature]
	middle, others := leaf.from, g.other[:0]
	left := openLeaf{from: leaf.from}
	for _, i := range g.rows[leaf.from:leaf.to] {
		if b := bins[i]; b != missingBin && b <= s.bin || b == missingBin && s.missingLeft {
			g.rows[middle] = i
			middle++
			left.total.add(binStats{g.gradients[i], g.curvature[i], 1})
		} else {
			others = append(others, i)
		}
	}
	copy(g.rows[middle:leaf.to], others)
	left.to = middle
	right := openLeaf{from: middle, to: leaf.to, total: leaf.total.minus(left.total)}
	left.node, right.node = g.tree.split(leaf.node, s, g.data.edges[s.feature])
	small, large := &left, &right
	if left.total.rows > right.total.rows {
		small, large = &right, &left
	}
	small.histogram = g.takeHistogram()
	g.fillHistogram(*small)
	large.histogram = leaf.histogram
	for f, edges := range g.data.edges {
		for b := range len(edges) + 2 {
			large.histogram[f][b] = large.histogram[f][b].minus(small.histogram[f][b])
		}
	}
	left.best, right.best = g.bestSplit(left), g.bestSplit(right)
	g.leaves[at] = left
	g.leaves = append(g.leaves, right)
}

// bestSplit gives the split of a leaf that lowers the loss most; its gain is 0 if none does.
func (g *grower) bestSplit(leaf openLeaf) split {
	best := split{}
	if int(leaf.total.rows) < 2*g.MinRows {
		return best
	}
	for f := range g.data.bins {
		if s := g.bestOf(leaf, f); s.gain > best.gain {
			best = s
		}
	}
	return best
}

func (g *grower) bestOf(leaf openLeaf, f int) split {
	best := split{feature: f}
	cells := &leaf.histogram[f]
	whole := g.gain(leaf.total)
	for _, missingLeft := range []bool{false, true} {
		left := binStats{}
		if missingLeft {
			if cells[missingBin].rows == 0 {
				break // as the first time
			}
			left = cells[missingBin]
		}
		for b := range g.data.edges[f] {
			left.add(cells[b+1])
			right := leaf.total.minus(left)
			if int(left.rows) < g.MinRows || int(right.rows) < g.MinRows || !g.isMonotone(f, left, right) {
				continue
			}
			if gain := g.gain(left) + g.gain(right) - whole; gain > best.gain+1e-12*math.Abs(whole) {
				best.bin, best.missingLeft, best.gain = uint8(b+1), missingLeft, gain
			}
		}
	}
	return best
}

// gain is twice the reduction of the loss by a leaf of these rows.
func (g *grower) gain(c binStats) float64 { return c.gradient * c.gradient / (c.curvature + g.Ridge) }

// isMonotone says whether a split respects its feature's monotonicity.
func (g *grower) isMonotone(f int, left, right binStats) bool {
	if g.Monotone == nil || g.Monotone[f] == 0 {
		return true
	}
	rise := left.gradient/(left.curvature+g.Ridge) - right.gradient/(right.curvature+g.Ridge)
	return rise*float64(g.Monotone[f]) >= 0
}
