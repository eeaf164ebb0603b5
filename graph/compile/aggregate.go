package compile

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// MaxGroups bounds how many groups a connection's rows are counted in.
const MaxGroups = 100

// wholeConnection is the context of a connection's totals and groups: all rows that pass the filter, not only the page.
type wholeConnection struct {
	s    source
	of   *ast.Field  // the connection
	p    *projection // of the object that the connection belongs to
	rows float64     // how many such objects there may be
}

// aggregate adds totals over all rows of a connection, or one row for each group of them.
func (u *compilation) aggregate(w wholeConnection, f *mapping.Field, sel selected, out Field) (Field, error) {
	before := u.rows
	defer func() { u.rows = before }()
	u.rows = w.rows
	if w.s.everyNode {
		return u.separateStatement(w, f, sel, out)
	}
	u.addUnknownRows()
	rows, out, err := u.aggregateExpr(w.s, f, sel, out)
	out.Column = w.p.add(f.Name, rows)
	return out, err
}

// separateStatement compiles an aggregate over all nodes of a label as a statement of its own. Its variables and parameters are
// numbered separately, so that the same aggregate has the same text in every operation.
func (u *compilation) separateStatement(w wholeConnection, f *mapping.Field, sel selected, out Field) (Field, error) {
	params, next, separate := u.params, u.next, u.inSeparate
	u.params, u.next = nil, 0
	u.separate = append(u.separate, SeparateStatement{})
	u.inSeparate = len(u.separate)
	out.Separate = u.inSeparate
	defer func() { u.params, u.next, u.inSeparate = params, next, separate }()

	path := u.path
	u.path = path[:len(path)-1] // the filter is the connection's
	s, start, err := u.narrowed(u.everyNode(w.s.b.t), w.of)
	u.path = path
	if err != nil {
		return out, err
	}
	rows, out, err := u.aggregateExpr(start.source(s), f, sel, out)
	u.separate[out.Separate-1] = SeparateStatement{query: cypher.Query{returns(rows, f.Name)}, params: u.params}
	return out, err
}

// aggregateExpr is the expression of a source's totals, or of its groups.
func (u *compilation) aggregateExpr(s source, f *mapping.Field, sel selected, out Field) (cypher.Expr, Field, error) {
	r := newRows(u.name(""))
	r.vars = s.names()
	b, inner := scope{t: f.Type, rows: r}, newProjection()
	out.Take = Object
	query := s.matching()
	by, isGrouped := u.argument(sel.field, "by")
	if !isGrouped {
		shape, err := u.object(inner, b, sel.sets...)
		out.Shape, out.First = shape, true
		query = append(query, cypher.Return{Items: r.columns()})
		return collect(call(s.parent, query...), inner.row(u.name("row"))), out, err
	}
	name, _ := by.now.(string)
	facet := u.c.m.Facets[by.typ.Name()][name]
	if facet == nil { // a value in another case, which check has noted
		return cypher.Null(), out, nil
	}
	g := u.groups(s, facet)
	g.value = r.carry("group", g.expr)
	count := r.aggregate("count", countAll())
	var err error
	u.withRows(float64(u.asked(sel.field)), func() { out.Shape, err = u.bucket(inner, b, g, sel.sets) })
	out.List, out.ItemNonNull = true, true
	query = append(append(query, g.clauses...), cypher.Return{Items: r.columns()})
	if s.scan && len(s.where) == 0 && g.label != "" {
		query = g.fromGroups(s, r.columns())
	}
	return collect(call(s.parent, query...),
		inner.row(u.name("row")),
		cypher.OrderBy{{By: cypher.Variable(count), Dir: cypher.Desc}, {By: g.sort(), Dir: cypher.Asc}},
		cypher.Limit{Count: u.groupLimit(sel.field)}), out, err
}

// names are the variables that hold a row, by the names that aggregates give its parts.
func (s source) names() map[string]string {
	t := s.b.t
	if s.b.rows != nil {
		return nil
	}
	all := map[string]string{lower(t.Name): s.b.v}
	if t.Kind == mapping.Edge {
		all[t.From], all[t.To] = s.b.from, s.b.to
	}
	return all
}

// bucket adds what is selected of a group.
func (u *compilation) bucket(p *projection, b scope, g groups, sets []ast.SelectionSet) (*Shape, error) {
	shape := &Shape{Type: b.t.Name}
	for _, sel := range u.collect(b.t, sets...) {
		f, err := u.withPath(sel.name, func() (Field, error) {
			out := Field{Name: sel.name, Coordinate: b.t.Name + "." + sel.field.Name}
			switch sel.field.Name {
			case "key":
				out.Column = p.add("key", g.key())
			case "label":
				out.Column = p.add("label", g.name())
			case "entity":
				return u.groupObject(p, g, sel, out)
			default:
				return u.addField(p, b, sel)
			}
			return out, nil
		})
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

// groupObject adds the object that a group is of, if it is of one.
func (u *compilation) groupObject(p *projection, g groups, sel selected, out Field) (Field, error) {
	out.Take, out.Column = Object, -1
	if g.label == "" {
		return out, nil
	}
	inner := newProjection()
	shape, err := u.object(inner, scope{t: u.c.node(g.label), v: g.value}, sel.sets...)
	out.Shape = shape
	out.Column = p.add("entity", present(g.value, inner.list()))
	return out, err
}

// node is the type of a label's nodes.
func (c *Compiler) node(label string) *mapping.Type {
	for _, t := range c.m.Types {
		if t.Kind == mapping.Node && t.Label == label {
			return t
		}
	}
	return nil // the mapping has looked it up
}

// groupLimit makes a parameter of how many groups are wanted.
func (u *compilation) groupLimit(field *ast.Field) cypher.Expr {
	in, ok := u.argument(field, "first")
	if !ok { // null: the default counts
		def := field.Definition.Arguments.ForName("first")
		in, _ = u.input("first", def.Type, def.DefaultValue)
	}
	path := append(append(ast.Path{}, u.path...), in.argumentPath()...)
	return u.add(path, func(r *binding) (any, error) {
		n, err := Long(in.at(r))
		if err == nil && (n < 0 || n > MaxGroups) {
			err = &Error{What: fmt.Sprintf("first of %d", n), Remedy: fmt.Sprintf("give 0 to %d", MaxGroups),
				TooBig: n > MaxGroups}
		}
		return n, err
	})
}
