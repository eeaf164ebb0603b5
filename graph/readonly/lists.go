package readonly

import (
	"slices"
	"strings"
)

// clauseStarts are the words that a statement that reads can begin with.
var clauseStarts = []string{"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "LET", "FILTER", "WHEN", "FINISH"}

// writes are the clauses that do more than read this graph, and why they are refused.
var writes = map[string]string{
	"CREATE": "writes", "INSERT": "writes", "MERGE": "writes", "SET": "writes", "REMOVE": "writes",
	"DELETE": "writes", "DETACH": "writes", "NODETACH": "writes", "FOREACH": "writes",
	"DROP": "changes the schema", "ALTER": "administers", "GRANT": "administers", "DENY": "administers",
	"REVOKE": "administers", "SHOW": "administers", "TERMINATE": "administers",
	"USE": "chooses another graph", "PERIODIC": "commits by itself", "TRANSACTIONS": "commits by itself",
	"CSV": "reads files and addresses",
}

// procedures may be called: they read the graph, its schema and its indexes. A trailing * stands for any end.
// Graph Data Science runs nothing here: its memory is not counted as the statement's.
var procedures = []string{
	"db.labels", "db.relationshipTypes", "db.propertyKeys", "db.schema.*", "db.ping",
	"db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships",
	"db.index.vector.queryNodes", "db.index.vector.queryRelationships",
	"gds.list", "gds.version", "gds.graph.list", "gds.graph.exists",
}

// functions may be called, of those whose name has a dot; those without are Cypher's own, all but hidden.
var functions = []string{
	"date.*", "datetime.*", "localdatetime.*", "time.*", "localtime.*", "duration.*", "point.*", "vector.*",
	"db.nameFromElementId", "gds.similarity.*", "gds.version",
}

// hidden tell of the files a statement reads.
var hidden = []string{"FILE", "LINENUMBER"}

// listed compares without regard to case, which Neo4j holds for functions, not for procedures.
func listed(list []string, name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(list, func(item string) bool {
		item = strings.ToLower(item)
		prefix, open := strings.CutSuffix(item, "*")
		return item == name || open && strings.HasPrefix(name, prefix)
	})
}
