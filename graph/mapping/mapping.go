package mapping

import (
	"fmt"
	"io/fs"
	"sort"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Mapping is the whole schema with its place in the graph.
type Mapping struct {
	Schema *ast.Schema      // as clients see it, see publish
	Types  map[string]*Type // objects and interfaces, by name
	Inputs map[string]*Input
	Orders map[string]map[string]Order  // by enum and value
	Facets map[string]map[string]*Facet // by enum and value

	sdl, flatSDL func() string
}

// Kind says what an object type stands for.
type Kind int

// The kinds of object types.
const (
	Node       Kind = iota // a node of one label
	Edge                   // a relationship with its ends
	Row                    // a row of values, counted or given
	Group                  // its parent seen from another side
	Connection             // a page of elements
	PageEdge               // an element of a page with its cursor
	PageInfo               // where a page stands
	Interface              // one of several node types
	Root                   // Query, Mutation, Subscription
)

// Type is an object or interface of the schema.
type Type struct {
	Name   string
	Kind   Kind
	Def    *ast.Definition
	Label  string // of a Node
	Rel    string // of an Edge: the relationship's type
	From   string // of an Edge: the field that holds its start; may be empty
	To     string // of an Edge: the field that holds its end; may be empty
	Fields map[string]*Field
	// Possible are the node types an Interface stands for, by name.
	Possible []*Type
}

// Field is one field of an object.
type Field struct {
	Name   string
	Def    *ast.FieldDefinition
	Parent *Type
	Type   *Type // nil for scalars and enums
	Source Source

	Property     string // Source Property: its name
	Suffix       string // an argument whose value completes the property's name
	Default      string // the enum value that stands for an absent property
	Relationship *Relationship
	Statement    string   // Source Statement: its name
	CountBy      string   // the statement that gives as many rows at less cost; may be empty
	OrderBy      []string // the fixed order of its rows
	Ratio        *Ratio
	Of           string // Sources Count, Sum, Max, Mean: the column counted or added up; * counts rows
	Args         map[string]*Filter
	Phrases      map[string]bool   // arguments that are texts to search for
	Keys         map[string]string // arguments that are ids, with the type they must be of
	Bounds       map[string]Bounds // arguments that are numbers within bounds
	Periods      map[string]Period // arguments that are the first day of a period
	Found        bool
	Computed     bool
}

// Source says where a field's value comes from.
type Source int

// The sources of fields.
const (
	Property  Source = iota // a property of the node or relationship, or a column of the row
	ID                      // the global id, made of type and key
	KindName                // the entity kind, fixed for the type
	Follow                  // a relationship
	Statement               // a named statement
	Self                    // the parent itself
	Compute                 // a Go function, from the field's arguments and its object's key
	RatioOf                 // a ratio of sister fields
	Count                   // aggregates over the row's matches
	Sum
	Max
	Mean
	Aggregate // made of all rows of the connection, in groups where there is an argument `by`
	FromEnd   // the start of the relationship
	ToEnd     // its end
	Page      // a part of a page: edges, nodes, pageInfo, totalCount, cursor …
)

// Relationship is how a field leads to other nodes.
type Relationship struct {
	Type    string
	In      bool // followed from its end to its start
	InForce bool
	Sure    bool // its type alone tells the label it leads to
}

// Ratio is Times * (Of - Minus) / Per, of sister fields.
type Ratio struct {
	Of, Minus, Per string
	Times          int64
	Part           bool // there is none where Of exceeds Per
}

// Bounds are the least and the greatest value that a number may have.
type Bounds struct{ Least, Most int64 }

// Period says which argument or field is the last day of a period, and how many days it may have.
type Period struct {
	Until string
	Most  int64
}

func readBounds(d *ast.Directive) Bounds { return Bounds{number(d, "least", 0), number(d, "most", 0)} }

func readPeriod(d *ast.Directive) Period { return Period{text(d, "until"), number(d, "most", 0)} }

// Order is what one value of an order's enum sorts by.
type Order struct {
	Property string   // never absent
	Suffix   string   // a sister field whose value completes the property's name
	Field    string   // or a field of the relationship …
	Missing  int64    // … with what unknown counts as
	By       []string // or all of an order that a client does not put together, as a fixed one
}

// Load reads the SDL files of a folder.
func Load(files fs.FS) (*Mapping, error) {
	names, err := fs.Glob(files, "*.graphqls")
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	sort.Strings(names)
	var sources []*ast.Source
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("schema: %w", err)
		}
		sources = append(sources, &ast.Source{Name: "schema/" + name, Input: string(text)})
	}
	schema, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return New(schema)
}

