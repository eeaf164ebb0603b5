package compile

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// indexed are the properties of creators that the indexes of vectors hold, so that a search asks for them on its
// way: what a filter's field asks of them becomes part of the search. Prices have one for each format.
var indexed = map[string]bool{"byFollowers": true, "region": true, "language": true, "gender": true, "verified": true,
	"byPriceShortVideo": true, "byPriceMidVideo": true, "byPriceImageText": true, "byPriceLive": true}

// Told are the properties that searches give of whom they find, in this order, so that where no more is asked for
// nobody has to be looked for again.
var Told = []string{"key", "name", "handle", "region", "language", "gender", "verified", "followers"}

// Everyone is the filter that all nodes of a label pass.
func Everyone(label string) Filter {
	f := Filter{Label: label, Node: lower(label)}
	f.from = f.head()
	return f
}

// Inside says whether a search of the index asks for some of the filter on its way.
func (f Filter) Inside() bool { return len(f.inside) > 0 }

// divide puts what a filter asks into what the index of vectors can ask for and the rest. Of each property the
// index takes one bound to each side, or some values.
func (u *unit) divide(s source, in input, f *Filter, taken map[string]bool) error {
	meta := u.c.m.Inputs[in.typ.Name()]
	for _, def := range meta.Def.Fields {
		part, ok := u.field(in, def.Name)
		if !ok {
			continue
		}
		if def.Name == "AND" {
			for _, item := range part.items() {
				if err := u.divide(s, item, f, taken); err != nil {
					return err
				}
			}
			continue
		}
		if asks := meta.Filters[def.Name]; asks != nil && def.Name != "OR" && def.Name != "NOT" {
			if inside := u.indexable(s, asks, part, taken); inside != nil {
				f.inside = append(f.inside, inside...)
				continue
			}
		}
		got, err := u.predicates(s, meta.Filters[def.Name], part)
		if err != nil {
			return err
		}
		f.rest = append(f.rest, got...)
	}
	return nil
}

// indexable gives the predicates that the index can ask for in the place of a filter's field; none where it cannot.
func (u *unit) indexable(s source, f *mapping.Filter, in input, taken map[string]bool) []cypher.Expr {
	property := f.Property
	if f.Suffix != "" {
		suffix, _ := u.field(in, f.Suffix)
		text, _ := suffix.now.(string)
		property += pascal(text)
	}
	if !indexed[property] || taken[property] {
		return nil
	}
	taken[property] = true
	expr := s.property(property)
	if u.c.m.Inputs[in.typ.Name()] != nil {
		return u.bounds(expr, f, in)
	}
	operator := cypher.Equal
	if in.typ.Elem != nil {
		operator = cypher.In
	}
	return []cypher.Expr{cypher.Op(expr, operator, u.value(in))}
}

// bounds are a range of whole numbers as one bound to each side.
func (u *unit) bounds(expr cypher.Expr, f *mapping.Filter, in input) []cypher.Expr {
	sides := map[cypher.Operator][]input{}
	for _, one := range []struct {
		name string
		side cypher.Operator
	}{{"gte", cypher.AtLeast}, {"gt", cypher.AtLeast}, {"lte", cypher.AtMost}, {"lt", cypher.AtMost}} {
		if part, ok := u.field(in, one.name); ok {
			sides[one.side] = append(sides[one.side], part)
		}
	}
	if len(sides) == 0 {
		return []cypher.Expr{} // asks nothing
	}
	var predicates []cypher.Expr
	for _, side := range []cypher.Operator{cypher.AtLeast, cypher.AtMost} {
		parts := sides[side]
		if len(parts) == 0 && (side == cypher.AtMost || f.Floor == nil) {
			continue
		}
		path := append(slices.Clone(u.path), in.place()...)
		predicates = append(predicates, cypher.Op(expr, side, u.add(path, func(r *run) (any, error) {
			return closest(side, f.Floor, parts, r)
		})))
	}
	return predicates
}

// closest is the one bound that says what several to one side say.
func closest(side cypher.Operator, floor *int64, parts []input, r *run) (any, error) {
	var bound int64
	known := side == cypher.AtLeast && floor != nil
	if known {
		bound = *floor
	}
	for _, part := range parts {
		n, err := Long(part.at(r))
		if err != nil {
			return nil, err
		}
		switch part.name {
		case "gt":
			n++
		case "lt":
			n--
		}
		if !known || side == cypher.AtLeast && n > bound || side == cypher.AtMost && n < bound {
			bound, known = n, true
		}
	}
	return bound, nil
}

// Nearest is the statement that searches the index of a place for the $limit nodes nearest to $vector, compares the first
// $compared of those that pass and are none of $seeds digit by digit, and gives, of those after the place where an
// earlier page ended, the first $take: reached, how many the index gave; edge, the least cosine of these; passed, how
// many of these pass; and rows of key, score, vector (where $vectors is true) and the properties Told. A score is the
// cosine times the length of the node's vector. $tastes are maps of the vectors searched for and of score and key that
// each was at; a null score is the beginning.
func (f Filter) Nearest(place int, tastes int) string {
	near := cypher.Variable("near")
	cosine := func(of cypher.Expr) cypher.Expr {
		return cypher.Op(cypher.Op(cypher.Lit(2), cypher.Times, of), cypher.Minus, cypher.Lit(1))
	}
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
		cypher.Where{cypher.AllOf(isNear, f.noSeed())},
		cypher.OneLine{cypher.With{Items: cypher.Columns(f.Node, "near")},
			cypher.OrderBy{{By: near, Dir: cypher.Desc}, {By: f.property("key")}}, cypher.Limit{Count: cypher.Parameter("compared")}},
		f.score(place),
		cypher.Where{f.beyond(place, tastes)},
	}
	return cypher.Print(cypher.Query{
		cypher.Version(25),
		cypher.Comment("Likeness in the index, which asks for " + said(f.inside) + "; then for " + said(f.rest) + "."),
		cypher.MatchNode(f.Node, f.Label, nil),
		cypher.Search{Node: f.Node, Index: "lookalikes" + strconv.Itoa(place), For: cypher.Parameter("vector"),
			Where: f.inside, Limit: cypher.Parameter("limit"), Score: "near"},
		cypher.With{Items: []cypher.Item{
			cypher.As(countAll, "reached"),
			cypher.As(cosine(cypher.Fn("min", near)), "edge"),
			cypher.As(cypher.Fn("collect", found), "found"),
		}},
		cypher.With{Items: append(cypher.Columns("reached", "edge", "found"), cypher.As(least, "least"))},
		cypher.Return{Items: append(cypher.Columns("reached", "edge"),
			cypher.As(cypher.Fn("size", cypher.Variable("found")), "passed"),
			cypher.As(collect(append(rows, f.first(place)...)...), "rows"))},
	})
}

