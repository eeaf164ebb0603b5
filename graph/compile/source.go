package compile

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// source is where the rows of a list, a connection or a single object come from: the clauses that
// find them, what holds one of them, and the predicates still to be put in.
type source struct {
	head  cypher.Query // MATCH … or CALL { … }
	where []cypher.Expr
	b     scope
	edge  string // the relationship's variable, where there is one
	rel   string // its type
	far   string // the node it leads to
	label string // of the nodes found, whose keys end an order
	// scan says that all nodes of a label are walked: only where the order's properties are said to be
	// there can an index give the order.
	scan bool
	// everyNode says that the search is among all nodes of a label, wherever it begins.
	everyNode bool
	// parent is the variable a statement sees as this; aggregates says that its rows are counted or
	// added up before they are carried on.
	parent     string
	aggregates bool
	// distinct lists the columns that tell one row from another after grouping; empty when each row
	// found is one.
	distinct []string
}

// related adds what a relationship or a statement leads to.
func (u *compilation) related(p *projection, b scope, f *mapping.Field, sel selected, out Field) (Field, error) {
	if f.Type == nil {
		s, err := u.statement(b, f, sel.field, u.name(""))
		value := s.b.rows.column("value")
		out.First = true
		out.Column = p.add(f.Name, collect(append(s.clauses(), cypher.Return{Items: cypher.Columns(value)})...))
		return out, err
	}
	if f.Type.Kind == mapping.Connection {
		return u.connection(p, b, f, sel, out)
	}
	s, err := u.source(b, f, f.Type, sel.field)
	if err != nil {
		return out, err
	}
	keys, err := u.order(s, f.OrderBy)
	if err != nil {
		return out, err
	}
	inner := newProjection()
	out.Take = Object
	u.addRows(u.length(b.t, f))
	u.withRows(u.expected(b.t, f, sel.field), func() { out.Shape, err = u.object(inner, s.b, sel.sets...) })
	query := append(s.clauses(), inner.row(u.name("row")))
	if len(keys) > 0 {
		query = append(query, orderClause(keys, false))
	}
	if !out.List {
		query = append(query, cypher.Limit{Count: cypher.Lit(1)})
		out.First = true
	}
	out.Column = p.add(f.Name, collect(query...))
	return out, err
}

func (u *compilation) source(b scope, f *mapping.Field, elem *mapping.Type, field *ast.Field) (source, error) {
	if f.Source == mapping.Statement {
		return u.rowsOf(b, f, elem, field)
	}
	return u.follow(b, f, elem, field)
}

// follow finds nodes, or relationships with the node at their end, along a relationship.
func (u *compilation) follow(b scope, f *mapping.Field, elem *mapping.Type, field *ast.Field) (source, error) {
	target, s := elem, source{parent: b.v}
	if elem.Kind == mapping.Edge {
		far := elem.To
		if f.Relationship.In {
			far = elem.From
		}
		target = elem.Fields[far].Type
	}
	v := u.name(lower(target.Name))
	needsEdge := elem.Kind == mapping.Edge || f.Relationship.InForce
	for _, o := range f.OrderBy {
		_, ofEdge := edgeProperty(o)
		needsEdge = needsEdge || ofEdge
	}
	if needsEdge {
		s.edge = u.name("edge")
	}
	s.rel, s.far, s.label = f.Relationship.Type, v, target.Label
	label := target.Label
	if f.Relationship.Sure {
		label = ""
	}
	leads := path(b.v, "", hop(s.edge, f.Relationship.Type, f.Relationship.In, v, label))
	s.head = cypher.Query{cypher.Match{Pattern: leads}}
	s.b = scope{t: elem, v: v}
	if elem.Kind == mapping.Edge {
		s.b = scope{t: elem, v: s.edge, from: b.v, to: v}
		if f.Relationship.In {
			s.b.from, s.b.to = v, b.v
		}
	}
	if f.Relationship.InForce {
		day := cypher.Expr(today)
		if in, ok := u.argument(field, "at"); ok {
			day = u.value(in)
		}
		s.where = append(s.where, inForce(s.edge, day))
	}
	for _, arg := range f.Def.Arguments {
		filter := f.Args[arg.Name]
		in, ok := u.argument(field, arg.Name)
		if filter == nil || !ok {
			continue
		}
		predicates, err := u.fieldPredicates(s, filter, in)
		if err != nil {
			return s, err
		}
		s.where = append(s.where, predicates...)
	}
	if f.Relationship.InForce && f.Type.Kind == mapping.Connection {
		// Two ends may be joined by several of them, such as a contract and its renewal: one row all the same.
		s.head = append(s.head, cypher.Where(s.where), distinct(v))
		s.where = nil
	}
	return s, nil
}

