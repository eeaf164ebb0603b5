// Package analyze derives from the whole graph what no query could compute in time: who has
// collaborated with whom, the communities they form, and the models.
//
// # The idea
//
// An analysis is an ordered table of steps (steps). Each step reads the graph, some read the result of an earlier one,
// and each replaces the result of its last run in one transaction at its end. Readers therefore
// see the old values until the new ones are complete, and keep them if the process dies.
//
// One process at a time analyses a database. It holds a lease (graph.Lease), which every transaction of a step
// renews, so a process that was silent for too long cannot write beside its successor.
//
// # What is skipped
//
// A run skips a step whose inputs have not changed since its last run. It compares numbers that
// are cheap to read: how many nodes and relationships there are of each kind, how often campaigns'
// totals changed, how many batches of imports changed something. Only Options.Full sees a change by hand in the
// database that changes none of these numbers.
//
// # What is not promised
//
// If the database does not have Graph Data Science, Run leaves out the steps that use it, completes the
// others and returns an error that says so.
package analyze
