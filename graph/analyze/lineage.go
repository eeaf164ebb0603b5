package analyze

import (
	"cmp"
	"fmt"
	"slices"
)

// generation is communities and who is in them, by the database's numbers of creators.
type generation []community

// community is some creators that belong together.
type community struct {
	key     string
	members []member
}

// member is a creator in a community.
type member struct {
	creator  int64
	pageRank float64
	degree   float64
}

// inherit gives each community the key of the one before that it is most alike (Jaccard: what both share
// against what either has), each key once, the most alike first; those left get new keys, numbered on from
// numbered. The communities must be in an order that the same members always give. It returns the last
// number given.
func (g generation) inherit(before map[int64]string, sizes map[string]int, numbered int64) int64 {
	taken := map[string]bool{}
	for _, h := range g.heirs(before, sizes) {
		if g[h.to].key == "" && !taken[h.from] {
			g[h.to].key, taken[h.from] = h.from, true
		}
	}
	for i := range g {
		if g[i].key == "" {
			numbered++
			g[i].key = fmt.Sprintf("community-%d", numbered)
		}
	}
	return numbered
}

// heir is a community that shares members with one before.
type heir struct {
	from   string
	to     int
	shared int
	alike  float64
}

// heirs lists all pairs of communities, one of before and one of now, that share members, the most alike first.
func (g generation) heirs(before map[int64]string, sizes map[string]int) []heir {
	var all []heir
	for i, c := range g {
		shared := map[string]int{}
		for _, m := range c.members {
			if key, known := before[m.creator]; known {
				shared[key]++
			}
		}
		for key, n := range shared {
			either := len(c.members) + sizes[key] - n
			all = append(all, heir{key, i, n, float64(n) / float64(either)})
		}
	}
	slices.SortFunc(all, func(x, y heir) int {
		return cmp.Or(cmp.Compare(y.alike, x.alike), cmp.Compare(y.shared, x.shared),
			cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to))
	})
	return all
}