// New reads the directives of a schema, and leaves in it what clients may know.
func New(schema *ast.Schema) (*Mapping, error) {
	m := &Mapping{Schema: schema, Types: map[string]*Type{}, Inputs: map[string]*Input{},
		Orders: map[string]map[string]Order{}, Facets: map[string]map[string]*Facet{}}
	if err := m.readDefinitions(); err != nil {
		return nil, err
	}
	for _, t := range m.Types {
		m.readType(t)
	}
	for _, t := range m.Types {
		if err := m.readFields(t); err != nil {
			return nil, err
		}
	}
	if err := m.readInputs(); err != nil {
		return nil, err
	}
	m.readEnds()
	if err := m.check(); err != nil {
		return nil, err
	}
	m.publish()
	return m, nil
}

// readDefinitions makes the types, and reads orders and facets from enums.
func (m *Mapping) readDefinitions() error {
	for name, def := range m.Schema.Types {
		if def.BuiltIn {
			continue
		}
		switch def.Kind {
		case ast.Object, ast.Interface:
			m.Types[name] = &Type{Name: name, Def: def, Fields: map[string]*Field{}}
		case ast.Enum:
			m.readOrders(def)
			if err := m.readFacets(def); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *Mapping) readInputs() error {
	for name, def := range m.Schema.Types {
		if def.Kind != ast.InputObject {
			continue
		}
		in, err := m.readInput(def)
		if err != nil {
			return err
		}
		m.Inputs[name] = in
	}
	return nil
}

func (m *Mapping) readOrders(def *ast.Definition) {
	for _, v := range def.EnumValues {
		d := v.Directives.ForName("order")
		if d == nil {
			continue
		}
		if m.Orders[def.Name] == nil {
			m.Orders[def.Name] = map[string]Order{}
		}
		m.Orders[def.Name][v.Name] = Order{
			Property: text(d, "property"), Suffix: text(d, "suffix"),
			Field: text(d, "field"), Missing: number(d, "missing", 0), By: texts(d, "by"),
		}
	}
}

func (m *Mapping) readType(t *Type) {
	def := t.Def
	node, edge := def.Directives.ForName("node"), def.Directives.ForName("edge")
	switch {
	case def == m.Schema.Query, def == m.Schema.Mutation, def == m.Schema.Subscription:
		t.Kind = Root
	case def.Kind == ast.Interface:
		t.Kind = Interface
		for _, p := range m.Schema.GetPossibleTypes(def) {
			t.Possible = append(t.Possible, m.Types[p.Name])
		}
		sort.Slice(t.Possible, func(i, j int) bool { return t.Possible[i].Name < t.Possible[j].Name })
	case node != nil:
		t.Kind, t.Label = Node, text(node, "label")
	case edge != nil:
		t.Kind, t.Rel, t.From, t.To = Edge, text(edge, "type"), text(edge, "from"), text(edge, "to")
	case has(def, "edges", "pageInfo"):
		t.Kind = Connection
	case has(def, "cursor", "node"):
		t.Kind = PageEdge
	case has(def, "hasNextPage", "startCursor"):
		t.Kind = PageInfo
	default:
		t.Kind = Row
	}
}

func has(def *ast.Definition, fields ...string) bool {
	for _, f := range fields {
		if def.Fields.ForName(f) == nil {
			return false
		}
	}
	return true
}

// check refuses what reads well but means nothing.
func (m *Mapping) check() error {
	labels := map[string]*Type{}
	for _, t := range m.Types {
		switch t.Kind {
		case Node:
			if other, taken := labels[t.Label]; taken {
				return at(t.Def.Position, "types %s and %s are both nodes of label %s", t.Name, other.Name, t.Label)
			}
			labels[t.Label] = t
		case Root:
			for _, f := range t.Fields {
				if f.Found == f.Computed {
					return at(f.Def.Position, "%s.%s must be either @found or @computed", t.Name, f.Name)
				}
			}
		}
	}
	return m.checkPaths(labels)
}

func at(p *ast.Position, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.Src.Name, p.Line, fmt.Sprintf(format, args...))
}
