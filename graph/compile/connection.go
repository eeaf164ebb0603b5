package compile

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// connection adds a page of what a relationship or a statement leads to.
func (u *unit) connection(p *projection, b bound, f *mapping.Field, sel selected, out Field) (Field, error) {
	elem, _ := element(f.Type)
	s, err := u.source(b, f, elem, sel.field)
	if err != nil {
		return out, err
	}
	return u.page(p, s, f, sel, out)
}

// element is the type of a connection's rows. An edge with more to it than a cursor and a node is
// the row itself.
func element(conn *mapping.Type) (elem *mapping.Type, isEdge bool) {
	edge := conn.Fields["edges"].Type
	if len(edge.Fields) > 2 {
		return edge, true
	}
	return edge.Fields["node"].Type, false
}

// page adds a connection's parts: the rows, one more than asked for so that it is known whether
// there are more, and the total; each only if something selected needs it.
func (u *unit) page(p *projection, s source, f *mapping.Field, sel selected, out Field) (Field, error) {
	s, start, err := u.narrowed(s, sel.field)
	if err != nil {
		return out, err
	}
	keys, err := u.orderBy(s, f, sel.field)
	if err != nil {
		return out, err
	}
	out.Take = Connection
	out.Page = &Page{Index: len(u.pages), Signature: signature(out.Coordinate, keys), Rows: -1, Total: -1}
	spec, err := u.slice(sel.field)
	if err != nil {
		return out, err
	}
	u.pages = append(u.pages, spec)

	inner := newProjection()
	outer := keys
	if s.several(start, spec, keys) {
		outer = renamed(keys)
	}
	parts := &parts{s: s, page: out.Page, keys: outer, all: entire{s: start.near(s), of: sel.field, p: p, rows: u.rows}}
	u.times(u.expected(f.Parent, f, sel.field), func() { out.Shape, err = u.parts(inner, parts, f.Type, sel.sets) })
	if err != nil {
		return out, err
	}
	if parts.total {
		total := start.near(s)
		if f.CountBy != "" {
			head, err := u.call(bound{v: s.parent}, f, f.CountBy, sel.field)
			if err != nil {
				return out, err
			}
			total.head = cypher.Query{head}
		}
		out.Page.Total = p.add(f.Name+"Total", total.total())
	}
	// A cursor that cannot be used is refused even where only the total is asked for.
	cursors, err := u.cursors(sel.field, out.Page.Signature, keys)
	if err != nil || !parts.rows {
		return out, err
	}
	limit := spec.limit
	path := append(append(ast.Path{}, u.path...), limit.place()...)
	most := cypher.Limit{Count: u.add(path, func(r *run) (any, error) {
		n, err := pageLimit(limit.at(r))
		return int64(n + 1), err
	})}
	w := ways{keys: keys, end: cypher.Query{orderClause(keys, spec.backward), most}}
	query := append(w.clauses(u, s, start, cursors, spec),
		inner.row(u.name("row")), orderClause(outer, spec.backward), most)
	out.Page.Rows = p.add(f.Name, collect(query...))
	return out, nil
}

// narrowed is a source of what a field's filter lets pass, and where a search for it may begin instead.
func (u *unit) narrowed(s source, field *ast.Field) (source, *begin, error) {
	if in, ok := u.argument(field, "filter"); ok {
		predicates, err := u.filter(s, in)
		if err != nil {
			return s, nil, err
		}
		s.where = append(s.where, predicates...)
	}
	return s, u.beginning(s), nil
}

// total counts the rows of all pages.
func (s source) total() cypher.Expr {
	query := s.matching()
	switch {
	case len(s.distinct) > 0:
		query = append(query, cypher.Return{Distinct: true, Items: cypher.Columns(s.distinct...)})
	case s.b.rows != nil:
		query = append(query, returns(cypher.Lit(1), "one"))
	case s.b.t.Kind == mapping.Node && len(s.head) > 1:
		query = append(query, cypher.Return{Items: cypher.Columns(s.b.v)})
	}
	return cypher.Subquery{Of: cypher.Count, Query: query}
}

// slice reads first, last, after and before. `first` has a default, so only one the client wrote
// itself counts against `last`.
func (u *unit) slice(field *ast.Field) (page, error) {
	spec := page{after: u.given(field, "after"), before: u.given(field, "before")}
	last, backward := u.argument(field, "last")
	if backward && u.given(field, "first") {
		return spec, u.fail("give one of them", "first and last are both given")
	}
	spec.limit, spec.backward = last, backward
	if !backward {
		first, ok := u.argument(field, "first")
		if !ok { // null: the default counts
			def := field.Definition.Arguments.ForName("first")
			first, _ = u.input("first", def.Type, def.DefaultValue)
		}
		spec.limit = first
	}
	spec.path = append(append(ast.Path{}, u.path...), spec.limit.place()...)
	return spec, nil
}

// place is a cursor a page begins or ends at: its sort values as parameters, and on which side of them
// the page lies.
type place struct {
	params []cypher.Expr
	after  bool
}

