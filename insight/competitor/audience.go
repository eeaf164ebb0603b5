package competitor

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/insight"
)

const (
	maxSegments = 3     // named in an audience's reason
	minExcess   = 0.005 // how far above what is usual they are: half a person of a hundred is not worth naming
)

// audienceProfile is an audience's shares of segments, by key, within each dimension.
type audienceProfile struct {
	segments []Segment
	share    map[string]float64
}

// audienceProfiles gives each brand's audience, and each segment's mean share.
func audienceProfiles(audiences map[string][]Segment) (of map[string]audienceProfile, usual map[string]float64) {
	of, usual = map[string]audienceProfile{}, map[string]float64{}
	for _, brand := range slices.Sorted(maps.Keys(audiences)) {
		of[brand] = newAudienceProfile(audiences[brand])
		for key, share := range of[brand].share {
			usual[key] += share / float64(len(audiences))
		}
	}
	return of, usual
}

func newAudienceProfile(segments []Segment) audienceProfile {
	p := audienceProfile{share: map[string]float64{}}
	whole := map[string]float64{}
	for _, s := range segments {
		whole[s.Dimension] += s.Share
	}
	for _, s := range segments {
		if s.Share > 0 {
			s.Share /= whole[s.Dimension]
			p.segments = append(p.segments, s)
			p.share[s.Key] = s.Share
		}
	}
	slices.SortFunc(p.segments, func(a, b Segment) int { return cmp.Compare(a.Key, b.Key) })
	return p
}

// similarity is the mean of 1 − √JSD (Jensen–Shannon divergence) over the common dimensions; 0 if there are none.
func (p audienceProfile) similarity(other audienceProfile) float64 {
	divergence, sides := map[string]float64{}, map[string]int{}
	for side, one := range []audienceProfile{p, other} {
		for _, s := range one.segments {
			sides[s.Dimension] |= 1 << side
			divergence[s.Dimension] += s.Share / 2 * math.Log2(2*s.Share/(p.share[s.Key]+other.share[s.Key]))
		}
	}
	sum, dimensions := 0.0, 0.0
	for _, dimension := range slices.Sorted(maps.Keys(sides)) {
		if sides[dimension] == 3 {
			sum += 1 - math.Sqrt(min(1, max(0, divergence[dimension])))
			dimensions++
		}
	}
	return sum / max(1, dimensions)
}

// audienceReason names the segments in which both audiences are above what is usual.
func audienceReason(ours, theirs audienceProfile, usual map[string]float64) insight.Reason {
	alike := ours.similarity(theirs)
	above := func(s Segment) float64 { return min(s.Share, theirs.share[s.Key]) - usual[s.Key] }
	segments := slices.DeleteFunc(slices.Clone(ours.segments), func(s Segment) bool { return above(s) < minExcess })
	slices.SortStableFunc(segments, func(a, b Segment) int { return cmp.Compare(above(b), above(a)) })
	r := insight.Reason{Kind: insight.SimilarAudience, Weight: audienceWeight * alike}
	var names []string
	for _, s := range segments[:min(maxSegments, len(segments))] {
		r.Evidence = append(r.Evidence, r.Kind.Evidence(s.Key)...)
		names = append(names, s.Name)
	}
	chinese, english := fmt.Sprintf("受众相似度%.0f%%", 100*alike), fmt.Sprintf("Audiences %.0f %% alike", 100*alike)
	if len(names) > 0 {
		chinese += "，都偏" + strings.Join(names, "、")
		english += ", both with more of " + strings.Join(names, ", ")
	}
	r.Text = chinese + " · " + english
	return r
}
