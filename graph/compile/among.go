package compile

import (
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Among is the statement that finds all edges of the asked kinds among entities, whose keys, by label, are its
// parameters. Its one row has edges and run, as Neighborhood's have.
func Among(keys map[string][]string, kinds []string) Statement {
	params := map[string]any{}
	var found cypher.Query
	labels := slices.Sorted(maps.Keys(edgeSteps)) // all of them, so that few texts serve
	for i, label := range labels {
		params[lower(label)] = keys[label]
		if i > 0 {
			found = append(found, cypher.UnionAll{})
		}
		found = append(found, cypher.Unwind{List: cypher.Parameter(lower(label)), As: "key"},
			cypher.MatchNode("node", label, cypher.Variable("key")), cypher.Return{Items: cypher.Columns("node")})
	}
	return Statement{Params: params, Text: cypher.Print(cypher.Query{
		call("", found...),
		cypher.With{Items: []cypher.Item{
			cypher.As(cypher.Fn("collect", cypher.Variable("node")), "nodes"), cypher.As(lastRun(), "run")}},
		cypher.Return{Items: append(cypher.Columns("run"), cypher.As(among(labels, kinds).edges("nodes"), "edges"))},
	})}
}
