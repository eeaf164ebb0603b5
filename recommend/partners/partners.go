// Package partners answers Agency.partners: the agencies whose creators work together with an agency's. The model is
// package insight/partner's.
package partners

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/partner"
	"github.com/creatorgraph/creatorgraph/recommend"
)

// Bounds of what can be asked for.
const (
	maxFirst    = 1000
	maxAgencies = 50 // at once
)

// Partners ranks the partners of agencies in one graph.
type Partners struct {
	Store *graph.Store
	Now   func() time.Time
}

// OfEach ranks the agencies whose creators work together with those of each of some.
func (p Partners) OfEach(ctx context.Context, q computed.Request) (map[string]any, error) {
	first, err := q.Arguments.Count("first", 0, maxFirst)
	if err != nil {
		return nil, err
	}
	if err := q.AtMost(maxAgencies, "agencies"); err != nil {
		return nil, err
	}
	shared, err := facts.ReadSharedWork(ctx, p.Store, q.Keys, p.Now())
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for _, key := range q.Keys {
		ranked := partner.Rank(shared[key])
		values[key] = recommend.Rows("Agency", ranked[:min(first, len(ranked))])
	}
	return values, nil
}
