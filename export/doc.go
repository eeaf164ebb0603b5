// Package export writes parts of the graph in the formats of graph tools: GraphML and GEXF 1.3, which
// Gephi, networkx, Cytoscape and igraph open, and CSV as two tables, nodes and edges, which spreadsheets and
// Gephi's import open.
//
// A Graph comes from the JSON of a GraphQL answer, whatever the question was: every object in it that has
// nodes and edges (a neighbourhood, a path, a network of collaborations) contributes, each node and edge once. The
// selected fields become attributes in their order and of their types, whatever the answer contains: nested objects under
// dotted names such as agency.name, lists as JSON, then each property of an edge as an attribute. Fields that were not
// selected are missing. All edges are written as directed, since the formats' readers refuse a mixture; the kind
// COLLABORATED_WITH identifies the undirected ones. A weight that is not above zero is left out (see heavy).
package export
