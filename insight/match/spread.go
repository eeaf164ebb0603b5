package match

import (
	"cmp"
	"slices"
)

// usualDimensions tell people apart where a brief targets nobody.
var usualDimensions = [...]string{"AGE", "GENDER"}

// Spread tells people apart by some dimensions' segments, the largest first.
type Spread struct {
	Shares [][]float64 // of people, by dimension and group
	group  []place     // by segment
}

// place is where a segment stands in Spread.Shares; the dimension is -1 for one that tells nobody apart.
type place struct{ dimension, group int }

// Spread gives the dimensions that a brief's segments are of, or the usual ones, as far as audiences are known in them.
func (m *Model) Spread(b *Brief) *Spread {
	asked := map[string]bool{}
	for _, s := range b.Segments {
		asked[m.book.Segments[s].Dimension] = true
	}
	if len(asked) == 0 {
		for _, d := range usualDimensions {
			asked[d] = true
		}
	}
	by := map[string][]int32{}
	for s := range m.book.Segments {
		if d := m.book.Segments[s].Dimension; asked[d] && s < len(m.audiences.share) && m.audiences.share[s] > 0 {
			by[d] = append(by[d], int32(s))
		}
	}
	spread := &Spread{group: make([]place, len(m.book.Segments))}
	for s := range spread.group {
		spread.group[s].dimension = -1
	}
	for _, d := range []string{"AGE", "GENDER", "REGION", "INTEREST", "DEVICE"} {
		segments := by[d]
		if len(segments) < 2 {
			continue
		}
		slices.SortFunc(segments, func(x, y int32) int {
			if by := cmp.Compare(m.audiences.share[y], m.audiences.share[x]); by != 0 {
				return by
			}
			return cmp.Compare(m.book.Segments[x].Key, m.book.Segments[y].Key)
		})
		var shares []float64
		for g, s := range segments {
			spread.group[s] = place{len(spread.Shares), g}
			shares = append(shares, m.audiences.share[s])
		}
		spread.Shares = append(spread.Shares, shares)
	}
	return spread
}

// Of gives a creator's audience by dimension and group, each adding up to 1; what the named segments leave open is spread
// as people are. Nil where a dimension is not known.
func (s *Spread) Of(m *Model, p int32) [][]float64 {
	all := make([][]float64, len(s.Shares))
	named := make([]float64, len(s.Shares))
	for _, share := range m.book.Creators[p].Audience {
		if int(share.Segment) >= len(s.group) || s.group[share.Segment].dimension < 0 {
			continue
		}
		at := s.group[share.Segment]
		if all[at.dimension] == nil {
			all[at.dimension] = make([]float64, len(s.Shares[at.dimension]))
		}
		all[at.dimension][at.group] += float64(share.Part)
		named[at.dimension] += float64(share.Part)
	}
	for d, shares := range all {
		if shares == nil {
			continue
		}
		rest := 0.0
		for g, share := range shares {
			if share == 0 {
				rest += s.Shares[d][g]
			}
		}
		for g := range shares {
			switch {
			case named[d] >= 1 || rest == 0:
				shares[g] /= named[d]
			case shares[g] == 0:
				shares[g] = (1 - named[d]) * s.Shares[d][g] / rest
			}
		}
	}
	return all
}

// Everybody in a pool as they would be matched, in the pool's order.
func (m *Model) Everybody(b *Brief, pool []int32) []Match {
	q := m.ask(b)
	all := make([]Match, 0, len(pool))
	for _, p := range pool {
		if one, has := q.match(p); has {
			q.predict(&one)
			all = append(all, one)
		}
	}
	return all
}

// Spreads is the standard deviation of ln of a match's impressions.
func (m *Model) Spreads(one *Match) float64 {
	return m.rates[views].spread(m.effects[views][one.Creator])
}

// Largest is how many followers the best known creator has.
func (m *Model) Largest() int64 {
	most := int64(1)
	for i := range m.book.Creators {
		most = max(most, m.book.Creators[i].Followers)
	}
	return most
}
