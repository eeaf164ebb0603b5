package reference

import (
	"slices"
	"strings"
)

// BothFollow counts the people who are taken to follow two creators. People are told apart by a segment of every
// dimension; of the people of one kind a creator has the part min(1, λ · lifts), λ being what makes the parts add up
// to the followers, and two creators' parts meet by chance.
func (m *Market) BothFollow(one, other *Creator) float64 {
	size, shares := m.population(one, other)
	kinds := []cell{{people: size, one: 1, other: 1}}
	for _, dimension := range []string{"AGE", "DEVICE", "GENDER", "INTEREST", "REGION"} {
		if len(shares[dimension]) > 0 {
			kinds = split(kinds, shares[dimension], lifts(one, shares[dimension]), lifts(other, shares[dimension]))
		}
	}
	x := scale(kinds, float64(one.Followers.Value), func(k cell) float64 { return k.one })
	y := scale(kinds, float64(other.Followers.Value), func(k cell) float64 { return k.other })
	both := 0.0
	for _, k := range kinds {
		both += k.people * min(1, x*k.one) * min(1, y*k.other)
	}
	return both
}

// cell are the people of one segment in each dimension, and how much more of each creator's followers are among them
// than of all people.
type cell struct{ people, one, other float64 }

func split(kinds []cell, shares, one, other map[*Segment]float64) []cell {
	var finer []cell
	for _, k := range kinds {
		for segment, share := range shares {
			finer = append(finer, cell{k.people * share, k.one * one[segment], k.other * other[segment]})
		}
	}
	return finer
}

// lifts of a creator's audience in one dimension over the people's shares. What the audience's shares leave open is
// spread over the segments that they do not name.
func lifts(c *Creator, shares map[*Segment]float64) map[*Segment]float64 {
	named, open, rest := 0.0, 1.0, 0.0
	for segment, share := range shares {
		if known, ok := c.Audience[segment]; ok {
			named += known
		} else {
			rest += share
		}
	}
	over := 1.0
	switch {
	case named > 1 || named > 0 && rest == 0:
		open, over = 0, named
	default:
		open -= named
	}
	lift := map[*Segment]float64{}
	for segment, share := range shares {
		if known, ok := c.Audience[segment]; ok {
			lift[segment] = known / over / share
		} else {
			lift[segment] = open / rest
		}
	}
	return lift
}

// scale finds λ by halving.
func scale(kinds []cell, followers float64, lift func(cell) float64) float64 {
	low, high := 0.0, 1.0
	for range 100 {
		middle := (low + high) / 2
		reached := 0.0
		for _, k := range kinds {
			reached += k.people * min(1, middle*lift(k))
		}
		if reached < followers {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// population is how many people there are, and by dimension the shares of them in its segments: as of those who
// follow the 500 best known creators and these two. The best known of all is taken to reach 15 % of the people.
func (m *Market) population(these ...*Creator) (size float64, shares map[string]map[*Segment]float64) {
	known := m.byFollowers()
	size = float64(known[0].Followers.Value) / 0.15
	shares = map[string]map[*Segment]float64{}
	whole := map[string]float64{}
	for _, creator := range append(slices.Clone(known[:min(500, len(known))]), these...) {
		for segment, share := range creator.Audience {
			if shares[segment.Dimension] == nil {
				shares[segment.Dimension] = map[*Segment]float64{}
			}
			followers := share * float64(creator.Followers.Value)
			if followers > 0 {
				shares[segment.Dimension][segment] += followers
				whole[segment.Dimension] += followers
			}
		}
	}
	for dimension, of := range shares {
		for segment := range of {
			of[segment] /= whole[dimension]
		}
	}
	return size, shares
}

// byFollowers are the creators with followers, those with the most first.
func (m *Market) byFollowers() []*Creator {
	var known []*Creator
	for _, creator := range m.Creators {
		if creator.Followers.Value > 0 {
			known = append(known, creator)
		}
	}
	slices.SortFunc(known, func(x, y *Creator) int {
		if x.Followers != y.Followers {
			return int(y.Followers.Value - x.Followers.Value)
		}
		return strings.Compare(y.Key, x.Key)
	})
	return known
}
