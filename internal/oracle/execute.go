package oracle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Answer is what an operation comes to. In Data each cursor stands as its place in Cursors between two
// NUL bytes, since the text of a cursor is opaque.
type Answer struct {
	Data    []byte
	Faults  []Fault
	Cursors []Cursor
	// Refused says that arguments cannot be used: Faults are all of them, of which the real read path names
	// the one it comes to first.
	Refused bool
}

// Fault is an error of an answer as far as clients may rely on it.
type Fault struct{ Path, Code string }

// Cursor is what a cursor stands for: a row's place in the order of a connection.
type Cursor struct {
	Connection string // the field and its order: what the cursor is good for
	Variables  []string
	keys       []any
}

// Executor answers operations over one graph.
type Executor struct {
	Schema *ast.Schema
	Graph  *Graph
	// Known are the cursors that operations may name.
	Known map[string]Cursor
}

// execution is the answering of one operation.
type execution struct {
	Executor
	vars   map[string]any
	path   ast.Path
	answer Answer
}

// Execute answers a validated query, given its variables as validation has coerced them. What cannot be
// used as an argument fails the operation as a whole, as the real read path has it.
func (e Executor) Execute(op *ast.OperationDefinition, vars map[string]any) Answer {
	x := &execution{Executor: e, vars: vars}
	x.check(e.Schema.Query, []ast.SelectionSet{op.SelectionSet})
	if len(x.answer.Faults) > 0 {
		return Answer{Data: []byte("null"), Faults: x.answer.Faults, Refused: true}
	}
	if !x.object(e.Schema.Query, nil, []ast.SelectionSet{op.SelectionSet}) {
		x.answer.Data = []byte("null")
	}
	return x.answer
}

// selected is one response name and all that is selected below it.
type selected struct {
	name  string
	field *ast.Field
	sets  []ast.SelectionSet
}

// collect is the specification's CollectFields for an object type.
func (x *execution) collect(t *ast.Definition, sets []ast.SelectionSet) []selected {
	var all []selected
	for _, set := range sets {
		for _, s := range x.flattenFields(t, set) {
			at := slices.IndexFunc(all, func(o selected) bool { return o.name == s.Alias })
			if at < 0 {
				all = append(all, selected{name: s.Alias, field: s})
				at = len(all) - 1
			}
			all[at].sets = append(all[at].sets, s.SelectionSet)
		}
	}
	return all
}

// flattenFields gives the fields of a selection that apply to a type, fragments taken in.
func (x *execution) flattenFields(t *ast.Definition, set ast.SelectionSet) []*ast.Field {
	var fields []*ast.Field
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if x.included(s.Directives) {
				fields = append(fields, s)
			}
		case *ast.InlineFragment:
			if x.included(s.Directives) && x.appliesTo(t, s.TypeCondition) {
				fields = append(fields, x.flattenFields(t, s.SelectionSet)...)
			}
		case *ast.FragmentSpread:
			if x.included(s.Directives) && x.appliesTo(t, s.Definition.TypeCondition) {
				fields = append(fields, x.flattenFields(t, s.Definition.SelectionSet)...)
			}
		}
	}
	return fields
}

func (x *execution) included(directives ast.DirectiveList) bool {
	if d := directives.ForName("skip"); d != nil && d.ArgumentMap(x.vars)["if"] == true {
		return false
	}
	d := directives.ForName("include")
	return d == nil || d.ArgumentMap(x.vars)["if"] == true
}

func (x *execution) appliesTo(t *ast.Definition, condition string) bool {
	return condition == "" || condition == t.Name || slices.Contains(t.Interfaces, condition)
}

