// Package examples holds an operation for each root field, named after it: what the guides show, the
// demo asks and the tests run, on a generated market.
package examples

import "embed"

// Files are the operations, <field>.graphql.
//
//go:embed *.graphql
var Files embed.FS
