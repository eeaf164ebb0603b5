package reference

import (
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// Scored is a recommendation: whom, how strongly, and what each reason adds, by its kind.
type Scored struct {
	Key     string
	Score   float64
	Weights map[string]float64
}

// byScore sorts, best first, equals by key, and leaves out what scores nothing.
func byScore(all []Scored) []Scored {
	all = slices.DeleteFunc(all, func(s Scored) bool { return s.Score <= 0 })
	slices.SortFunc(all, func(a, b Scored) int {
		if a.Score != b.Score {
			if a.Score > b.Score {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Key, b.Key)
	})
	return all
}

// Competitors of a brand, of all brands of the market: 0.5 of the creators in common, 0.25 of the categories in
// common, 0.25 of the audiences' likeness. It looks at no more than the 1,000 creators hired last, and compares
// audiences for the best 50 by creators and categories.
func (b *Brand) Competitors(m *Market, today time.Time) []Scored {
	ours := b.hired()
	lately := b.recentCreators(ours)
	var all []Scored
	for _, other := range m.Brands {
		if other == b {
			continue
		}
		creators := 0.5 * sharedCreators(b, lately, ours, other, today)
		categories := 0.25 * sharedCategories(m, b, other)
		all = append(all, Scored{other.Key, creators + categories,
			map[string]float64{"COMMON_NEIGHBOURS": creators, "SAME_CATEGORY": categories}})
	}
	all = byScore(all)
	all = all[:min(50, len(all))]
	audience := b.audience()
	for i := range all {
		alike := 0.25 * similarity(audience, m.Brands[all[i].Key].audience())
		all[i].Weights["SIMILAR_AUDIENCE"] = alike
		all[i].Score += alike
	}
	return byScore(all)
}

// hired gives for each creator the day of the brand's latest campaign with him or her; zero when unknown.
func (b *Brand) hired() map[*Creator]time.Time {
	last := map[*Creator]time.Time{}
	for _, p := range b.participations() {
		if before, met := last[p.Creator]; !met || p.Campaign.Starts.After(before) {
			last[p.Creator] = p.Campaign.Starts
		}
	}
	return last
}

// recentCreators are the 1,000 creators hired last, then by key.
func (b *Brand) recentCreators(hired map[*Creator]time.Time) []*Creator {
	creators := slices.SortedFunc(maps.Keys(hired), func(x, y *Creator) int {
		if c := hired[y].Compare(hired[x]); c != 0 {
			return c
		}
		return strings.Compare(x.Key, y.Key)
	})
	return creators[:min(1000, len(creators))]
}

func sharedCreators(b *Brand, lately []*Creator, ours map[*Creator]time.Time, other *Brand, today time.Time) float64 {
	theirs := other.hired()
	var latest time.Time
	for _, day := range ours {
		if day.After(latest) {
			latest = day
		}
	}
	sum, shared := 0.0, 0.0
	for _, creator := range lately {
		day, both := theirs[creator]
		if !both {
			continue
		}
		shared++
		if ours[creator].Before(day) {
			day = ours[creator]
		}
		fresh := 0.5
		if !day.IsZero() {
			fresh = math.Pow(0.5, past(latest, today).Sub(past(day, today)).Hours()/24/365)
		}
		brands := map[*Brand]bool{}
		for _, p := range creator.Participations {
			brands[p.Campaign.Brand] = true
		}
		sum += fresh / math.Log(1+float64(len(brands)))
	}
	if sum == 0 {
		return 0
	}
	c := sum / math.Sqrt(float64(len(lately))*float64(len(theirs)))
	return c / (c + 0.05) * (shared - 1) / (shared + 1) // a single one says nothing
}

func sharedCategories(m *Market, b, other *Brand) float64 {
	in := map[*Category]float64{}
	brands := 0.0
	for _, one := range m.Brands {
		if len(one.Categories) > 0 {
			brands++
		}
		for _, category := range one.Categories {
			in[category]++
		}
	}
	both, either := 0.0, 0.0
	for category, n := range in {
		idf := math.Log(1 + brands/n)
		mine, theirs := slices.Contains(b.Categories, category), slices.Contains(other.Categories, category)
		if mine && theirs {
			both += idf
		}
		if mine || theirs {
			either += idf
		}
	}
	if either == 0 {
		return 0
	}
	return both / either
}

// audience is the sum of the audiences of 25 creators of the brand's 8 latest campaigns that had any: those with a
// known audience, latest first.
func (b *Brand) audience() map[*Segment]float64 {
	campaigns := slices.DeleteFunc(slices.Clone(b.Campaigns), func(c *Campaign) bool { return len(c.Participations) == 0 })
	slices.SortFunc(campaigns, func(x, y *Campaign) int {
		if c := y.Starts.Compare(x.Starts); c != 0 {
			return c
		}
		return strings.Compare(x.Key, y.Key)
	})
	latest := &Brand{Campaigns: campaigns[:min(8, len(campaigns))]}
	sum, counted := map[*Segment]float64{}, 0
	for _, creator := range latest.recentCreators(latest.hired()) {
		if len(creator.Audience) > 0 && counted < 25 {
			counted++
			for segment, share := range creator.Audience {
				sum[segment] += share
			}
		}
	}
	return sum
}

// similarity is the mean over dimensions known of both of 1 minus the Jensen–Shannon distance.
func similarity(some, others map[*Segment]float64) float64 {
	sum, n := 0.0, 0.0
	for dimension, whole := range totalsByDimension(some, others) {
		if whole[0] == 0 || whole[1] == 0 {
			continue
		}
		divergence := 0.0
		for segment := range union(some, others) {
			if segment.Dimension == dimension {
				p, q := some[segment]/whole[0], others[segment]/whole[1]
				divergence += entropy((p+q)/2) - entropy(p)/2 - entropy(q)/2
			}
		}
		sum += 1 - math.Sqrt(math.Max(0, divergence))
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// totalsByDimension adds up both audiences' shares in each dimension.
func totalsByDimension(some, others map[*Segment]float64) map[string][2]float64 {
	dimensions := map[string][2]float64{}
	for i, audience := range []map[*Segment]float64{some, others} {
		for segment, share := range audience {
			whole := dimensions[segment.Dimension]
			whole[i] += share
			dimensions[segment.Dimension] = whole
		}
	}
	return dimensions
}

func union(some, others map[*Segment]float64) map[*Segment]bool {
	all := map[*Segment]bool{}
	for segment := range some {
		all[segment] = true
	}
	for segment := range others {
		all[segment] = true
	}
	return all
}

// entropy is one term of it, in bits.
func entropy(p float64) float64 {
	if p == 0 {
		return 0
	}
	return -p * math.Log2(p)
}
