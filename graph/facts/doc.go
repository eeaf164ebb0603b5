// Package facts reads from the graph what the sciences learn from, as rows of package insight, and writes what
// they conclude. What is read here is what a whole market holds, streamed, or the surroundings of one node.
package facts
