package compile

import (
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// EdgeKind is a kind of edge that exploration follows: a relationship type with the labels at its ends.
type EdgeKind struct {
	Name string
	From []string
	To   string
}

// EdgeKinds are all kinds of edges, in the order in which a subgraph lists them.
var EdgeKinds = []EdgeKind{
	{"COLLABORATED_WITH", []string{"Creator"}, "Creator"},
	{"SIGNED_WITH", []string{"Creator"}, "Agency"},
	{"PARTICIPATED_IN", []string{"Creator"}, "Campaign"},
	{"RAN", []string{"Brand"}, "Campaign"},
	{"POSTED", []string{"Creator"}, "Content"},
	{"APPEARS_IN", []string{"Creator"}, "Content"},
	{"FOR_CAMPAIGN", []string{"Content"}, "Campaign"},
	{"IN_CATEGORY", []string{"Creator", "Brand", "Campaign"}, "Category"},
	{"PART_OF", []string{"Category"}, "Category"},
	{"ON_PLATFORM", []string{"Creator"}, "Platform"},
	{"REACHES", []string{"Creator"}, "Segment"},
	{"MEMBER_OF", []string{"Creator", "Agency"}, "Programme"},
}

// LeadsTo is the label that a kind's edges lead to.
func LeadsTo(kind string) string {
	for _, k := range EdgeKinds {
		if k.Name == kind {
			return k.To
		}
	}
	return ""
}

// reversedKinds are the kinds of which a node has many that lead away from it and few that lead to it, which
// are therefore followed against their direction where both ends are known.
var reversedKinds = []string{"RAN", "POSTED", "APPEARS_IN"}

// asked says whether a kind is among those asked for; none stands for all.
func asked(kinds []string, kind string) bool { return len(kinds) == 0 || slices.Contains(kinds, kind) }

// directions are kinds of edges, apart by the direction in which they are followed.
type directions struct{ out, in []string }

// among gives the asked kinds that can connect nodes of some labels.
func among(labels, kinds []string) directions {
	var w directions
	for _, k := range EdgeKinds {
		fits := asked(kinds, k.Name) && slices.Contains(labels, k.To) &&
			slices.ContainsFunc(k.From, func(from string) bool { return slices.Contains(labels, from) })
		switch {
		case !fits:
		case slices.Contains(reversedKinds, k.Name):
			w.in = append(w.in, k.Name)
		default:
			w.out = append(w.out, k.Name)
		}
	}
	return w
}

// edges gives a list of the edges between the nodes of a list: [type, label of the start, key of the start, key
// of the end, properties].
func (w directions) edges(nodes string) cypher.Expr {
	var query cypher.Query
	follow := func(from, to string, kinds []string, direction cypher.Direction) {
		if len(kinds) == 0 {
			return
		}
		if query != nil {
			query = append(query, cypher.UnionAll{})
		}
		edge := cypher.Relationship{Variable: "edge", Types: kinds, Direction: direction}
		query = append(query, cypher.Unwind{List: cypher.Variable(nodes), As: from},
			cypher.Match{Pattern: path(from, "", cypher.Hop{Relationship: edge, To: cypher.NodePattern{Variable: to}})},
			cypher.Where{cypher.Op(cypher.Variable(to), cypher.In, cypher.Variable(nodes))},
			edgeRow())
	}
	follow("start", "end", w.out, cypher.Outgoing)
	follow("end", "start", w.in, cypher.Incoming)
	if query == nil {
		return cypher.List{}
	}
	return collect(query...)
}

// edgeRow is the clause that returns an edge.
func edgeRow() cypher.Return {
	edge := cypher.Variable("edge")
	return returns(cypher.ListOf(cypher.Fn("type", edge), firstLabel("start"),
		cypher.Prop("start", "key"), cypher.Prop("end", "key"), cypher.Fn("properties", edge)), "row")
}
