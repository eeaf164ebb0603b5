package resolvers

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// asked is what one computed field is asked: the keys of the objects it hangs on, "" alone at the
// root, and its arguments.
type asked struct {
	keys    []string
	args    arguments
	filters map[string]compile.Filter // the arguments that are filters
	params  map[string]any            // that the filters' values are among
	shape   *compile.Shape            // what of the rows is selected
}

// selects says whether the client selected a field of the rows, given by the names down to it.
func (a asked) selects(names ...string) bool {
	shape := a.shape
	for _, name := range names {
		if shape == nil {
			return false
		}
		at := slices.IndexFunc(shape.Laid, func(c compile.Laid) bool { return c.Name == name })
		if at < 0 {
			return false
		}
		shape = shape.Laid[at].Shape
	}
	return true
}

// computation answers a computed field for all keys at once: a row (by field name), a list of rows, a
// scalar, or nothing, for each. Objects in rows are keys, or a compile.Ref where they may be of several types;
// what the client selected of them is found afterwards.
type computation func(r *Resolver, ctx context.Context, a asked) (map[string]any, error)

// computations are the computed fields outside mutations and subscriptions, by their coordinates.
func computations() map[string]computation {
	return map[string]computation{
		"Agency.lookalikes":                lookalikesOfEach("Agency"),
		"Agency.partners":                  (*Resolver).partners,
		"Brand.competitors":                (*Resolver).competitors,
		"Brand.lookalikes":                 lookalikesOfEach("Brand"),
		"Creator.lookalikes":               lookalikesOfEach("Creator"),
		"Creator.recommendedCollaborators": (*Resolver).recommendedCollaborators,
		"Query.audienceOverlap":            (*Resolver).audienceOverlap,
		"Query.collaborationNetwork":       (*Resolver).collaborationNetwork,
		"Query.cypher":                     (*Resolver).cypher,
		"Query.lookalikes":                 (*Resolver).lookalikes,
		"Query.neighborhood":               (*Resolver).neighborhood,
		"Query.paths":                      (*Resolver).paths,
		"Query.runSavedQuery":              (*Resolver).runSavedQuery,
		"Query.savedQueries":               (*Resolver).savedQueries,
		"Query.sdl":                        (*Resolver).sdl,
	}
}

// sdl answers Query.sdl.
func (r *Resolver) sdl(context.Context, asked) (map[string]any, error) {
	return map[string]any{"": r.SDL()}, nil
}

// compute answers a computed field and lays its rows out to be written.
func (r *Resolver) compute(
	ctx context.Context, cut compile.Cut, bound *compile.Bound, keys map[string]bool, found map[string][]any,
) error {
	call := cut.Call
	work := r.computations[call.Coordinate]
	if work == nil {
		return fmt.Errorf("%s is computed by nothing", call.Coordinate)
	}
	sorted := slices.Sorted(maps.Keys(keys))
	values, err := work(r, within(ctx, call.Path), asked{sorted, bound.Arguments[call], call.Filters, bound.ParamsOf(cut.Aside), call.Shape})
	if err != nil {
		return at(call.Path, err)
	}
	for _, key := range sorted {
		found[key] = nil
		if value := values[key]; value != nil {
			found[key] = []any{call.Shape.Lay(value)}
		}
	}
	return nil
}

// at puts the place of a computed field before what an error says of itself.
func at(path ast.Path, err error) error {
	var wrong *compile.Error
	if errors.As(err, &wrong) {
		placed := *wrong
		placed.Path = append(slices.Clone(path), wrong.Path...)
		return &placed
	}
	var befell *placedError
	if errors.As(err, &befell) { // within the field
		return &placedError{append(slices.Clone(path), befell.path...), befell.error}
	}
	return &placedError{path, err}
}

// placedError is an error with the path of the field that it befell.
type placedError struct {
	path ast.Path
	error
}

// Unwrap gives what befell it.
func (e *placedError) Unwrap() error { return e.error }

// arguments are a computed field's, by name; absent and null ones are left out.
type arguments map[string]any

// count reads a number of rows between least and most.
func (a arguments) count(name string, least, most int) (int, error) {
	n, err := compile.Long(a[name])
	switch {
	case err != nil:
		return 0, a.wrong(name, err.Error(), fmt.Sprintf("give %d to %d", least, most))
	case n < int64(least) || n > int64(most):
		return 0, a.wrong(name, fmt.Sprintf("%s of %d", name, n), fmt.Sprintf("give %d to %d", least, most))
	}
	return int(n), nil
}

// text reads a String or an enum's value; empty when it is absent.
func (a arguments) text(name string) string {
	s, _ := a[name].(string)
	return s
}

// texts reads a list of String or of an enum's values; nil when it is absent.
func (a arguments) texts(name string) []string {
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

// ref reads an id, which must be of one of some types; of any where none is said.
func (a arguments) ref(name string, types ...string) (compile.Ref, error) {
	return a.readRef(a.text(name), ast.Path{ast.PathName(name)}, types)
}

// refs reads a list of ids.
func (a arguments) refs(name string, types ...string) ([]compile.Ref, error) {
	var all []compile.Ref
	for i, id := range a.texts(name) {
		ref, err := a.readRef(id, ast.Path{ast.PathName(name), ast.PathIndex(i)}, types)
		if err != nil {
			return nil, err
		}
		all = append(all, ref)
	}
	return all, nil
}

func (a arguments) readRef(id string, path ast.Path, types []string) (compile.Ref, error) {
	typ, key, ok := compile.ParseID(id)
	switch {
	case !ok:
		return compile.Ref{}, &compile.Error{Path: path, What: fmt.Sprintf("%.200q is no id", id),
			Remedy: "use an id as the API gave it"}
	case len(types) > 0 && !slices.Contains(types, typ):
		return compile.Ref{}, &compile.Error{Path: path, What: fmt.Sprintf("the id is that of a %.50s", typ),
			Remedy: fmt.Sprintf("give the id of a %s", types[0])}
	}
	return compile.Ref{Type: typ, Key: key}, nil
}

// wrong is the error of an argument that cannot be used.
func (a arguments) wrong(name, what, remedy string) error {
	return &compile.Error{Path: ast.Path{ast.PathName(name)}, What: what, Remedy: remedy}
}

// notFound is the error of an id of which there is no object.
func notFound(name string, ref compile.Ref) error {
	return graph.Errorf(graph.NotFound, "use an id as the API gave it",
		"%s: there is no %s with the key %q", name, ref.Type, ref.Key)
}
