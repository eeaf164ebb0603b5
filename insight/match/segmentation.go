package match

import (
	"cmp"
	"slices"
)

// defaultDimensions divide people if a brief names no segments.
var defaultDimensions = [...]string{"AGE", "GENDER"}

// Segmentation divides people by the segments of some dimensions, the largest first.
type Segmentation struct {
	Population [][]float64       // shares of all people, by dimension and group
	group      []segmentPosition // by segment
	shares     [][]float64       // by dimension: room for AudienceOf
	named      []float64         // by dimension, as well
}

// segmentPosition is a segment's place in Segmentation.Population; the dimension is -1 for unused segments.
type segmentPosition struct{ dimension, group int }

// Segmentation gives the dimensions of a brief's segments, or the default ones, as far as audiences are known in them.
func (m *Model) Segmentation(b *Brief) *Segmentation {
	by := m.segmentsOf(m.dimensions(b))
	spread := &Segmentation{group: make([]segmentPosition, len(m.book.Segments))}
	for s := range spread.group {
		spread.group[s].dimension = -1
	}
	for _, d := range []string{"AGE", "GENDER", "REGION", "INTEREST", "DEVICE"} {
		segments := by[d]
		if len(segments) < 2 {
			continue
		}
		slices.SortFunc(segments, func(x, y int32) int {
			return cmp.Or(cmp.Compare(m.audiences.share[y], m.audiences.share[x]),
				cmp.Compare(m.book.Segments[x].Key, m.book.Segments[y].Key))
		})
		var shares []float64
		for g, s := range segments {
			spread.group[s] = segmentPosition{len(spread.Population), g}
			shares = append(shares, m.audiences.share[s])
		}
		spread.Population, spread.named = append(spread.Population, shares), append(spread.named, 0)
		spread.shares = append(spread.shares, make([]float64, len(shares)))
	}
	return spread
}

// dimensions are those of a brief's segments, or the default ones.
func (m *Model) dimensions(b *Brief) map[string]bool {
	asked := map[string]bool{}
	for _, s := range b.Segments {
		asked[m.book.Segments[s].Dimension] = true
	}
	if len(asked) == 0 {
		for _, d := range defaultDimensions {
			asked[d] = true
		}
	}
	return asked
}

// segmentsOf gives the segments of some dimensions that occur in audiences.
func (m *Model) segmentsOf(dimensions map[string]bool) map[string][]int32 {
	by := map[string][]int32{}
	for s := range m.book.Segments {
		if d := m.book.Segments[s].Dimension; dimensions[d] && s < len(m.audiences.share) && m.audiences.share[s] > 0 {
			by[d] = append(by[d], int32(s))
		}
	}
	return by
}

// AudienceOf gives a creator's audience by dimension and group, each dimension adding up to 1. Segments that the audience does not
// name share the remainder in proportion to all people. Nil for an unknown dimension. It is valid until the next call.
func (s *Segmentation) AudienceOf(m *Model, p int32) [][]float64 {
	all := make([][]float64, len(s.Population))
	clear(s.named)
	for _, share := range m.book.Creators[p].Audience {
		if int(share.Segment) >= len(s.group) || s.group[share.Segment].dimension < 0 {
			continue
		}
		at := s.group[share.Segment]
		if all[at.dimension] == nil {
			all[at.dimension] = s.shares[at.dimension]
			clear(all[at.dimension])
		}
		all[at.dimension][at.group] += float64(share.Part)
		s.named[at.dimension] += float64(share.Part)
	}
	for d, shares := range all {
		if shares != nil {
			complete(shares, s.Population[d], s.named[d])
		}
	}
	return all
}

// complete makes shares that add up to named add up to 1: the groups without a share get the remainder, in proportion to all people.
func complete(shares, population []float64, named float64) {
	rest := 0.0
	for g, share := range shares {
		if share == 0 {
			rest += population[g]
		}
	}
	for g := range shares {
		switch {
		case named >= 1 || rest == 0:
			shares[g] /= named
		case shares[g] == 0:
			shares[g] = (1 - named) * population[g] / rest
		}
	}
}

// MatchPool matches all creators of a pool, in its order.
func (m *Model) MatchPool(b *Brief, pool []int32) []Match {
	q := m.query(b)
	all := make([]Match, 0, len(pool))
	for _, p := range pool {
		if one, has := q.match(p); has {
			q.predict(&one)
			all = append(all, one)
		}
	}
	return all
}

// ImpressionsSpread is the standard deviation of ln of a match's impressions.
func (m *Model) ImpressionsSpread(one *Match) float64 {
	return m.rates[views].spread(m.effects[views][one.Creator])
}

// MaxFollowers is the number of followers of the largest creator, at least 1.
func (m *Model) MaxFollowers() int64 {
	most := int64(1)
	for i := range m.book.Creators {
		most = max(most, m.book.Creators[i].Followers)
	}
	return most
}
