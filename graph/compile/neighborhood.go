package compile

import (
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Neighborhood asks entities of one type for their neighbours: for each how many edges it has of each kind, and its
// best neighbours of each step.
type Neighborhood struct {
	Label string
	Kinds []string // of edges; none stands for all
	// Edges asks besides for all edges among the entity and those neighbours. It makes sense for one entity.
	Edges bool
}

// Count is how a column of counts is to be read.
type Count struct {
	Kind   string
	In     bool     // the edges lead to the entity
	Labels []string // of the neighbours
}

// Labels are the neighbours' labels, step by step.
func (n Neighborhood) Labels() []string {
	var labels []string
	for _, l := range n.steps() {
		labels = append(labels, l.label)
	}
	return labels
}

// Counts are what the columns of counts count.
func (n Neighborhood) Counts() []Count {
	var counts []Count
	for _, l := range n.steps() {
		i := slices.IndexFunc(counts, func(c Count) bool { return c.Kind == l.kind && c.In == l.in })
		if i < 0 {
			i, counts = len(counts), append(counts, Count{Kind: l.kind, In: l.in})
		}
		counts[i].Labels = append(counts[i].Labels, l.label)
	}
	return counts
}

// Text is the statement. It takes
//
//	keys   of the entities
//	best   neighbours wanted of each step
//	most   neighbours of a step that are read to find them, where no index knows the order
//	walked creators with the most followers that are tried where one does
//	today  the day contracts are looked at on, YYYY-MM-DD
//
// and gives a row for each entity there is: key, name, counts, lists (of each step a list of [key, name]), run (of the
// analysis whose collaborations count; null where there is none) and with Edges edges, as [type, label of the
// start, key of the start, key of the end, properties].
func (n Neighborhood) Text() string {
	query := cypher.Query{cypher.Unwind{List: cypher.Parameter("keys"), As: "key"},
		cypher.MatchNode("this", n.Label, cypher.Variable("key"))}
	run := cypher.Expr(cypher.Null())
	if n.collaborations() {
		query = append(query, cypher.With{Items: append(cypher.Columns("this"), cypher.As(lastRun(), "run"))})
		run = cypher.Variable("run")
	}
	found := cypher.List{Lines: true}
	for i, l := range n.steps() {
		if !l.known {
			found.Items = append(found.Items, collect(l.best()...))
			continue
		}
		walked := "walked" + strconv.Itoa(i)
		query = append(query, withAll(l.walk(), walked))
		few := cypher.Where{cypher.Op(cypher.Fn("size", cypher.Variable(walked)), cypher.Less, cypher.Parameter("best"))}
		others := append(cypher.Query{cypher.OneLine{cypher.With{Items: []cypher.Item{everything()}}, few}}, l.best()...)
		found.Items = append(found.Items, cypher.Op(cypher.Variable(walked), cypher.Plus, collect(others...)))
	}
	query = append(query, withAll(found, "lists"))
	edges := cypher.Expr(cypher.List{})
	if n.Edges {
		all, list := cypher.Variable("all"), cypher.Variable("list")
		query = append(query, withAll(cypher.Fn("reduce",
			cypher.Op(all, cypher.Equal, cypher.ListOf(cypher.Variable("this"))),
			cypher.Each{Variable: "list", In: cypher.Variable("lists"), Map: cypher.Op(all, cypher.Plus, list)}), "nodes"))
		edges = among(append(n.Labels(), n.Label), n.Kinds).edges("nodes")
	}
	named := cypher.ListOf(cypher.Each{Variable: "node", In: cypher.Variable("list"),
		Map: cypher.ListOf(cypher.Prop("node", "key"), cypher.Prop("node", "name"))})
	return cypher.Print(append(query, cypher.Return{Lines: true, Items: []cypher.Item{
		cypher.As(cypher.Prop("this", "key"), "key"),
		cypher.As(cypher.Prop("this", "name"), "name"),
		cypher.As(cypher.List{Items: n.counts(), Lines: true}, "counts"),
		cypher.As(cypher.ListOf(cypher.Each{Variable: "list", In: cypher.Variable("lists"), Map: named}), "lists"),
		cypher.As(run, "run"),
		cypher.As(edges, "edges"),
	}}))
}

// withAll carries everything on, and one expression more.
func withAll(expr cypher.Expr, name string) cypher.With {
	return cypher.With{Items: []cypher.Item{everything(), cypher.As(expr, name)}}
}

// lastRun is the number of the analysis whose collaborations count.
func lastRun() cypher.Expr {
	run := cypher.Subquery{Of: cypher.Collect, Inline: true, Query: cypher.Query{
		cypher.MatchNode("analysis", "Analysis", cypher.Lit("collaboration")),
		cypher.Return{Items: []cypher.Item{{Expr: cypher.Prop("analysis", "run")}}}}}
	return cypher.Index{List: run, At: cypher.Lit(0)}
}

// counted is what makes a collaboration one of that analysis.
func counted(edge string) cypher.Logical {
	until, run := cypher.Prop(edge, "until"), cypher.Variable("run")
	return cypher.AllOf(cypher.Op(cypher.Prop(edge, "from"), cypher.AtMost, run),
		cypher.AnyOf(cypher.IsNull{Of: until}, cypher.Op(until, cypher.Greater, run)))
}

// collaborations says whether they are among what is read: as a step, or as edges among the neighbours, such as
// the creators of an agency.
func (n Neighborhood) collaborations() bool {
	return slices.ContainsFunc(n.steps(), func(l edgeStep) bool { return l.kind == "COLLABORATED_WITH" }) ||
		n.Edges && slices.Contains(among(append(n.Labels(), n.Label), n.Kinds).out, "COLLABORATED_WITH")
}

func (n Neighborhood) steps() []edgeStep {
	var of []edgeStep
	for _, l := range edgeSteps[n.Label] {
		if asked(n.Kinds, l.kind) {
			of = append(of, l)
		}
	}
	return of
}

// counts reads the counters that the store keeps of each node's edges; collaborations of earlier analyses
// are in them, so these are counted.
func (n Neighborhood) counts() []cypher.Expr {
	var columns []cypher.Expr
	for _, c := range n.Counts() {
		l := edgeStep{kind: c.Kind, in: c.In}
		if c.Kind == "COLLABORATED_WITH" {
			columns = append(columns, countOf(l.pattern("this", "edge", cypher.NodePattern{}), cypher.Where{counted("edge")}))
			continue
		}
		columns = append(columns, l.degree())
	}
	return columns
}

// degree counts the edges along the step.
func (l edgeStep) degree() cypher.Expr { return countOf(l.pattern("this", "", cypher.NodePattern{})) }

// countOf counts what a query of one line finds.
func countOf(clauses ...cypher.Clause) cypher.Expr {
	return cypher.Subquery{Of: cypher.Count, Inline: true, Query: clauses}
}

// best gives the best of the first $most neighbours.
func (l edgeStep) best() cypher.Query {
	node := cypher.NodePattern{Variable: "node"}
	if !l.impliesLabel() {
		node.Label = l.label
	}
	query := cypher.Query{cypher.Match{Pattern: l.pattern("this", "edge", node)}}
	if l.kind == "COLLABORATED_WITH" {
		query = append(query, cypher.Where{counted("edge")})
	}
	return append(query,
		cypher.OneLine{cypher.With{Items: cypher.Columns("edge", "node")}, limitTo("most")},
		cypher.Return{Items: cypher.Columns("node")},
		append(l.order[:len(l.order):len(l.order)], cypher.Sort{By: cypher.Prop("node", "key")}),
		limitTo("best"))
}

// tryingCosts says from what degree d on walking the index costs less than reading all neighbours: to find the
// best b it tries b N/d of N creators, and to try one costs some six times as much as to read a neighbour, so both
// cost the same where d² = 6 b N.
const tryingCosts = 6

// walk gives the best neighbours of a node that has very many, as far as they are among the $walked creators
// with the most followers.
func (l edgeStep) walk() cypher.Expr {
	degree, best := cypher.Variable("degree"), cypher.Parameter("best")
	creators := countOf(path("", "Creator"))
	trying := cypher.Op(cypher.Op(cypher.Lit(tryingCosts), cypher.Times, best), cypher.Times, creators)
	isNeighbor := cypher.Subquery{Of: cypher.Exists, Inline: true,
		Query: cypher.Query{l.pattern("this", "", cypher.NodePattern{Variable: "node"})}}
	return collect(
		cypher.With{Items: append(cypher.Columns("this"), cypher.As(l.degree(), "degree"))},
		cypher.Where{cypher.AnyOf(cypher.Op(degree, cypher.Greater, cypher.Parameter("most")),
			cypher.Op(cypher.Op(degree, cypher.Times, degree), cypher.Greater, trying))},
		cypher.MatchNode("node", "Creator", nil),
		cypher.UseIndex{Variable: "node", Label: "Creator", Properties: []string{"byFollowers", "key"}},
		cypher.Where{cypher.AllOf(cypher.Op(cypher.Prop("node", "byFollowers"), cypher.AtLeast, cypher.Lit(-1)),
			cypher.IsNotNull(cypher.Prop("node", "key")))},
		cypher.With{Items: cypher.Columns("this", "node")},
		append(followed[:1:1], cypher.Sort{By: cypher.Prop("node", "key")}),
		limitTo("walked"),
		cypher.Where{isNeighbor},
		cypher.Return{Items: cypher.Columns("node")},
		limitTo(best))
}
