package oracle

import (
	"encoding/base64"
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

const (
	badInput      = "BAD_USER_INPUT"
	limitExceeded = "LIMIT_EXCEEDED"
	maxSafe       = 1<<53 - 1
)

// check reports invalid arguments in every field that the operation could reach.
func (x *execution) check(t *ast.Definition, sets []ast.SelectionSet) {
	for _, s := range x.collect(t, sets) {
		if s.field.Name == "__typename" {
			continue
		}
		x.path = append(x.path, ast.PathName(s.name))
		x.checkField(s)
		for _, below := range x.possibleTypes(s.field) {
			x.check(below, s.sets)
		}
		x.path = x.path[:len(x.path)-1]
	}
}

// possibleTypes gives the object types that a field may return. The types of its ids narrow them down.
func (x *execution) possibleTypes(f *ast.Field) []*ast.Definition {
	def := x.Schema.Types[f.Definition.Type.Name()]
	switch {
	case !def.IsCompositeType():
		return nil
	case def.Kind == ast.Object:
		return []*ast.Definition{def}
	}
	a, all := x.args(f), slices.Clone(x.Schema.GetPossibleTypes(def))
	asked := append(slices.Clone(asList(a, "ids")), asList(a, "id")...)
	if len(asked) == 0 && f.Definition.Arguments.ForName("ids") == nil {
		return all
	}
	return slices.DeleteFunc(all, func(t *ast.Definition) bool {
		return !slices.ContainsFunc(asked, func(id any) bool { return typeOf(id) == t.Name })
	})
}

func asList(a args, name string) []any {
	items, _ := a.list(name)
	return items
}

// typeOf gives the type that an id names; empty when it is no id.
func typeOf(id any) string {
	text, _ := id.(string)
	raw, err := base64.RawURLEncoding.DecodeString(text)
	name, _, ok := strings.Cut(string(raw), ":")
	if err != nil || !ok {
		return ""
	}
	return name
}

// fault notes a fault of the present field, or of an argument of it.
func (x *execution) fault(code string, place ...ast.PathElement) {
	path := append(slices.Clone(x.path), place...)
	x.answer.Faults = append(x.answer.Faults, Fault{path.String(), code})
}

func (x *execution) checkField(s selected) {
	a, f := x.args(s.field), s.field
	id, hasID := a.text("id")
	_, hasKey := a.text("key")
	isNode := hasID && f.Definition.Arguments.ForName("key") == nil
	switch {
	case isNode && x.Schema.Types[typeOf(id)] == nil:
		x.fault(badInput, ast.PathName("id"))
	case f.Definition.Arguments.ForName("key") != nil && hasID == hasKey:
		x.fault(badInput)
	case hasID && !isNode && typeOf(id) != f.Definition.Type.Name():
		x.fault(badInput, ast.PathName("id"))
	case slices.ContainsFunc(asList(a, "ids"), func(id any) bool { return typeOf(id) == "" }):
		x.fault(badInput, ast.PathName("ids"))
	}
	x.checkPage(s, a)
	if f.Name == "availability" {
		x.checkPeriod(a)
	}
	for _, arg := range f.Definition.Arguments {
		x.checkValue(arg.Type, a[arg.Name], ast.Path{ast.PathName(arg.Name)})
	}
}

// checkPage checks the arguments of a page: number of rows, cursors, order.
func (x *execution) checkPage(s selected, a args) {
	most := 1000.0
	if s.field.Name == "facets" {
		most = 100
	}
	first, _ := a.number("first")
	last, isBackward := a.number("last")
	asked := s.field.Arguments.ForName("first")
	switch {
	case isBackward && asked != nil && isGiven(asked.Value, x.vars):
		x.fault(badInput)
	case isBackward:
		x.checkCount("last", last, 1000)
	default:
		x.checkCount("first", first, most)
	}
	for _, name := range []string{"after", "before"} {
		text, isCursor := a.text(name)
		if _, isKnown := x.Known[text]; isCursor && !isKnown {
			x.fault(badInput, ast.PathName(name))
		}
	}
	x.checkOrder(a)
}

func (x *execution) checkCount(name string, rows, most float64) {
	switch {
	case rows < 0:
		x.fault(badInput, ast.PathName(name))
	case rows > most:
		x.fault(limitExceeded, ast.PathName(name))
	}
}

// checkOrder checks that each order by price names a format.
func (x *execution) checkOrder(a args) {
	for _, item := range asList(a, "orderBy") {
		o, _ := item.(map[string]any)
		field, _ := args(o).text("field")
		_, hasFormat := args(o).text("format")
		switch {
		case field == "KEY":
			return // what follows is not looked at
		case field == "PRICE" && !hasFormat:
			x.fault(badInput)
		}
	}
}

func isGiven(v *ast.Value, vars map[string]any) bool {
	now, err := v.Value(vars)
	return err == nil && now != nil
}

// checkPeriod checks that a period begins before it ends, and has at most 400 days.
func (x *execution) checkPeriod(period args, place ...ast.PathElement) {
	first, _ := period.text("from")
	last, _ := period.text("to")
	from, to := dayNumber(first), dayNumber(last)
	at := append(slices.Clone(place), ast.PathName("from"))
	switch {
	case from == noDay || to == noDay: // which is a fault of its own
	case to < from:
		x.fault(badInput, at...)
	case to-from >= 400:
		x.fault(limitExceeded, at...)
	}
}

// checkValue reports days that do not exist and numbers that are too large within an input.
func (x *execution) checkValue(t *ast.Type, value any, place ast.Path) {
	if value == nil {
		return
	}
	def := x.Schema.Types[t.Name()]
	if t.Elem != nil {
		for i, item := range list(value) {
			x.checkValue(t.Elem, item, append(slices.Clone(place), ast.PathIndex(i)))
		}
		return
	}
	switch def.Name {
	case "Date":
		text, _ := value.(string)
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			x.fault(badInput, place...)
		}
	case "Long", "Money":
		if n, ok := number(value); !ok || n > maxSafe || n < -maxSafe {
			x.fault(badInput, place...)
		}
	}
	object, _ := value.(map[string]any)
	if def.Name == "AvailabilityMatch" {
		x.checkPeriod(object, place...)
	}
	for _, part := range def.Fields {
		x.checkValue(part.Type, object[part.Name], append(slices.Clone(place), ast.PathName(part.Name)))
	}
}
