package compile

import (
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Passing is the statement that finds the keys of the nodes that a filter asks for, $most at most, and the
// filter's own parameters.
func (f Filter) Passing() string {
	return cypher.Print(append(slices.Clone(f.from), returns(cypher.Prop(f.Node, "key"), "key"), limitTo("most")))
}

// Strongest is the statement that finds the strongest collaborations, $most at most, that shared $minShared
// things or more, of creators of the keys $keys with each other.
func Strongest() string {
	pattern := collaborations()
	pattern.Start.Properties = []cypher.Pair{{Name: "key", Value: cypher.Variable("key")}}
	among := cypher.Op(cypher.Prop("other", "key"), cypher.In, cypher.Parameter("keys"))
	return cypher.Print(append(cypher.Query{
		with(lastRun(), "run"),
		cypher.Unwind{List: cypher.Parameter("keys"), As: "key"},
		cypher.Match{Pattern: pattern},
		cypher.Where{cypher.AllOf(counted("tie"), sharesEnough(), among)},
	}, strongestFirst()...))
}

// Strongest is the statement that finds the strongest collaborations, $most at most, that shared $minShared
// things or more, of creators who pass a filter, and the filter's own parameters. It walks the collaborations
// from the strongest on, so it is for filters that many pass.
func (f Filter) Strongest() string {
	weighs := cypher.Op(cypher.Prop("tie", "weight"), cypher.Greater, cypher.Lit(0))
	where := cypher.Where{cypher.AllOf(weighs, counted("tie"), sharesEnough())}
	if f.Asks() {
		for _, end := range []string{"creator", "other"} {
			where = append(where, cypher.Subquery{Of: cypher.Exists, Query: cypher.Query{
				with(cypher.Variable(end), f.Node), cypher.Match{Pattern: path(f.Node, "")}, cypher.Where(f.where)}})
		}
	}
	return cypher.Print(append(cypher.Query{
		with(lastRun(), "run"),
		cypher.Match{Pattern: collaborations()},
		cypher.UseIndex{Variable: "tie", Label: "COLLABORATED_WITH", Properties: []string{"weight"}},
		where,
	}, strongestFirst()...))
}

// collaborations leads from creators to others.
func collaborations() cypher.Pattern {
	return path("creator", "Creator", hop("tie", "COLLABORATED_WITH", false, "other", "Creator"))
}

// sharesEnough says that two have met $minShared times or more.
func sharesEnough() cypher.Expr {
	shared := cypher.Op(cypher.Prop("tie", "campaigns"), cypher.Plus, cypher.Prop("tie", "contents"))
	return cypher.Op(shared, cypher.AtLeast, cypher.Parameter("minShared"))
}

// strongestFirst is the end of a statement that finds collaborations: keys and names of both ends.
func strongestFirst() cypher.Query {
	named := func(end string) cypher.Expr { return cypher.ListOf(cypher.Prop(end, "key"), cypher.Prop(end, "name")) }
	return cypher.Query{
		returns(cypher.ListOf(named("creator"), named("other")), "ends"),
		cypher.OrderBy{{By: cypher.Prop("tie", "weight"), Dir: cypher.Desc},
			{By: cypher.Prop("creator", "key")}, {By: cypher.Prop("other", "key")}},
		limitTo("most"),
	}
}
