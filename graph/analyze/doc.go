// Package analyze derives from the whole graph what no question could work out while somebody waits: who has
// collaborated with whom, the communities they form, what models learn.
//
// # The idea
//
// An analysis is a table of steps in order (steps). Each reads the graph, some read what an earlier one made,
// and each puts what it makes in the place of what its last run made by one transaction at its end, so that
// readers see the old values until the new are complete, and the old ones if the process dies.
//
// One process at a time analyses a database: it holds a lease (graph.Lease), which every transaction of a step
// renews, so that a process that was silent for too long cannot write beside its successor.
//
// # What is skipped
//
// A step whose inputs have not changed since its last run is passed over. Inputs are told apart by numbers that
// cost next to nothing to read: how many nodes and relationships there are of each kind, how often campaigns'
// totals changed, how many batches of imports changed something. What somebody changes by hand in the
// database, without changing a number, is seen by Options.Full alone.
//
// # What is not promised
//
// Steps that use Graph Data Science are left out where the database does not have it; Run then completes the
// others and returns an error that says so.
package analyze
