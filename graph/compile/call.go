package compile

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// Call is a computed field: a Go function of the keys of its parent objects, or of none at the root. Its rows have named columns;
// the objects in them are refs or keys, which splits look up, each once however often it occurs.
type Call struct {
	Coordinate string   // Type.field of the schema
	Path       ast.Path // response names down to the field
	Shape      *Shape   // of its rows; nil where the field is a scalar

	// Filters are what arguments that are filters ask, by name. Their values are among the parameters of
	// the plan's own statement.
	Filters map[string]Filter

	arguments []input
	schema    *ast.Schema
	inner     []inner // selected fields of its rows that take arguments
}

// inner is a field of a call's rows that takes arguments of its own.
type inner struct {
	name      string
	path      ast.Path
	arguments []input
}

// Inner is a selected field of a call's rows that takes arguments, as it is asked in one run.
type Inner struct {
	Name      string
	Column    string // the name in the row that its value is given by
	Path      ast.Path
	Arguments map[string]any
}

// Filter is what a filter asks of the node in Node, compiled.
type Filter struct {
	Label string // of the node
	Node  string // the variable
	where []cypher.Expr

	from                  cypher.Query  // clauses that find the nodes, beginning where few are met if there is such a place
	indexPredicates, rest []cypher.Expr // where, as far as the index of vectors can ask for it, and what is left
}

// head is the clauses that find the nodes that a filter asks for, all of a label where it asks nothing.
func (f Filter) head() cypher.Query {
	query := cypher.Query{cypher.MatchNode(f.Node, f.Label, nil)}
	if len(f.where) > 0 {
		query = append(query, cypher.Where(f.where))
	}
	return query
}

// Asks says whether the filter asks anything at all.
func (f Filter) Asks() bool { return len(f.where) > 0 }

// RowColumn is a column of a row that is given by name: the field's, with a number appended if the field takes arguments and so may
// be selected several times (see Inner).
type RowColumn struct {
	Name  string
	Shape *Shape // of the objects in it; nil for scalars
}

// compute adds a computed field; key is the column of its object's key, -1 at the root.
func (u *compilation) compute(key int, f *mapping.Field, sel selected, out Field) (Field, error) {
	call := &Call{Coordinate: f.Parent.Name + "." + f.Name, Path: append(ast.Path{}, u.path...),
		schema: u.c.m.Schema}
	for _, arg := range f.Def.Arguments {
		in, ok := u.argument(sel.field, arg.Name)
		if !ok {
			continue
		}
		call.arguments = append(call.arguments, in)
		if t := u.filtered(arg.Type); t != nil {
			v := u.name(lower(t.Name))
			filter, err := u.nodeFilter(t, v, in)
			if err != nil {
				return out, err
			}
			if call.Filters == nil {
				call.Filters = map[string]Filter{}
			}
			call.Filters[arg.Name] = filter
		}
	}
	u.splits = append(u.splits, Split{Call: call, Separate: u.inSeparate})
	out.Take, out.Column, out.Split = Computed, key, len(u.splits)
	var err error
	if f.Type != nil {
		outer := u.currentCall
		u.currentCall = call
		u.withRows(1/u.rows, func() { out.Shape, err = u.computedShape(f.Type, sel.sets) })
		u.currentCall = outer
	}
	call.Shape = out.Shape
	return out, err
}

// nodeFilter compiles a filter of a type's nodes.
func (u *compilation) nodeFilter(t *mapping.Type, v string, in input) (Filter, error) {
	f := Filter{Label: t.Label, Node: v}
	s := source{b: scope{t: t, v: v}, label: t.Label, scan: true}
	var err error
	if s.where, err = u.filter(s, in); err != nil {
		return f, err
	}
	f.where, s.head = s.where, cypher.Query{cypher.MatchNode(v, t.Label, nil)}
	f.from = u.pickAnchor(s).source(s).clauses()
	s.scan = false
	return f, u.splitIndexable(s, in, &f, map[string]bool{})
}

// filtered is the node type that an input type filters, by its name: CreatorFilter filters Creator; nil where
// it filters none.
func (u *compilation) filtered(t *ast.Type) *mapping.Type {
	name, isFilter := strings.CutSuffix(t.Name(), "Filter")
	if of := u.c.m.Types[name]; isFilter && of != nil && of.Kind == mapping.Node {
		return of
	}
	return nil
}

