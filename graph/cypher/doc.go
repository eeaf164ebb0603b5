// Package cypher holds Cypher as a tree: clauses, patterns and expressions are nodes, and Print writes them.
//
//	query := cypher.Query{
//		cypher.MatchNode("creator", "Creator", cypher.Parameter("key")),
//		cypher.Return{Items: []cypher.Item{cypher.As(cypher.Prop("creator", "name"), "name")}},
//	}
//	cypher.Print(query)      // MATCH (creator:Creator {key: $key})\nRETURN creator.name AS name
//	cypher.Parameters(query) // key
//	cypher.Patterns(query)   // 1
//
// The nodes are those that package compile needs, not all of the language. A statement that was written by hand
// is one node, a Fragment: Parse reads its tokens, so that its parameters can be bound to expressions, and its
// text is kept as it is.
//
// The printer gives a clause a line and indents by two spaces what stands between braces. It puts brackets where an
// operand binds less strongly than its operator; Paren puts them where they only help a reader. The same tree always
// gives the same text.
//
// Nothing here checks that a statement makes sense: names are written as they are, and must be those of a schema.
// Values belong in parameters.
package cypher
