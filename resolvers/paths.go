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

// crowded are types of which one entity can be connected with all creators: from there ways are not looked for,
// only to there, and only the shortest.
var crowded = []string{"Category", "Platform", "Segment", "Programme"}

// paths answers Query.paths.
func (r *Resolver) paths(ctx context.Context, a asked) (map[string]any, error) {
	p, err := r.askedPaths(a.args)
	if err != nil {
		return nil, err
	}
	turned := calledFor[p.From.Type] != nil && calledFor[p.To.Type] == nil
	if turned {
		p.From, p.To = p.To, p.From
	}
	ways, err := r.waysBetween(ctx, p, turned)
	if err != nil {
		return nil, err
	}
	rows := []any{}
	for _, way := range ways {
		if turned {
			way = way.Reversed()
		}
		rows = append(rows, r.wayRow(way))
	}
	return map[string]any{"": rows}, nil
}

// waysBetween finds the shortest ways, and where these are too few longer ones.
func (r *Resolver) waysBetween(ctx context.Context, p compile.Paths, turned bool) ([]subgraph.Way, error) {
	if p.Kinds == nil {
		p.Kinds, p.Last = telling, calledFor[p.To.Type]
		if both := calledFor[p.From.Type]; both != nil {
			p.Kinds, p.Last = slices.Concat(telling, both, p.Last), nil
		}
	}
	ways, err := r.ways(ctx, p, turned)
	n := len(ways)
	crowd := slices.Contains(crowded, p.From.Type) || slices.Contains(crowded, p.To.Type)
	if err != nil || n == 0 || n == p.Best || len(ways[0].Edges) == p.Most || crowd {
		return ways, err
	}
	p.Beyond = len(ways[0].Edges)
	longer, err := r.ways(ctx, p, turned)
	return append(ways, longer[:min(len(longer), p.Best-n)]...), err
}

func (r *Resolver) askedPaths(args arguments) (p compile.Paths, err error) {
	if p.From, err = args.ref("from", r.entities()...); err != nil {
		return p, err
	}
	if p.To, err = args.ref("to", r.entities()...); err != nil {
		return p, err
	}
	if p.From == p.To {
		return p, args.wrong("to", "from and to are the same entity", "give two different ones")
	}
	if p.Most, err = args.count("maxLength", 1, maxWayLength); err != nil {
		return p, err
	}
	if p.Best, err = args.count("first", 1, maxWays); err != nil {
		return p, err
	}
	p.Kinds, err = args.edgeKinds()
	slices.Sort(p.Kinds)
	p.Kinds = slices.Compact(p.Kinds)
	return p, err
}

// twice is how many times as many ways are asked for as wanted, since two contracts of the same two make
// two ways of one.
const twice = 2

// ways finds the best ways, each of which passes other entities or other kinds of edges.
func (r *Resolver) ways(ctx context.Context, p compile.Paths, turned bool) ([]subgraph.Way, error) {
	best := p.Best
	p.Best *= twice
	rows, err := r.store.Read(ctx, p.Statement())
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	for _, end := range ends(p, turned) {
		if rows[0][end.column] != true {
			return nil, notFound(end.argument, end.ref)
		}
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

// end is an end of the ways: the argument that names it, and the column that says whether it is there.
type end struct {
	argument, column string
	ref              compile.Ref
}

func ends(p compile.Paths, turned bool) [2]end {
	if turned {
		return [2]end{{"from", "to", p.To}, {"to", "from", p.From}}
	}
	return [2]end{{"from", "from", p.From}, {"to", "to", p.To}}
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
			way.Nodes = append(way.Nodes, subgraph.Stop{Starts: asText(n[3]),
				Node: subgraph.Node{Type: asText(n[0]), Key: asText(n[1]), Name: asText(n[2])}})
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
	s.Kind = asText(edge[0])
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
