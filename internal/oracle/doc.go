// Package oracle answers operations of the schema the slow and obvious way: field by field, recursively, over
// a small random graph held in memory. Its test asks random operations of the real read path (compiler,
// Neo4j, writer) and of this package, and wants the same bytes from both, errors included.
//
// What a field means is written down here a second time, from the schema's descriptions and docs/model.md,
// and on purpose shares nothing with graph/mapping, graph/compile or graph/answer. Only tests use it.
//
//	go test ./internal/oracle                               # 500 operations
//	go test ./internal/oracle -operations 20000 -seed 7     # more, others
//
// It leaves out search, mutations, subscriptions and introspection.
package oracle
