// Package collaborators answers Creator.recommendedCollaborators: whom a creator should work with for the first time.
// It holds the network of collaborations (network.go); the model is package insight/collaborator's.
package collaborators

import (
	"context"
	"log/slog"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/recommend"
	"github.com/creatorgraph/creatorgraph/recommend/mirror"
)

// Bounds of what can be asked for.
const (
	maxFirst    = 100
	maxCreators = 20 // at once
)

// Collaborators recommends from the network of one graph.
type Collaborators struct{ *mirror.Mirror[*network] }

// New makes one that has read nothing yet; now is the clock.
func New(store *graph.Store, now func() time.Time, log *slog.Logger) Collaborators {
	return Collaborators{mirror.New(store, log, networkOf(now))}
}

// OfEach ranks whom each of some creators should work with for the first time.
func (c Collaborators) OfEach(ctx context.Context, q computed.Request) (map[string]any, error) {
	first, err := q.Arguments.Count("first", 0, maxFirst)
	if err != nil {
		return nil, err
	}
	if err := q.AtMost(maxCreators, "creators"); err != nil {
		return nil, err
	}
	network, err := c.Value(ctx)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for _, key := range q.Keys {
		best, known := network.live.Recommend(key, first, q.Selects("reasons"))
		if !known {
			return nil, graph.Errorf(graph.NotFound, "ask again", "creator %q: it has just come or gone", key)
		}
		values[key] = recommend.Rows("Creator", best)
	}
	return values, nil
}
