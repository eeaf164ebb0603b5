package boost

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
)

// few is so little work that handing it to other processors costs more than it saves.
const few = 1 << 16

// each runs work for 0 to n-1, each of so many steps, on all processors; work of one number must not touch another's.
func each(n, size int, work func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if n*size < few {
		workers = 1
	}
	if workers == 1 {
		for i := range n {
			work(i)
		}
		return
	}
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w; i < n; i += workers {
				work(i)
			}
		})
	}
	group.Wait()
}

// cell is what a histogram holds of one bin.
type cell struct {
	gradient, curvature float64
	rows                int32
}

func (c *cell) add(o cell) {
	c.gradient += o.gradient
	c.curvature += o.curvature
	c.rows += o.rows
}

func (c cell) less(o cell) cell {
	return cell{c.gradient - o.gradient, c.curvature - o.curvature, c.rows - o.rows}
}

type histogram [][MaxBins + 1]cell

// split is where a leaf would be parted.
type split struct {
	feature     int
	bin         uint8 // the last on the left
	missingLeft bool
	gain        float64
}

// open is a leaf that may be parted further: rows[from:to] of the grower.
type open struct {
	node, from, to int
	total          cell
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
	leaves               []open
}

// grow grows a tree on the current slopes; its leaves' rows are in leaves.
func (g *grower) grow(rows int) {
	g.draw(rows)
	g.tree = tree{}
	g.leaves = g.leaves[:0]
	root := open{node: g.tree.leaf(), to: len(g.rows), histogram: g.take()}
	for _, i := range g.rows {
		root.total.add(cell{g.gradients[i], g.curvature[i], 1})
	}
	g.count(root)
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
		g.part(at)
	}
	for _, leaf := range g.leaves {
		g.tree[leaf.node].value = -leaf.total.gradient / (leaf.total.curvature + g.Ridge)
		g.free = append(g.free, leaf.histogram)
	}
}

// draw chooses the rows that a tree sees.
func (g *grower) draw(rows int) {
	g.rows = g.rows[:0]
	for i := range rows {
		if g.Sample >= 1 || g.random.Float64() < g.Sample {
			g.rows = append(g.rows, int32(i))
		}
	}
}

func (g *grower) take() histogram {
	if n := len(g.free); n > 0 {
		h := g.free[n-1]
		g.free = g.free[:n-1]
		return h
	}
	return make(histogram, len(g.data.bins))
}

// count fills a leaf's histogram from its rows.
func (g *grower) count(leaf open) {
	rows := g.rows[leaf.from:leaf.to]
	each(len(g.data.bins), len(rows), func(f int) {
		cells, bins := &leaf.histogram[f], g.data.bins[f]
		*cells = [MaxBins + 1]cell{}
		for _, i := range rows {
			c := &cells[bins[i]]
			c.gradient += g.gradients[i]
			c.curvature += g.curvature[i]
			c.rows++
		}
	})
}

// part parts a leaf at its best split.
func (g *grower) part(at int) {
	leaf := g.leaves[at]
	s := leaf.best
	bins := g.data.bins[s.feature]
	middle, others := leaf.from, g.other[:0]
	left := open{from: leaf.from}
	for _, i := range g.rows[leaf.from:leaf.to] {
		if b := bins[i]; b != missing && b <= s.bin || b == missing && s.missingLeft {
			g.rows[middle] = i
			middle++
			left.total.add(cell{g.gradients[i], g.curvature[i], 1})
		} else {
			others = append(others, i)
		}
	}
	copy(g.rows[middle:leaf.to], others)
	left.to = middle
	right := open{from: middle, to: leaf.to, total: leaf.total.less(left.total)}
	left.node, right.node = g.tree.part(leaf.node, s, g.data.edges[s.feature])
	small, large := &left, &right
	if left.total.rows > right.total.rows {
		small, large = &right, &left
	}
	small.histogram = g.take()
	g.count(*small)
	large.histogram = leaf.histogram
	for f, edges := range g.data.edges {
		for b := range len(edges) + 2 {
			large.histogram[f][b] = large.histogram[f][b].less(small.histogram[f][b])
		}
	}
	left.best, right.best = g.bestSplit(left), g.bestSplit(right)
	g.leaves[at] = left
	g.leaves = append(g.leaves, right)
}

// bestSplit gives the split of a leaf that lowers the loss most; its gain is 0 if none does.
func (g *grower) bestSplit(leaf open) split {
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

func (g *grower) bestOf(leaf open, f int) split {
	best := split{feature: f}
	cells := &leaf.histogram[f]
	whole := g.worth(leaf.total)
	for _, missingLeft := range []bool{false, true} {
		left := cell{}
		if missingLeft {
			if cells[missing].rows == 0 {
				break // as the first time
			}
			left = cells[missing]
		}
		for b := range g.data.edges[f] {
			left.add(cells[b+1])
			right := leaf.total.less(left)
			if int(left.rows) < g.MinRows || int(right.rows) < g.MinRows || !g.rightWay(f, left, right) {
				continue
			}
			if gain := g.worth(left) + g.worth(right) - whole; gain > best.gain+1e-12*math.Abs(whole) {
				best.bin, best.missingLeft, best.gain = uint8(b+1), missingLeft, gain
			}
		}
	}
	return best
}

// worth is by how much a leaf of these rows lowers the loss, doubled.
func (g *grower) worth(c cell) float64 { return c.gradient * c.gradient / (c.curvature + g.Ridge) }

// rightWay says whether a split keeps to its feature's direction.
func (g *grower) rightWay(f int, left, right cell) bool {
	if g.Monotone == nil || g.Monotone[f] == 0 {
		return true
	}
	rise := left.gradient/(left.curvature+g.Ridge) - right.gradient/(right.curvature+g.Ridge)
	return rise*float64(g.Monotone[f]) >= 0
}
