package compile

import "github.com/creatorgraph/creatorgraph/graph/cypher"

// collect is the list of a query's rows.
func collect(clauses ...cypher.Clause) cypher.Expr {
	return cypher.Subquery{Of: cypher.Collect, Query: clauses}
}

// exists says whether a pattern is there for which all predicates hold.
func exists(pattern cypher.Pattern, predicates []cypher.Expr) cypher.Expr {
	query := cypher.Query{cypher.Match{Pattern: pattern}}
	if len(predicates) > 0 {
		query = append(query, cypher.Where(predicates))
	}
	return cypher.Subquery{Of: cypher.Exists, Query: query}
}

// call is the clause that runs a query for the object in a variable, or for none.
func call(scope string, clauses ...cypher.Clause) cypher.CallSubquery {
	c := cypher.CallSubquery{Query: clauses}
	if scope != "" {
		c.Scope = []string{scope}
	}
	return c
}

// present is an expression where a variable holds something, otherwise null.
func present(v string, expr cypher.Expr) cypher.Expr {
	return cypher.If(cypher.IsNotNull(cypher.Variable(v)), expr)
}

// with is the clause that carries one expression on.
func with(expr cypher.Expr, name string) cypher.With {
	return cypher.With{Items: []cypher.Item{cypher.As(expr, name)}}
}

// limitTo is the clause that keeps as many rows as a parameter says.
func limitTo(parameter cypher.Parameter) cypher.Limit { return cypher.Limit{Count: parameter} }

// everything is the * of WITH *.
func everything() cypher.Item { return cypher.Item{Expr: cypher.All} }

// distinct is the clause that makes rows of the same variables one.
func distinct(variables ...string) cypher.With {
	return cypher.With{Distinct: true, Items: cypher.Columns(variables...)}
}

// firstLabel is a node's label: here each has one.
func firstLabel(node string) cypher.Expr {
	return cypher.Index{List: cypher.Fn("labels", cypher.Variable(node)), At: cypher.Lit(0)}
}

// path is a pattern that begins at a variable; its label may be empty.
func path(start, label string, hops ...cypher.Hop) cypher.Pattern {
	return cypher.Path(cypher.NodePattern{Variable: start, Label: label}, hops...)
}

// hop is a relationship and the node it leads to. Variables and the label may be empty.
func hop(edge, rel string, in bool, to, label string) cypher.Hop {
	r := cypher.Relationship{Variable: edge, Types: []string{rel}}
	if in {
		r.Direction = cypher.Incoming
	}
	return cypher.Hop{Relationship: r, To: cypher.NodePattern{Variable: to, Label: label}}
}

// contains says whether an expression is one of several.
func contains(all []cypher.Expr, one cypher.Expr) bool {
	for _, e := range all {
		if cypher.Same(e, one) {
			return true
		}
	}
	return false
}

// today is the day that contracts are looked at on, a DATE.
const today = cypher.Parameter("today")
