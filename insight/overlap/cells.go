package overlap

import (
	"cmp"
	"maps"
	"slices"
)

// MaxCells bounds the combinations of segments that are looked at. Where there would be more, the rarest
// segments of the dimension with the most of them are taken together until there are not.
const MaxCells = 40_000

// cells are the combinations of segments: the people of each, and what each is made of.
type cells struct {
	dimensions []dimension
	people     []float64
}

// dimension is one way to divide people; shares[i] is that of group i, and group says where a segment counts.
type dimension struct {
	shares []float64
	group  map[string]int
}

func newCells(p Population, of []Audience) *cells {
	c := &cells{people: []float64{p.People}}
	c.dimensions = dimensionsOf(p, of)
	for _, d := range c.dimensions {
		c.people = outerProduct(c.people, d.shares)
	}
	return c
}

// outerProduct divides each cell by one more dimension.
func outerProduct(cells, by []float64) []float64 {
	finer := make([]float64, 0, len(cells)*len(by))
	for _, cell := range cells {
		for _, share := range by {
			finer = append(finer, cell*share)
		}
	}
	return finer
}

// dimensionsOf gives the dimensions in which any of the audiences is known, by name; no others can tell them apart.
func dimensionsOf(p Population, of []Audience) []dimension {
	var all []dimension
	count := 1
	for _, name := range slices.Sorted(maps.Keys(p.Dimensions)) {
		segments := p.Dimensions[name]
		known := slices.ContainsFunc(of, func(a Audience) bool {
			for key := range a.Shares {
				if segments[key] > 0 {
					return true
				}
			}
			return false
		})
		if known {
			all = append(all, dimensionOf(segments))
			count *= len(all[len(all)-1].shares)
		}
	}
	for count > MaxCells {
		widest := slices.MaxFunc(all, func(a, b dimension) int { return cmp.Compare(len(a.shares), len(b.shares)) })
		count = count / len(widest.shares) * (len(widest.shares) - 1)
		i := slices.IndexFunc(all, func(d dimension) bool { return len(d.shares) == len(widest.shares) })
		all[i] = widest.mergeRarest()
	}
	return all
}

// dimensionOf lays a dimension's segments out, largest first; their shares are made to add up to 1.
func dimensionOf(segments map[string]float64) dimension {
	d := dimension{group: map[string]int{}}
	whole := 0.0
	keys := slices.Sorted(maps.Keys(segments))
	for _, key := range keys {
		whole += segments[key]
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(segments[b], segments[a]) })
	for _, key := range keys {
		if segments[key] <= 0 {
			break
		}
		d.group[key] = len(d.shares)
		d.shares = append(d.shares, segments[key]/whole)
	}
	return d
}

// mergeRarest merges the two rarest groups.
func (d dimension) mergeRarest() dimension {
	last := len(d.shares) - 1
	narrow := dimension{shares: slices.Clone(d.shares[:last]), group: maps.Clone(d.group)}
	narrow.shares[last-1] += d.shares[last]
	for key, group := range narrow.group {
		narrow.group[key] = min(group, last-1)
	}
	return narrow
}

// lift says for each group how much more of the audience it holds than of the people. What the shares leave
// open is spread over the groups that they do not name, as the people are; all of it when none is named.
func (d dimension) lift(shares map[string]float64) []float64 {
	lift := make([]float64, len(d.shares))
	named := make([]bool, len(d.shares))
	known := 0.0
	for _, key := range slices.Sorted(maps.Keys(shares)) {
		if group, ok := d.group[key]; ok {
			lift[group] += shares[key]
			named[group] = true
			known += shares[key]
		}
	}
	rest := 0.0
	for group, share := range d.shares {
		if !named[group] {
			rest += share
		}
	}
	if known > 1 || known > 0 && rest == 0 {
		for group := range lift {
			lift[group] /= known
		}
		known = 1
	}
	for group, share := range d.shares {
		if !named[group] {
			lift[group] = (1 - known) * share / rest
		}
		lift[group] /= share
	}
	return lift
}

// reach is the part of each cell's people that an audience holds; in people it adds up to the followers.
func (c *cells) reach(a Audience) []float64 {
	parts := []float64{1}
	for _, d := range c.dimensions {
		parts = outerProduct(parts, d.lift(a.Shares))
	}
	c.capAndRescale(parts, a.Followers)
	return parts
}

// capAndRescale scales parts so that they hold as many people as followers say and none more than the cell has: what a full
// cell cannot take goes to the others in proportion, and where no other has a part, to all that are not full.
func (c *cells) capAndRescale(parts []float64, followers float64) {
	full := make([]bool, len(parts))
	for left, again := followers, true; again; {
		open, empty := 0.0, 0.0
		for i, people := range c.people {
			if !full[i] {
				open += people * parts[i]
				empty += people
			}
		}
		if open <= 0 && empty <= 0 {
			return
		}
		again = false
		for i := range parts {
			switch {
			case full[i]:
				continue
			case open > 0:
				parts[i] *= left / open
			default:
				parts[i] = left / empty
			}
		}
		for i, people := range c.people {
			if !full[i] && parts[i] > 1 {
				parts[i], full[i], again = 1, true, true
				left = max(0, left-people)
			}
		}
	}
}
