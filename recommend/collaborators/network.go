package collaborators

import (
	"context"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/collaborator"
	"github.com/creatorgraph/creatorgraph/recommend/mirror"
)

// network is what collaborators are recommended from, as it stands in the graph.
type network struct {
	*facts.Following
	live *collaborator.Live
}

// networkOf says how a network is read; now is the clock.
func networkOf(now func() time.Time) mirror.Source[*network] {
	return mirror.Source[*network]{
		What: "the network of collaborations",
		Read: func(ctx context.Context, store *graph.Store) (*network, error) {
			model, err := facts.ReadCollaboratorModel(ctx, store)
			if err != nil {
				return nil, err
			}
			record, err := collaborator.ReadRecord([]byte(model.Record))
			if err != nil {
				return nil, graph.Errorf(graph.Conflict, "run creatorgraph analyze", "%w", err)
			}
			following, read, err := facts.Follow(ctx, store, model, now())
			if err != nil {
				return nil, err
			}
			return &network{following, record.Live(read)}, nil
		},
		Follow: func(ctx context.Context, n *network) (bool, error) {
			changes, follows, err := n.Changes(ctx, now())
			if follows && err == nil {
				n.live.Change(changes)
			}
			return follows, err
		},
	}
}
