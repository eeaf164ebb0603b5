package compile

import (
	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// lookup adds objects that a given row names by key. A node's key is text, a relationship's a map
// of the keys of its ends; rows within the row are taken as they are.
func (u *compilation) lookup(p *projection, b scope, f *mapping.Field, sel selected, out Field) (Field, error) {
	at := cypher.Prop(b.v, f.Name)
	if f.Type.Kind == mapping.Row {
		inner := newProjection()
		item := u.name("item")
		shape, err := u.object(inner, scope{t: f.Type, v: item, given: true}, sel.sets...)
		out.Shape = shape
		each := cypher.Each{Variable: item, In: at, Map: inner.list()}
		if !out.List {
			out.First, each.In = true, cypher.ListOf(at)
		}
		out.Column = p.add(f.Name, cypher.ListOf(each))
		return out, err
	}
	if !out.List {
		u.addRows(1)
		match, row, shape, err := u.lookupOne(at, f, sel)
		out.Shape = shape
		out.First = true
		out.Column = p.add(f.Name, collect(match, returns(row, u.name("row"))))
		return out, err
	}
	u.addUnknownRows() // as many as a client has named
	i := u.name("i")
	match, row, shape, err := u.lookupOne(cypher.Index{List: at, At: cypher.Variable(i)}, f, sel)
	out.Shape = shape
	out.Column = p.add(f.Name, collect(
		cypher.Unwind{List: places(cypher.Fn("coalesce", at, cypher.ListOf())), As: i}, // a refused mutation gives none
		match, returns(row, u.name("row")), cypher.OrderBy{{By: cypher.Variable(i)}}))
	return out, err
}

// places are the places of a list's items, from 0.
func places(list cypher.Expr) cypher.Expr {
	return cypher.Fn("range", cypher.Lit(0), cypher.Op(cypher.Fn("size", list), cypher.Minus, cypher.Lit(1)))
}

func (u *compilation) lookupOne(
	key cypher.Expr, f *mapping.Field, sel selected,
) (match cypher.Match, row cypher.Expr, shape *Shape, err error) {
	inner := newProjection()
	if f.Type.Kind == mapping.Node {
		v := u.name(lower(f.Type.Name))
		shape, err = u.object(inner, scope{t: f.Type, v: v}, sel.sets...)
		return cypher.MatchNode(v, f.Type.Label, key), inner.list(), shape, err
	}
	t := f.Type
	b := scope{t: t, v: u.name("edge")}
	b.from, b.to = u.name(t.From), u.name(t.To)
	shape, err = u.object(inner, b, sel.sets...)
	end := func(v, name string) cypher.NodePattern {
		keyed := []cypher.Pair{{Name: "key", Value: cypher.Property{Of: key, Name: name}}}
		return cypher.NodePattern{Variable: v, Label: t.Fields[name].Type.Label, Properties: keyed}
	}
	match.Pattern = cypher.Path(end(b.from, t.From), cypher.Hop{
		Relationship: cypher.Relationship{Variable: b.v, Types: []string{t.Rel}}, To: end(b.to, t.To)})
	return match, inner.list(), shape, err
}
