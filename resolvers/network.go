package resolvers

import (
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/subgraph"
)

const (
	// fewCreators is how many creators a filter may let through for their collaborations to be looked at all;
	// where more pass, those of everybody are walked from the strongest on.
	fewCreators = 3000
	// tiesPerNode is how many collaborations are asked for at first for each node wanted; four times as many when
	// they name too few.
	tiesPerNode = 2
	// mostTies bounds how many collaborations are asked for.
	mostTies = 200_000
	// maxShared bounds minShared.
	maxShared = 1_000_000
)

// collaborationNetwork answers Query.collaborationNetwork.
func (r *Resolver) collaborationNetwork(ctx context.Context, a asked) (map[string]any, error) {
	minShared, err := a.args.count("minShared", 1, maxShared)
	if err != nil {
		return nil, err
	}
	limit, err := a.args.count("limit", 1, maxNodes)
	if err != nil {
		return nil, err
	}
	n := network{r: r, minShared: minShared, limit: limit, filter: a.filters["filter"], params: a.params}
	if err := n.narrow(ctx); err != nil {
		return nil, err
	}
	answer, err := n.answer(ctx)
	return map[string]any{"": answer}, err
}

// network is a collaboration network in the making.
type network struct {
	r         *Resolver
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
	rows, err := n.r.store.Read(ctx, n.statement(n.filter.Passing(), fewCreators+1))
	if err != nil {
		return err
	}
	n.few = len(rows) <= fewCreators
	for _, row := range rows {
		n.keys = append(n.keys, asText(row["key"]))
	}
	return nil
}

// statement is one of the filter's with its parameters.
func (n *network) statement(text string, most int) graph.Statement {
	params := maps.Clone(n.params)
	if params == nil {
		params = map[string]any{}
	}
	maps.Copy(params, map[string]any{"most": most, "minShared": n.minShared, "keys": n.keys, "today": n.r.today()})
	return graph.Statement{Text: text, Params: params}
}

// answer takes the ends of the strongest collaborations, one after another, until the network is full.
func (n *network) answer(ctx context.Context) (row, error) {
	var nodes []subgraph.Node
	var whole bool
	for most := n.limit * tiesPerNode; ; most = min(4*most, mostTies) {
		ties, err := n.strongest(ctx, most)
		if err != nil {
			return nil, err
		}
		nodes, whole = n.ends(ties)
		if !whole || len(ties) < most || most == mostTies {
			whole = whole && len(ties) < most
			break
		}
	}
	edges, err := n.r.edgesAmong(ctx, nodes, []string{"COLLABORATED_WITH"})
	if err != nil {
		return nil, err
	}
	edges = slices.DeleteFunc(edges, func(e subgraph.Edge) bool {
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
	return n.r.store.Read(ctx, n.statement(text, most))
}

// ends are the creators that collaborations name, in their order; whole says that there was room for all.
func (n *network) ends(ties []graph.Record) (nodes []subgraph.Node, whole bool) {
	taken := map[string]bool{}
	for _, tie := range ties {
		both, _ := tie["ends"].([]any)
		for _, end := range both {
			named, ok := end.([]any)
			if !ok || len(named) != 2 || taken[asText(named[0])] {
				continue
			}
			if len(nodes) == n.limit {
				return nodes, false
			}
			node := subgraph.Node{Type: "Creator", Key: asText(named[0]), Name: asText(named[1])}
			taken[node.Key] = true
			nodes = append(nodes, node)
		}
	}
	return nodes, true
}
