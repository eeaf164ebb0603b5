// Command bench compares three servers that answer the same questions from the same Neo4j: ours
// (creatorgraph serve), a hand-written handler with one Cypher statement for each question
// (peers/handwritten), and @neo4j/graphql on graphql-yoga (peers/neo4j-graphql). It writes
// docs/benchmarks.md wholly by itself; what a person has to say about the figures stands in notes.md,
// which it takes in.
//
//	go run ./bench                             everything from nothing: make bench
//	go run ./bench -quick                      a smaller market, fewer and shorter runs: make bench-quick
//	go run ./bench -data-dir DIR -cases nested a database that is there already, one question
//
// Each question is a case: cases/NN_name.graphql is asked of ours, NN_name.cypher is the hand-written
// statement, NN_name.peer.graphql is asked of the peer, and NN_name.json says what values they are asked
// with. Before anything is timed, each case's answers are compared for every set of values, and the run
// fails where they differ (compare.go has the differences in form that are none of content). While it is
// timed, every answer must have the length it had when it was compared.
//
// Runs are interleaved (ours, hand-written, peer, ours, …) after all three have been warmed up; figures are
// medians of the rounds with their spread. Every run is a line of samples.jsonl in the data folder, so that
// all figures can be computed anew.
//
// The load comes from this process on the same machine; the share of the processor it takes is reported.
package main
