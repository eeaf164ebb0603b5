package overlap

import (
	"math"
	"slices"
)

// Watchers are the people who watched at least one of a creator's contents, of whom each was watched by so many. Each content is
// taken to reach that many, at random, of the people whom the creator reaches at all: its followers or, where one content was
// watched by more, those. So one content alone has as many people as views, and another one never makes them fewer.
func Watchers(followers float64, views []float64) float64 {
	if len(views) == 0 {
		return 0
	}
	pool := math.Max(followers, slices.Max(views))
	if pool <= 0 {
		return 0
	}
	missed := 1.0
	for _, v := range views {
		missed *= 1 - math.Max(0, v)/pool
	}
	return pool * (1 - missed)
}

// People are those in at least one of the audiences, and never fewer than in the largest, which people who all have the same in
// common can fill. More audiences never make them fewer.
func People(of []Audience, people Population) float64 {
	most := 0.0
	for _, a := range of {
		people.Reaches(a.Followers)
		most = math.Max(most, a.Followers)
	}
	return math.Max(most, Unique(of, people))
}
