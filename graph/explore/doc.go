// Package explore answers the fields that show a part of the graph: Query.neighborhood, Query.paths and
// Query.collaborationNetwork. The statements are package compile's; which of many neighbours to take (Choice), what
// an edge weighs and shows (Edge) and how a path reads as a sentence (Path.Sentence) are decided here, without a
// database.
//
// A neighbourhood takes neighbours in turns, so that no kind of edge crowds out another. It does not promise the
// best choice for any one purpose; to get all neighbours of one kind, ask for that kind.
package explore
