// Package facts reads the inputs of the models from the graph, as rows of package insight, and writes their
// results. It streams whole markets, and reads the surroundings of single nodes.
package facts
