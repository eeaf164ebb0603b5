package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// edgesAmong finds the edges of some kinds among nodes.
func (e Explorer) edgesAmong(ctx context.Context, nodes []Node, kinds []string) ([]Edge, error) {
	keys := map[string][]string{}
	for _, n := range nodes {
		keys[n.Type] = append(keys[n.Type], n.Key)
	}
	rows, err := e.Graph.Read(ctx, compile.Among(keys, kinds))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return edgesOf(rows[0]), nil
}

// subgraphRow is a Subgraph of nodes and of those edges whose ends are among them.
func subgraphRow(nodes []Node, edges []Edge) computed.Row {
	among := make(map[ID]bool, len(nodes))
	entities := make([]any, len(nodes))
	for i, n := range nodes {
		among[n.ID()] = true
		entities[i] = entity(n)
	}
	edges = slices.DeleteFunc(edges, func(e Edge) bool { return !among[e.From] || !among[e.To] })
	edges = Sorted(edges)
	shown := make([]any, len(edges))
	for i, e := range edges {
		shown[i] = edgeRow(e)
	}
	return computed.Row{"nodes": entities, "edges": shown, "truncated": false, "counts": []any{}}
}

func entity(n Node) compile.Known {
	return compile.Known{Ref: compile.Ref{Type: n.Type, Key: n.Key}, Properties: map[string]any{"key": n.Key, "name": n.Name}}
}

func edgeRow(e Edge) computed.Row {
	shown := computed.Row{"id": e.Handle(), "kind": e.Kind, "from": compile.ID(e.From.Type, e.From.Key),
		"to": compile.ID(e.To.Type, e.To.Key)}
	if weight, known := e.Weight(); known {
		shown["weight"] = weight
	}
	if properties := e.Shown(); properties != nil {
		shown["properties"] = properties
	}
	return shown
}

// listsOf reads the lists of a row that compile.Neighborhood found; a list as long as was asked for may go on.
func listsOf(of compile.Neighborhood, row graph.Record, best int) []NeighborList {
	found := column.List(row["lists"])
	lists := make([]NeighborList, 0, len(found))
	for i, label := range of.Labels() {
		if i == len(found) {
			break
		}
		pairs := column.List(found[i])
		list := NeighborList{Whole: len(pairs) < best || best >= maxRead}
		for _, pair := range pairs {
			if pair, ok := pair.([]any); ok && len(pair) == 2 {
				list.Nodes = append(list.Nodes, Node{Type: label, Key: column.Text(pair[0]), Name: column.Text(pair[1])})
			}
		}
		lists = append(lists, list)
	}
	return lists
}

// countsOf reads the counts of a row that compile.Neighborhood found, most first, without those that are zero.
func countsOf(of compile.Neighborhood, row graph.Record) []any {
	found := column.List(row["counts"])
	counts := []any{}
	for i, c := range of.Counts() {
		if i == len(found) || found[i] == int64(0) {
			continue
		}
		counts = append(counts, computed.Row{"kind": c.Kind, "outgoing": !c.In, "entities": kindsOf(c.Labels), "count": found[i]})
	}
	slices.SortStableFunc(counts, func(a, b any) int { return cmp.Compare(number(b), number(a)) })
	return counts
}

// kindsOf gives the entity kinds of labels.
func kindsOf(labels []string) []any {
	kinds := make([]any, len(labels))
	for i, label := range labels {
		kinds[i] = strings.ToUpper(label) // each is one word
	}
	return kinds
}

func number(count any) int64 {
	c, _ := count.(map[string]any)
	n, _ := c["count"].(int64)
	return n
}

// edgesOf reads the edges of a row that compile.Neighborhood or compile.Among found.
func edgesOf(row graph.Record) []Edge {
	found := column.List(row["edges"])
	edges := make([]Edge, 0, len(found))
	for _, one := range found {
		edge, ok := one.([]any)
		if !ok || len(edge) != 5 {
			continue
		}
		kind := column.Text(edge[0])
		properties, _ := edge[4].(map[string]any)
		e := Edge{Kind: kind, From: ID{Type: column.Text(edge[1]), Key: column.Text(edge[2])},
			To: ID{Type: compile.LeadsTo(kind), Key: column.Text(edge[3])}, Properties: properties}
		if e.Counts(row["run"]) {
			edges = append(edges, e)
		}
	}
	return edges
}

// pathOf reads a path that compile.Paths found.
func pathOf(found any) Path {
	parts := column.List(found)
	if len(parts) != 2 {
		return Path{}
	}
	var path Path
	for _, node := range column.List(parts[0]) {
		if n := column.List(node); len(n) == 4 {
			path.Nodes = append(path.Nodes, Stop{Starts: column.Text(n[3]),
				Node: Node{Type: column.Text(n[0]), Key: column.Text(n[1]), Name: column.Text(n[2])}})
		}
	}
	for i, edge := range column.List(parts[1]) {
		if e := column.List(edge); len(e) == 3 && i+1 < len(path.Nodes) {
			path.Edges = append(path.Edges, stepOf(path.Nodes[i], path.Nodes[i+1], e))
		}
	}
	return path
}

func stepOf(before, after Stop, edge []any) Step {
	s := Step{Along: edge[1] == true}
	s.Kind = column.Text(edge[0])
	s.Properties, _ = edge[2].(map[string]any)
	s.From, s.To = before.ID(), after.ID()
	if !s.Along {
		s.From, s.To = s.To, s.From
	}
	return s
}

// pathRow is a path as a row of the type GraphPath.
func pathRow(path Path, today string) computed.Row {
	nodes, edges := []any{}, []any{}
	for _, stop := range path.Nodes {
		nodes = append(nodes, entity(stop.Node))
	}
	for _, step := range path.Edges {
		edges = append(edges, edgeRow(step.Edge))
	}
	return computed.Row{"length": int64(len(edges)), "nodes": nodes, "edges": edges, "text": path.Sentence(today)}
}
