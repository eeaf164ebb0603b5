package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/export/table"
)

// Graph is what is written.
type Graph struct {
	Nodes       []Node
	Edges       []Edge
	NodeColumns []table.Column // their attributes, in the order of the file
	EdgeColumns []table.Column
}

// Node is an entity; ID is the API's.
type Node struct {
	ID         string
	Label      string // what a drawing shows: what was selected as `label`, else the name, the key, the id
	Attributes map[string]any
}

// Edge connects two nodes by their ids.
type Edge struct {
	ID, From, To string
	Attributes   map[string]any // kind, weight and so on
}

// Read reads the nodes and edges of a GraphQL answer's data. It fails where the question asks for none, for nodes
// without `id`, or for edges without `from` and `to`, under these names.
func Read(data []byte, q table.Question) (Graph, error) {
	answer, err := table.Decode(data)
	if err != nil {
		return Graph{}, err
	}
	r := &reader{nodes: map[string]bool{}, edges: map[string]bool{}}
	if err := r.read(answer, q.Fields()); err != nil {
		return Graph{}, err
	}
	if !r.found {
		return Graph{}, errorf("there are no nodes and edges in the answer", needed)
	}
	r.graph.Edges = slices.DeleteFunc(r.graph.Edges, func(e Edge) bool { return !r.nodes[e.From] || !r.nodes[e.To] })
	r.graph.EdgeColumns = joined(r.graph.EdgeColumns, propertyColumns(r.graph.Edges))
	return r.graph, nil
}

// needed says what to ask for.
const needed = "ask for nodes { id name kind } and edges { id kind from to weight properties } of a subgraph or path, under these names"

// Error is an answer that cannot be exported, with what to do about it.
type Error struct{ What, Remedy string }

// Error gives both.
func (e *Error) Error() string { return e.What + "; " + e.Remedy }

func errorf(what, remedy string) error { return &Error{what, remedy} }

// reader gathers nodes and edges, each once.
type reader struct {
	graph        Graph
	nodes, edges map[string]bool
	found        bool
}

// read looks for nodes and edges in what was asked of an object.
func (r *reader) read(object any, fields []table.Field) error {
	nodes, edges := named(fields, "nodes"), named(fields, "edges")
	if nodes.List && edges.List {
		return r.subgraph(object, nodes, edges)
	}
	for _, f := range fields {
		if f.Of == nil {
			continue
		}
		for _, item := range itemsOf(field(object, f.Name)) {
			if err := r.read(item, f.Of); err != nil {
				return err
			}
		}
	}
	return nil
}

// itemsOf gives a list's items; a single value is a list of one.
func itemsOf(value any) []any {
	if items, isList := value.([]any); isList {
		return items
	}
	return []any{value}
}

func named(fields []table.Field, name string) table.Field {
	i := slices.IndexFunc(fields, func(f table.Field) bool { return f.Name == name })
	if i < 0 {
		return table.Field{}
	}
	return fields[i]
}

// field gives a member of an object that table.Decode read.
func field(object any, name string) any {
	o, _ := object.(table.Object)
	for _, m := range o {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

// Fields that are no attributes: they are what a file says in its own words, or nothing to draw.
var (
	ofNodes = []string{"id", "label", "__typename"}
	ofEdges = []string{"id", "from", "to", "properties", "__typename"}
)

func (r *reader) subgraph(object any, nodes, edges table.Field) error {
	r.found = true
	if err := r.addNodes(object, nodes); err != nil {
		return err
	}
	return r.addEdges(object, edges)
}

func (r *reader) addNodes(object any, nodes table.Field) error {
	leaves := table.Leaves(nodes.Of)
	r.graph.NodeColumns = joined(r.graph.NodeColumns, columnsOf(leaves, ofNodes))
	if named(nodes.Of, "id").Name == "" {
		return errorf("a node has no id", needed)
	}
	list, _ := field(object, "nodes").([]any)
	for _, node := range list {
		if id := text(node, "id"); id != "" && !r.nodes[id] {
			r.nodes[id] = true
			r.graph.Nodes = append(r.graph.Nodes, Node{ID: id, Attributes: attributes(node, leaves, ofNodes),
				Label: cmp.Or(text(node, "label"), text(node, "name"), text(node, "key"), id)})
		}
	}
	return nil
}

func (r *reader) addEdges(object any, edges table.Field) error {
	leaves := table.Leaves(edges.Of)
	r.graph.EdgeColumns = joined(r.graph.EdgeColumns, columnsOf(leaves, ofEdges))
	if named(edges.Of, "from").Name == "" || named(edges.Of, "to").Name == "" {
		return errorf("an edge has no from or to", needed)
	}
	list, _ := field(object, "edges").([]any)
	for _, edge := range list {
		if e := newEdge(edge, leaves); !r.edges[e.ID] {
			r.edges[e.ID] = true
			r.graph.Edges = append(r.graph.Edges, e)
		}
	}
	return nil
}

func newEdge(edge any, leaves []table.Leaf) Edge {
	e := Edge{ID: text(edge, "id"), From: text(edge, "from"), To: text(edge, "to"),
		Attributes: attributes(edge, leaves, ofEdges)}
	if e.ID == "" {
		e.ID = strings.Join([]string{text(edge, "kind"), e.From, e.To}, "|")
	}
	properties, _ := field(edge, "properties").(table.Object)
	for _, m := range properties {
		if _, asked := e.Attributes[m.Name]; !asked && m.Value != nil { // what an edge is stands above what is known of it
			e.Attributes[m.Name] = m.Value
		}
	}
	if !hasWeight(e.Attributes["weight"]) {
		delete(e.Attributes, "weight")
	}
	return e
}

// hasWeight says whether a weight is above zero. Gephi drops an edge of any other weight and gives one without weight 1,
// as it does those of kinds that have none: the participation for a free sample stays.
func hasWeight(weight any) bool {
	switch w := weight.(type) {
	case int64:
		return w > 0
	case float64:
		return float32(w) > 0 // Gephi's weights are of single precision
	}
	return false
}

// attributes gives what was asked of an object, less what is null and what stands elsewhere.
func attributes(object any, leaves []table.Leaf, elsewhere []string) map[string]any {
	all := map[string]any{}
	for _, leaf := range leaves {
		if value := leaf.Of(object); value != nil && !slices.Contains(elsewhere, leaf.Name) {
			all[leaf.Name] = value
		}
	}
	return all
}

func text(object any, name string) string {
	s, _ := field(object, name).(string)
	return s
}
