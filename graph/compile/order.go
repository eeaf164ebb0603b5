package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// orderKey is one expression rows are sorted by; it is never null.
type orderKey struct {
	label string // for the cursor's signature
	expr  cypher.Expr
	typ   string // the scalar's name where it is a day or an instant
	of    string // where it is a node's key: the node's label
	desc  bool
}

// order reads a fixed order from the schema.
func (u *compilation) order(s source, specs []string) ([]orderKey, error) {
	keys := make([]orderKey, 0, len(specs))
	for _, spec := range specs {
		name, desc := spec, spec[0] == '-'
		if desc {
			name = spec[1:]
		}
		expr, typ, err := u.orderExpr(s, name)
		if err != nil {
			return nil, err
		}
		keys = append(keys, orderKey{label: spec, expr: expr, typ: typ, of: s.keyOf(name), desc: desc})
	}
	return keys, nil
}

// edgeProperty is the property of the relationship that a fixed order's part names, if it names one.
func edgeProperty(spec string) (property string, ok bool) {
	owner, property, _ := strings.Cut(spec, ".")
	return property, owner == "edge" || owner == "-edge"
}

func (u *compilation) orderExpr(s source, name string) (expr cypher.Expr, typ string, err error) {
	if property, ok := edgeProperty(name); ok {
		return cypher.Prop(s.edge, property), u.edgeType(s.rel, property), nil
	}
	f := s.b.t.Fields[name]
	if f != nil {
		typ = f.Def.Type.Name()
	}
	switch {
	case s.b.rows == nil && f != nil && f.Source == mapping.Statement:
		expr, err := u.stated(s, f)
		return expr, typ, err
	case s.b.rows == nil:
		return s.property(name), typ, nil
	case f != nil:
		return s.b.scalar(f, f.Property), typ, nil
	}
	column, property, dotted := strings.Cut(name, ".")
	if dotted {
		return cypher.Prop(s.b.rows.column(column), property), "", nil
	}
	return cypher.Variable(s.b.rows.column(name)), "", nil
}

// unknownNumber is what an unknown number counts as that a statement gives and rows are sorted by.
const unknownNumber = -1

// stated is the number, 0 or more, that a field's statement gives for a row.
func (u *compilation) stated(s source, f *mapping.Field) (cypher.Expr, error) {
	of, err := u.statement(s.b, f, nil, u.name(""))
	value := of.b.rows.column("value")
	one := collect(append(of.clauses(), cypher.Return{Items: cypher.Columns(value)})...)
	return cypher.Fn("coalesce", cypher.Fn("head", one), cypher.Lit(unknownNumber)), err
}

// keyOf is the label of the node whose key an order's name means, if it means one.
func (s source) keyOf(name string) string {
	column, isKey := strings.CutSuffix(name, ".key")
	if name == "key" {
		return s.label
	}
	if f := s.b.t.Fields[column]; isKey && f != nil && f.Type != nil {
		return f.Type.Label
	}
	return ""
}

// edgeType is the scalar that a relationship's property holds.
func (u *compilation) edgeType(rel, property string) string {
	for _, t := range u.c.m.Types {
		if t.Kind != mapping.Edge || t.Rel != rel {
			continue
		}
		for _, f := range t.Fields {
			if f.Property == property {
				return f.Def.Type.Name()
			}
		}
	}
	return ""
}

// orderBy reads the order that a client asks for; ties are broken by the key, the same way as the
// last thing asked for.
func (u *compilation) orderBy(s source, f *mapping.Field, field *ast.Field) ([]orderKey, error) {
	in, ok := u.argument(field, "orderBy")
	if !ok && len(f.OrderBy) > 0 {
		return u.order(s, f.OrderBy)
	}
	if name, _ := in.now.(string); name != "" { // an enum that is an order by itself
		return u.order(s, u.c.m.Orders[in.typ.Name()][name].By)
	}
	var keys []orderKey
	desc := false
	for _, item := range in.items() {
		key, err := u.orderKey(s, item)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
		if key.label == "KEY" {
			return keys, nil
		}
		desc = key.desc
	}
	node := s.b.v
	if s.far != "" {
		node = s.far
	}
	return append(keys, orderKey{label: "KEY", expr: cypher.Prop(node, "key"), of: s.label, desc: desc}), nil
}