// object writes an object; false means that it must be null, and that nothing was written.
func (x *execution) object(t *ast.Definition, value any, sets []ast.SelectionSet) bool {
	start := len(x.answer.Data)
	x.write("{")
	for i, s := range x.collect(t, sets) {
		if i > 0 {
			x.write(",")
		}
		x.write(`"` + s.name + `":`)
		x.path = append(x.path, ast.PathName(s.name))
		ok := x.field(t, value, s)
		x.path = x.path[:len(x.path)-1]
		if !ok {
			x.answer.Data = x.answer.Data[:start]
			return false
		}
	}
	x.write("}")
	return true
}

func (x *execution) field(t *ast.Definition, value any, s selected) bool {
	if s.field.Name == "__typename" {
		x.write(`"` + t.Name + `"`)
		return true
	}
	result := x.resolve(t, value, s.field)
	return x.complete(s.field.Definition.Type, result, s.sets)
}

// complete writes a value by its type; false means that its parent must be null.
func (x *execution) complete(t *ast.Type, value any, sets []ast.SelectionSet) bool {
	start := len(x.answer.Data)
	if value == nil && t.NonNull {
		x.answer.Faults = append(x.answer.Faults, Fault{x.path.String(), "NULL_VALUE"})
		return false
	}
	if value != nil && x.writeNonNull(t, value, sets) {
		return true
	}
	x.answer.Data = x.answer.Data[:start]
	if t.NonNull {
		return false
	}
	x.write("null")
	return true
}

func (x *execution) writeNonNull(t *ast.Type, value any, sets []ast.SelectionSet) bool {
	if t.Elem != nil {
		return x.list(t.Elem, list(value), sets)
	}
	def := x.Schema.Types[t.NamedType]
	switch def.Kind {
	case ast.Object:
		return x.object(def, value, sets)
	case ast.Interface:
		node, _ := value.(*Node) // interfaces are of nodes alone
		return x.object(x.Schema.Types[node.Label], value, sets)
	}
	x.writeScalar(value)
	return true
}

func (x *execution) list(elem *ast.Type, items []any, sets []ast.SelectionSet) bool {
	x.write("[")
	for i, item := range items {
		if i > 0 {
			x.write(",")
		}
		x.path = append(x.path, ast.PathIndex(i))
		ok := x.complete(elem, item, sets)
		x.path = x.path[:len(x.path)-1]
		if !ok {
			return false
		}
	}
	x.write("]")
	return true
}

func (x *execution) writeScalar(value any) {
	if cursor, ok := value.(Cursor); ok {
		x.write(fmt.Sprintf("\x00%d\x00", len(x.answer.Cursors)))
		x.answer.Cursors = append(x.answer.Cursors, cursor)
		return
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		x.answer.Faults = append(x.answer.Faults, Fault{x.path.String(), "no JSON: " + err.Error()})
	}
	x.write(strings.TrimSuffix(b.String(), "\n"))
}

func (x *execution) write(text string) { x.answer.Data = append(x.answer.Data, text...) }

// Difference compares an answer with real data, which has real cursors. It gives the first place where
// they differ, -1 when they do not, and the real cursors in the order of the answer's.
func (a Answer) Difference(real []byte) (at int, cursors map[string]Cursor) {
	cursors = map[string]Cursor{}
	rest, pos := a.Data, 0
	for i := 0; ; i++ {
		text, after, more := strings.Cut(string(rest), "\x00")
		if !strings.HasPrefix(string(real[pos:]), text) {
			return pos + commonPrefixLength(text, string(real[pos:])), nil
		}
		pos += len(text)
		if !more {
			break
		}
		number, after, _ := strings.Cut(after, "\x00")
		n, err := strconv.Atoi(number)
		if err != nil || pos >= len(real) || real[pos] != '"' {
			return pos, nil
		}
		end := strings.IndexByte(string(real[pos+1:]), '"')
		if end <= 0 {
			return pos, nil
		}
		cursors[string(real[pos+1:pos+1+end])] = a.Cursors[n]
		pos, rest = pos+end+2, []byte(after)
	}
	if pos != len(real) {
		return pos, nil
	}
	return -1, cursors
}

func commonPrefixLength(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}
