package overlap

import "maps"

// Population is whom creators draw their audiences from.
type Population struct {
	People     float64                       // more than 0 and not under the largest audience
	Dimensions map[string]map[string]float64 // by dimension and segment, the segment's share of the people
}

// Add adds people to a segment.
func (p *Population) Add(dimension, segment string, people float64) {
	if p.Dimensions[dimension] == nil {
		p.Dimensions[dimension] = map[string]float64{}
	}
	p.Dimensions[dimension][segment] += people
}

// Reaches makes the people so many that a creator with so many followers reaches LargestShare of them, if they are
// fewer.
func (p *Population) Reaches(followers float64) { p.People = max(p.People, followers/LargestShare) }

// Include adds the people of an audience; dimensions are those of its segments.
func (p *Population) Include(a Audience, dimensions map[string]string) {
	p.Reaches(a.Followers)
	for segment, share := range a.Shares {
		p.Add(dimensions[segment], segment, a.Followers*share)
	}
}

// Clone gives a population that can be added to apart from this one.
func (p Population) Clone() Population {
	clone := Population{People: p.People, Dimensions: make(map[string]map[string]float64, len(p.Dimensions))}
	for dimension, segments := range p.Dimensions {
		clone.Dimensions[dimension] = maps.Clone(segments)
	}
	return clone
}
