// Package oracle answers operations of the schema in the slow and obvious way: field by field, recursively, over
// a small random graph in memory. Its test sends random operations to the real read path (compiler,
// Neo4j, writer) and to this package, and expects the same bytes from both, errors included.
//
// The package implements the meaning of each field a second time, from the schema's descriptions and docs/model.md,
// and deliberately shares nothing with graph/mapping, graph/compile or graph/answer. Only tests use it.
//
//	go test ./internal/oracle                               # 500 operations
//	go test ./internal/oracle -operations 20000 -seed 7     # more, others
//
// It leaves out search, mutations, subscriptions and introspection.
package oracle