// cursors are the places of after and before.
func (u *unit) cursors(field *ast.Field, signature string, keys []orderKey) ([]place, error) {
	var places []place
	for _, side := range []struct {
		name  string
		after bool
	}{{"after", true}, {"before", false}} {
		in, ok := u.argument(field, side.name)
		if !ok {
			continue
		}
		path := append(append(ast.Path{}, u.path...), in.place()...)
		var params []cypher.Expr
		for i, key := range keys {
			param := u.add(path, func(r *run) (any, error) {
				text := fmt.Sprint(in.at(r))
				values, err := DecodeCursor(signature, text, len(keys))
				if err != nil {
					return nil, &Error{What: fmt.Sprintf("%s: %.200q cannot be used, %v", in.name, text, err),
						Remedy: "use a cursor that this field gave with the same orderBy"}
				}
				return values[i], nil
			})
			params = append(params, temporal(key.typ, param))
		}
		places = append(places, place{params, side.after})
	}
	return places, nil
}

// parts are what a connection's fields are compiled from.
type parts struct {
	s           source
	page        *Page
	keys        []orderKey
	all         entire
	rows, total bool // which of them something selected needs
}

// cursor makes each row's cursor wanted.
func (c *parts) cursor(p *projection) {
	c.rows = true
	var values []cypher.Expr
	for _, k := range c.keys {
		values = append(values, written(k.typ, k.expr))
	}
	c.page.Cursor = p.add("cursor", cypher.ListOf(values...))
}

func (u *unit) parts(p *projection, c *parts, conn *mapping.Type, sets []ast.SelectionSet) (*Shape, error) {
	shape := &Shape{Type: conn.Name}
	for _, sel := range u.collect(conn, sets...) {
		f, err := u.inside(sel.name, func() (Field, error) { return u.part(p, c, conn, sel) })
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

func (u *unit) part(p *projection, c *parts, conn *mapping.Type, sel selected) (Field, error) {
	name := sel.field.Name
	if name == "__typename" {
		return typename(sel.name, conn.Name), nil
	}
	out := Field{Name: sel.name, Coordinate: conn.Name + "." + name, NonNull: true, Page: c.page}
	if f := conn.Fields[name]; f.Source == mapping.Aggregate {
		return u.aggregate(c.all, f, sel, out)
	}
	edge := conn.Fields["edges"].Type
	elem, isEdge := element(conn)
	var err error
	switch name {
	case "totalCount":
		out.Take = Total
		c.total = true
	case "pageInfo":
		c.rows = true
		out.Take, out.Shape = Info, u.info(p, c, conn.Fields["pageInfo"].Type, sel.sets)
	case "edges":
		c.rows = true
		out.Take, out.List, out.ItemNonNull = Edges, true, true
		out.Shape, err = u.edge(p, c, edge, elem, isEdge, sel.sets)
	case "nodes":
		c.rows = true
		out.Take, out.List, out.ItemNonNull = Nodes, true, true
		out.Held = isEdge
		if !isEdge {
			out.Shape, err = u.object(p, c.s.b, sel.sets...)
			break
		}
		held, heldErr := u.held(p, c.s.b, edge.Fields["node"], sel, Field{})
		out.Shape, out.Column, err = held.Shape, held.Column, heldErr
	}
	return out, err
}

func (u *unit) edge(
	p *projection, c *parts, edge, elem *mapping.Type, isEdge bool, sets []ast.SelectionSet,
) (*Shape, error) {
	shape := &Shape{Type: edge.Name}
	for _, sel := range u.collect(edge, sets...) {
		f, err := u.inside(sel.name, func() (Field, error) {
			out := Field{Name: sel.name, Coordinate: edge.Name + "." + sel.field.Name, NonNull: true, Page: c.page}
			switch {
			case sel.field.Name == "cursor":
				c.cursor(p)
				out.Take = Cursor
				return out, nil
			case sel.field.Name == "node" && !isEdge:
				node, err := u.object(p, c.s.b, sel.sets...)
				out.Take, out.Shape = Same, node
				return out, err
			}
			return u.member(p, bound{t: edge, v: c.s.b.v, rows: c.s.b.rows}, sel)
		})
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

var infoTakes = map[string]Take{
	"hasNextPage": HasNext, "hasPreviousPage": HasPrevious,
	"startCursor": StartCursor, "endCursor": EndCursor,
}

func (u *unit) info(p *projection, c *parts, info *mapping.Type, sets []ast.SelectionSet) *Shape {
	shape := &Shape{Type: info.Name}
	for _, sel := range u.collect(info, sets...) {
		if sel.field.Name == "__typename" {
			shape.Fields = append(shape.Fields, typename(sel.name, info.Name))
			continue
		}
		take := infoTakes[sel.field.Name]
		if take == StartCursor || take == EndCursor {
			c.cursor(p)
		}
		shape.Fields = append(shape.Fields, Field{Name: sel.name, Take: take, Page: c.page,
			Coordinate: info.Name + "." + sel.field.Name, NonNull: take == HasNext || take == HasPrevious})
	}
	return shape
}
