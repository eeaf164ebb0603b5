// Package schema holds the GraphQL schema, one file per noun: the public contract, and in its
// directives how each type and field lies in the graph.
package schema

import "embed"

// Files are the SDL files, *.graphqls.
//
//go:embed *.graphqls
var Files embed.FS
