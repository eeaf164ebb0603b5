// Package subgraph holds what is the same for every part of the graph that is shown or exported, with no
// database: which of many neighbours are taken, what an edge weighs and is called, and how a way along edges
// reads as a sentence.
//
// Neighbours are taken in turns, so that no kind of edge crowds out another: see Choice. Not promised is a
// choice that would be best for any one purpose; who wants all neighbours of one kind asks for that kind.
package subgraph
