// Package partner finds the agencies whose creators work together with an agency's creators.
//
// Two agencies share a campaign or a content if a creator under contract with one and another creator under
// contract with the other took part in it. The contracts are those in force on the day the campaign started or the
// content was published, so a creator who has moved since counts for the agency of that day.
//
// The score is a share, in [0, 1]: of all that the agency's creators did together with others, the part shared with
// the other agency,
//
//	Σ w over what is shared with it / Σ w over all in which at least two creators took part
//	w = 1/ln(1 + creators who took part) · 2^(−age/365 days)
//
// A campaign of two says more than one of a hundred: the weight is that of Adamic and Adar (Friends and neighbors
// on the Web, Social Networks 25(3), 2003). Age counts back from the agency's latest shared day, so an
// answer depends on the data alone and not on the day of asking.
//
// Limits: for an agency with many campaigns the caller passes only the latest. Large
// agencies meet everybody: the score says how much, not how much more than chance.
package partner

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Shared is a campaign or a content in which creators of the agency worked in company.
type Shared struct {
	Kind     insight.Kind
	Key      string
	Day      int64    // it began or was published, since 1970-01-01
	People   int      // creators who had part in it, 2 or more
	Agencies []string // keys of the other agencies it is shared with
}

const (
	halfLifeDays = 365 // a year ago counts half: campaigns come back with the season
	maxEvidence  = 5
)

// Rank gives the partners, best first, equals by key.
func Rank(all []Shared) []insight.Recommendation {
	latest := int64(math.MinInt64)
	for _, s := range all {
		latest = max(latest, s.Day)
	}
	whole := 0.0
	with := map[string]map[insight.Kind][]weighted{}
	for _, s := range all {
		w := weighted{s, math.Exp2(-float64(latest-s.Day)/halfLifeDays) / math.Log(1+float64(s.People))}
		whole += w.weight
		for _, key := range s.Agencies {
			if with[key] == nil {
				with[key] = map[insight.Kind][]weighted{}
			}
			with[key][s.Kind] = append(with[key][s.Kind], w)
		}
	}
	partners := make([]insight.Recommendation, 0, len(with))
	for key, shared := range with {
		partners = append(partners, partnerOf(key, shared, whole))
	}
	slices.SortFunc(partners, func(a, b insight.Recommendation) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Key, b.Key))
	})
	return partners
}

type weighted struct {
	Shared
	weight float64
}

func partnerOf(key string, shared map[insight.Kind][]weighted, whole float64) insight.Recommendation {
	p := insight.Recommendation{Key: key}
	for _, kind := range []insight.Kind{insight.SharedCampaigns, insight.SharedContents} {
		if len(shared[kind]) > 0 {
			r := reasonOf(kind, shared[kind], whole)
			p.Score += r.Weight
			p.Reasons = append(p.Reasons, r)
		}
	}
	slices.SortStableFunc(p.Reasons, func(a, b insight.Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return p
}

// words say what is shared: Chinese, then English for one and for several.
var words = map[insight.Kind][3]string{
	insight.SharedCampaigns: {"共同参与%d场营销活动", "worked on %d campaign together", "worked on %d campaigns together"},
	insight.SharedContents:  {"共同出镜%d条内容", "appeared in %d content together", "appeared in %d contents together"},
}

// text says how much is shared, as a number and in parts per hundred of all.
func text(kind insight.Kind, count int, part float64) string {
	say := words[kind]
	english := say[2]
	if count == 1 {
		english = say[1]
	}
	return fmt.Sprintf("双方达人"+say[0]+"，占旗下达人合作的%.1f%% · Creators of both "+english+
		": %.1f %% of what this agency's creators did in company", count, 100*part, count, 100*part)
}

func reasonOf(kind insight.Kind, shared []weighted, whole float64) insight.Reason {
	r := insight.Reason{Kind: kind}
	for _, s := range shared {
		r.Weight += s.weight
	}
	r.Weight /= whole
	r.Text = text(kind, len(shared), r.Weight)
	slices.SortFunc(shared, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.Key, b.Key))
	})
	for _, s := range shared[:min(maxEvidence, len(shared))] {
		r.Evidence = append(r.Evidence, kind.Evidence(s.Key)...)
	}
	return r
}
