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
	// Meet, where it is not zero, asks for ways of Most edges each instead of the shortest. They are looked for
	// from both ends at once; so many edges lead from From to where the two searches meet.
	Meet int
}

// manyWays bounds among how many equally long ways the best are looked for.
const manyWays = 200

// Statement finds the ways. It gives one row: from and to, how many edges of the kinds these entities have, null
// where they are not there, and ways, shortest first, of each its nodes, as [label, key, name, first day], and its
// edges, as [type, whether it leads along, properties].
func (p Paths) Statement() Statement {
	text := []string{fmt.Sprintf("OPTIONAL MATCH (start:%s {key: $from})", p.From.Type),
		fmt.Sprintf("OPTIONAL MATCH (end:%s {key: $to})", p.To.Type)}
	if slices.Contains(p.Kinds, "COLLABORATED_WITH") {
		text = append(text, "WITH start, end, "+lastRun+" AS run")
	}
	match := []string{"MATCH way = ALL SHORTEST " + p.pattern()}
	if p.Meet > 0 {
		match = p.exactly()
	}
	ways := slices.Concat(match, []string{fmt.Sprintf("WITH way LIMIT %d", manyWays),
		"WITH way, nodes(way) AS nodes, relationships(way) AS edges",
		"ORDER BY " + p.weight() + "[node IN nodes | node.key]", "LIMIT $best",
		"RETURN [[node IN nodes | [labels(node)[0], node.key, node.name, toString(node.starts)]],",
		"  [i IN range(0, size(edges) - 1) |",
		"    [type(edges[i]), startNode(edges[i]) = nodes[i], properties(edges[i])]]] AS row"})
	text = append(text, fmt.Sprintf("RETURN %s AS from,\n  %s AS to,\n  %s AS ways",
		p.degree("start", p.Kinds), p.degree("end", slices.Concat(p.Kinds, p.Last)), block("COLLECT", ways...)))
	return Statement{Text: strings.Join(text, "\n"),
		Params: map[string]any{"from": p.From.Key, "to": p.To.Key, "best": p.Best}}
}

// degree counts an end's edges, which the database keeps where there are many.
func (p Paths) degree(end string, kinds []string) string {
	return fmt.Sprintf("CASE WHEN %[1]s IS NOT NULL THEN COUNT { (%[1]s)-[:%s]-() } END", end, strings.Join(kinds, "|"))
}

func (p Paths) pattern() string {
	switch {
	case len(p.Last) == 0:
		return fmt.Sprintf("(start)-%s-{1,%d}(end)", p.edge("edge", nil), p.Most)
	case p.Most == 1:
		return fmt.Sprintf("(start)-%s-{1,1}(end)", p.edge("edge", p.Last))
	}
	return fmt.Sprintf("(start)-%s-{0,%d}()-%s-(end)", p.edge("edge", nil), p.Most-1, p.edge("edge", p.Last))
}

// exactly matches the ways of Most edges on which no entity stands twice. The planner itself puts the join in the
// middle: from an agency of 800 creators, three edges lead to 800,000 ends and one to 800.
func (p Paths) exactly() []string {
	way := "(start)"
	for i := range p.Most {
		end := "(end)"
		var besides []string
		if i+1 < p.Most {
			end = fmt.Sprintf("(n%d)", i+1)
		} else {
			besides = p.Last
		}
		way += "-" + p.edge(fmt.Sprintf("e%d", i+1), besides) + "-" + end
	}
	return []string{"MATCH way = " + way, fmt.Sprintf("USING JOIN ON n%d", p.Meet), "WITH way, nodes(way) AS nodes",
		"WHERE all(i IN range(1, length(way)) WHERE NOT nodes[i] IN nodes[..i])"}
}

func (p Paths) edge(name string, besides []string) string {
	kinds := strings.Join(slices.Concat(p.Kinds, besides), "|")
	if slices.Contains(p.Kinds, "COLLABORATED_WITH") {
		return fmt.Sprintf("[%s:%s WHERE NOT %[1]s:COLLABORATED_WITH OR %[3]s]", name, kinds,
			strings.ReplaceAll(counted, "edge.", name+"."))
	}
	return "[:" + kinds + "]"
}

// Leads says whether a way of so many edges can lead from one end to the other, as far as the types that kinds
// connect tell: by contracts, campaigns and contents, creators and brands are an even number of edges apart.
func (p Paths) Leads(edges int) bool {
	at := map[string]bool{p.From.Type: true}
	for i := range edges {
		kinds := p.Kinds
		if i+1 == edges {
			kinds = slices.Concat(p.Kinds, p.Last)
		}
		next := map[string]bool{}
		for _, kind := range EdgeKinds {
			if !slices.Contains(kinds, kind.Name) {
				continue
			}
			for _, from := range kind.From {
				next[kind.To] = next[kind.To] || at[from]
				next[from] = next[from] || at[kind.To]
			}
		}
		at = next
	}
	return at[p.To.Type]
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
