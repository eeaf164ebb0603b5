package competitor

import (
	"cmp"
	"math"
	"slices"
)

// What each part adds to a score at most. They add up to 1, which bounds the score.
const (
	creatorsWeight   = 0.5
	categoriesWeight = 0.25
	audienceWeight   = 0.25
)

const (
	halfLifeDays = 365  // a year ago counts half: campaigns come back with the season
	halfShared   = 0.05 // the c at which half of the creators' weight is reached: few pairs of brands have more
	// halfEvidence is how many creators beside the first bear out half of what they say. One alone bears out nothing:
	// whoever hires from a few thousand creators shares one with somebody by chance.
	halfEvidence = 2
)

// Candidate is a brand that may compete, with what creators and categories say of it.
type Candidate struct {
	Key        string
	creators   float64 // similarities, 0 to 1
	categories float64
	shared     []Creator // best known first
	same       []Category
	total      int // creators of this brand who were looked at
}

// scoreWithoutAudience is the score without the audience.
func (c Candidate) scoreWithoutAudience() float64 {
	return creatorsWeight*c.creators + categoriesWeight*c.categories
}

// Candidates gives the brands that share creators or categories with this one, at most so many, best first; equals
// by key.
func Candidates(f Facts, most int) []Candidate {
	byKey := map[string]*Candidate{}
	at := func(key string) *Candidate {
		if byKey[key] == nil {
			byKey[key] = &Candidate{Key: key, total: len(f.Creators)}
		}
		return byKey[key]
	}
	for _, other := range f.Others {
		c := at(other.Key)
		c.creators, c.shared = f.creatorsOf(other)
	}
	f.compareCategories(at)
	all := make([]Candidate, 0, len(byKey))
	for _, c := range byKey {
		if c.Key != f.Key && c.scoreWithoutAudience() > 0 {
			all = append(all, *c)
		}
	}
	slices.SortFunc(all, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.scoreWithoutAudience(), a.scoreWithoutAudience()), cmp.Compare(a.Key, b.Key))
	})
	return all[:min(most, len(all))]
}

// creatorsOf is the similarity of two brands by the creators they hire, and the common creators.
func (f Facts) creatorsOf(other Other) (similarity float64, shared []Creator) {
	latest := int64(Unknown)
	if len(f.Creators) > 0 {
		latest = f.Creators[0].Last
	}
	sum := 0.0
	for _, work := range other.Shared {
		creator := f.Creators[work.Creator]
		shared = append(shared, creator)
		sum += recency(latest, creator.Last, work.Last) / math.Log(1+float64(max(creator.Brands, 2)))
	}
	slices.SortFunc(shared, func(a, b Creator) int {
		return cmp.Or(cmp.Compare(b.Followers, a.Followers), cmp.Compare(a.Key, b.Key))
	})
	sizes := float64(len(f.Creators)) * float64(max(other.Creators, len(other.Shared), 1))
	sum /= math.Sqrt(sizes)
	besides := float64(max(len(shared)-1, 0))
	return sum / (sum + halfShared) * besides / (besides + halfEvidence), shared
}

// recency is 1 for campaigns as recent as this brand's latest, and decays for earlier ones.
func recency(latest, ours, theirs int64) float64 {
	if ours == Unknown || theirs == Unknown {
		return 0.5
	}
	age := max(0, latest-min(ours, theirs))
	return math.Exp2(-float64(age) / halfLifeDays)
}

// compareCategories adds the similarity of brands by their categories.
func (f Facts) compareCategories(at func(key string) *Candidate) {
	brands := map[string]bool{}
	for _, category := range f.Categories {
		for _, key := range category.Brands {
			brands[key] = true
		}
	}
	ours, all, both := 0.0, map[string]float64{}, map[string]float64{}
	for _, category := range f.Categories {
		idf := math.Log(1 + float64(len(brands))/float64(max(1, len(category.Brands))))
		mine := slices.Contains(category.Brands, f.Key)
		for _, key := range category.Brands {
			all[key] += idf
			if mine {
				both[key] += idf
				at(key).same = append(at(key).same, category)
			}
		}
		if mine {
			ours += idf
		}
	}
	for key, shared := range both {
		at(key).categories = shared / (ours + all[key] - shared)
	}
}
