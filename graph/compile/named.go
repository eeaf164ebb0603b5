package compile

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// statement calls a named statement for the object in b, with the field's arguments.
func (u *compilation) statement(b scope, f *mapping.Field, field *ast.Field, suffix string) (source, error) {
	head, err := u.call(b, f, f.Statement, field)
	return source{head: cypher.Query{head}, parent: b.v, b: scope{rows: newRows(suffix)}}, err
}

// call is the clause that runs a named statement for the object in b.
func (u *compilation) call(b scope, f *mapping.Field, name string, field *ast.Field) (cypher.Clause, error) {
	statement := u.c.statements[name]
	values := map[string]cypher.Expr{}
	for _, parameter := range statement.Parameters() {
		if parameter == string(today) {
			continue
		}
		value, err := u.statementArg(f, field, parameter)
		if err != nil {
			return nil, err
		}
		values[parameter] = value
	}
	return callFor(b.v, statement.Bind(values)), nil
}

// callFor is the clause that runs a statement for the object in a variable, which the statement sees as this.
func callFor(v string, statement *cypher.Fragment) cypher.Clause {
	if v == "" {
		return call("", statement)
	}
	return call(v, with(cypher.Variable(v), "this"), statement)
}

// statementArg makes a parameter of a field's argument; an absent one is null. Of a text to search
// for, its name with an ending appended is a query for it.
func (u *compilation) statementArg(f *mapping.Field, field *ast.Field, name string) (cypher.Expr, error) {
	base, read := phraseIn(name)
	in, ok := u.argument(field, base)
	if !ok {
		return cypher.Null(), nil
	}
	if typ := f.Keys[name]; typ != "" {
		return u.keyOf(in, typ), nil
	}
	if f.Phrases[base] {
		path := append(append(ast.Path{}, u.path...), in.argumentPath()...)
		return u.add(path, func(r *binding) (any, error) { return read(in.at(r)) }), nil
	}
	return u.checked(in, f.Bounds, f.Periods, func(name string) (input, bool) { return u.argument(field, name) }), nil
}

// keyOf makes a parameter of the key within an id that must be of a type.
func (u *compilation) keyOf(in input, typ string) cypher.Expr {
	path := append(append(ast.Path{}, u.path...), in.argumentPath()...)
	return u.add(path, func(r *binding) (any, error) {
		ref, err := parseRef(in.at(r))
		if err != nil {
			return nil, err
		}
		if ref.Type != typ {
			return nil, &Error{What: fmt.Sprintf("the id is that of a %s, not of a %s", ref.Type, typ),
				Remedy: "give the id of a " + typ}
		}
		return ref.Key, nil
	})
}
