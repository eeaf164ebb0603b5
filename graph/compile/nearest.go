package compile

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// ReturnedProperties are the properties that searches give of whom they find, in this order, so that where no more is asked for
// nobody has to be looked for again.
var ReturnedProperties = []string{"key", "name", "handle", "region", "language", "gender", "verified", "followers"}

// AllNodes is the filter that every node of a label passes.
func AllNodes(label string) Filter {
	f := Filter{Label: label, Node: lower(label)}
	f.from = f.head()
	return f
}

// HasIndexPredicates says whether the vector index evaluates part of the filter.
func (f Filter) HasIndexPredicates() bool { return len(f.indexPredicates) > 0 }

// Nearest is the statement that searches the index of a place for the $limit nodes nearest to $vector, compares the
// first $compared of those that pass and are none of $seeds digit by digit, and gives, of those after the place where an
// earlier page ended, the first $take: reached, how many the index gave; edge, the least cosine of these; passed, how
// many of these pass; and rows of key, score, vector (where $vectors is true) and the properties ReturnedProperties. A score is the
// cosine times the length of the node's vector. $tastes are maps of the vectors searched for and of score and key that
// each was at; a null score is the beginning.
func (f Filter) Nearest(place int, clusters int) string {
	near := cypher.Variable("near")
	found := cypher.Expr(cypher.ListOf(cypher.Variable(f.Node), cypher.Op(cosine(near), cypher.Times, f.length(place))))
	if len(f.rest) > 0 {
		all := cypher.Logical{Operator: cypher.And, Terms: f.rest, Lines: true}
		found = cypher.Case{When: []cypher.When{{Condition: all, Then: found}}, Lines: true}
	}
	item := func(i int) cypher.Expr { return cypher.Index{List: cypher.Variable("one"), At: cypher.Lit(i)} }
	each := cypher.Unwind{List: cypher.Variable("found"), As: "one"}
	skipped := cypher.Op(cypher.Parameter("compared"), cypher.Plus, cypher.Fn("size", cypher.Parameter("seeds")))
	least := cypher.Index{At: cypher.Lit(0), List: collect(each, with(item(1), "near"),
		cypher.OneLine{cypher.Return{Items: cypher.Columns("near")}, cypher.OrderBy{{By: near, Dir: cypher.Desc}},
			cypher.Skip{Count: skipped}, cypher.Limit{Count: cypher.Lit(1)}})}
	isNear := cypher.Fn("coalesce", cypher.Op(near, cypher.AtLeast, cypher.Variable("least")), cypher.Lit(true))
	rows := cypher.Query{
		each,
		cypher.With{Items: []cypher.Item{cypher.As(item(0), f.Node), cypher.As(item(1), "near")}},
		cypher.Where{cypher.AllOf(isNear, f.notSeed())},
		cypher.OneLine{cypher.With{Items: cypher.Columns(f.Node, "near")},
			cypher.OrderBy{{By: near, Dir: cypher.Desc}, {By: f.property("key")}}, limitTo("compared")},
		f.score(place),
		cypher.Where{f.afterCursor(place, clusters)},
	}
	return cypher.Print(cypher.Query{
		cypher.Version(25),
		cypher.Comment("Likeness in the index, which asks for " + describe(f.indexPredicates) + "; then for " + describe(f.rest) + "."),
		cypher.MatchNode(f.Node, f.Label, nil),
		cypher.Search{Node: f.Node, Index: "lookalikes" + strconv.Itoa(place), For: cypher.Parameter("vector"),
			Where: f.indexPredicates, Limit: cypher.Parameter("limit"), Score: "near"},
		cypher.With{Items: []cypher.Item{
			cypher.As(countAll(), "reached"),
			cypher.As(cosine(cypher.Fn("min", near)), "edge"),
			cypher.As(cypher.Fn("collect", found), "found"),
		}},
		cypher.With{Items: append(cypher.Columns("reached", "edge", "found"), cypher.As(least, "least"))},
		cypher.Return{Items: append(cypher.Columns("reached", "edge"),
			cypher.As(cypher.Fn("size", cypher.Variable("found")), "passed"),
			cypher.As(collect(append(rows, f.first(place)...)...), "rows"))},
	})
}

// describe states what predicates ask, as a comment for people who read a statement.
func describe(predicates []cypher.Expr) string {
	switch len(predicates) {
	case 0:
		return "nothing else"
	case 1:
		return "one condition"
	}
	return fmt.Sprintf("%d conditions", len(predicates))
}

