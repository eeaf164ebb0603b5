package compile

import (
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Paths asks for paths from one entity to another, along edges of some kinds, followed either way.
type Paths struct {
	From, To Ref
	Kinds    []string
	Last     []string // kinds that only the edge at To may have besides
	Most     int      // edges on a path
	Best     int      // paths wanted
	// Meet, where it is not zero, asks for paths of Most edges each instead of the shortest. They are looked for
	// from both ends at once; so many edges lead from From to where the two searches meet.
	Meet int
}

// manyPaths bounds among how many equally long paths the best are looked for.
const manyPaths = 200

// Statement finds the paths. It gives one row: from and to, how many edges of the kinds these entities have, null
// where they are not there, and paths, shortest first, of each its nodes, as [label, key, name, first day], and its
// edges, as [type, whether it leads along, properties].
func (p Paths) Statement() Statement {
	query := cypher.Query{optional("start", p.From.Type, "from"), optional("end", p.To.Type, "to")}
	if p.collaborations() {
		query = append(query, cypher.With{Items: append(cypher.Columns("start", "end"), cypher.As(lastRun(), "run"))})
	}
	one := cypher.Variable("path")
	found := cypher.Query{cypher.Match{Path: "path", Shortest: true, Pattern: p.shortest()}}
	if p.Meet > 0 {
		found = p.exactly()
	}
	found = append(found,
		cypher.OneLine{cypher.With{Items: cypher.Columns("path")}, cypher.Limit{Count: cypher.Lit(manyPaths)}},
		cypher.With{Items: append(cypher.Columns("path"), cypher.As(cypher.Fn("nodes", one), "nodes"),
			cypher.As(cypher.Fn("relationships", one), "edges"))},
		p.bestFirst(),
		limitTo("best"),
		returns(cypher.List{Items: []cypher.Expr{nodesOfPath(), edgesOfPath()}, Lines: true}, "row"))
	query = append(query, cypher.Return{Lines: true, Items: []cypher.Item{
		cypher.As(p.degree("start", p.Kinds), "from"),
		cypher.As(p.degree("end", slices.Concat(p.Kinds, p.Last)), "to"),
		cypher.As(collect(found...), "paths"),
	}})
	return Statement{Text: cypher.Print(query),
		Params: map[string]any{"from": p.From.Key, "to": p.To.Key, "best": p.Best}}
}

// nodesOfPath are a path's nodes.
func nodesOfPath() cypher.Expr {
	return eachNode(cypher.ListOf(firstLabel("node"), cypher.Prop("node", "key"), cypher.Prop("node", "name"),
		cypher.Fn("toString", cypher.Prop("node", "starts"))))
}

// edgesOfPath are its edges.
func edgesOfPath() cypher.Expr {
	leadsAlong := cypher.Op(cypher.Fn("startNode", at("edges")), cypher.Equal, at("nodes"))
	return cypher.ListOf(cypher.Each{Variable: "i", In: places(cypher.Variable("edges")), Map: cypher.ListOf(
		cypher.Fn("type", at("edges")), leadsAlong, cypher.Fn("properties", at("edges")))})
}

// at is the item of a list at the place i.
func at(list string) cypher.Expr {
	return cypher.Index{List: cypher.Variable(list), At: cypher.Variable("i")}
}

func eachNode(expr cypher.Expr) cypher.Expr {
	return cypher.ListOf(cypher.Each{Variable: "node", In: cypher.Variable("nodes"), Map: expr})
}

// optional finds an entity that may not be there.
func optional(variable, label, key string) cypher.Match {
	match := cypher.MatchNode(variable, label, cypher.Parameter(key))
	match.Optional = true
	return match
}

// collaborations says whether they are among what paths follow.
func (p Paths) collaborations() bool { return slices.Contains(p.Kinds, "COLLABORATED_WITH") }

// degree counts an end's edges, which the database keeps where there are many.
func (p Paths) degree(end string, kinds []string) cypher.Expr {
	edges := cypher.Hop{Relationship: cypher.Relationship{Types: kinds, Direction: cypher.Either}}
	return present(end, countOf(path(end, "", edges)))
}

// shortest is the pattern of paths of Most edges or fewer.
func (p Paths) shortest() cypher.Pattern {
	several := func(kinds []string, least, most int) cypher.Relationship {
		edge := p.edge("edge", kinds)
		edge.Repeat = &cypher.Repeat{Least: least, Most: most}
		return edge
	}
	end := cypher.NodePattern{Variable: "end"}
	switch {
	case len(p.Last) == 0:
		return path("start", "", cypher.Hop{Relationship: several(nil, 1, p.Most), To: end})
	case p.Most == 1:
		return path("start", "", cypher.Hop{Relationship: several(p.Last, 1, 1), To: end})
	}
	return path("start", "", cypher.Hop{Relationship: several(nil, 0, p.Most-1)},
		cypher.Hop{Relationship: p.edge("edge", p.Last), To: end})
}

// exactly matches the paths of Most edges on which no entity stands twice. The planner itself puts the join in the
// middle: from an agency of 800 creators, three edges lead to 800,000 ends and one to 800.
func (p Paths) exactly() cypher.Query {
	pattern := path("start", "")
	for i := range p.Most {
		end, besides := "end", p.Last
		if i+1 < p.Most {
			end, besides = "n"+strconv.Itoa(i+1), nil
		}
		pattern.Hops = append(pattern.Hops, cypher.Hop{
			Relationship: p.edge("e"+strconv.Itoa(i+1), besides), To: cypher.NodePattern{Variable: end}})
	}
	before := cypher.Slice{List: cypher.Variable("nodes"), End: cypher.Variable("i")}
	once := cypher.Each{Variable: "i", In: cypher.Fn("range", cypher.Lit(1), cypher.Fn("length", cypher.Variable("path"))),
		Where: cypher.Not{Of: cypher.Op(at("nodes"), cypher.In, before)}}
	return cypher.Query{
		cypher.Match{Path: "path", Pattern: pattern},
		cypher.UseJoin{On: "n" + strconv.Itoa(p.Meet)},
		cypher.With{Items: append(cypher.Columns("path"), cypher.As(cypher.Fn("nodes", cypher.Variable("path")), "nodes"))},
		cypher.Where{cypher.Fn("all", once)},
	}
}

// edge is an edge of a path. It has a name only where a condition needs one.
func (p Paths) edge(name string, besides []string) cypher.Relationship {
	edge := cypher.Relationship{Types: slices.Concat(p.Kinds, besides), Direction: cypher.Either}
	if p.collaborations() {
		edge.Variable = name
		isOne := cypher.HasLabel{Of: cypher.Variable(name), Label: "COLLABORATED_WITH"}
		edge.Where = cypher.AnyOf(cypher.Not{Of: isOne}, counted(name))
	}
	return edge
}

// Leads says whether a path of so many edges can lead from one end to the other, as far as the types that kinds
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

// bestFirst orders paths by what their edges weigh together.
func (p Paths) bestFirst() cypher.OrderBy {
	edge := cypher.Fn("coalesce")
	for _, w := range weighed {
		if slices.Contains(slices.Concat(p.Kinds, p.Last), w.kind) {
			edge.Args = append(edge.Args, cypher.Prop("edge", w.property))
		}
	}
	keys := cypher.Sort{By: eachNode(cypher.Prop("node", "key"))}
	if edge.Args == nil {
		return cypher.OrderBy{keys}
	}
	edge.Args = append(edge.Args, cypher.Lit(0))
	sum := cypher.Variable("w")
	all := cypher.Fn("reduce", cypher.Op(sum, cypher.Equal, cypher.Lit(0.0)),
		cypher.Each{Variable: "edge", In: cypher.Variable("edges"), Map: cypher.Op(sum, cypher.Plus, edge)})
	return cypher.OrderBy{{By: all, Dir: cypher.Desc}, keys}
}