// said is what predicates ask, for people who read a statement.
func said(predicates []cypher.Expr) string {
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
func (f Filter) Exact(place int, tastes int) string {
	node, found := cypher.Variable(f.Node), cypher.Variable("found")
	size := cypher.Fn("size", found)
	few := cypher.If(cypher.Op(size, cypher.Less, cypher.Parameter("most")), found)
	few.Else = cypher.List{}
	passing := append(f.passing(place), cypher.Return{Items: cypher.Columns(f.Node)}, cypher.Limit{Count: cypher.Parameter("most")})
	rows := cypher.Query{cypher.Unwind{List: few, As: f.Node}, f.score(place), cypher.Where{f.beyond(place, tastes)}}
	return cypher.Print(cypher.Query{
		cypher.Version(25),
		cypher.Comment("Likeness of all that pass, one by one."),
		call("", passing...),
		with(cypher.Fn("collect", node), "found"),
		cypher.Return{Items: []cypher.Item{
			cypher.As(size, "reached"), cypher.As(null, "edge"), cypher.As(size, "passed"),
			cypher.As(collect(append(rows, f.first(place)...)...), "rows"),
		}},
	})
}

// Placed is the statement that counts the nodes that pass, have a vector and are none of $seeds.
func (f Filter) Placed(place int) string {
	return cypher.Print(append(f.passing(place), returns(cypher.Fn("count", cypher.Variable(f.Node)), "total")))
}

// passing are the clauses that find the nodes that pass, have a vector and are none of $seeds.
func (f Filter) passing(place int) cypher.Query {
	return append(slices.Clone(f.from), cypher.With{Items: cypher.Columns(f.Node)},
		cypher.Where{cypher.AllOf(cypher.IsNotNull(f.vector(place)), f.noSeed())})
}

// score is the clause that works out how near nodes are. That of the index may differ in the last digit, and pages
// end at the digit.
func (f Filter) score(place int) cypher.Clause {
	return cypher.With{Items: append(cypher.Columns(f.Node), cypher.As(f.likeness(place, cypher.Parameter("vector")), "score"))}
}

// likeness is how near a node is to a vector: the database's cosines are from 0 to 1.
func (f Filter) likeness(place int, to cypher.Expr) cypher.Expr {
	cosine := cypher.Fn("vector.similarity.cosine", f.vector(place), to)
	return cypher.Op(cypher.Op(cypher.Op(cypher.Lit(2), cypher.Times, cosine), cypher.Minus, cypher.Lit(1)), cypher.Times, f.length(place))
}

func (f Filter) property(name string) cypher.Expr { return cypher.Prop(f.Node, name) }

func (f Filter) vector(place int) cypher.Expr { return f.property("likeness" + strconv.Itoa(place)) }

func (f Filter) length(place int) cypher.Expr {
	return f.property("likeness" + strconv.Itoa(place) + "Length")
}

// noSeed says that a node is none of $seeds.
func (f Filter) noSeed() cypher.Expr {
	return cypher.Not{Of: cypher.Op(f.property("key"), cypher.In, cypher.Parameter("seeds"))}
}

// beyond is what makes a node one that no earlier page has shown: it comes after where each taste was.
func (f Filter) beyond(place, tastes int) cypher.Expr {
	score, last := cypher.Expr(cypher.Variable("score")), cypher.Prop("taste", "score")
	if tastes > 1 {
		score = f.likeness(place, cypher.Prop("taste", "vector"))
	}
	tied := cypher.AllOf(cypher.Op(score, cypher.Equal, last), cypher.Op(f.property("key"), cypher.Greater, cypher.Prop("taste", "key")))
	after := cypher.AnyOf(cypher.IsNull{Of: last}, cypher.Op(score, cypher.Less, last), tied)
	after.Lines = true
	return cypher.Fn("all", cypher.Each{Variable: "taste", In: cypher.Parameter("tastes"), Where: after})
}

// first are the clauses that give the first $take rows.
func (f Filter) first(place int) cypher.Query {
	var told cypher.List
	for _, name := range Told {
		told.Items = append(told.Items, f.property(name))
	}
	score := cypher.Variable("score")
	return cypher.Query{
		cypher.With{Items: cypher.Columns(f.Node, "score")},
		cypher.OrderBy{{By: score, Dir: cypher.Desc}, {By: f.property("key")}},
		cypher.Limit{Count: cypher.Parameter("take")},
		cypher.Return{Items: []cypher.Item{{Expr: cypher.ListOf(
			f.property("key"), score, cypher.If(cypher.Parameter("vectors"), f.vector(place)), told)}}},
	}
}
