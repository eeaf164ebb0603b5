package explore

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// Reader runs a statement that reads, such as graph.Store.Read.
type Reader interface {
	Read(ctx context.Context, st graph.Statement) ([]graph.Record, error)
}

// Explorer answers the exploring fields of the root.
type Explorer struct {
	Graph    Reader
	Entities []string      // the types of all that can stand in a subgraph
	Today    func() string // the day contracts are looked at on, YYYY-MM-DD
}

// edgeKinds reads the kinds of edges asked for; none stands for all.
func edgeKinds(args computed.Arguments) ([]string, error) {
	kinds := args.Texts("kinds")
	if kinds != nil && len(kinds) == 0 {
		return nil, args.Wrong("kinds", "kinds is an empty list", "name one kind at least, or leave it out")
	}
	return kinds, nil
}
