package compile

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// slice reads first, last, after and before. `first` has a default, so only one the client wrote
// itself counts against `last`.
func (u *compilation) slice(field *ast.Field) (page, error) {
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
	spec.path = append(append(ast.Path{}, u.path...), spec.limit.argumentPath()...)
	return spec, nil
}

// cursorBound is a cursor a page begins or ends at: its sort values as parameters, and on which side of them
// the page lies.
type cursorBound struct {
	params []cypher.Expr
	after  bool
}

// cursors are the places of after and before.
func (u *compilation) cursors(field *ast.Field, signature string, keys []orderKey) ([]cursorBound, error) {
	var places []cursorBound
	for _, side := range []struct {
		name  string
		after bool
	}{{"after", true}, {"before", false}} {
		in, ok := u.argument(field, side.name)
		if !ok {
			continue
		}
		path := append(append(ast.Path{}, u.path...), in.argumentPath()...)
		var params []cypher.Expr
		for i, key := range keys {
			param := u.add(path, func(r *binding) (any, error) {
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
		places = append(places, cursorBound{params, side.after})
	}
	return places, nil
}
