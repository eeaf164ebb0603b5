// Package subgraph holds what all shown or exported parts of the graph have in common, without a
// database: which of many neighbours to take, the weight and kind of an edge, and how a path
// reads as a sentence.
//
// It takes neighbours in turns, so that no kind of edge crowds out another: see Choice. It does not promise the
// best choice for any one purpose; to get all neighbours of one kind, ask for that kind.
package subgraph
