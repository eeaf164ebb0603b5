package explore

import (
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

const (
	// fewCreators is how many creators a filter may let through for their collaborations to be looked at all;
	// where more pass, those of everybody are walked from the strongest on.
	fewCreators = 3000
	// perNode is how many collaborations are asked for at first for each node wanted; four times as many when
	// they name too few.
	perNode = 2
	// maxCollaborations bounds how many collaborations are asked for.
	maxCollaborations = 200_000
	// maxShared bounds minShared.
	maxShared = 1_000_000
)

// CollaborationNetwork answers Query.collaborationNetwork.
func (e Explorer) CollaborationNetwork(ctx context.Context, q computed.Request) (computed.Row, error) {
	minShared, err := q.Arguments.Count("minShared", 1, maxShared)
	if err != nil {
		return nil, err
	}
	limit, err := q.Arguments.Count("limit", 1, maxNodes)
	if err != nil {
		return nil, err
	}
	n := network{Explorer: e, minShared: minShared, limit: limit, filter: q.Filters["filter"], params: q.Params}
	if err := n.narrow(ctx); err != nil {
		return nil, err
	}
	return n.answer(ctx)
}

// network is a collaboration network in the making.
type network struct {
	Explorer
	minShared int
	limit     int
	filter    compile.Filter
	params    map[string]any
	few       bool     // the filter lets few creators through:
	keys      []string // these
}

// narrow finds the creators who pass the filter, if they are few.
func (n *network) narrow(ctx context.Context) error {
	if !n.filter.Asks() {
		return nil
	}
	rows, err := n.Graph.Read(ctx, n.statement(n.filter.Passing(), fewCreators+1))
	if err != nil {
		return err
	}
	n.few = len(rows) <= fewCreators
	for _, row := range rows {
		n.keys = append(n.keys, column.Text(row["key"]))
	}
	return nil
}

// statement is one of the filter's with its parameters.
func (n *network) statement(text string, most int) graph.Statement {
	params := maps.Clone(n.params)
	if params == nil {
		params = map[string]any{}
	}
	maps.Copy(params, map[string]any{"most": most, "minShared": n.minShared, "keys": n.keys, "today": graph.DayOf(n.Today())})
	return graph.Statement{Text: text, Params: params}
}

// answer takes the ends of the strongest collaborations, one after another, until the network is full.
func (n *network) answer(ctx context.Context) (computed.Row, error) {
	var nodes []Node
	var whole bool
	for most := n.limit * perNode; ; most = min(4*most, maxCollaborations) {
		strongest, err := n.strongest(ctx, most)
		if err != nil {
			return nil, err
		}
		nodes, whole = n.ends(strongest)
		if !whole || len(strongest) < most || most == maxCollaborations {
			whole = whole && len(strongest) < most
			break
		}
	}
	edges, err := n.edgesAmong(ctx, nodes, []string{"COLLABORATED_WITH"})
	if err != nil {
		return nil, err
	}
	edges = slices.DeleteFunc(edges, func(e Edge) bool {
		campaigns, _ := e.Properties["campaigns"].(int64)
		contents, _ := e.Properties["contents"].(int64)
		return campaigns+contents < int64(n.minShared)
	})
	answer := subgraphRow(nodes, edges)
	answer["truncated"] = !whole
	return answer, nil
}

func (n *network) strongest(ctx context.Context, most int) ([]graph.Record, error) {
	text := n.filter.Strongest()
	if n.few {
		text = compile.Strongest()
	}
	return n.Graph.Read(ctx, n.statement(text, most))
}

// ends are the creators that collaborations name, in their order; whole says that there was room for all.
func (n *network) ends(strongest []graph.Record) (nodes []Node, whole bool) {
	taken := map[string]bool{}
	for _, one := range strongest {
		for _, end := range column.List(one["ends"]) {
			named := column.List(end)
			if len(named) != 2 || taken[column.Text(named[0])] {
				continue
			}
			if len(nodes) == n.limit {
				return nodes, false
			}
			node := Node{Type: "Creator", Key: column.Text(named[0]), Name: column.Text(named[1])}
			taken[node.Key] = true
			nodes = append(nodes, node)
		}
	}
	return nodes, true
}
