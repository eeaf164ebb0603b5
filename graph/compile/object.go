package compile

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// object adds what is selected of an object to its projection and gives the shape to write it by.
func (u *compilation) object(p *projection, b scope, sets ...ast.SelectionSet) (*Shape, error) {
	if b.t.Kind == mapping.Interface {
		return u.interfaceObject(p, b, sets...)
	}
	if u.exceedsBudget(b, sets) {
		return u.split(p, b, sets)
	}
	return u.fields(p, b, sets)
}

func (u *compilation) fields(p *projection, b scope, sets []ast.SelectionSet) (*Shape, error) {
	shape := &Shape{Type: b.t.Name}
	for _, sel := range u.collect(b.t, sets...) {
		f, err := u.withPath(sel.name, func() (Field, error) { return u.addField(p, b, sel) })
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

// withPath runs work with a name appended to the error path.
func (u *compilation) withPath(name string, work func() (Field, error)) (Field, error) {
	u.path = append(u.path, ast.PathName(name))
	defer func() { u.path = u.path[:len(u.path)-1] }()
	return work()
}

// interfaceObject is object for an interface: one projection holds the columns of all
// types; those of others are null or empty, and the label says which shape to write by.
func (u *compilation) interfaceObject(p *projection, b scope, sets ...ast.SelectionSet) (*Shape, error) {
	shape := &Shape{ByType: map[string]*Shape{}}
	shape.Label = p.add("label", firstLabel(b.v))
	for _, t := range b.t.Possible {
		one := b
		one.t = t
		s, err := u.fields(p, one, sets)
		if err != nil {
			return nil, err
		}
		shape.ByType[t.Label] = s
	}
	return shape, nil
}

// addField adds one selected field.
func (u *compilation) addField(p *projection, b scope, sel selected) (Field, error) {
	if sel.field.Name == "__typename" {
		return typename(sel.name, b.t.Name), nil
	}
	f := b.t.Fields[sel.field.Name]
	out := Field{Name: sel.name, Coordinate: b.t.Name + "." + f.Name, NonNull: f.Def.Type.NonNull}
	if elem := f.Def.Type.Elem; elem != nil {
		out.List, out.ItemNonNull = true, elem.NonNull
	}
	switch f.Source {
	case mapping.Compute:
		return u.compute(p.add("key", cypher.Prop(b.v, "key")), f, sel, out)
	case mapping.ID:
		out.Take, out.Text = GlobalID, b.t.Name
		out.Column = p.add("key", cypher.Prop(b.v, "key"))
		return out, nil
	case mapping.KindName:
		out.Take, out.Text = Constant, `"`+upperSnake(b.t.Name)+`"`
		return out, nil
	case mapping.Self:
		same := b
		same.t = f.Type
		shape, err := u.object(p, same, sel.sets...)
		out.Take, out.Shape = Same, shape
		return out, err
	case mapping.FromEnd, mapping.ToEnd:
		return u.relationshipEnd(p, b, f, sel, out)
	case mapping.Follow, mapping.Statement:
		return u.related(p, b, f, sel, out)
	}
	if f.Type != nil {
		return u.rowObject(p, b, f, sel, out)
	}
	property, err := u.property(f, sel.field)
	if err != nil {
		return out, err
	}
	if f.Def.Type.Name() == "JSON" && b.t.Kind == mapping.Node { // properties hold no maps
		out.Take = JSONText
	}
	out.Column = p.add(property, written(f.Def.Type.Name(), b.scalar(f, property)))
	return out, nil
}

func upperSnake(name string) string {
	var out []byte
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' && i > 0 {
			out = append(out, '_')
		}
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		out = append(out, c)
	}
	return string(out)
}

// property is the name of a field's property, completed by an argument where the mapping says so.
func (u *compilation) property(f *mapping.Field, field *ast.Field) (string, error) {
	if f.Suffix == "" {
		return f.Property, nil
	}
	in, ok := u.argument(field, f.Suffix)
	if !ok {
		return "", u.fail("give one", "%s of %s is missing", f.Suffix, f.Name)
	}
	value, _ := in.now.(string)
	return f.Property + pascal(value), nil
}

// relationshipEnd adds the node at a relationship's end.
func (u *compilation) relationshipEnd(p *projection, b scope, f *mapping.Field, sel selected, out Field) (Field, error) {
	if b.rows != nil || b.given {
		return u.rowObject(p, b, f, sel, out)
	}
	v := b.to
	if f.Source == mapping.FromEnd {
		v = b.from
	}
	inner := newProjection()
	shape, err := u.object(inner, scope{t: f.Type, v: v}, sel.sets...)
	out.Take, out.Shape = Object, shape
	out.Column = p.add(f.Name, inner.list())
	return out, err
}

// rowObject adds an object that a row holds: a node or a map among a statement's columns, a row of aggregates
// within one, or in a given row a key to look up.
func (u *compilation) rowObject(p *projection, b scope, f *mapping.Field, sel selected, out Field) (Field, error) {
	out.Take = Object
	inner := newProjection()
	if b.given {
		return u.lookup(p, b, f, sel, out)
	}
	if f.Type.Kind == mapping.Row && !aggregates(f.Type) {
		shape, err := u.object(inner, scope{t: f.Type, v: b.rows.column(f.Name)}, sel.sets...)
		out.Shape = shape
		out.Column = p.add(f.Name, inner.list())
		return out, err
	}
	if f.Type.Kind == mapping.Row {
		shape, err := u.object(inner, scope{t: f.Type, rows: b.rows}, sel.sets...)
		out.Shape = shape
		out.Column = p.add(f.Name, inner.list())
		return out, err
	}
	v := b.rows.column(f.Name)
	shape, err := u.object(inner, scope{t: f.Type, v: v}, sel.sets...)
	out.Shape = shape
	if f.Def.Type.NonNull {
		out.Column = p.add(f.Name, inner.list())
	} else {
		out.Column = p.add(f.Name, present(v, inner.list()))
	}
	return out, err
}
