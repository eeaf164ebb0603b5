package competitor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Kind is what a reason rests on, as the schema's ReasonKind names it.
type Kind string

// The kinds of reasons.
const (
	Creators   Kind = "COMMON_NEIGHBOURS"
	Categories Kind = "SAME_CATEGORY"
	Audience   Kind = "SIMILAR_AUDIENCE"
)

// Competitor is a brand that competes, and why.
type Competitor struct {
	Key     string
	Score   float64  // 0 to 1; the sum of the reasons' weights
	Reasons []Reason // largest weight first
}

// Reason is a part of the score.
type Reason struct {
	Kind     Kind
	Weight   float64
	Text     string   // Chinese, then English
	Evidence []string // keys of creators, categories or segments, by Kind; best first
}

const mostEvidence = 5

// Rank scores candidates for the brand of this key, best first, equals by key. Audiences are by brand; one that is
// not there is unknown, and adds nothing.
func Rank(key string, candidates []Candidate, audiences map[string][]Segment) []Competitor {
	portraits, usual := portraitsOf(audiences)
	ranked := make([]Competitor, len(candidates))
	for i, candidate := range candidates {
		ranked[i] = candidate.scored(portraits[key], portraits[candidate.Key], usual)
	}
	slices.SortFunc(ranked, func(a, b Competitor) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Key, b.Key))
	})
	return ranked
}

// scored adds a candidate's parts up, each with its reason.
func (c Candidate) scored(ours, theirs portrait, usual map[string]float64) Competitor {
	result := Competitor{Key: c.Key}
	add := func(r Reason) {
		if r.Weight > 0 {
			result.Score += r.Weight
			result.Reasons = append(result.Reasons, r)
		}
	}
	add(c.creatorsReason())
	add(c.categoriesReason())
	add(audienceReason(ours, theirs, usual))
	slices.SortStableFunc(result.Reasons, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return result
}

func (c Candidate) creatorsReason() Reason {
	r := Reason{Kind: Creators, Weight: creatorsWeight * c.creators}
	for _, creator := range c.shared[:min(mostEvidence, len(c.shared))] {
		r.Evidence = append(r.Evidence, creator.Key)
	}
	r.Text = fmt.Sprintf("近期合作的%d位达人中，有%d位也与其合作过 · %d of the %d creators hired lately worked for it too",
		c.whole, len(c.shared), len(c.shared), c.whole)
	return r
}

func (c Candidate) categoriesReason() Reason {
	r := Reason{Kind: Categories, Weight: categoriesWeight * c.categories}
	same := slices.SortedStableFunc(slices.Values(c.same), func(a, b Category) int {
		return cmp.Or(cmp.Compare(len(a.Brands), len(b.Brands)), cmp.Compare(a.Key, b.Key))
	})
	var names []string
	for _, category := range same[:min(mostEvidence, len(same))] {
		r.Evidence = append(r.Evidence, category.Key)
		names = append(names, category.Name)
	}
	r.Text = fmt.Sprintf("同类目：%s（相似度%.0f%%） · In the same categories: %s (%.0f %% alike)",
		strings.Join(names, "、"), 100*c.categories, strings.Join(names, ", "), 100*c.categories)
	return r
}
