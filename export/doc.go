// Package export writes parts of the graph in the formats that graph tools read: GraphML and GEXF 1.3, which
// Gephi, networkx, Cytoscape and igraph open, and CSV as two tables, nodes and edges, which spreadsheets and
// Gephi's import open.
//
// A Graph is read from the JSON that GraphQL answered, whatever the question was: every object in it that has
// nodes and edges (a neighbourhood, a path, a network of collaborations) adds to it, each node and edge once. What the
// question selected becomes attributes in its order and of its types, whatever was found: nested objects under dotted
// names such as agency.name, lists as JSON, an edge's properties one attribute each after them. What was not selected is
// not there. All edges are written as directed, since the formats' readers refuse a mixture; COLLABORATED_WITH, which has
// no direction, is known by its kind. A weight that is not above zero is left out (see heavy).
package export
