package explore

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// Bounds of what a neighbourhood is asked for, and of what is read to find it.
const (
	maxDepth  = 4
	maxNodes  = 5000
	maxRead   = 30_000 // neighbours of one kind
	maxWalked = 50_000 // creators, where an index has them in order
	lengthen  = 4      // how many times longer lists are asked for when they ended too early
)

// Neighborhood answers Query.neighborhood.
func (e Explorer) Neighborhood(ctx context.Context, q computed.Request) (computed.Row, error) {
	n, err := e.askedNeighborhood(q.Arguments)
	if err != nil {
		return nil, err
	}
	for step := range n.depth {
		if err := n.further(ctx); err != nil {
			return nil, err
		}
		if step == 0 && !n.found {
			return nil, computed.NotFound("of", n.start)
		}
	}
	return n.answer(ctx)
}

// neighborhood is one in the making.
type neighborhood struct {
	Explorer
	start    compile.Ref
	depth    int
	limit    int
	kinds    []string
	choice   *Choice
	frontier []Node // found at the last distance: where it goes on
	found    bool   // the start is there
	counts   []any
	edges    []Edge // that came with the nodes
	hasEdges bool   // these are all
}

func (e Explorer) askedNeighborhood(args computed.Arguments) (n *neighborhood, err error) {
	n = &neighborhood{Explorer: e}
	if n.start, err = args.Ref("of", e.Entities...); err != nil {
		return nil, err
	}
	if n.depth, err = args.Count("depth", 1, maxDepth); err != nil {
		return nil, err
	}
	if n.limit, err = args.Count("limit", 1, maxNodes); err != nil {
		return nil, err
	}
	if n.kinds, err = edgeKinds(args); err != nil {
		return nil, err
	}
	start := Node{Type: n.start.Type, Key: n.start.Key}
	// One node more than asked for tells whether there are more.
	n.choice, n.frontier = Choose(start, 1+n.limit+1), []Node{start}
	return n, nil
}

// further takes what is one edge further than what was found last. Of a neighbourhood of depth 1 that is the end of
// it, and the edges come along.
func (n *neighborhood) further(ctx context.Context) error {
	before := len(n.choice.Nodes)
	if n.choice.Full() || len(n.frontier) == 0 {
		n.frontier = nil
		return nil
	}
	for best := n.best(); ; best = min(best*lengthen, maxRead) {
		lists, err := n.lists(ctx, best)
		if err != nil {
			return err
		}
		if n.choice.Take(lists) {
			n.frontier = n.choice.Nodes[before:len(n.choice.Nodes):len(n.choice.Nodes)]
			return nil
		}
	}
}

// best is how many neighbours of each list are probably enough: of one node all that there is room for, of many
// their share, when every other neighbour is there already and a node has three lists.
func (n *neighborhood) best() int {
	room := n.choice.Room()
	if len(n.frontier) == 1 {
		return room
	}
	return 2 + 2*room/(3*len(n.frontier))
}

// lists gives the neighbours of the last nodes, node by node.
func (n *neighborhood) lists(ctx context.Context, best int) ([]NeighborList, error) {
	keys := map[string][]string{}
	for _, node := range n.frontier {
		keys[node.Type] = append(keys[node.Type], node.Key)
	}
	found := map[ID][]NeighborList{}
	for _, label := range n.Entities {
		if keys[label] == nil {
			continue
		}
		around := compile.Neighborhood{Label: label, Kinds: n.kinds, Edges: n.depth == 1}
		rows, err := n.Graph.Read(ctx, graph.Statement{Text: around.Text(), Params: map[string]any{"keys": keys[label],
			"best": best, "most": maxRead, "walked": maxWalked, "today": graph.DayOf(n.Today())}})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			id := ID{Type: label, Key: column.Text(row["key"])}
			found[id] = listsOf(around, row, best)
			if !n.found {
				n.begin(around, row)
			}
		}
	}
	var lists []NeighborList
	for _, node := range n.frontier {
		lists = append(lists, found[node.ID()]...)
	}
	return lists, nil
}

// begin takes in what is told of the start alone.
func (n *neighborhood) begin(around compile.Neighborhood, row graph.Record) {
	n.found = true
	n.choice.Nodes[0].Name = column.Text(row["name"])
	n.counts = countsOf(around, row)
	if around.Edges {
		n.edges, n.hasEdges = edgesOf(row), true
	}
}

// answer is the neighbourhood as a row.
func (n *neighborhood) answer(ctx context.Context) (computed.Row, error) {
	nodes := n.choice.Nodes
	truncated := len(nodes) > 1+n.limit
	if truncated {
		nodes = nodes[:1+n.limit]
	}
	edges := n.edges
	if !n.hasEdges {
		var err error
		if edges, err = n.edgesAmong(ctx, nodes, n.kinds); err != nil {
			return nil, err
		}
	}
	answer := subgraphRow(nodes, edges)
	answer["truncated"], answer["counts"] = truncated, n.counts
	return answer, nil
}
