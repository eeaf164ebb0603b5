// Package readonly looks at a Cypher statement that somebody else wrote, before it runs, and refuses what does
// more than read.
//
//	err := readonly.Inspect("RETURN 1 AS a /* … */ SET a.name = 'x'") // line 1, column 23: SET writes; …
//
// It is the first of several locks, not the only one: the statement also runs in a session that may only
// read, in a transaction that is always rolled back, and after its plan was found to read only (see
// graph.Store.Ask). So where Neo4j's grammar is not certain this package refuses: a name that is also
// the name of a writing clause passes as property, label, map key, parameter or in backticks, and
// nowhere else.
//
// It is no parser: whether a statement is valid Cypher is for Neo4j to say.
package readonly
