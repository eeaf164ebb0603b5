package server

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// defaultRows is how many rows a list counts for that has no argument to bound it: the page size the
// schema's connections have by default.
const defaultRows = 20

// aggregateCost is the cost of facets or totals of a connection, besides their values: they read all its rows, whose number
// is not known here. A pass over 100,000 creators takes as long as some 100,000 values, one over a brand's campaigns as
// long as a hundred; this cost in between admits forty facets on each of five objects.
const aggregateCost = 10_000

// valueBytes is what a value counts for besides its name: quotes, colon, comma and a number's digits.
const valueBytes = 12

// operation is one operation of a document with its cost model, which is computed once.
type operation struct {
	*ast.OperationDefinition
	costModel costModel
	// Whether it asks about the schema, about data, or both.
	aboutSchema, aboutData bool
}

// measure computes the cost model of a validated operation: each list multiplies the cost below it by the rows it can have.
// Fields skipped by a directive count, and a field asked for twice counts twice. A fragment is measured once however often
// it is spread, so the time is linear in the document's length.
func measure(op *ast.OperationDefinition) operation {
	m := measurer{}
	all := m.selection(op.SelectionSet)
	return operation{
		OperationDefinition: op, aboutSchema: all.aboutSchema, aboutData: all.aboutData,
		costModel: costModel{complexity: all.complexity, varying: all.varying, parts: m.parts},
	}
}

type measurer struct {
	parts     []varyingPart
	fragments map[*ast.FragmentDefinition]measured
}

// measured is the cost of a selection.
type measured struct {
	complexity
	varying                []int
	once                   pageCost
	aboutSchema, aboutData bool
}

// pageCost is what a page holds once, however many rows it has: totals, facets, whether there is a next one.
type pageCost struct {
	answerSize
	varying []int
}

func (m *measurer) selection(set ast.SelectionSet) measured {
	var all measured
	for _, selection := range set {
		var one measured
		switch s := selection.(type) {
		case *ast.Field:
			one = m.field(s)
		case *ast.InlineFragment:
			one = m.selection(s.SelectionSet)
		case *ast.FragmentSpread:
			one = m.fragment(s.Definition)
		}
		all.answerSize = all.plus(one.answerSize)
		all.width = min(all.width+one.width, maxCost)
		all.depth = max(all.depth, one.depth)
		all.varying = append(all.varying, one.varying...)
		all.once.answerSize = all.once.plus(one.once.answerSize)
		all.once.varying = append(all.once.varying, one.once.varying...)
		all.aboutSchema = all.aboutSchema || one.aboutSchema
		all.aboutData = all.aboutData || one.aboutData
	}
	return all
}

func (m *measurer) fragment(def *ast.FragmentDefinition) measured {
	if known, ok := m.fragments[def]; ok {
		return known
	}
	if m.fragments == nil {
		m.fragments = map[*ast.FragmentDefinition]measured{}
	}
	all := m.selection(def.SelectionSet)
	all.answerSize, all.varying = m.evaluatedOnce(all.answerSize, all.varying)
	all.once.answerSize, all.once.varying = m.evaluatedOnce(all.once.answerSize, all.once.varying)
	m.fragments[def] = all
	return all
}

// evaluatedOnce makes one part of a cost that varies.
func (m *measurer) evaluatedOnce(fixed answerSize, varying []int) (answerSize, []int) {
	if len(varying) == 0 {
		return fixed, nil
	}
	return answerSize{}, m.part(varyingPart{rows: rows{fallback: 1}, each: fixed, varying: varying})
}

func (m *measurer) part(part varyingPart) (open []int) {
	m.parts = append(m.parts, part)
	return []int{len(m.parts) - 1}
}

func (m *measurer) field(f *ast.Field) measured {
	below := m.selection(f.SelectionSet)
	rows, each := rowsOf(f), below.plus(answerSize{cost: 1, bytes: len(f.Alias) + valueBytes})
	one := measured{
		complexity:  complexity{depth: below.depth + 1, width: 1},
		aboutSchema: isAboutSchema(f),
		aboutData:   !strings.HasPrefix(f.Name, "__"),
	}
	if isPass := f.Definition != nil && f.Definition.Directives.ForName("aggregate") != nil; isPass {
		one.cost = aggregateCost
	}
	if len(rows.variables) == 0 && len(below.varying) == 0 {
		one.answerSize = one.plus(each.times(rows.evaluate(nil)))
	} else {
		one.varying = m.part(varyingPart{rows: rows, each: each, varying: below.varying})
	}
	one.answerSize = one.plus(below.once.answerSize)
	one.varying = append(one.varying, below.once.varying...)
	if isOncePerPage(f) {
		one.once = pageCost{one.answerSize, one.varying}
		one.answerSize, one.varying = answerSize{}, nil
	}
	return one
}

// isOncePerPage says whether a field is of a page as a whole and not of its rows.
func isOncePerPage(f *ast.Field) bool {
	if f.Definition == nil || !isPage(f.ObjectDefinition) {
		return false
	}
	return f.Definition.Type.Elem == nil || f.Definition.Arguments.ForName("first") != nil
}

// isAboutSchema says whether a field reveals the schema.
func isAboutSchema(f *ast.Field) bool {
	isText := f.Name == "sdl" && f.ObjectDefinition != nil && f.ObjectDefinition.Name == "Query"
	return isText || f.Name == "__schema" || f.Name == "__type"
}

func rowsOf(f *ast.Field) rows {
	def := f.Definition
	if def == nil {
		return rows{fallback: 1}
	}
	all := rows{fallback: defaultRows}
	if isList := def.Type.Elem != nil; !isList || isPage(f.ObjectDefinition) {
		all.fallback = 1
	}
	for _, arg := range def.Arguments {
		all.argument(f, arg)
	}
	return all
}

// argument applies an argument of a field, if it bounds the rows.
func (r *rows) argument(f *ast.Field, arg *ast.ArgumentDefinition) {
	isList := arg.Name == "ids"
	if !isList && !slices.Contains([]string{"first", "last", "limit"}, arg.Name) {
		return
	}
	unsaid := rowsIn(arg.DefaultValue, isList)
	given := f.Arguments.ForName(arg.Name)
	switch {
	case given == nil || given.Value.Kind == ast.NullValue: // null is the default
		r.fixed = max(r.fixed, unsaid)
	case given.Value.Kind == ast.Variable:
		r.fallback = max(r.fallback, unsaid)
		r.variables = append(r.variables, rowVariable{name: given.Value.Raw, isList: isList})
	default:
		r.fixed = max(r.fixed, rowsIn(given.Value, isList))
	}
}

// rowsIn is the number of rows that a literal value allows; zero when it does not bound them.
func rowsIn(value *ast.Value, isList bool) int {
	switch {
	case value == nil:
	case isList:
		return max(len(value.Children), 1)
	case value.Kind == ast.IntValue:
		return parseRowCount(value.Raw)
	}
	return 0
}

// isPage says whether a type is a connection or a subgraph. The field that returns it has already multiplied the cost by the
// rows, so its edges and nodes do not multiply it again.
func isPage(def *ast.Definition) bool {
	return def != nil && (def.Fields.ForName("pageInfo") != nil || def.Fields.ForName("truncated") != nil)
}
