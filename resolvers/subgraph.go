package resolvers

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/subgraph"
)

// edgesAmong finds the edges of some kinds among nodes.
func (r *Resolver) edgesAmong(ctx context.Context, nodes []subgraph.Node, kinds []string) ([]subgraph.Edge, error) {
	keys := map[string][]string{}
	for _, n := range nodes {
		keys[n.Type] = append(keys[n.Type], n.Key)
	}
	rows, err := r.store.Read(ctx, compile.Among(keys, kinds))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return edgesOf(rows[0]), nil
}

// subgraphRow is a Subgraph of nodes and of those edges whose ends are among them.
func subgraphRow(nodes []subgraph.Node, edges []subgraph.Edge) row {
	among := make(map[subgraph.ID]bool, len(nodes))
	entities := make([]any, len(nodes))
	for i, n := range nodes {
		among[n.ID()] = true
		entities[i] = entity(n)
	}
	edges = slices.DeleteFunc(edges, func(e subgraph.Edge) bool { return !among[e.From] || !among[e.To] })
	edges = subgraph.Sorted(edges)
	shown := make([]any, len(edges))
	for i, e := range edges {
		shown[i] = edgeRow(e)
	}
	return row{"nodes": entities, "edges": shown, "truncated": false, "counts": []any{}}
}

func entity(n subgraph.Node) compile.Known {
	return compile.Known{Ref: compile.Ref{Type: n.Type, Key: n.Key}, Properties: map[string]any{"key": n.Key, "name": n.Name}}
}

func edgeRow(e subgraph.Edge) row {
	shown := row{"id": e.Handle(), "kind": e.Kind, "from": compile.ID(e.From.Type, e.From.Key),
		"to": compile.ID(e.To.Type, e.To.Key)}
	if weight, known := e.Weight(); known {
		shown["weight"] = weight
	}
	if properties := e.Shown(); properties != nil {
		shown["properties"] = properties
	}
	return shown
}

// lanesOf reads the lanes of a row that compile.Near found; a lane as long as was asked for may go on.
func lanesOf(near compile.Near, row graph.Record, best int) []subgraph.Lane {
	found, _ := row["lanes"].([]any)
	lanes := make([]subgraph.Lane, 0, len(found))
	for i, label := range near.Labels() {
		if i == len(found) {
			break
		}
		pairs, _ := found[i].([]any)
		lane := subgraph.Lane{Whole: len(pairs) < best || best >= mostRead}
		for _, pair := range pairs {
			if pair, ok := pair.([]any); ok && len(pair) == 2 {
				lane.Nodes = append(lane.Nodes, subgraph.Node{Type: label, Key: asText(pair[0]), Name: asText(pair[1])})
			}
		}
		lanes = append(lanes, lane)
	}
	return lanes
}

// countsOf reads the counts of a row that compile.Near found, most first, without those that are zero.
func countsOf(near compile.Near, row graph.Record) []any {
	found, _ := row["counts"].([]any)
	counts := []any{}
	for i, c := range near.Counts() {
		if i == len(found) || found[i] == int64(0) {
			continue
		}
		counts = append(counts, map[string]any{"kind": c.Kind, "outgoing": !c.In, "entities": kindsOf(c.Labels), "count": found[i]})
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

// edgesOf reads the edges of a row that compile.Near or compile.Among found.
func edgesOf(row graph.Record) []subgraph.Edge {
	found, _ := row["edges"].([]any)
	edges := make([]subgraph.Edge, 0, len(found))
	for _, one := range found {
		edge, ok := one.([]any)
		if !ok || len(edge) != 5 {
			continue
		}
		kind := asText(edge[0])
		properties, _ := edge[4].(map[string]any)
		e := subgraph.Edge{Kind: kind, From: subgraph.ID{Type: asText(edge[1]), Key: asText(edge[2])},
			To: subgraph.ID{Type: compile.LeadsTo(kind), Key: asText(edge[3])}, Properties: properties}
		if e.Counts(row["run"]) {
			edges = append(edges, e)
		}
	}
	return edges
}
