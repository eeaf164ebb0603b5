// Package compile turns a GraphQL operation into one parameterised Cypher statement that returns
// exactly the asked-for shape, and into the Shape by which package answer writes the record out.
//
// Each object becomes a map projection, each list a COLLECT { } subquery, each total a COUNT { };
// filters, orders and cursors are pushed down. Columns are named by schema field and an ordinal,
// so aliases and values never reach the text: two operations that differ only in them share one
// statement and one plan of the database. No client text is ever part of the text.
//
// An operation is compiled for its variables' form (which are given, which enum values and flags
// they hold); the values themselves are bound at each run:
//
//	plan, err := compiler.Operation(op, vars)
//	bound, err := plan.Bind(vars, today)
//	// run bound.Statement, then answer.Write(plan.Shape, record, bound.Pages)
package compile