// Exact is the statement that looks at all nodes that pass, fewer than $most, for those nearest to $vector, and
// otherwise as Nearest is. Where as many pass as $most, it gives no rows.
func (f Filter) Exact(place int, clusters int) string {
	node, found := cypher.Variable(f.Node), cypher.Variable("found")
	size := cypher.Fn("size", found)
	few := cypher.If(cypher.Op(size, cypher.Less, cypher.Parameter("most")), found)
	few.Else = cypher.List{}
	passing := append(f.passing(place), cypher.Return{Items: cypher.Columns(f.Node)}, limitTo("most"))
	rows := cypher.Query{cypher.Unwind{List: few, As: f.Node}, f.score(place), cypher.Where{f.afterCursor(place, clusters)}}
	return cypher.Print(cypher.Query{
		cypher.Version(25),
		cypher.Comment("Likeness of all that pass, one by one."),
		call("", passing...),
		with(cypher.Fn("collect", node), "found"),
		cypher.Return{Items: []cypher.Item{
			cypher.As(size, "reached"), cypher.As(cypher.Null(), "edge"), cypher.As(size, "passed"),
			cypher.As(collect(append(rows, f.first(place)...)...), "rows"),
		}},
	})
}

// CountEmbedded is the statement that counts the nodes that pass the filter, have a vector and are none of $seeds.
func (f Filter) CountEmbedded(place int) string {
	return cypher.Print(append(f.passing(place), returns(cypher.Fn("count", cypher.Variable(f.Node)), "total")))
}

// passing are the clauses that find the nodes that pass, have a vector and are none of $seeds.
func (f Filter) passing(place int) cypher.Query {
	return append(slices.Clone(f.from), cypher.With{Items: cypher.Columns(f.Node)},
		cypher.Where{cypher.AllOf(cypher.IsNotNull(f.vector(place)), f.notSeed())})
}

// score is the clause that works out how near nodes are. That of the index may differ in the last digit, and pages
// end at the digit.
func (f Filter) score(place int) cypher.Clause {
	score := cypher.As(f.likeness(place, cypher.Parameter("vector")), "score")
	return cypher.With{Items: append(cypher.Columns(f.Node), score)}
}

// likeness is how near a node is to a vector: the database's cosines are from 0 to 1.
func (f Filter) likeness(place int, to cypher.Expr) cypher.Expr {
	return cypher.Op(cosine(cypher.Fn("vector.similarity.cosine", f.vector(place), to)), cypher.Times, f.length(place))
}

// cosine is what the database gives from 0 to 1, from -1 to 1.
func cosine(of cypher.Expr) cypher.Expr {
	return cypher.Op(cypher.Op(cypher.Lit(2), cypher.Times, of), cypher.Minus, cypher.Lit(1))
}

func (f Filter) property(name string) cypher.Expr { return cypher.Prop(f.Node, name) }

func (f Filter) vector(place int) cypher.Expr { return f.property("likeness" + strconv.Itoa(place)) }

func (f Filter) length(place int) cypher.Expr {
	return f.property("likeness" + strconv.Itoa(place) + "Length")
}

// notSeed says that a node is none of $seeds.
func (f Filter) notSeed() cypher.Expr {
	return cypher.Not{Of: cypher.Op(f.property("key"), cypher.In, cypher.Parameter("seeds"))}
}

// afterCursor says that no earlier page has shown a node: it comes after the position of each cluster.
func (f Filter) afterCursor(place, clusters int) cypher.Expr {
	score, last := cypher.Expr(cypher.Variable("score")), cypher.Prop("taste", "score")
	if clusters > 1 {
		score = f.likeness(place, cypher.Prop("taste", "vector"))
	}
	tied := cypher.AllOf(cypher.Op(score, cypher.Equal, last),
		cypher.Op(f.property("key"), cypher.Greater, cypher.Prop("taste", "key")))
	after := cypher.AnyOf(cypher.IsNull{Of: last}, cypher.Op(score, cypher.Less, last), tied)
	after.Lines = true
	return cypher.Fn("all", cypher.Each{Variable: "taste", In: cypher.Parameter("tastes"), Where: after})
}

// first are the clauses that give the first $take rows.
func (f Filter) first(place int) cypher.Query {
	var told cypher.List
	for _, name := range ReturnedProperties {
		told.Items = append(told.Items, f.property(name))
	}
	score := cypher.Variable("score")
	return cypher.Query{
		cypher.With{Items: cypher.Columns(f.Node, "score")},
		cypher.OrderBy{{By: score, Dir: cypher.Desc}, {By: f.property("key")}},
		limitTo("take"),
		cypher.Return{Items: []cypher.Item{{Expr: cypher.ListOf(
			f.property("key"), score, cypher.If(cypher.Parameter("vectors"), f.vector(place)), told)}}},
	}
}
