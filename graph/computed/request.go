package computed

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// Request is what one computed field is asked.
type Request struct {
	Keys      []string // of the objects it hangs on; "" alone at the root
	Arguments Arguments
	Filters   map[string]compile.Filter // the arguments that are filters
	Params    map[string]any            // that the filters' values are among
	Shape     *compile.Shape            // what of the rows is selected
	Inner     []compile.Inner           // fields of the rows that take arguments of their own
}

// Row is what a payload is completed from: scalars, and keys in place of objects.
type Row = map[string]any

// Computation answers a computed field for all keys at once: a row (by field name), a list of rows, a scalar, or
// nothing, for each. Objects in rows are keys, or a compile.Ref where they may be of several types; what the
// client selected of them is found afterwards.
type Computation func(ctx context.Context, q Request) (map[string]any, error)

// AtRoot is a computation of a field of the root: its one value.
func AtRoot[T any](answer func(ctx context.Context, q Request) (T, error)) Computation {
	return func(ctx context.Context, q Request) (map[string]any, error) {
		value, err := answer(ctx, q)
		if err != nil {
			return nil, err
		}
		return map[string]any{"": value}, nil
	}
}

// Selects says whether the client selected a field of the rows, given by the names down to it.
func (q Request) Selects(names ...string) bool {
	shape := q.Shape
	for _, name := range names {
		if shape == nil {
			return false
		}
		at := slices.IndexFunc(shape.Columns, func(c compile.RowColumn) bool { return c.Name == name })
		if at < 0 {
			return false
		}
		shape = shape.Columns[at].Shape
	}
	return true
}

// AtMost is the error of a field that is asked of more objects at once than can be answered in time; nil where it
// is not.
func (q Request) AtMost(most int, nouns string) error {
	if len(q.Keys) <= most {
		return nil
	}
	return &compile.Error{What: fmt.Sprintf("it is asked of %d %s at once", len(q.Keys), nouns),
		Remedy: fmt.Sprintf("ask of at most %d", most), TooBig: true}
}
