// Package load brings a data set into the graph and out of it again.
//
// Import goes over a connection, file by file in an order in which no row points at a later file, in
// batches that are each one transaction: rows, and how far the file has come. What was killed goes on
// where it was. Offline goes through neo4j-admin into a database that is empty and not running.
// Export writes the same format, ordered by key, so that two exports can be compared.
//
// Form is checked by package dataset; that the keys a row names exist is checked here, by the
// statements themselves over a connection and against the keys of the folder otherwise.
package load
