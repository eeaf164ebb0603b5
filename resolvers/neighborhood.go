package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/subgraph"
)

// Bounds of what a neighbourhood is asked for, and of what is read to find it.
const (
	maxDepth   = 4
	maxNodes   = 5000
	mostRead   = 30_000 // neighbours of one kind
	mostWalked = 50_000 // creators, where an index has them in order
	lengthen   = 4      // how many times longer lanes are asked for when they ended too early
)

// neighborhood answers Query.neighborhood.
func (r *Resolver) neighborhood(ctx context.Context, a asked) (map[string]any, error) {
	of, err := a.args.ref("of", r.entities()...)
	if err != nil {
		return nil, err
	}
	depth, err := a.args.count("depth", 1, maxDepth)
	if err != nil {
		return nil, err
	}
	limit, err := a.args.count("limit", 1, maxNodes)
	if err != nil {
		return nil, err
	}
	kinds, err := a.args.edgeKinds()
	if err != nil {
		return nil, err
	}
	// One node more than asked for tells whether there are more.
	start := subgraph.Node{Type: of.Type, Key: of.Key}
	s := &spread{r: r, kinds: kinds, choice: subgraph.Choose(start, 1+limit+1), edge: []subgraph.Node{start}}
	for step := range depth {
		if err := s.further(ctx, depth == 1); err != nil {
			return nil, err
		}
		if step == 0 && !s.known {
			return nil, notFound("of", of)
		}
	}
	answer, err := s.answer(ctx, limit)
	return map[string]any{"": answer}, err
}

// edgeKinds reads the kinds of edges asked for; none stands for all.
func (a arguments) edgeKinds() ([]string, error) {
	kinds := a.texts("kinds")
	if kinds != nil && len(kinds) == 0 {
		return nil, a.wrong("kinds", "kinds is an empty list", "name one kind at least, or leave it out")
	}
	return kinds, nil
}

// entities are the types of all that can stand in a subgraph.
func (r *Resolver) entities() []string {
	var names []string
	for _, t := range r.compiler.Mapping().Types["Entity"].Possible {
		names = append(names, t.Name)
	}
	return names
}

// spread is a neighbourhood in the making.
type spread struct {
	r      *Resolver
	kinds  []string
	choice *subgraph.Choice
	edge   []subgraph.Node // found at the last distance: where it goes on
	known  bool            // the start is there
	counts []any
	edges  []subgraph.Edge // that came with the nodes
	whole  bool            // these are all
}

// further takes what is one edge further than what was found last; with all, that is the end of it, and
// the edges come along.
func (s *spread) further(ctx context.Context, all bool) error {
	before := len(s.choice.Nodes)
	if s.choice.Full() || len(s.edge) == 0 {
		s.edge = nil
		return nil
	}
	for best := s.best(); ; best = min(best*lengthen, mostRead) {
		lanes, err := s.lanes(ctx, best, all)
		if err != nil {
			return err
		}
		if s.choice.Take(lanes) {
			s.edge = s.choice.Nodes[before:len(s.choice.Nodes):len(s.choice.Nodes)]
			return nil
		}
	}
}

// best is how many neighbours of each lane are probably enough: of one node all that there is room for, of
// many their share, when every other neighbour is there already and a node has three lanes.
func (s *spread) best() int {
	room := s.choice.Room()
	if len(s.edge) == 1 {
		return room
	}
	return 2 + 2*room/(3*len(s.edge))
}

// lanes gives the ways on from the last nodes, node by node.
func (s *spread) lanes(ctx context.Context, best int, all bool) ([]subgraph.Lane, error) {
	keys := map[string][]string{}
	for _, n := range s.edge {
		keys[n.Type] = append(keys[n.Type], n.Key)
	}
	found := map[subgraph.ID][]subgraph.Lane{}
	for _, label := range s.r.entities() {
		if keys[label] == nil {
			continue
		}
		near := compile.Near{Label: label, Kinds: s.kinds, Edges: all}
		rows, err := s.r.store.Read(ctx, graph.Statement{Text: near.Text(), Params: map[string]any{"keys": keys[label],
			"best": best, "most": mostRead, "walked": mostWalked, "today": s.r.today()}})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			id := subgraph.ID{Type: label, Key: asText(row["key"])}
			found[id] = lanesOf(near, row, best)
			if !s.known {
				s.begin(near, row, all)
			}
		}
	}
	var lanes []subgraph.Lane
	for _, n := range s.edge {
		lanes = append(lanes, found[n.ID()]...)
	}
	return lanes, nil
}

// begin takes in what is told of the start alone.
func (s *spread) begin(near compile.Near, row graph.Record, all bool) {
	s.known = true
	s.choice.Nodes[0].Name = asText(row["name"])
	s.counts = countsOf(near, row)
	if all {
		s.edges, s.whole = edgesOf(row), true
	}
}

// answer is the neighbourhood as a row.
func (s *spread) answer(ctx context.Context, limit int) (row, error) {
	nodes := s.choice.Nodes
	truncated := len(nodes) > 1+limit
	if truncated {
		nodes = nodes[:1+limit]
	}
	edges := s.edges
	if !s.whole {
		var err error
		if edges, err = s.r.edgesAmong(ctx, nodes, s.kinds); err != nil {
			return nil, err
		}
	}
	answer := subgraphRow(nodes, edges)
	answer["truncated"], answer["counts"] = truncated, s.counts
	return answer, nil
}
