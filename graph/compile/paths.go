package compile

import (
	"fmt"
	"slices"
	"strings"
)

// Paths asks for ways from one entity to another, along edges of some kinds, followed either way.
type Paths struct {
	From, To Ref
	Kinds    []string // none stands for all
	Most     int      // edges on a way
	// Longer asks not for the shortest ways but for longer ones.
	Longer bool
}

// manyWays bounds among how many equally short ways the best are looked for.
const manyWays = 1000

// longerWays is among how many ways longer ones are looked for. Each costs more to find than the last.
const longerWays = 30

// Statement finds the ways. It takes besides
//
//	best    ways wanted
//	beyond  edges that a longer way has at least one more of than
//
// and gives one row: from and to, whether these entities are there, and ways, shortest first, of each its nodes, as
// [label, key, name, first day], and its edges, as [type, whether it leads along, properties].
func (p Paths) Statement(best, beyond int) Statement {
	selector, most, where := "ALL SHORTEST", manyWays, ""
	if p.Longer {
		selector, most = fmt.Sprintf("SHORTEST %d", longerWays), longerWays
		where = "WHERE length(way) > $beyond AND all(i IN range(1, length(way)) WHERE NOT nodes(way)[i] IN nodes(way)[..i])\n"
	}
	run, edge := "null", ":"+strings.Join(p.kinds(), "|")
	if slices.Contains(p.kinds(), "COLLABORATED_WITH") {
		run, edge = lastRun, "edge"+edge+" WHERE NOT edge:COLLABORATED_WITH OR "+counted
	}
	ways := block("COLLECT",
		fmt.Sprintf("MATCH way = %s (start)-[%s]-{1,%d}(end)", selector, edge, p.Most),
		fmt.Sprintf("%sWITH way, nodes(way) AS nodes, relationships(way) AS edges LIMIT %d", whereWith(where), most),
		"RETURN [",
		"  [node IN nodes | [labels(node)[0], node.key, node.name, toString(node.starts)]],",
		"  [i IN range(0, size(edges) - 1) | [type(edges[i]), startNode(edges[i]) = nodes[i], properties(edges[i])]]",
		"] AS row",
		"ORDER BY length(way), reduce(w = 0.0, edge IN edges | w + coalesce(edge.fee, edge.share, edge.weight, 0)) DESC,",
		"  [node IN nodes | node.key]",
		"LIMIT $best")
	return Statement{
		Text: fmt.Sprintf("OPTIONAL MATCH (start:%s {key: $from})\nOPTIONAL MATCH (end:%s {key: $to})\n"+
			"WITH start, end, %s AS run\n"+
			"RETURN start IS NOT NULL AS from, end IS NOT NULL AS to, %s AS ways", p.From.Type, p.To.Type, run, ways),
		Params: map[string]any{"from": p.From.Key, "to": p.To.Key, "best": best, "beyond": beyond},
	}
}

func whereWith(where string) string {
	if where == "" {
		return ""
	}
	return "WITH way\n" + where
}

func (p Paths) kinds() []string {
	if len(p.Kinds) > 0 {
		return p.Kinds
	}
	var all []string
	for _, k := range EdgeKinds {
		all = append(all, k.Name)
	}
	return all
}
