// Package cypher splits a Cypher statement into tokens as Neo4j does.
package cypher
