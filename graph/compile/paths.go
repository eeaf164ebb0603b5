package compile

import (
	"fmt"
	"slices"
	"strings"
)

// Paths asks for ways from one entity to another, along edges of some kinds, followed either way.
type Paths struct {
	From, To Ref
	Kinds    []string
	Last     []string // kinds that only the edge at To may have besides
	Most     int      // edges on a way
	Best     int      // ways wanted
	// Beyond, where it is not zero, asks for ways of more edges than that, instead of the shortest.
	Beyond int
}

// manyWays bounds among how many equally short ways the best are looked for.
const manyWays = 200

// Statement finds the ways. It gives one row: from and to, whether these entities are there, and ways, shortest
// first, of each its nodes, as [label, key, name, first day], and its edges, as [type, whether it leads along,
// properties].
func (p Paths) Statement() Statement {
	text := []string{fmt.Sprintf("OPTIONAL MATCH (start:%s {key: $from})", p.From.Type),
		fmt.Sprintf("OPTIONAL MATCH (end:%s {key: $to})", p.To.Type)}
	if slices.Contains(p.Kinds, "COLLABORATED_WITH") {
		text = append(text, "WITH start, end, "+lastRun+" AS run")
	}
	ways := []string{fmt.Sprintf("MATCH way = ALL SHORTEST %s", p.pattern()), fmt.Sprintf("WITH way LIMIT %d", manyWays)}
	if p.Beyond > 0 {
		ways = []string{fmt.Sprintf("MATCH way = SHORTEST %d %s", 2*p.Best, p.pattern()), "WITH way, nodes(way) AS nodes",
			"WHERE length(way) > $beyond AND all(i IN range(1, length(way)) WHERE NOT nodes[i] IN nodes[..i])"}
	}
	ways = append(ways, "WITH way, nodes(way) AS nodes, relationships(way) AS edges",
		"ORDER BY length(way), "+p.weight()+"[node IN nodes | node.key]", "LIMIT $best",
		"RETURN [[node IN nodes | [labels(node)[0], node.key, node.name, toString(node.starts)]],",
		"  [i IN range(0, size(edges) - 1) |",
		"    [type(edges[i]), startNode(edges[i]) = nodes[i], properties(edges[i])]]] AS row")
	text = append(text, "RETURN start IS NOT NULL AS from, end IS NOT NULL AS to, "+block("COLLECT", ways...)+" AS ways")
	return Statement{Text: strings.Join(text, "\n"),
		Params: map[string]any{"from": p.From.Key, "to": p.To.Key, "best": p.Best, "beyond": p.Beyond}}
}

func (p Paths) pattern() string {
	switch {
	case len(p.Last) == 0:
		return fmt.Sprintf("(start)-%s-{1,%d}(end)", p.edge(nil), p.Most)
	case p.Most == 1:
		return fmt.Sprintf("(start)-%s-{1,1}(end)", p.edge(p.Last))
	}
	return fmt.Sprintf("(start)-%s-{0,%d}()-%s-(end)", p.edge(nil), p.Most-1, p.edge(p.Last))
}

func (p Paths) edge(besides []string) string {
	kinds := strings.Join(slices.Concat(p.Kinds, besides), "|")
	if slices.Contains(p.Kinds, "COLLABORATED_WITH") {
		return "[edge:" + kinds + " WHERE NOT edge:COLLABORATED_WITH OR " + counted + "]"
	}
	return "[:" + kinds + "]"
}

// weighed are the kinds of edges that have a weight, with the property that holds it.
var weighed = []struct{ kind, property string }{
	{"PARTICIPATED_IN", "fee"}, {"REACHES", "share"}, {"COLLABORATED_WITH", "weight"},
}

// weight orders ways by what their edges weigh together.
func (p Paths) weight() string {
	var properties []string
	for _, w := range weighed {
		if slices.Contains(slices.Concat(p.Kinds, p.Last), w.kind) {
			properties = append(properties, "edge."+w.property)
		}
	}
	if properties == nil {
		return ""
	}
	return "reduce(w = 0.0, edge IN edges | w + coalesce(" + strings.Join(properties, ", ") + ", 0)) DESC,\n  "
}
