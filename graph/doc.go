// Package graph is the one door to Neo4j. A Store connects, runs statements with bounded retries and
// time limits, carries each client's bookmarks so that it reads what it wrote, and turns the
// driver's errors into this package's Error. It applies the migrations, too.
//
// What the statements say is written elsewhere: package compile writes those of GraphQL operations,
// package statements holds the hand-written ones by name.
package graph
