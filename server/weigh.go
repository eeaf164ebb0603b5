package server

import (
	"encoding/json"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// rowsUnsaid is how many rows a list counts for that has no argument to bound it: the page size the
// schema's connections have by default.
const rowsUnsaid = 20

// heaviest is where costs stop growing, far above any limit and far below overflow.
const heaviest = 1 << 40

// weight is what a selection could ask for at most.
type weight struct {
	cost  int // values in the answer: one for each object, one for each leaf
	depth int // fields within fields
	width int // fields at the top
}

// weigher weighs a validated operation: each list multiplies what stands below it by the rows it can
// have. Fields skipped by a directive count, and a field asked for twice counts twice. A fragment
// is weighed once however often it is spread, so the walk takes as long as the document has text.
type weigher struct {
	variables map[string]any
	fragments map[*ast.FragmentDefinition]weight
}

func weigh(op *ast.OperationDefinition, variables map[string]any) weight {
	w := weigher{variables: variables}
	return w.selection(op.SelectionSet)
}

func (w *weigher) selection(set ast.SelectionSet) weight {
	var sum weight
	for _, selection := range set {
		var one weight
		switch s := selection.(type) {
		case *ast.Field:
			one = w.field(s)
		case *ast.InlineFragment:
			one = w.selection(s.SelectionSet)
		case *ast.FragmentSpread:
			one = w.fragment(s.Definition)
		}
		sum.cost = min(sum.cost+one.cost, heaviest)
		sum.width = min(sum.width+one.width, heaviest)
		sum.depth = max(sum.depth, one.depth)
	}
	return sum
}

func (w *weigher) fragment(def *ast.FragmentDefinition) weight {
	if known, ok := w.fragments[def]; ok {
		return known
	}
	if w.fragments == nil {
		w.fragments = map[*ast.FragmentDefinition]weight{}
	}
	weight := w.selection(def.SelectionSet)
	w.fragments[def] = weight
	return weight
}

func (w *weigher) field(f *ast.Field) weight {
	below := w.selection(f.SelectionSet)
	each := 1 + below.cost
	// each ≤ heaviest + 1 and rows ≤ heaviest, so the product fits 64 bits only when divided first.
	cost := heaviest
	if rows := w.rows(f); rows == 0 || each <= heaviest/rows {
		cost = rows * each
	}
	return weight{cost: cost, depth: below.depth + 1, width: 1}
}

// rows is how many rows a field can have, at most heaviest.
func (w *weigher) rows(f *ast.Field) int {
	def := f.Definition
	if def == nil {
		return 1
	}
	asked := false
	rows := 0
	for _, arg := range def.Arguments {
		if n, ok := w.argument(f, arg); ok {
			asked, rows = true, max(rows, n)
		}
	}
	isList := def.Type.Elem != nil
	switch {
	case asked:
		return min(rows, heaviest)
	case !isList, isPage(f.ObjectDefinition):
		return 1
	}
	return rowsUnsaid
}

// argument is the number of rows that an argument of a field allows, if it is one that does.
func (w *weigher) argument(f *ast.Field, arg *ast.ArgumentDefinition) (rows int, ok bool) {
	value := arg.DefaultValue
	if given := f.Arguments.ForName(arg.Name); given != nil {
		value = given.Value
	}
	switch {
	case value == nil:
		return 0, false
	case arg.Name == "first", arg.Name == "last", arg.Name == "limit":
		return w.number(value)
	case arg.Name == "ids":
		return w.length(value), true
	}
	return 0, false
}

func (w *weigher) number(value *ast.Value) (int, bool) {
	if value.Kind == ast.IntValue {
		return atLeastOne(value.Raw)
	}
	if value.Kind != ast.Variable {
		return 0, false
	}
	switch v := w.variables[value.Raw].(type) {
	case int64:
		return max(int(v), 1), true
	case json.Number:
		return atLeastOne(v.String())
	}
	return 0, false
}

// atLeastOne reads a row count; what is negative or too large to read is refused later, where the
// argument's own limit is known.
func atLeastOne(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return heaviest, true
	}
	return max(n, 1), true
}

func (w *weigher) length(value *ast.Value) int {
	if value.Kind != ast.Variable {
		return max(len(value.Children), 1)
	}
	list, _ := w.variables[value.Raw].([]any)
	return max(len(list), 1)
}

// isPage tells a connection from other objects: the connection field has multiplied its rows
// already, so its edges and nodes do not again.
func isPage(def *ast.Definition) bool {
	return def != nil && def.Fields.ForName("pageInfo") != nil
}

func (w weight) bounds(l Limits) []bound {
	return []bound{
		{w.depth, l.Depth, "fields within fields", "nest less deeply"},
		{w.width, l.Roots, "fields at its root", "ask in several requests"},
		{w.cost, l.Cost, "values in its answer at most", "ask for fewer rows (first, last) at the nested lists, or page through them"},
	}
}
