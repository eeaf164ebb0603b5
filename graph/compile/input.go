package compile

import (
	"fmt"

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

// argument gives a field's argument; ok is false when it is absent or null.
func (u *unit) argument(field *ast.Field, name string) (in input, ok bool) {
	def := field.Definition.Arguments.ForName(name)
	if def == nil {
		return input{}, false
	}
	value := def.DefaultValue
	if given := field.Arguments.ForName(name); given != nil {
		missing := given.Value.Kind == ast.Variable && u.unset(given.Value)
		if !missing {
			value = given.Value
		}
	}
	return u.input(name, def.Type, value)
}

// unset says whether a variable was neither given nor has a default.
func (u *unit) unset(v *ast.Value) bool {
	_, given := u.vars[v.Raw]
	return !given && (v.VariableDefinition == nil || v.VariableDefinition.DefaultValue == nil)
}

// given says whether the client itself wrote an argument that is not null.
func (u *unit) given(field *ast.Field, name string) bool {
	arg := field.Arguments.ForName(name)
	if arg == nil {
		return false
	}
	now, err := arg.Value.Value(u.vars)
	return err == nil && now != nil
}

func (u *unit) input(name string, typ *ast.Type, value *ast.Value) (input, bool) {
	if value == nil {
		return input{}, false
	}
	now, err := value.Value(u.vars)
	if err != nil || now == nil {
		return input{}, false
	}
	u.args = append(u.args, value)
	in := listed(input{name: name, of: name, typ: typ, arg: len(u.args) - 1, now: now})
	u.checkEnums(in)
	return in, true
}

// listed lets a single value stand for a list of one, as the specification has it.
func listed(in input) input {
	if _, isList := in.now.([]any); in.now != nil && in.typ.Elem != nil && !isList {
		in.now = []any{in.now}
	}
	return in
}

// field gives a field of an input object, its default when it is left out; ok is false when it is
// absent or null.
func (u *unit) field(in input, name string) (input, bool) {
	def := u.c.m.Schema.Types[in.typ.Name()].Fields.ForName(name)
	if def == nil {
		return input{}, false
	}
	object, _ := in.now.(map[string]any)
	now, given := object[name]
	if !given {
		return u.input(name, def.Type, def.DefaultValue)
	}
	if now == nil {
		return input{}, false
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
func (in input) at(r *run) any {
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

// checkEnums refuses an enum's value in a variable that differs in case: validation lets it pass.
func (u *unit) checkEnums(in input) {
	if u.wrong != nil || in.now == nil {
		return
	}
	def := u.c.m.Schema.Types[in.typ.Name()]
	switch {
	case in.typ.Elem != nil:
		for _, item := range in.items() {
			u.checkEnums(item)
		}
	case def.Kind == ast.InputObject:
		for _, f := range def.Fields {
			object, _ := in.now.(map[string]any)
			if now, given := object[f.Name]; given {
				u.checkEnums(listed(input{name: f.Name, of: in.of, typ: f.Type, path: extend(in.path, f.Name), now: now}))
			}
		}
	case def.Kind == ast.Enum:
		name, _ := in.now.(string)
		if def.EnumValues.ForName(name) == nil {
			u.wrong = placed(&Error{What: fmt.Sprintf("%.100q is no %s", name, def.Name),
				Remedy: "write it in capitals, as the schema has it"}, append(append(ast.Path{}, u.path...), in.place()...))
		}
	}
}

// place is the input's place among its field's arguments, for errors.
func (in input) place() ast.Path {
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
