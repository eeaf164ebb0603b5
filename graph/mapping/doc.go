// Package mapping reads from the schema's directives what each type and field stands for in the graph: a
// label or relationship, a property, a statement. It is pure, and refuses an inconsistent SDL with file
// and line.
package mapping
