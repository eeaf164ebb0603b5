package lookalike

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Named is something with a key and a name.
type Named struct{ Key, Name string }

// AudienceShare is a segment and how much of an audience belongs to it.
type AudienceShare struct {
	Named
	Dimension string
	Share     float64
}

// Profile is what reasons refer to: a creator, an agency or brand, or several seeds merged. Unknown numbers are insight.Unknown,
// unknown texts and lists are empty.
type Profile struct {
	Followers, Price  int64
	Region, Language  string
	Agencies          []Named
	Categories        []Named // main one first
	Brands, Campaigns []Named
	Creators          []Named // that a brand hired
	Tags              []Named
	Audience          []AudienceShare
	Results           insight.Results
}

// MergeProfiles makes one profile of several: the union of lists, the mean of known audiences, the median of numbers.
func MergeProfiles(all []Profile) Profile {
	if len(all) == 1 {
		return all[0]
	}
	p := Profile{Followers: median(all, func(one Profile) int64 { return one.Followers }),
		Price: median(all, func(one Profile) int64 { return one.Price })}
	known, audience := 0, map[string]*AudienceShare{}
	for i, one := range all {
		if i == 0 {
			p.Region, p.Language = one.Region, one.Language
		}
		p.Region, p.Language = same(p.Region, one.Region), same(p.Language, one.Language)
		p.Agencies, p.Categories = append(p.Agencies, one.Agencies...), append(p.Categories, one.Categories...)
		p.Brands, p.Campaigns = append(p.Brands, one.Brands...), append(p.Campaigns, one.Campaigns...)
		p.Creators, p.Tags = append(p.Creators, one.Creators...), append(p.Tags, one.Tags...)
		p.Results.Impressions += one.Results.Impressions
		p.Results.Clicks += one.Results.Clicks
		p.Results.Conversions += one.Results.Conversions
		p.Results.Fee += one.Results.Fee
		if len(one.Audience) > 0 {
			known++
		}
		for _, r := range one.Audience {
			if audience[r.Key] == nil {
				audience[r.Key] = &AudienceShare{Named: r.Named, Dimension: r.Dimension}
			}
			audience[r.Key].Share += r.Share
		}
	}
	p.Agencies, p.Categories = mostFrequent(p.Agencies), mostFrequent(p.Categories)
	p.Brands, p.Campaigns = mostFrequent(p.Brands), mostFrequent(p.Campaigns)
	p.Creators = mostFrequent(p.Creators)
	for _, r := range audience {
		r.Share /= float64(known)
		p.Audience = append(p.Audience, *r)
	}
	slices.SortFunc(p.Audience, func(x, y AudienceShare) int { return cmp.Compare(x.Key, y.Key) })
	return p
}

// same is the common value of two texts; empty if they differ.
func same(a, b string) string {
	if a != b {
		return ""
	}
	return a
}

func median(all []Profile, of func(Profile) int64) int64 {
	var known []int64
	for _, one := range all {
		if n := of(one); n != insight.Unknown {
			known = append(known, n)
		}
	}
	if len(known) == 0 {
		return insight.Unknown
	}
	slices.Sort(known)
	return known[len(known)/2]
}

// mostFrequent gives each once, the most frequent first.
func mostFrequent(all []Named) []Named {
	often := map[Named]int{}
	var once []Named
	for _, n := range all {
		if often[n]++; often[n] == 1 {
			once = append(once, n)
		}
	}
	slices.SortStableFunc(once, func(x, y Named) int { return cmp.Compare(often[y], often[x]) })
	return once
}

// shared is the intersection of a and b by key, with a's names and order.
func shared(a, b []Named) []Named {
	var both []Named
	for _, x := range a {
		if slices.ContainsFunc(b, func(y Named) bool { return x.Key == y.Key }) {
			both = append(both, x)
		}
	}
	return both
}

// overlap is the mean overlap of two audiences over the dimensions known of both, and the shared segments, largest first, with a's
// names.
func overlap(a, b []AudienceShare) (part float64, most []AudienceShare) {
	mine := map[string]AudienceShare{}
	dimensions := map[string]bool{}
	for _, r := range a {
		mine[r.Key] = r
		dimensions[r.Dimension] = true
	}
	common := map[string]bool{}
	for _, r := range b {
		if !dimensions[r.Dimension] {
			continue
		}
		common[r.Dimension] = true
		if both := min(r.Share, mine[r.Key].Share); both > 0 {
			part += both
			most = append(most, AudienceShare{mine[r.Key].Named, r.Dimension, both})
		}
	}
	slices.SortFunc(most, func(x, y AudienceShare) int { return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(x.Key, y.Key)) })
	if len(common) == 0 {
		return 0, nil
	}
	return part / float64(len(common)), most
}
