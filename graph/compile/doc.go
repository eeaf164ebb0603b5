// Package compile turns a GraphQL operation into one parameterised Cypher statement that returns
// exactly the asked-for shape, and into the Shape by which package answer writes the record out.
//
// The statement is built as a tree of package cypher's nodes and printed once, when all is compiled; what has to
// be known of it, such as the number of patterns or whether it reads $today, is asked of the tree.
//
// Each object becomes a list of its columns, each list of objects a COLLECT { } subquery, each total a COUNT { };
// filters, orders and cursors are pushed down. Columns are told apart by place, and values are
// parameters, so neither aliases nor values reach the text: two operations that differ only in them share one
// statement and one plan of the database. No client text is ever part of the text.
//
// What would make a statement too large is left to others: an operation of more rows than the budget is split, and its
// WithSplits go on from the keys it leaves; what is asked of all nodes of a label is an Separate, which can be kept from
// one operation to the next; computed fields are Calls.
//
// An operation is compiled for its variables' form (which are given, which enum values and flags
// they hold); the values themselves are bound at each run:
//
//	plan, err := compiler.Compile(op, vars)
//	boundPlan, err := plan.Bind(vars, today)
//	// run boundPlan.Statement, then answer.Write(plan.Shape, record, boundPlan, …)
package compile
