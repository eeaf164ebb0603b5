package competitor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/insight"
)

const maxEvidence = 5

// Rank scores candidates for the brand of this key, best first, equals by key. Audiences are by brand; one that is
// not there is unknown, and adds nothing.
func Rank(key string, candidates []Candidate, audiences map[string][]Segment) []insight.Recommendation {
	portraits, usual := audienceProfiles(audiences)
	ranked := make([]insight.Recommendation, len(candidates))
	for i, candidate := range candidates {
		ranked[i] = candidate.scored(portraits[key], portraits[candidate.Key], usual)
	}
	slices.SortFunc(ranked, func(a, b insight.Recommendation) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Key, b.Key))
	})
	return ranked
}

// scored adds a candidate's parts up, each with its reason.
func (c Candidate) scored(ours, theirs audienceProfile, usual map[string]float64) insight.Recommendation {
	result := insight.Recommendation{Key: c.Key}
	add := func(r insight.Reason) {
		if r.Weight > 0 {
			result.Score += r.Weight
			result.Reasons = append(result.Reasons, r)
		}
	}
	add(c.creatorsReason())
	add(c.categoriesReason())
	add(audienceReason(ours, theirs, usual))
	slices.SortStableFunc(result.Reasons, func(a, b insight.Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return result
}

func (c Candidate) creatorsReason() insight.Reason {
	r := insight.Reason{Kind: insight.CommonNeighbours, Weight: creatorsWeight * c.creators}
	for _, creator := range c.shared[:min(maxEvidence, len(c.shared))] {
		r.Evidence = append(r.Evidence, r.Kind.Evidence(creator.Key)...)
	}
	r.Text = fmt.Sprintf("近期合作的%d位达人中，有%d位也与其合作过 · %d of the %d creators hired lately worked for it too",
		c.total, len(c.shared), len(c.shared), c.total)
	return r
}

func (c Candidate) categoriesReason() insight.Reason {
	r := insight.Reason{Kind: insight.SameCategory, Weight: categoriesWeight * c.categories}
	same := slices.SortedStableFunc(slices.Values(c.same), func(a, b Category) int {
		return cmp.Or(cmp.Compare(len(a.Brands), len(b.Brands)), cmp.Compare(a.Key, b.Key))
	})
	var names []string
	for _, category := range same[:min(maxEvidence, len(same))] {
		r.Evidence = append(r.Evidence, r.Kind.Evidence(category.Key)...)
		names = append(names, category.Name)
	}
	r.Text = fmt.Sprintf("同类目：%s（相似度%.0f%%） · In the same categories: %s (%.0f %% alike)",
		strings.Join(names, "、"), 100*c.categories, strings.Join(names, ", "), 100*c.categories)
	return r
}
