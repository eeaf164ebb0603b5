package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Bounds of what can be asked for.
const (
	recommendedMost = 100
	recommendedOf   = 20 // creators at once
)

// recommendedCollaborators ranks whom each of some creators should work with for the first time.
func (r *Resolver) recommendedCollaborators(ctx context.Context, a asked) (map[string]any, error) {
	first, err := a.args.count("first", 0, recommendedMost)
	if err != nil {
		return nil, err
	}
	if len(a.keys) > recommendedOf {
		return nil, a.tooMany("creators", recommendedOf)
	}
	live, err := r.partnerships.live(ctx)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for _, key := range a.keys {
		best, known := live.Recommend(key, first, a.selects("reasons"))
		if !known {
			return nil, graph.Errorf(graph.NotFound, "ask again", "creator %q: it has just come or gone", key)
		}
		values[key] = recommendationRows("Creator", best)
	}
	return values, nil
}
