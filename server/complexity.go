package server

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// defaultRows is how many rows a list counts for that has no argument to bound it: the page size the
// schema's connections have by default.
const defaultRows = 20

// aggregateCost is what facets or totals of a connection count for besides their values: they look at all its rows,
// of which nothing here tells how many there are. Among 100,000 creators a pass takes as long as some 100,000
// values do, in a brand's campaigns as long as a hundred; between the two, forty facets fit each of five objects.
const aggregateCost = 10_000

// valueBytes is what a value counts for besides its name: quotes, colon, comma and a number's digits.
const valueBytes = 12

// operation is one operation of a document with what it is held against, found out once.
type operation struct {
	*ast.OperationDefinition
	costModel costModel
	// Whether it asks about the schema, about data, or both.
	aboutSchema, aboutData bool
}

// measure looks at a validated operation: each list multiplies what stands below it by the rows it
// can have. Fields skipped by a directive count, and a field asked for twice counts twice. A fragment
// is looked at once however often it is spread, so the walk takes as long as the document has text.
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

// measured is what the walk tells of a selection.
type measured struct {
	complexity
	varying                []int
	aboutSchema, aboutData bool
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
	if len(all.varying) > 0 {
		all.varying = m.part(varyingPart{rows: rows{fallback: 1}, each: all.answerSize, varying: all.varying})
		all.answerSize = answerSize{}
	}
	m.fragments[def] = all
	return all
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
		return one
	}
	one.varying = m.part(varyingPart{rows: rows, each: each, varying: below.varying})
	return one
}

// isAboutSchema tells the fields that give the schema away.
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

// argument takes in the rows that an argument of a field allows, if it is one that does.
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

// rowsIn is how many rows a value of the document allows; zero when it bounds nothing.
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

// isPage tells connections and subgraphs from other objects: the field above has multiplied their rows
// already, so their edges and nodes do not again.
func isPage(def *ast.Definition) bool {
	return def != nil && (def.Fields.ForName("pageInfo") != nil || def.Fields.ForName("truncated") != nil)
}
