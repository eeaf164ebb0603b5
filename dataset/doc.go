// Package dataset is the import contract: the tables a data set is made of, a reader that checks
// every cell and names file, line, column, value and reason of whatever cannot be used, and a writer
// of the same files. Nothing about a row's form is checked anywhere else; whether the keys that a
// row names exist is for its user, who has the graph, to find out.
//
// Reading needs the same small memory for a file of any length.
package dataset
