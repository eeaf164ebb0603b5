// Package check reads a whole data set without a database and reports everything wrong with it: every
// fault of every cell, broken references between tables, and valid but suspicious values. An import reports the same
// faults of cells, since both get them from package dataset.
//
// The package does not know the keys of a graph. It looks a row's key up in the data set alone; if the
// data set has no table of such keys, it counts them as not looked up.
//
// It needs some 100 bytes of memory for each key, and for each creator's audience and history.
package check
