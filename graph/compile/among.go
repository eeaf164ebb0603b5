package compile

import (
	"maps"
	"slices"
	"strings"
)

// Among is the statement that finds all edges of the asked kinds among entities, whose keys, by label, are its
// parameters. Its one row has edges and run, as Near's have.
func Among(keys map[string][]string, kinds []string) Statement {
	params := map[string]any{}
	var parts []string
	labels := slices.Sorted(maps.Keys(lanes)) // all of them, so that few texts serve
	for _, label := range labels {
		params[lower(label)] = keys[label]
		parts = append(parts, "UNWIND $"+lower(label)+" AS key\nMATCH (node:"+label+" {key: key})\nRETURN node")
	}
	return Statement{Params: params, Text: block("CALL ()", strings.Join(parts, "\nUNION ALL\n")) +
		"\nWITH collect(node) AS nodes, " + lastRun + " AS run\nRETURN run, " + among(labels, kinds).edges("nodes") + " AS edges"}
}
