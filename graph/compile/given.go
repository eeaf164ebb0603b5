package compile

import (
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// lookup adds objects that a given row names by key. A node's key is text, a relationship's a map
// of the keys of its ends; rows within the row are taken as they are.
func (u *unit) lookup(p *projection, b bound, f *mapping.Field, sel selected, out Field) (Field, error) {
	at := b.v + "." + f.Name
	if f.Type.Kind == mapping.Row {
		inner := newProjection()
		item := u.name("item")
		shape, err := u.object(inner, bound{t: f.Type, v: item, given: true}, sel.sets...)
		out.Shape = shape
		if out.List {
			out.Column = p.add(f.Name, fmt.Sprintf("[%s IN %s | %s]", item, at, inner.list()))
			return out, err
		}
		out.First = true
		out.Column = p.add(f.Name, fmt.Sprintf("[%s IN [%s] | %s]", item, at, inner.list()))
		return out, err
	}
	if !out.List {
		match, row, shape, err := u.lookupOne(at, f, sel)
		out.Shape = shape
		out.First = true
		out.Column = p.add(f.Name, block("COLLECT", match, "RETURN "+row+" AS "+u.name("row")))
		return out, err
	}
	i := u.name("i")
	match, row, shape, err := u.lookupOne(at+"["+i+"]", f, sel)
	out.Shape = shape
	out.Column = p.add(f.Name, block("COLLECT",
		fmt.Sprintf("UNWIND range(0, size(%s) - 1) AS %s", at, i),
		match, "RETURN "+row+" AS "+u.name("row"), "ORDER BY "+i))
	return out, err
}

func (u *unit) lookupOne(key string, f *mapping.Field, sel selected) (match, row string, shape *Shape, err error) {
	inner := newProjection()
	if f.Type.Kind == mapping.Node {
		v := u.name(lower(f.Type.Name))
		shape, err = u.object(inner, bound{t: f.Type, v: v}, sel.sets...)
		return fmt.Sprintf("MATCH (%s:%s {key: %s})", v, f.Type.Label, key), inner.list(), shape, err
	}
	t := f.Type
	b := bound{t: t, v: u.name("edge")}
	b.from, b.to = u.name(t.From), u.name(t.To)
	shape, err = u.object(inner, b, sel.sets...)
	match = fmt.Sprintf("MATCH (%s:%s {key: %s.%s})-[%s:%s]->(%s:%s {key: %s.%s})",
		b.from, t.Fields[t.From].Type.Label, key, t.From, b.v, t.Rel,
		b.to, t.Fields[t.To].Type.Label, key, t.To)
	return match, inner.list(), shape, err
}