// computedShape gives the shape of a computed object: for a node the statement that continues from its key, for a row its columns.
func (u *compilation) computedShape(t *mapping.Type, sets []ast.SelectionSet) (*Shape, error) {
	switch t.Kind {
	case mapping.Node:
		return u.continuation(t, sets)
	case mapping.Interface:
		return u.computedUnionShape(t, sets)
	}
	shape := &Shape{Type: t.Name}
	for _, sel := range u.collect(t, sets...) {
		f, err := u.withPath(sel.name, func() (Field, error) { return u.computedField(shape, t, sel) })
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

// computedUnionShape is computedShape for an object of one of several types: a row of label and key.
func (u *compilation) computedUnionShape(t *mapping.Type, sets []ast.SelectionSet) (*Shape, error) {
	shape := &Shape{ByType: map[string]*Shape{}}
	for _, one := range t.Possible {
		s, err := u.continuation(one, sets)
		if err != nil {
			return nil, err
		}
		s.Key = 1
		shape.ByType[one.Label] = s
	}
	return shape, nil
}

func (u *compilation) computedField(shape *Shape, t *mapping.Type, sel selected) (Field, error) {
	if sel.field.Name == "__typename" {
		return typename(sel.name, t.Name), nil
	}
	f := t.Fields[sel.field.Name]
	out := Field{Name: sel.name, Coordinate: t.Name + "." + f.Name, NonNull: f.Def.Type.NonNull}
	elem := f.Def.Type.Elem
	if elem != nil {
		out.List, out.ItemNonNull = true, elem.NonNull
	}
	if f.Type == nil && (f.Def.Type.Name() == "JSON" || elem != nil && elem.Elem != nil) {
		out.Take = JSON
	}
	var err error
	if f.Type != nil {
		out.Take = Object
		out.Shape, err = u.computedShape(f.Type, sel.sets)
	}
	out.Column = len(shape.Columns)
	name := f.Name
	if len(f.Def.Arguments) > 0 && u.currentCall != nil {
		u.currentCall.inner = append(u.currentCall.inner, inner{name: f.Name, path: append(ast.Path{}, u.path...), arguments: u.innerArguments(f, sel)})
		name = innerColumn(f.Name, len(u.currentCall.inner))
	}
	shape.Columns = append(shape.Columns, RowColumn{Name: name, Shape: out.Shape})
	return out, err
}

func (u *compilation) innerArguments(f *mapping.Field, sel selected) []input {
	var all []input
	for _, arg := range f.Def.Arguments {
		if in, ok := u.argument(sel.field, arg.Name); ok {
			all = append(all, in)
		}
	}
	return all
}

// innerColumn is the name in a row of the n-th field that takes arguments.
func innerColumn(name string, n int) string { return fmt.Sprintf("%s#%d", name, n) }

func (b *BoundPlan) bindCall(call *Call, r *binding) error {
	if b.Arguments == nil {
		b.Arguments = map[*Call]map[string]any{}
	}
	args, err := call.values(call.arguments, call.Path, r)
	if err != nil {
		return err
	}
	b.Arguments[call] = args
	for k, one := range call.inner {
		args, err := call.values(one.arguments, one.path, r)
		if err != nil {
			return err
		}
		if b.Inner == nil {
			b.Inner = map[*Call][]Inner{}
		}
		b.Inner[call] = append(b.Inner[call], Inner{one.name, innerColumn(one.name, k+1), one.path, args})
	}
	return nil
}

// values are arguments by name, checked; absent and null ones are left out.
func (c *Call) values(of []input, path ast.Path, r *binding) (map[string]any, error) {
	args := map[string]any{}
	for _, in := range of {
		v := in.at(r)
		if v == nil {
			continue
		}
		if err := check(c.schema, in.typ, v, step(path, ast.PathName(in.name))); err != nil {
			return nil, err
		}
		args[in.name] = v
	}
	return args, nil
}

// ToColumns converts the result of a call into the columns that its shape is written from: a row (a map by field
// name), a list of them, a node's key, a Ref where the node may be of several types, a Known, or a scalar.
func (s *Shape) ToColumns(value any) any {
	if s == nil {
		return value
	}
	switch v := value.(type) {
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = s.ToColumns(item)
		}
		return list
	case map[string]any:
		row := make([]any, len(s.Columns))
		for i, column := range s.Columns {
			row[i] = column.Shape.ToColumns(v[column.Name])
		}
		return row
	case Known:
		return s.knownColumns(v)
	case Ref:
		if s.ByType != nil {
			return []any{v.Type, v.Key}
		}
		return []any{v.Key}
	case string:
		return []any{v}
	}
	return nil
}

// knownColumns gives the columns of an object: its key, followed by what is selected of it if all of that is known.
func (s *Shape) knownColumns(v Known) any {
	row, _ := s.ToColumns(v.Ref).([]any)
	own := s
	if s.ByType != nil {
		own = s.ByType[v.Type]
	}
	if own == nil || own.Plain == nil {
		return row
	}
	columns := make([]any, len(own.Plain))
	for i, name := range own.Plain {
		value, known := v.Properties[name]
		if !known {
			return row
		}
		columns[i] = value
	}
	return append(row, columns)
}
