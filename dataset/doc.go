// Package dataset is the import contract: the tables of a data set, a reader that checks
// every cell and reports file, line, column, value and reason of each one it cannot use, and a writer
// of the same files. No other package checks the form of a row. Whether the keys in a
// row exist is for the caller to check, who has the graph.
//
// Reading needs the same small amount of memory for a file of any length.
package dataset
