package export

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Graph is what is written.
type Graph struct {
	Nodes []Node
	Edges []Edge
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

// Read reads the nodes and edges of a GraphQL answer's data. It fails where the data holds none, where nodes were
// asked for without `id`, or edges without `from` and `to`, under these names.
func Read(data []byte) (Graph, error) {
	var answer any
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	if err := decoder.Decode(&answer); err != nil {
		return Graph{}, fmt.Errorf("the answer's data: %w", err)
	}
	r := &reader{nodes: map[string]bool{}, edges: map[string]bool{}}
	if err := r.read(answer); err != nil {
		return Graph{}, err
	}
	if !r.found {
		return Graph{}, errorf("there are no nodes and edges in the answer", needed)
	}
	r.graph.Edges = slices.DeleteFunc(r.graph.Edges, func(e Edge) bool { return !r.nodes[e.From] || !r.nodes[e.To] })
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

func (r *reader) read(value any) error {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if err := r.read(item); err != nil {
				return err
			}
		}
	case map[string]any:
		nodes, hasNodes := v["nodes"].([]any)
		edges, hasEdges := v["edges"].([]any)
		if hasNodes && hasEdges {
			return r.subgraph(nodes, edges)
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if err := r.read(v[name]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) subgraph(nodes, edges []any) error {
	r.found = true
	for _, one := range nodes {
		node, _ := one.(map[string]any)
		id := text(node["id"])
		if id == "" {
			return errorf("a node has no id", needed)
		}
		if !r.nodes[id] {
			r.nodes[id] = true
			r.graph.Nodes = append(r.graph.Nodes, newNode(id, node))
		}
	}
	for _, one := range edges {
		edge, _ := one.(map[string]any)
		e := newEdge(edge)
		if e.From == "" || e.To == "" {
			return errorf("an edge has no from or to", needed)
		}
		if !r.edges[e.ID] {
			r.edges[e.ID] = true
			r.graph.Edges = append(r.graph.Edges, e)
		}
	}
	return nil
}

func newNode(id string, fields map[string]any) Node {
	n := Node{ID: id, Attributes: map[string]any{}}
	n.Label = cmp.Or(text(fields["label"]), text(fields["name"]), text(fields["key"]), id)
	for name, value := range fields {
		if value != nil && !slices.Contains([]string{"id", "label", "__typename"}, name) {
			n.Attributes[name] = scalar(value)
		}
	}
	return n
}

func newEdge(fields map[string]any) Edge {
	e := Edge{ID: text(fields["id"]), From: text(fields["from"]), To: text(fields["to"]), Attributes: map[string]any{}}
	if e.ID == "" {
		e.ID = strings.Join([]string{text(fields["kind"]), e.From, e.To}, "|")
	}
	properties, _ := fields["properties"].(map[string]any)
	for name, value := range properties {
		if value != nil {
			e.Attributes[name] = scalar(value)
		}
	}
	for name, value := range fields { // what an edge is stands above what is known of it
		if value != nil && !slices.Contains([]string{"id", "from", "to", "properties", "__typename"}, name) {
			e.Attributes[name] = scalar(value)
		}
	}
	return e
}

// scalar gives a string, bool, int64 or float64; what is none of these becomes JSON text.
func scalar(value any) any {
	switch v := value.(type) {
	case string, bool:
		return v
	case json.Number:
		if whole, err := v.Int64(); err == nil {
			return whole
		}
		if number, err := v.Float64(); err == nil {
			return number
		}
	}
	raw, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(raw)
}

func text(value any) string {
	s, _ := value.(string)
	return s
}
