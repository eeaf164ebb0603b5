package plan

import (
	"math"
	"slices"
)

// Bounds on the number of cells, and of cells times candidates.
const (
	cellLimit = 512
	maxParts  = 200_000
)

// MaxCells bounds the number of cells: the more candidates, the fewer, which bounds the time that a plan takes.
func MaxCells(candidates int) int { return min(cellLimit, max(1, maxParts/max(1, candidates))) }

// Dimension divides people into groups; the shares add up to 1, the largest first.
type Dimension []float64

// Population is people in cells: one for each combination of groups. It is for one goroutine at a time.
type Population struct {
	dimensions []Dimension
	cells      []float64
	lifts      []Dimension // by dimension: room for Parts
	parts      []float64   // as well
	free       []float32   // room for results, allocated for many at a time
}

// partsAtOnce is how many results of Parts are allocated at a time.
const partsAtOnce = 256

// Populate divides people by dimensions, taken as independent of each other. While that makes more than most cells, it merges the
// two smallest groups of the dimension with most groups.
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
		p.cells = outerProduct(p.cells, d)
		p.lifts = append(p.lifts, make(Dimension, len(d)))
	}
	p.parts = make([]float64, 0, len(p.cells))
	return p
}

// outerProduct divides each cell by shares, in place if there is room: from the last cell on, so that none is overwritten before it
// is read.
func outerProduct(cells []float64, by []float64) []float64 {
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

// Parts is the share of each cell's people who see a creator with so many impressions, each by a different person, in proportion to
// the audience's lift in the cell's groups. shares are the audience's by dimension and group, nil if unknown; merged groups are
// added up.
func (p *Population) Parts(impressions float64, shares [][]float64) []float32 {
	parts := append(p.parts[:0], 1)
	for i, d := range p.dimensions {
		d.lift(shares[i], p.lifts[i])
		parts = outerProduct(parts, p.lifts[i])
	}
	whole := 0.0
	for k, w := range p.cells {
		whole += w * parts[k]
	}
	all := p.allocate()
	if whole == 0 {
		return all
	}
	by := impressions / whole
	for k := range parts {
		parts[k] *= by
	}
	if slices.Max(parts) > maxProbability {
		p.capAndRescale(parts, impressions)
	}
	for k, part := range parts {
		all[k] = float32(part)
	}
	return all
}

// allocate gives zeros, one for each cell.
func (p *Population) allocate() []float32 {
	n := len(p.cells)
	if len(p.free) < n {
		p.free = make([]float32, n*partsAtOnce)
	}
	all := p.free[:n:n]
	p.free = p.free[n:]
	return all
}

// lift is how much more of an audience than of all people belongs to each group; 1 if the audience's shares are unknown.
func (d Dimension) lift(shares []float64, lift Dimension) {
	if shares == nil {
		for g := range lift {
			lift[g] = 1
		}
		return
	}
	clear(lift)
	for g, share := range shares {
		lift[min(g, len(d)-1)] += share
	}
	for g := range lift {
		if d[g] > 0 {
			lift[g] /= d[g]
		}
	}
}

// capAndRescale scales parts to a number of people without exceeding any cell.
func (p *Population) capAndRescale(parts []float64, people float64) {
	for k := range parts {
		parts[k] = math.Min(maxProbability, parts[k])
	}
	for range 8 { // distribute the excess of full cells over the others
		open, full := 0.0, 0.0
		for k, w := range p.cells {
			if parts[k] < maxProbability {
				open += w * parts[k]
			} else {
				full += w * maxProbability
			}
		}
		if open <= 0 || people <= full {
			return
		}
		by, over := (people-full)/open, false
		for k := range parts {
			if parts[k] < maxProbability {
				parts[k] *= by
				if parts[k] >= maxProbability {
					parts[k], over = maxProbability, true
				}
			}
		}
		if !over {
			return
		}
	}
}
