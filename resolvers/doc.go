// Package resolvers answers operations. Found fields, which the graph alone answers, are compiled
// into one statement and written from its record (operation.go); computed fields are Go functions
// from arguments to rows, completed by the same compiler (<noun>.resolvers.go).
package resolvers
