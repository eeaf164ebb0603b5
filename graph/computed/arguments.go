package computed

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// Arguments are a computed field's, by name; absent and null ones are left out.
type Arguments map[string]any

// Count reads a number of rows between least and most.
func (a Arguments) Count(name string, least, most int) (int, error) {
	n, err := compile.Long(a[name])
	switch {
	case err != nil:
		return 0, a.Wrong(name, err.Error(), fmt.Sprintf("give %d to %d", least, most))
	case n < int64(least) || n > int64(most):
		return 0, a.Wrong(name, fmt.Sprintf("%s of %d", name, n), fmt.Sprintf("give %d to %d", least, most))
	}
	return int(n), nil
}

// Text reads a String or an enum's value; empty when it is absent.
func (a Arguments) Text(name string) string {
	s, _ := a[name].(string)
	return s
}

// Texts reads a list of String or of an enum's values; nil when it is absent.
func (a Arguments) Texts(name string) []string {
	list, given := a[name].([]any)
	if !given {
		return nil
	}
	all := make([]string, len(list))
	for i, one := range list {
		all[i], _ = one.(string)
	}
	return all
}

// Number reads a Float as it comes from a document or from variables.
func Number(value any) (x float64, ok bool) {
	switch v := value.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	return 0, false
}

// Ref reads an id, which must be of one of some types; of any where none is said.
func (a Arguments) Ref(name string, types ...string) (compile.Ref, error) {
	return readRef(a.Text(name), ast.Path{ast.PathName(name)}, types)
}

// Refs reads a list of ids.
func (a Arguments) Refs(name string, types ...string) ([]compile.Ref, error) {
	var all []compile.Ref
	for i, id := range a.Texts(name) {
		ref, err := readRef(id, ast.Path{ast.PathName(name), ast.PathIndex(i)}, types)
		if err != nil {
			return nil, err
		}
		all = append(all, ref)
	}
	return all, nil
}

func readRef(id string, path ast.Path, types []string) (compile.Ref, error) {
	typ, key, ok := compile.ParseID(id)
	switch {
	case !ok:
		return compile.Ref{}, &compile.Error{Path: path, What: fmt.Sprintf("%.200q is no id", id),
			Remedy: "use an id as the API gave it"}
	case len(types) > 0 && !slices.Contains(types, typ):
		return compile.Ref{}, &compile.Error{Path: path, What: fmt.Sprintf("the id is that of a %.50s", typ),
			Remedy: "give the id of a " + strings.Join(types, " or ")}
	}
	return compile.Ref{Type: typ, Key: key}, nil
}

// Object reads an argument that is an object of JSON, nil where it is absent.
func (a Arguments) Object(name string) (map[string]any, error) {
	if a[name] == nil {
		return nil, nil
	}
	object, isObject := a[name].(map[string]any)
	if !isObject {
		return nil, a.Wrong(name, fmt.Sprintf("%s is %.50v", name, a[name]), `give an object such as {"key": "cr-000001"}`)
	}
	read, _ := parameter(object).(map[string]any)
	return read, nil
}

// parameter gives a value of JSON as the database takes it: whole numbers as such.
func parameter(value any) any {
	switch v := value.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64() // beyond its range it is infinite
		return f
	case map[string]any:
		made := make(map[string]any, len(v))
		for name, item := range v {
			made[name] = parameter(item)
		}
		return made
	case []any:
		made := make([]any, len(v))
		for i, item := range v {
			made[i] = parameter(item)
		}
		return made
	}
	return value
}

// Wrong is the error of an argument that cannot be used.
func (a Arguments) Wrong(name, what, remedy string) error {
	return &compile.Error{Path: ast.Path{ast.PathName(name)}, What: what, Remedy: remedy}
}

// NotFound is the error of an id of which there is no object.
func NotFound(argument string, ref compile.Ref) error {
	return graph.Errorf(graph.NotFound, "use an id as the API gave it",
		"%s: there is no %s with the key %q", argument, ref.Type, ref.Key)
}
