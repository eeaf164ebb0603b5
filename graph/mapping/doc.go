// Package mapping reads, from the schema's directives, how each type and field lies in the graph: which
// label or relationship, which property, which statement. It is pure; an SDL that does not fit
// together is refused with file and line.
package mapping
