package resolvers

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
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

// crowding are the kinds by which one entity is connected with all creators: along them only the shortest ways are
// looked for, and from the other end where only one end calls for them.
var crowding = []string{"IN_CATEGORY", "ON_PLATFORM", "REACHES", "MEMBER_OF"}

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
	shortest, err := r.ways(ctx, p, turned)
	ways := shortest.ways
	crowd := slices.ContainsFunc(slices.Concat(p.Kinds, p.Last), func(k string) bool { return slices.Contains(crowding, k) })
	if err != nil || len(ways) == 0 || crowd {
		return ways, err
	}
	most, best := p.Most, p.Best
	inTime, cancel := context.WithTimeout(ctx, longerTime)
	defer cancel()
	for p.Most = len(ways[0].Edges) + 1; p.Most <= most && len(ways) < best; p.Most++ {
		if !p.Leads(p.Most) {
			continue
		}
		p.Best, p.Meet = best-len(ways), meet(shortest.from, shortest.to, p.Most)
		longer, err := r.ways(inTime, p, turned)
		switch {
		case spent(err) && ctx.Err() == nil:
			warn(ctx, fmt.Sprintf("there may be ways of %d edges and more, which are too many to look through in time; "+
				"take a smaller maxLength, or fewer kinds", p.Most))
			return ways, nil
		case err != nil:
			return nil, err
		}
		ways = append(ways, longer.ways...)
	}
	return ways, nil
}

// longerTime is how long longer ways are looked for once the shortest are found. Between two that are tied by hundreds of
// others each edge more makes them a hundredfold; what was found until then is the answer.
const longerTime = 2 * time.Second

// spent says whether a statement was ended since it took too long or gathered too much.
func spent(err error) bool {
	kind := graph.KindOf(err)
	return err != nil && (kind == graph.Timeout || kind == graph.TooLarge)
}

// branching is about how many ways on there are from where an edge leads.
const branching = 20

// meet tells after how many edges two searches, from ends with so many edges each, meet with the least to look at.
func meet(from, to int64, edges int) int {
	best, least := 1, math.Inf(1)
	for k := 1; k < edges; k++ {
		cost := float64(from)*math.Pow(branching, float64(k-1)) + float64(to)*math.Pow(branching, float64(edges-k-1))
		if cost < least {
			best, least = k, cost
		}
	}
	return best
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

// between is what was found between two entities: how many edges these have, and the best ways.
type between struct {
	from, to int64
	ways     []subgraph.Way
}

// ways finds the best ways, each of which passes other entities or other kinds of edges.
func (r *Resolver) ways(ctx context.Context, p compile.Paths, turned bool) (b between, err error) {
	best := p.Best
	p.Best *= twice
	rows, err := r.store.Read(ctx, p.Statement())
	if err != nil || len(rows) == 0 {
		return b, err
	}
	for _, end := range ends(p, turned) {
		if rows[0][end.column] == nil {
			return b, notFound(end.argument, end.ref)
		}
	}
	b.from, _ = rows[0]["from"].(int64)
	b.to, _ = rows[0]["to"].(int64)
	found, _ := rows[0]["ways"].([]any)
	seen := map[string]bool{}
	for _, one := range found {
		way := wayOf(one)
		if course := way.Course(); !seen[course] && len(b.ways) < best {
			seen[course] = true
			b.ways = append(b.ways, way)
		}
	}
	return b, nil
}

// end is an end of the ways: the argument that names it, and the column that is null where it is not there.
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