// inForce says that a contract is in force on a day.
func inForce(edge string, day cypher.Expr) cypher.Expr {
	since, until := cypher.Prop(edge, "since"), cypher.Prop(edge, "until")
	return cypher.AllOf(cypher.Op(since, cypher.AtMost, day),
		cypher.AnyOf(cypher.IsNull{Of: until}, cypher.Op(until, cypher.AtLeast, day)))
}

// rowsOf finds a statement's rows. A node type's rows are the node in the column of its name.
func (u *compilation) rowsOf(b scope, f *mapping.Field, elem *mapping.Type, field *ast.Field) (source, error) {
	s, err := u.statement(b, f, field, u.name(""))
	if err != nil {
		return s, err
	}
	if elem.Kind == mapping.Node {
		column := lower(elem.Name)
		s.b, s.label = scope{t: elem, v: u.name(column)}, elem.Label
		s.head = append(s.head, with(cypher.Variable(column), s.b.v))
		return s, nil
	}
	s.b.t = elem
	s.aggregates = aggregates(elem) || nestsAggregates(elem)
	for _, name := range fieldNames(elem) {
		if s.aggregates && isColumn(elem.Fields[name]) { // other columns are carried where they are asked for
			s.distinct = append(s.distinct, name)
			s.b.rows.column(name)
		}
	}
	return s, nil
}

// isColumn says whether a field is a column of its row, rather than something nested in it.
func isColumn(f *mapping.Field) bool {
	isStored := f.Source == mapping.Property || f.Source == mapping.ToEnd || f.Source == mapping.FromEnd
	return isStored && (f.Type == nil || f.Type.Kind != mapping.Row)
}

func fieldNames(t *mapping.Type) []string {
	var names []string
	for _, def := range t.Def.Fields {
		names = append(names, def.Name)
	}
	return names
}

func isAggregate(f *mapping.Field) bool {
	return f.Source == mapping.Count || f.Source == mapping.Sum || f.Source == mapping.Max
}

// aggregates says whether a row has fields that are counted or added up.
func aggregates(t *mapping.Type) bool {
	for _, f := range t.Fields {
		if isAggregate(f) {
			return true
		}
	}
	return false
}

func nestsAggregates(t *mapping.Type) bool {
	for _, f := range t.Fields {
		if f.Type != nil && f.Type.Kind == mapping.Row && aggregates(f.Type) {
			return true
		}
	}
	return false
}

// clauses are the lines that find the rows, everything known of what is carried put in. Aggregates
// are made by the RETURN of a CALL: a WITH in a subquery expression groups by the variables from
// outside as well, and then gives no row, instead of a row of zeros, where there is nothing to count.
// Groups of which nothing is counted are still one row each.
func (s source) clauses() cypher.Query {
	query := append(cypher.Query{}, s.head...)
	switch {
	case s.aggregates:
		isDistinct := len(s.distinct) > 0 && !s.b.rows.counts
		query = append(query, cypher.Return{Distinct: isDistinct, Items: s.b.rows.columns()})
		query = cypher.Query{call(s.parent, query...)}
		if len(s.where) > 0 {
			query = append(query, cypher.With{Items: []cypher.Item{everything()}})
		}
	case s.b.rows != nil && len(s.b.rows.items) > 0:
		query = append(query, cypher.With{Items: s.b.rows.columns()})
	}
	if len(s.where) > 0 {
		query = append(query, cypher.Where(s.where))
	}
	return query
}

// matching are the lines that find the rows, of which nothing is carried.
func (s source) matching() cypher.Query {
	query := append(cypher.Query{}, s.head...)
	if len(s.where) > 0 {
		query = append(query, cypher.Where(s.where))
	}
	return query
}
