package resolvers

import (
	"context"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/subgraph"
)

// Bounds of what ways are asked for.
const (
	maxWayLength = 8
	maxWays      = 20
)

// telling are the kinds of edges that say something about two entities that they connect. The others connect
// everybody with everybody, or say again what these say.
var telling = []string{"SIGNED_WITH", "PARTICIPATED_IN", "RAN", "POSTED", "APPEARS_IN"}

// calledFor are the kinds that an end of a type calls for besides, since without them it has hardly an edge.
var calledFor = map[string][]string{
	"Content": {"FOR_CAMPAIGN"}, "Category": {"IN_CATEGORY", "PART_OF"}, "Platform": {"ON_PLATFORM"},
	"Segment": {"REACHES"}, "Programme": {"MEMBER_OF"},
}

// paths answers Query.paths.
func (r *Resolver) paths(ctx context.Context, a asked) (map[string]any, error) {
	p, first, err := r.askedPaths(a.args)
	if err != nil {
		return nil, err
	}
	ways, err := r.ways(ctx, p, first, 0)
	if err != nil {
		return nil, err
	}
	if n := len(ways); n > 0 && n < first && len(ways[0].Edges) < p.Most {
		p.Longer = true
		longer, err := r.ways(ctx, p, first-n, len(ways[0].Edges))
		if err != nil {
			return nil, err
		}
		ways = append(ways, longer...)
	}
	rows := []any{}
	for _, way := range ways {
		rows = append(rows, r.wayRow(way))
	}
	return map[string]any{"": rows}, nil
}

func (r *Resolver) askedPaths(args arguments) (p compile.Paths, first int, err error) {
	if p.From, err = args.ref("from", r.entities()...); err != nil {
		return p, 0, err
	}
	if p.To, err = args.ref("to", r.entities()...); err != nil {
		return p, 0, err
	}
	if p.From == p.To {
		return p, 0, args.wrong("to", "from and to are the same entity", "give two different ones")
	}
	if p.Most, err = args.count("maxLength", 1, maxWayLength); err != nil {
		return p, 0, err
	}
	if first, err = args.count("first", 1, maxWays); err != nil {
		return p, 0, err
	}
	if p.Kinds, err = args.edgeKinds(); err != nil {
		return p, 0, err
	}
	if p.Kinds == nil {
		p.Kinds = slices.Concat(telling, calledFor[p.From.Type], calledFor[p.To.Type])
	}
	slices.Sort(p.Kinds)
	p.Kinds = slices.Compact(p.Kinds)
	return p, first, nil
}

// twice is how many times as many ways are asked for as wanted, since two contracts of the same two make
// two ways of one.
const twice = 2

// ways finds the best ways, each of which passes other entities or other kinds of edges.
func (r *Resolver) ways(ctx context.Context, p compile.Paths, best, beyond int) ([]subgraph.Way, error) {
	rows, err := r.read(ctx, p.Statement(best*twice, beyond))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	if rows[0]["from"] != true {
		return nil, notFound("from", p.From)
	}
	if rows[0]["to"] != true {
		return nil, notFound("to", p.To)
	}
	found, _ := rows[0]["ways"].([]any)
	var ways []subgraph.Way
	seen := map[string]bool{}
	for _, one := range found {
		way := wayOf(one)
		if course := way.Course(); !seen[course] && len(ways) < best {
			seen[course] = true
			ways = append(ways, way)
		}
	}
	return ways, nil
}

// wayOf reads a way that compile.Paths found.
func wayOf(found any) subgraph.Way {
	parts, _ := found.([]any)
	if len(parts) != 2 {
		return subgraph.Way{}
	}
	var way subgraph.Way
	nodes, _ := parts[0].([]any)
	for _, node := range nodes {
		if n, ok := node.([]any); ok && len(n) == 4 {
			way.Nodes = append(way.Nodes, subgraph.Stop{Starts: text(n[3]),
				Node: subgraph.Node{Type: text(n[0]), Key: text(n[1]), Name: text(n[2])}})
		}
	}
	edges, _ := parts[1].([]any)
	for i, edge := range edges {
		if e, ok := edge.([]any); ok && len(e) == 3 && i+1 < len(way.Nodes) {
			way.Edges = append(way.Edges, step(way.Nodes[i], way.Nodes[i+1], e))
		}
	}
	return way
}

func step(before, after subgraph.Stop, edge []any) subgraph.Step {
	s := subgraph.Step{Along: edge[1] == true}
	s.Kind = text(edge[0])
	s.Properties, _ = edge[2].(map[string]any)
	s.From, s.To = before.ID(), after.ID()
	if !s.Along {
		s.From, s.To = s.To, s.From
	}
	return s
}

// wayRow is a way as a row of the type GraphPath.
func (r *Resolver) wayRow(way subgraph.Way) row {
	nodes, edges := []any{}, []any{}
	for _, stop := range way.Nodes {
		nodes = append(nodes, entity(stop.Node))
	}
	for _, step := range way.Edges {
		edges = append(edges, edgeRow(step.Edge))
	}
	return row{"length": int64(len(edges)), "nodes": nodes, "edges": edges, "text": way.Sentence(r.today())}
}
