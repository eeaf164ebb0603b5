// Package load imports a data set into the graph and exports it again.
//
// Import works over a connection. It reads the files in an order in which no row refers to a later file, and
// writes batches, each in one transaction together with the position in the file. A killed import therefore
// continues where it stopped. Offline uses neo4j-admin on an empty database that is not running.
// Export writes the same format, ordered by key, so that two exports can be compared.
//
// Package dataset checks the form of rows; this package checks that the keys in a row exist: over a connection
// the statements do it, offline it looks in the keys of the folder.
package load
