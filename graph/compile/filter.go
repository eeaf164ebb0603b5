package compile

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// operators are the comparisons that input objects ask for by their fields' names.
var operators = map[string]cypher.Operator{
	"eq": cypher.Equal, "in": cypher.In, "startsWith": cypher.StartsWith, "contains": cypher.Contains,
	"gte": cypher.AtLeast, "lte": cypher.AtMost, "gt": cypher.Greater, "lt": cypher.Less,
}

// filter gives the predicates of a filter input; all must hold.
func (u *compilation) filter(s source, in input) ([]cypher.Expr, error) {
	var predicates []cypher.Expr
	meta := u.c.m.Inputs[in.typ.Name()]
	for _, def := range meta.Def.Fields {
		part, ok := u.field(in, def.Name)
		if !ok {
			continue
		}
		got, err := u.predicates(s, meta.Filters[def.Name], part)
		if err != nil {
			return nil, err
		}
		predicates = append(predicates, got...)
	}
	return predicates, nil
}

// predicates gives those of one field of a filter input.
func (u *compilation) predicates(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	switch in.name {
	case "AND":
		return u.each(s, in.items())
	case "OR":
		return u.anyOf(s, in.items())
	case "NOT":
		return u.not(s, in)
	}
	return u.fieldPredicates(s, f, in)
}

// fieldPredicates gives the predicates of one filter field.
func (u *compilation) fieldPredicates(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	u.conditions++
	switch {
	case f.Statement != "":
		return u.statementPredicates(s, f, in)
	case len(f.Path) > 0:
		return u.pathPredicates(s, f, in)
	}
	expr := s.property(f.Property)
	def := u.c.m.Schema.Types[in.typ.Name()]
	if def.Kind == ast.InputObject {
		return u.comparisons(s, f, in, def)
	}
	operator := cypher.Equal
	if in.typ.Elem != nil {
		operator = cypher.In
	}
	if f.Op != "" {
		operator = operators[f.Op]
	}
	return []cypher.Expr{cypher.Op(expr, operator, temporal(in.typ.Name(), u.value(in)))}, nil
}

// comparisons compares a property, or a quotient of two, as an input object says: {gte, lte}, {eq, in, …}.
func (u *compilation) comparisons(s source, f *mapping.Filter, in input, def *ast.Definition) ([]cypher.Expr, error) {
	expr := s.property(u.propertyAsked(f, in))
	compared := expr
	if f.Per != "" {
		compared = cypher.Op(cypher.Op(cypher.Lit(1.0), cypher.Times, expr), cypher.Over, s.property(f.Per))
	}
	var predicates []cypher.Expr
	for _, part := range def.Fields {
		value, ok := u.field(in, part.Name)
		operator := operators[part.Name]
		if !ok || operator == "" {
			continue
		}
		predicates = append(predicates, cypher.Op(compared, operator, temporal(part.Type.Name(), u.value(value))))
	}
	if f.Per != "" && len(predicates) > 0 {
		predicates = append(predicates, cypher.Op(s.property(f.Per), cypher.Greater, cypher.Lit(0)))
	}
	if f.Floor != nil && len(predicates) > 0 {
		predicates = append(predicates, cypher.Op(expr, cypher.AtLeast, cypher.Lit(*f.Floor)))
	}
	return predicates, nil
}

// propertyAsked names the property that a filter field asks about: of prices, that of the format in its input.
func (u *compilation) propertyAsked(f *mapping.Filter, in input) string {
	if f.Suffix == "" {
		return f.Property
	}
	suffix, _ := u.field(in, f.Suffix)
	text, _ := suffix.now.(string)
	return f.Property + pascal(text)
}

// temporal reads a parameter as the database compares it: instants arrive as text.
func temporal(typ string, param cypher.Expr) cypher.Expr {
	if typ == "DateTime" {
		return cypher.Fn("datetime", param)
	}
	return param
}

// statementPredicates compares the value that a statement gives for the object, or takes it for the condition where the input
// compares nothing.
func (u *compilation) statementPredicates(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	meta := u.c.m.Inputs[in.typ.Name()]
	value := u.name("value")
	values := map[string]cypher.Expr{}
	var predicates []cypher.Expr
	isCondition := true
	for _, part := range meta.Def.Fields {
		operator := operators[part.Name]
		isCondition = isCondition && operator == ""
		given, ok := u.field(in, part.Name)
		if !ok {
			continue
		}
		if operator != "" {
			predicates = append(predicates, cypher.Op(cypher.Variable(value), operator, u.value(given)))
			continue
		}
		values[part.Name] = u.checked(given, meta.Bounds, meta.Periods, func(name string) (input, bool) {
			return u.field(in, name)
		})
	}
	if isCondition {
		predicates = append(predicates, cypher.Variable(value))
	}
	if len(predicates) == 0 {
		return nil, nil
	}
	return []cypher.Expr{cypher.Subquery{Of: cypher.Exists, Query: cypher.Query{
		callFor(s.b.v, u.c.statements[f.Statement].Bind(values)),
		with(cypher.Variable("value"), value), cypher.Where{cypher.AllOf(predicates...)},
		cypher.Return{Items: cypher.Columns(value)}}}}, nil
}
