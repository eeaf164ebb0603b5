package reference

import (
	"slices"
	"strings"
)

// BothFollow counts the people who are taken to follow two creators, neither of them so well known that he or she
// has all people of any kind: the product of the audiences over the population, times, for each dimension, the sum
// of the segments' shares in both over that in the population, where both are known.
func (m *Market) BothFollow(one, other *Creator) float64 {
	size, people := m.population(one, other)
	both := float64(one.Followers.Value) * float64(other.Followers.Value) / size
	dimensions := map[string]bool{}
	for _, segment := range m.Segments {
		dimensions[segment.Dimension] = true
	}
	for dimension := range dimensions {
		whole := 0.0
		for segment, n := range people {
			if segment.Dimension == dimension {
				whole += n
			}
		}
		factor, known := 0.0, false
		for segment, n := range people {
			if segment.Dimension == dimension && n > 0 {
				factor += one.Audience[segment] * other.Audience[segment] * whole / n
				known = known || one.Audience[segment] > 0 && other.Audience[segment] > 0
			}
		}
		if known {
			both *= factor
		}
	}
	return both
}

// population is how many people there are, and how many of them, in some unit, are of each segment: those who
// follow the 500 best known creators and these two. The best known of all is taken to reach 15 % of the people.
func (m *Market) population(these ...*Creator) (size float64, people map[*Segment]float64) {
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
	people = map[*Segment]float64{}
	for _, creator := range append(known[:min(500, len(known)):min(500, len(known))], these...) {
		for segment, share := range creator.Audience {
			people[segment] += share * float64(creator.Followers.Value)
		}
	}
	return float64(known[0].Followers.Value) / 0.15, people
}
