package answer

import (
	"encoding/json"
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// Error is a field that could not be written: where, and why.
type Error struct {
	Path    ast.Path
	Message string
	TooLong bool // the answer would be longer than it may be; there is no other error then, and no answer
}

// Error gives the reason.
func (e Error) Error() string { return e.Message }

// Write appends a record's JSON to buf, by the shape its operation was compiled to: the record's
// columns stand in order, and so do those of each object within. A non-null field without a value is
// an error and makes the nearest object around it that may be null null; ok is false when that is the
// whole answer. Of objects that their statement left as keys it writes what is in found; those that are
// missing there are wanted, and the answer is none until they are found. An answer of more than most bytes
// is given up as soon as it is; 0 is no end of them.
func Write(
	buf []byte, shape *compile.Shape, record []any, boundPlan *compile.BoundPlan, found Found, most int,
) (out []byte, wanted Wanted, errs []Error, ok bool) {
	w := &writer{buf: buf, boundPlan: boundPlan, found: found, most: most}
	ok = w.object(shape, record, nil)
	if w.full() {
		return nil, nil, []Error{{TooLong: true, Message: fmt.Sprintf("the answer has more than %d bytes", most)}}, false
	}
	return w.buf, w.wanted, w.errs, ok
}

// Found are objects that statements went on from, by the number of the split and key.
type Found map[int]map[string][]any

// Of gives what is found of a split, to be filled.
func (f Found) Of(split int) map[string][]any {
	if f[split] == nil {
		f[split] = map[string][]any{}
	}
	return f[split]
}

// Wanted are the keys of objects yet to be found, by the number of the split.
type Wanted map[int]map[string]bool

func (w *writer) want(split int, key string) {
	if w.wanted == nil {
		w.wanted = Wanted{}
	}
	if w.wanted[split] == nil {
		w.wanted[split] = map[string]bool{}
	}
	w.wanted[split][key] = true
}

type writer struct {
	buf       []byte
	boundPlan *compile.BoundPlan
	found     Found
	path      []step
	most      int

	wanted Wanted
	errs   []Error
}

// step is one step of the path to the field being written: a response name, or a list index.
type step struct {
	name  string
	index int
}

// full says that the answer is too long. What was written stays then, so that everything around it ends, too.
func (w *writer) full() bool { return w.most > 0 && len(w.buf) > w.most }

// object writes a row by a shape; false means that it has to be null, and nothing was written.
func (w *writer) object(shape *compile.Shape, row []any, v *view) bool {
	if shape.ByType != nil {
		label, _ := column(row, shape.Label).(string)
		if shape = shape.ByType[label]; shape == nil {
			return w.fail("an object of unknown kind " + label)
		}
	}
	if shape.Split > 0 {
		key, _ := column(row, shape.Key).(string)
		whole, known := w.found[shape.Split][key]
		if given, plain := column(row, shape.Key+1).([]any); plain && shape.Plain != nil {
			whole, known = given, true
		}
		if !known {
			w.want(shape.Split, key)
			return true
		}
		if whole == nil {
			return false
		}
		row = whole
	}
	start := len(w.buf)
	w.buf = append(w.buf, '{')
	for i := range shape.Fields {
		f := &shape.Fields[i]
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = append(append(append(w.buf, '"'), f.Name...), '"', ':')
		w.path = append(w.path, step{name: f.Name})
		ok := w.field(f, row, v)
		w.path = w.path[:len(w.path)-1]
		if w.full() {
			return false
		}
		if !ok {
			w.buf = w.buf[:start]
			return false
		}
	}
	w.buf = append(w.buf, '}')
	return true
}

// field writes a field's value, or null; false means that the object around it has to be null.
func (w *writer) field(f *compile.Field, row []any, v *view) bool {
	start, errs := len(w.buf), len(w.errs)
	if w.value(f, row, v) || w.full() {
		return true
	}
	w.buf = w.buf[:start]
	if !f.NonNull {
		w.buf = append(w.buf, "null"...)
		return true
	}
	if len(w.errs) == errs {
		w.fail("cannot be null: the graph holds no value for " + f.Coordinate)
	}
	return false
}

// value writes a field's value; false means that it is null, or that something in it that may not
// be null is.
func (w *writer) value(f *compile.Field, row []any, v *view) bool {
	switch f.Take {
	case compile.Value:
		return w.scalars(f, w.held(f, row))
	case compile.Constant:
		w.buf = append(w.buf, f.Text...)
		return true
	case compile.GlobalID:
		return w.id(f, row)
	case compile.Object:
		return w.objects(f, w.held(f, row))
	case compile.Same:
		return w.object(f.Shape, row, v)
	case compile.Connection:
		return w.object(f.Shape, row, w.view(f.Page, row))
	case compile.ByID:
		return w.byID(f, row)
	case compile.Computed:
		return w.computed(f, row)
	case compile.JSONText:
		text, ok := column(row, f.Column).(string)
		w.buf = append(w.buf, text...)
		return ok
	case compile.JSON:
		return w.json(column(row, f.Column))
	}
	return w.part(f, row, v)
}

// column is a row's column; of a row that is not there all are null.
func column(row []any, at int) any {
	if at < 0 || at >= len(row) {
		return nil
	}
	return row[at]
}

// held is what a field's column or separate statement holds.
func (w *writer) held(f *compile.Field, row []any) any {
	value := column(row, f.Column)
	if f.Separate > 0 {
		value = column(w.boundPlan.Values, f.Separate-1)
	}
	if !f.First {
		return value
	}
	if list, _ := value.([]any); len(list) > 0 {
		return list[0]
	}
	return nil
}

// computed writes what a call gave; until it is called, the answer is none.
func (w *writer) computed(f *compile.Field, row []any) bool {
	key, _ := column(row, f.Column).(string)
	given, known := w.found[f.Split][key]
	switch {
	case !known:
		w.want(f.Split, key)
		return true
	case len(given) == 0:
		return false
	case f.Shape == nil:
		return w.scalars(f, given[0])
	}
	return w.objects(f, given[0])
}

// json writes a value of any form; false means that it is null, or nothing that JSON has.
func (w *writer) json(value any) bool {
	raw, err := json.Marshal(value)
	if value == nil || err != nil {
		return false
	}
	w.buf = append(w.buf, raw...)
	return true
}

func (w *writer) id(f *compile.Field, row []any) bool {
	key, ok := column(row, f.Column).(string)
	if ok {
		w.buf = appendString(w.buf, compile.ID(f.Text, key))
	}
	return ok
}

func (w *writer) scalars(f *compile.Field, value any) bool {
	if !f.List {
		return w.scalar(value)
	}
	list, ok := value.([]any)
	if !ok && f.NonNull { // a list property that was never set is an empty list
		list, ok = nil, value == nil
	}
	return ok && w.list(f, list, func(item any) bool { return w.scalar(item) })
}

func (w *writer) scalar(value any) bool {
	var ok bool
	w.buf, ok = appendScalar(w.buf, value)
	return ok
}

func (w *writer) objects(f *compile.Field, value any) bool {
	if !f.List {
		row, ok := value.([]any)
		return ok && w.object(f.Shape, row, nil)
	}
	list, ok := value.([]any)
	return ok && w.list(f, list, func(item any) bool {
		row, ok := item.([]any)
		return ok && w.object(f.Shape, row, nil)
	})
}

// list writes items; one that is null makes the whole list null where items may not be.
func (w *writer) list(f *compile.Field, items []any, item func(any) bool) bool {
	w.buf = append(w.buf, '[')
	for i, it := range items {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		start, errs := len(w.buf), len(w.errs)
		w.path = append(w.path, step{index: i})
		ok := item(it)
		if w.full() {
			return false
		}
		if !ok {
			w.buf = append(w.buf[:start], "null"...)
			if f.ItemNonNull && len(w.errs) == errs {
				w.fail("cannot be null: the graph holds no value for an item of " + f.Coordinate)
			}
		}
		w.path = w.path[:len(w.path)-1]
		if !ok && f.ItemNonNull {
			return false
		}
	}
	w.buf = append(w.buf, ']')
	return true
}

// byID writes the objects of one list of ids, in its order.
func (w *writer) byID(f *compile.Field, record []any) bool {
	found := map[compile.Ref][]any{}
	for typ, at := range f.Columns {
		rows, _ := column(record, at).([]any)
		for _, row := range rows {
			if row, ok := row.([]any); ok {
				key, _ := column(row, 0).(string)
				found[compile.Ref{Type: typ, Key: key}] = row
			}
		}
	}
	asked := w.boundPlan.IDs[f.Page.Index]
	items := make([]any, len(asked))
	for i, ref := range asked {
		items[i] = ref
	}
	return w.list(f, items, func(item any) bool {
		ref, _ := item.(compile.Ref)
		row, ok := found[ref]
		return ok && w.object(f.Shape.ByType[ref.Type], row, nil)
	})
}

// fail records an error at the present path and gives false.
func (w *writer) fail(message string) bool {
	path := make(ast.Path, len(w.path))
	for i, s := range w.path {
		path[i] = ast.PathName(s.name)
		if s.name == "" {
			path[i] = ast.PathIndex(s.index)
		}
	}
	w.errs = append(w.errs, Error{Path: path, Message: fmt.Sprintf("%v %s", path, message)})
	return false
}
