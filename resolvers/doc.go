// Package resolvers runs operations.
//
//   - Stored fields, which the graph alone answers: operation.go compiles them into one statement, runs it and
//     writes the record as JSON. split.go continues where the compiler split an operation, aggregate_cache.go caches facets and
//     totals of whole labels.
//   - Computed fields: Go functions from keys and arguments to rows, of graph/explore and recommend/…, listed in
//     computed.go. The compiler and the writer complete the objects in their rows.
//   - Mutations and subscriptions: <noun>.resolvers.go. Payloads are compiled and written like stored fields.
//
// Introspection stays with gqlgen's executor. errors.go turns every error into what a client may see.
package resolvers
