// Package competitors answers Brand.competitors: the brands that hire the same creators, in the same categories, for
// a similar audience. The model is package insight/competitor's.
package competitors

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/competitor"
	"github.com/creatorgraph/creatorgraph/recommend"
)

// Bounds of what can be asked for.
const (
	maxFirst  = 50
	maxBrands = 50 // at once
	// maxCompared are the candidates whose audiences are compared, however few are asked for, so that the first
	// ones stay the first ones when more are asked for.
	maxCompared = maxFirst
)

// Competitors ranks the competitors of brands in one graph.
type Competitors struct {
	Store *graph.Store
	Now   func() time.Time
}

// OfEach ranks the brands that compete with each of some.
func (c Competitors) OfEach(ctx context.Context, q computed.Request) (map[string]any, error) {
	first, err := q.Arguments.Count("first", 0, maxFirst)
	if err != nil {
		return nil, err
	}
	if err := q.AtMost(maxBrands, "brands"); err != nil {
		return nil, err
	}
	brands, err := facts.ReadBrands(ctx, c.Store, q.Keys, c.Now())
	if err != nil {
		return nil, err
	}
	candidates := map[string][]competitor.Candidate{}
	compared := map[string]bool{}
	for key, brand := range brands {
		candidates[key] = competitor.Candidates(brand, maxCompared)
		compared[key] = true
		for _, candidate := range candidates[key] {
			compared[candidate.Key] = true
		}
	}
	audiences, err := facts.ReadBrandAudiences(ctx, c.Store, slices.Sorted(maps.Keys(compared)))
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for _, key := range q.Keys {
		ranked := competitor.Rank(key, candidates[key], among(audiences, key, candidates[key]))
		values[key] = recommend.Rows("Brand", ranked[:min(first, len(ranked))])
	}
	return values, nil
}

// among are the audiences of a brand and its candidates: what is usual among them depends on nobody else.
func among(audiences map[string][]competitor.Segment, key string, candidates []competitor.Candidate) map[string][]competitor.Segment {
	own := map[string][]competitor.Segment{}
	take := func(key string) {
		if segments, known := audiences[key]; known {
			own[key] = segments
		}
	}
	take(key)
	for _, candidate := range candidates {
		take(candidate.Key)
	}
	return own
}
