// Package graph is the only way to Neo4j. A Store connects, runs statements with bounded retries and
// time limits, carries each client's bookmarks so that it reads its own writes, and turns the
// driver's errors into this package's Error. The package also applies the migrations.
//
// The statements come from elsewhere: package compile writes those of GraphQL operations,
// package statements holds the hand-written ones by name.
package graph
