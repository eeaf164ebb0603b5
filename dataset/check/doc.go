// Package check reads a whole data set without a database and tells all that is wrong with it: every
// fault of every cell, references between the tables, and what is legal but odd. What it says of a cell
// package dataset says to an import, too.
//
// The keys of a graph are unknown to it: a key that a row names is looked for in the data set alone. Where
// the data set has no table of such keys, they are counted as not looked up.
//
// It needs some 100 bytes of memory for each key, and for each creator's audience and history.
package check
