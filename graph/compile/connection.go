package compile

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// connection adds a page of what a relationship or a statement leads to.
func (u *compilation) connection(p *projection, b scope, f *mapping.Field, sel selected, out Field) (Field, error) {
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
func (u *compilation) page(p *projection, s source, f *mapping.Field, sel selected, out Field) (Field, error) {
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
	if s.needsUnion(start, spec, keys) {
		outer = renamed(keys)
	}
	u.addPageRows(s, f, sel.field)
	parts := &parts{s: s, page: out.Page, keys: outer, all: wholeConnection{s: start.source(s), of: sel.field, p: p, rows: u.rows}}
	u.withRows(u.expected(f.Parent, f, sel.field), func() { out.Shape, err = u.parts(inner, parts, f.Type, sel.sets) })
	if err != nil {
		return out, err
	}
	if parts.total {
		u.addPageRows(s, f, sel.field)
		total := start.source(s)
		if f.CountBy != "" {
			head, err := u.call(scope{v: s.parent}, f, f.CountBy, sel.field)
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
	path := append(append(ast.Path{}, u.path...), limit.argumentPath()...)
	most := cypher.Limit{Count: u.add(path, func(r *binding) (any, error) {
		n, err := pageLimit(limit.at(r))
		return int64(n + 1), err
	})}
	w := pageSearch{keys: keys, end: cypher.Query{orderClause(keys, spec.backward), most}}
	query := append(w.clauses(u, s, start, cursors, spec),
		inner.row(u.name("row")), orderClause(outer, spec.backward), most)
	out.Page.Rows = p.add(f.Name, collect(query...))
	return out, nil
}

// narrowed is a source of what a field's filter lets pass, and where a search for it may begin instead.
func (u *compilation) narrowed(s source, field *ast.Field) (source, *anchor, error) {
	if in, ok := u.argument(field, "filter"); ok {
		predicates, err := u.filter(s, in)
		if err != nil {
			return s, nil, err
		}
		s.where = append(s.where, predicates...)
	}
	return s, u.pickAnchor(s), nil
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

// parts are what a connection's fields are compiled from.
type parts struct {
	s           source
	page        *Page
	keys        []orderKey
	all         wholeConnection
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

func (u *compilation) parts(p *projection, c *parts, conn *mapping.Type, sets []ast.SelectionSet) (*Shape, error) {
	shape := &Shape{Type: conn.Name}
	for _, sel := range u.collect(conn, sets...) {
		f, err := u.withPath(sel.name, func() (Field, error) { return u.connectionField(p, c, conn, sel) })
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

func (u *compilation) connectionField(p *projection, c *parts, conn *mapping.Type, sel selected) (Field, error) {
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
		held, heldErr := u.rowObject(p, c.s.b, edge.Fields["node"], sel, Field{})
		out.Shape, out.Column, err = held.Shape, held.Column, heldErr
	}
	return out, err
}

func (u *compilation) edge(
	p *projection, c *parts, edge, elem *mapping.Type, isEdge bool, sets []ast.SelectionSet,
) (*Shape, error) {
	shape := &Shape{Type: edge.Name}
	for _, sel := range u.collect(edge, sets...) {
		f, err := u.withPath(sel.name, func() (Field, error) {
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
			return u.addField(p, scope{t: edge, v: c.s.b.v, rows: c.s.b.rows}, sel)
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

func (u *compilation) info(p *projection, c *parts, info *mapping.Type, sets []ast.SelectionSet) *Shape {
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
