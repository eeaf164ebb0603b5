package compile

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// input is an argument or a part of one: its type, its value under the present variables, which
// decides the statement's form, and where to find its value at each run.
type input struct {
	name string
	of   string // the argument's name
	typ  *ast.Type
	arg  int   // index into the plan's arguments
	path []any // field names and list indexes within it
	now  any
}

// argument gives a field's argument, its default when it is absent or null; ok is false when there is none.
func (u *compilation) argument(field *ast.Field, name string) (in input, ok bool) {
	def := field.Definition.Arguments.ForName(name)
	if def == nil {
		return input{}, false
	}
	if given := field.Arguments.ForName(name); given != nil {
		if in, ok := u.input(name, def.Type, given.Value); ok {
			return in, true
		}
	}
	return u.input(name, def.Type, def.DefaultValue)
}

// given says whether the client itself wrote an argument that is not null.
func (u *compilation) given(field *ast.Field, name string) bool {
	arg := field.Arguments.ForName(name)
	if arg == nil {
		return false
	}
	return u.now(arg.Value) != nil
}

// now is a value of the document under the present variables, nil for none.
func (u *compilation) now(value *ast.Value) any {
	if value == nil {
		return nil
	}
	return valueOf(value, u.vars)
}

func (u *compilation) input(name string, typ *ast.Type, value *ast.Value) (input, bool) {
	now := u.now(value)
	if now == nil {
		return input{}, false
	}
	u.args = append(u.args, value)
	in := listed(input{name: name, of: name, typ: typ, arg: len(u.args) - 1, now: now})
	if u.wrong == nil {
		u.wrong = check(u.c.m.Schema, typ, now, step(u.path, ast.PathName(name)))
	}
	return in, true
}

// listed lets a single value stand for a list of one, as the specification has it.
func listed(in input) input {
	if _, isList := in.now.([]any); in.now != nil && in.typ.Elem != nil && !isList {
		in.now = []any{in.now}
	}
	return in
}

// field gives a field of an input object, its default when it is absent or null; ok is false when there is
// none.
func (u *compilation) field(in input, name string) (input, bool) {
	def := u.c.m.Schema.Types[in.typ.Name()].Fields.ForName(name)
	if def == nil {
		return input{}, false
	}
	object, _ := in.now.(map[string]any)
	now := object[name]
	if now == nil {
		return u.input(name, def.Type, def.DefaultValue)
	}
	return listed(input{name: name, of: in.of, typ: def.Type, arg: in.arg, path: extend(in.path, name), now: now}), true
}

// items gives the elements of a list.
func (in input) items() []input {
	list, _ := in.now.([]any)
	var all []input
	for i, v := range list {
		all = append(all, input{name: in.name, of: in.of, typ: in.typ.Elem, arg: in.arg, path: extend(in.path, i), now: v})
	}
	return all
}

// at gives the value in a run.
func (in input) at(r *binding) any {
	v := r.args[in.arg]
	for _, step := range in.path {
		switch step := step.(type) {
		case string:
			object, _ := v.(map[string]any)
			v = object[step]
		case int:
			list, isList := v.([]any)
			if !isList {
				continue // a single value standing for a list of one
			}
			v = list[step]
		}
	}
	return listed(input{typ: in.typ, now: v}).now
}

// argumentPath is the input's place among its field's arguments, for errors.
func (in input) argumentPath() ast.Path {
	path := ast.Path{ast.PathName(in.of)}
	for _, step := range in.path {
		switch step := step.(type) {
		case string:
			path = append(path, ast.PathName(step))
		case int:
			path = append(path, ast.PathIndex(step))
		}
	}
	return path
}

func extend(path []any, step any) []any {
	return append(path[:len(path):len(path)], step)
}
