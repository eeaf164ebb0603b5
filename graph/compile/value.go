package compile

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

func placed(err error, path ast.Path) error {
	if e, ok := err.(*Error); ok {
		if e.Path == nil {
			e.Path = path
		}
		return e
	}
	return &Error{Path: path, What: err.Error()}
}

func pageLimit(v any) (int, error) {
	n, err := Long(v)
	switch {
	case err != nil:
		return 0, err
	case n < 0:
		return 0, &Error{What: fmt.Sprintf("first or last of %d", n), Remedy: "give 0 to 1,000"}
	case n > MaxFirst:
		return 0, &Error{What: fmt.Sprintf("first or last of %d is more than 1,000", n),
			Remedy: "ask for 1,000 at most and go on with the endCursor", TooBig: true}
	}
	return int(n), nil
}

func refs(v any) ([]Ref, error) {
	var all []Ref
	list, _ := v.([]any)
	if len(list) > MaxFirst {
		return nil, &Error{What: fmt.Sprintf("%d ids are more than 1,000", len(list)),
			Remedy: "ask for 1,000 at most", TooBig: true}
	}
	for _, id := range list {
		ref, err := parseRef(id)
		if err != nil {
			return nil, err
		}
		all = append(all, ref)
	}
	return all, nil
}

func parseRef(id any) (Ref, error) {
	typ, key, ok := ParseID(fmt.Sprint(id))
	if !ok {
		return Ref{}, &Error{What: fmt.Sprintf("%q is no id", fmt.Sprint(id)),
			Remedy: "use an id as the API gave it; to look up by the importer's identifier use `key`"}
	}
	return Ref{typ, key}, nil
}

// add makes a parameter. The same value asked for twice in a row of calls is two parameters: texts stay
// canonical that way.
func (u *compilation) add(path ast.Path, make func(r *binding) (any, error)) cypher.Expr {
	name := "p" + strconv.Itoa(len(u.params))
	u.params = append(u.params, param{name: name, path: slices.Clone(path), make: make})
	return cypher.Parameter(name)
}

// value makes a parameter of an input's scalar, or list of scalars.
func (u *compilation) value(in input) cypher.Expr {
	path := append(slices.Clone(u.path), in.argumentPath()...)
	typ := in.typ.Name()
	return u.add(path, func(r *binding) (any, error) { return convert(typ, in.at(r), path) })
}

// convert reads a scalar, or a list of them, that stands at path.
func convert(typ string, v any, path ast.Path) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			c, err := scalar(typ, item)
			if err != nil {
				return nil, placed(err, step(path, ast.PathIndex(i)))
			}
			list[i] = c
		}
		return list, nil
	}
	return scalar(typ, v)
}
