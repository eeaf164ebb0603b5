package oracle

import (
	"cmp"
	"slices"
)

// Graph is a whole graph in memory, in the terms of docs/model.md, without the sort keys and totals that
// the database keeps besides.
type Graph struct {
	Nodes map[string][]*Node // by label, in the order of their keys
	Edges []*Edge
	byKey map[string]*Node
}

// Node is a node; a property that is not known is absent.
type Node struct {
	Label, Key string
	Props      map[string]any // string, int64, float64, bool, Day, Moment, []string, []int64
	out, in    map[string][]*Edge
}

// Edge is a relationship.
type Edge struct {
	Type     string
	From, To *Node
	Props    map[string]any
}

// Day is a calendar day, YYYY-MM-DD; days compare as texts do.
type Day string

// Moment is an instant in UTC, RFC 3339.
type Moment string

func newGraph() *Graph {
	return &Graph{Nodes: map[string][]*Node{}, byKey: map[string]*Node{}}
}

// Node gives the node of a label and key; nil when there is none.
func (g *Graph) Node(label, key string) *Node { return g.byKey[label+":"+key] }

func (g *Graph) node(label, key string, props map[string]any) *Node {
	for name, value := range props {
		if value == nil {
			delete(props, name)
		}
	}
	n := &Node{Label: label, Key: key, Props: props, out: map[string][]*Edge{}, in: map[string][]*Edge{}}
	g.Nodes[label] = append(g.Nodes[label], n)
	g.byKey[label+":"+key] = n
	return n
}

func (g *Graph) edge(from *Node, typ string, to *Node, props map[string]any) {
	for name, value := range props {
		if value == nil {
			delete(props, name)
		}
	}
	e := &Edge{Type: typ, From: from, To: to, Props: props}
	from.out[typ] = append(from.out[typ], e)
	to.in[typ] = append(to.in[typ], e)
	g.Edges = append(g.Edges, e)
}

// leads says whether a relationship of a type already joins two nodes.
func (n *Node) leads(typ string, to *Node) bool {
	return slices.ContainsFunc(n.out[typ], func(e *Edge) bool { return e.To == to })
}

func byKey(nodes []*Node) []*Node {
	sorted := slices.Clone(nodes)
	slices.SortFunc(sorted, func(a, b *Node) int { return cmp.Compare(a.Key, b.Key) })
	return sorted
}
