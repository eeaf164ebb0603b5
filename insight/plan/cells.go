package plan

import (
	"math"
	"slices"
)

// Bounds of the combinations of segments, and of all candidates' parts of them.
const (
	maxCells = 512
	maxParts = 200_000
)

// MostCells is how many combinations of segments people are told apart by at most: the more candidates, the fewer, which
// bounds how long a plan takes.
func MostCells(candidates int) int { return min(maxCells, max(1, maxParts/max(1, candidates))) }

// Dimension divides people into groups; the shares add up to 1, the largest first.
type Dimension []float64

// Population is people in cells: one for each combination of groups.
type Population struct {
	dimensions []Dimension
	cells      []float64
}

// Populate divides people by dimensions, which are independent of each other. Where that makes more than most cells, the
// smallest groups of the dimension with the most of them are taken together; Groups tells how many are left.
func Populate(people float64, dimensions []Dimension, most int) *Population {
	p := &Population{cells: []float64{people}}
	count := 1
	for _, d := range dimensions {
		p.dimensions = append(p.dimensions, slices.Clone(d))
		count *= len(d)
	}
	for count > max(1, most) {
		widest := 0
		for i, d := range p.dimensions {
			if len(d) > len(p.dimensions[widest]) {
				widest = i
			}
		}
		d := p.dimensions[widest]
		last := len(d) - 1
		count = count / len(d) * last
		d[last-1] += d[last]
		p.dimensions[widest] = d[:last]
	}
	for _, d := range p.dimensions {
		p.cells = spread(p.cells, d)
	}
	return p
}

// spread makes of each cell one for each share, in the same memory where there is room: from the last on, so that none is
// written before it is read.
func spread(cells []float64, by []float64) []float64 {
	n := len(cells)
	cells = slices.Grow(cells, n*(len(by)-1))[:n*len(by)]
	for i := n - 1; i >= 0; i-- {
		cell, into := cells[i], cells[i*len(by):(i+1)*len(by)]
		for g, share := range by {
			into[g] = cell * share
		}
	}
	return cells
}

// Cells are the people of each cell.
func (p *Population) Cells() []float64 { return p.cells }

// Parts is what part of each cell's people sees a creator whose impressions are so many, each seen by another person: more
// in the groups that its audience holds more of than the people. shares are the audience's by dimension and group, nil
// where nobody knows; groups that were taken together are added up.
func (p *Population) Parts(impressions float64, shares [][]float64) []float32 {
	parts := append(make([]float64, 0, len(p.cells)), 1)
	for i, d := range p.dimensions {
		lift := make([]float64, len(d))
		for g := range lift {
			lift[g] = 1
		}
		if shares[i] != nil {
			clear(lift)
			for g, share := range shares[i] {
				lift[min(g, len(d)-1)] += share
			}
			for g := range lift {
				if d[g] > 0 {
					lift[g] /= d[g]
				}
			}
		}
		parts = spread(parts, lift)
	}
	whole := 0.0
	for k, w := range p.cells {
		whole += w * parts[k]
	}
	if whole == 0 {
		return make([]float32, len(parts))
	}
	full, by := false, impressions/whole
	for k := range parts {
		parts[k] *= by
		full = full || parts[k] > mostSure
	}
	if full {
		p.fill(parts, impressions)
	}
	all := make([]float32, len(parts))
	for k, part := range parts {
		all[k] = float32(part)
	}
	return all
}

// fill scales parts so that they hold so many people and none more than its cell has.
func (p *Population) fill(parts []float64, people float64) {
	for k := range parts {
		parts[k] = math.Min(mostSure, parts[k])
	}
	for range 8 { // what a full cell cannot take goes to the others
		open, full := 0.0, 0.0
		for k, w := range p.cells {
			if parts[k] < mostSure {
				open += w * parts[k]
			} else {
				full += w * mostSure
			}
		}
		if open <= 0 || people <= full {
			return
		}
		by, over := (people-full)/open, false
		for k := range parts {
			if parts[k] < mostSure {
				parts[k] *= by
				if parts[k] >= mostSure {
					parts[k], over = mostSure, true
				}
			}
		}
		if !over {
			return
		}
	}
}
