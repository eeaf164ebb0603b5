package compile

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// root compiles one root field into the columns of the record, and where it is one object looked up
// by key gives the query that does nothing else.
func (u *compilation) root(p *projection, f *mapping.Field, sel selected) (Field, cypher.Query, error) {
	out := Field{Name: sel.name, Coordinate: f.Parent.Name + "." + f.Name, NonNull: f.Def.Type.NonNull}
	if elem := f.Def.Type.Elem; elem != nil {
		out.List, out.ItemNonNull = true, elem.NonNull
	}
	var err error
	var bare cypher.Query
	switch {
	case f.Statement != "":
		out, err = u.related(p, scope{t: f.Parent}, f, sel, out)
	case f.Source == mapping.Compute:
		out, err = u.compute(-1, f, sel, out)
	case f.Type.Kind == mapping.Connection:
		out, err = u.all(p, f, sel, out)
	case f.Type.Kind == mapping.Node:
		out, bare, err = u.byKey(p, f, sel, out)
	case out.List:
		out, err = u.byIDs(p, f, sel, out)
	default:
		out, bare, err = u.byID(p, sel, out)
	}
	return out, bare, err
}

// all is a page of every node of a label.
func (u *compilation) all(p *projection, f *mapping.Field, sel selected, out Field) (Field, error) {
	elem, _ := element(f.Type)
	return u.page(p, u.everyNode(elem), f, sel, out)
}

// everyNode finds all nodes of a type.
func (u *compilation) everyNode(t *mapping.Type) source {
	v := u.name(lower(t.Name))
	return source{head: cypher.Query{cypher.MatchNode(v, t.Label, nil)},
		b: scope{t: t, v: v}, label: t.Label, scan: true, everyNode: true}
}

func (u *compilation) byKey(p *projection, f *mapping.Field, sel selected, out Field) (Field, cypher.Query, error) {
	id, byID := u.argument(sel.field, "id")
	key, byKey := u.argument(sel.field, "key")
	if byID == byKey {
		return out, nil, u.fail("give one of them", "%s takes either an id or a key", f.Name)
	}
	var param cypher.Expr
	if byID {
		param = u.keyOf(id, f.Type.Name)
	} else {
		param = u.value(key)
	}
	return u.single(p, f.Type, param, sel, out)
}

// byID finds an object of whatever type its id says.
func (u *compilation) byID(p *projection, sel selected, out Field) (Field, cypher.Query, error) {
	id, _ := u.argument(sel.field, "id")
	ref, err := parseRef(id.now)
	if err != nil {
		return out, nil, placed(err, append(append(ast.Path{}, u.path...), id.argumentPath()...))
	}
	t := u.c.m.Types[ref.Type]
	if t == nil || t.Kind != mapping.Node {
		return out, nil, u.fail("use an id as the API gave it", "the id is of no type of this schema")
	}
	return u.single(p, t, u.keyOf(id, t.Name), sel, out)
}

func (u *compilation) single(
	p *projection, t *mapping.Type, key cypher.Expr, sel selected, out Field,
) (Field, cypher.Query, error) {
	v := u.name(lower(t.Name))
	inner := newProjection()
	u.addRows(1)
	shape, err := u.object(inner, scope{t: t, v: v}, sel.sets...)
	out.Take, out.Shape = Object, shape
	match := cypher.MatchNode(v, t.Label, key)
	bare := cypher.Query{match, inner.row(v)}
	out.Column = p.add(lower(t.Name), cypher.Fn("head", collect(match, inner.row(u.name("row")))))
	return out, bare, err
}

// byIDs finds objects of several types: one list for each type asked for.
func (u *compilation) byIDs(p *projection, f *mapping.Field, sel selected, out Field) (Field, error) {
	ids, _ := u.argument(sel.field, "ids")
	path := append(append(ast.Path{}, u.path...), ids.argumentPath()...)
	asked, err := refs(ids.now)
	if err != nil {
		return out, placed(err, path)
	}
	types := map[string]bool{}
	for _, ref := range asked {
		types[ref.Type] = true
	}
	out.Take, out.Shape, out.Columns = ByID, &Shape{ByType: map[string]*Shape{}}, map[string]int{}
	out.Page = &Page{Index: len(u.idLists)}
	u.idLists = append(u.idLists, idList{path: path, ids: ids})
	u.addRows(float64(len(asked)))
	for _, t := range f.Type.Possible {
		if !types[t.Name] {
			continue
		}
		v := u.name(lower(t.Name))
		inner := newProjection()
		inner.add("key", cypher.Prop(v, "key")) // the first column, by which the rows are put in order
		var shape *Shape
		u.withRows(float64(len(asked)), func() { shape, err = u.object(inner, scope{t: t, v: v}, sel.sets...) })
		if err != nil {
			return out, err
		}
		keys := u.add(path, func(r *binding) (any, error) { return keysOf(ids.at(r), t.Name) })
		out.Shape.ByType[t.Name] = shape
		out.Columns[t.Name] = p.add(lower(t.Name)+"s", collect(
			cypher.MatchNode(v, t.Label, nil),
			cypher.Where{cypher.Op(cypher.Prop(v, "key"), cypher.In, keys)},
			inner.row(u.name("row"))))
	}
	return out, nil
}

func keysOf(ids any, typ string) ([]any, error) {
	all, err := refs(ids)
	if err != nil {
		return nil, err
	}
	keys := []any{}
	for _, ref := range all {
		if ref.Type == typ {
			keys = append(keys, ref.Key)
		}
	}
	return keys, nil
}