func (u *compilation) orderKey(s source, in input) (orderKey, error) {
	value, _ := u.field(in, "field")
	name, _ := value.now.(string)
	o := u.c.m.Orders[value.typ.Name()][name]
	direction, _ := u.field(in, "direction")
	key := orderKey{label: name, desc: direction.now == "DESC"}
	if o.Field != "" {
		f := s.b.t.Fields[o.Field]
		key.expr = cypher.Fn("coalesce", s.b.scalar(f, f.Property), cypher.Lit(o.Missing))
		return key, nil
	}
	property := o.Property
	if o.Suffix != "" {
		suffix, ok := u.field(in, o.Suffix)
		if !ok {
			return key, u.fail("add "+o.Suffix+", such as {field: "+name+", format: SHORT_VIDEO}",
				"ordering by %s needs a %s", name, o.Suffix)
		}
		text, _ := suffix.now.(string)
		property += pascal(text)
		key.label += ":" + text
	}
	key.expr = s.property(property)
	if property == "key" {
		key.of = s.label
	}
	return key, nil
}

// property is a property of the row's node; of a relationship with an end's name before it.
func (s source) property(name string) cypher.Expr {
	end, property, dotted := strings.Cut(name, ".")
	switch {
	case dotted:
		return cypher.Prop(s.end(end), property)
	case name == "key" && s.far != "":
		return cypher.Prop(s.far, "key")
	}
	return cypher.Prop(s.b.v, name)
}

// end is the variable of the relationship or of a node at one of its ends, by its name; without one that of the row.
func (s source) end(name string) string {
	switch name {
	case "":
		return s.b.v
	case "edge":
		return s.edge
	case s.b.t.From:
		return s.b.from
	case s.b.t.To:
		return s.b.to
	}
	return s.far
}

func orderClause(keys []orderKey, reversed bool) cypher.OrderBy {
	items := make(cypher.OrderBy, len(keys))
	for i, k := range keys {
		items[i] = cypher.Sort{By: k.expr, Dir: cypher.Asc}
		if k.desc != reversed {
			items[i].Dir = cypher.Desc
		}
	}
	return items
}

// signature is what a cursor of this order is good for.
func signature(coordinate string, keys []orderKey) string {
	for _, k := range keys {
		coordinate += fmt.Sprintf("|%s %t", k.label, k.desc)
	}
	return coordinate
}

// beyond is the predicate that keeps rows on one side of a place: the usual comparison of tuples, and
// before it a bound of the first key alone, which an index can begin at.
func (c cursorBound) beyond(keys []orderKey) cypher.Expr {
	last := len(keys) - 1
	condition := cypher.Expr(c.past(keys, last))
	for i := last - 1; i >= 0; i-- {
		tied := cypher.Op(keys[i].expr, cypher.Equal, c.params[i])
		condition = cypher.AnyOf(c.past(keys, i), cypher.AllOf(tied, condition))
	}
	if last > 0 {
		first := cypher.Op(keys[0].expr, c.compare(keys[0]).OrEqual(), c.params[0])
		condition = cypher.AllOf(first, condition)
	}
	return condition
}

// past is the predicate that a row's key of a number lies past the place's.
func (c cursorBound) past(keys []orderKey, i int) cypher.Binary {
	return cypher.Op(keys[i].expr, c.compare(keys[i]), c.params[i])
}

// compare tells on which side of the place a key of the wanted rows lies.
func (c cursorBound) compare(k orderKey) cypher.Operator {
	if k.desc != c.after {
		return cypher.Greater
	}
	return cypher.Less
}

// stored is the place with keys as the database keeps them, for where no index compares them: it puts
// texts it keeps in order by code point, but compares them with a parameter by UTF-16, which differ on
// emoji. Where nothing has the key any more the parameter has to do.
func (c cursorBound) stored(u *compilation, keys []orderKey) cursorBound {
	params := slices.Clone(c.params)
	for i, k := range keys {
		if k.of == "" {
			continue
		}
		at := u.name("at")
		kept := cypher.Subquery{Of: cypher.Collect, Inline: true, Query: cypher.Query{
			cypher.MatchNode(at, k.of, params[i]),
			cypher.Return{Items: []cypher.Item{{Expr: cypher.Prop(at, "key")}}}}}
		params[i] = cypher.Fn("coalesce", cypher.Fn("head", kept), params[i])
	}
	return cursorBound{params, c.after}
}

// tied is beyond for rows whose first key equals the place's: an index begins right at the place, where
// beyond would walk past all that are tied with it.
func (c cursorBound) tied(keys []orderKey) []cypher.Expr {
	rest := cursorBound{c.params[1:], c.after}
	return []cypher.Expr{cypher.Op(keys[0].expr, cypher.Equal, c.params[0]), rest.beyond(keys[1:])}
}
