package compile

import (
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// groups are what a connection's rows are told apart by.
type groups struct {
	facet   *mapping.Facet
	walk    walk          // to the groups, where they are objects
	asked   []cypher.Expr // what must hold on the way
	clauses cypher.Query  // that find each row's groups
	expr    cypher.Expr   // the group, before it is carried
	value   string        // and after
	label   string        // where groups are objects: their label
}

// groups finds the groups of a source's rows. A row that has none is in the group of null.
func (u *compilation) groups(s source, f *mapping.Facet) groups {
	g := groups{facet: f}
	switch property := f.Property; {
	case len(f.Path) > 0:
		w, asked := u.walk(s.end(f.Of), &mapping.Filter{Path: f.Path, InForce: f.InForce})
		g.walk, g.asked = w, asked
		g.clauses = append(g.clauses, cypher.Match{Optional: true, Pattern: g.unlabeled()})
		if len(asked) > 0 {
			// Two objects may be joined by several relationships in force, such as a contract and its renewal.
			g.clauses = append(g.clauses, cypher.Where(asked), distinct(append(s.variables(), w.last)...))
		}
		if g.expr = cypher.Variable(w.last); property == "" {
			g.label = f.Path[len(f.Path)-1].Label
			return g
		}
		g.expr = cypher.Prop(w.last, property)
	default:
		g.expr = s.property(property)
	}
	switch {
	case f.Default != "":
		g.expr = cypher.Fn("coalesce", g.expr, cypher.Lit(f.Default))
	case f.IsMonth:
		g.expr = month(g.expr)
	case len(f.Steps) > 0:
		g.expr = steps(g.expr, f.Steps)
	case f.IsList:
		item := u.name("item")
		some := cypher.If(cypher.Op(cypher.Fn("size", g.expr), cypher.Greater, cypher.Lit(0)), g.expr)
		some.Else = cypher.ListOf(cypher.Null())
		g.clauses = append(g.clauses, cypher.Unwind{List: some, As: item})
		g.expr = cypher.Variable(item)
	}
	return g
}

// fromGroups finds all nodes of a label with their groups, and then those that have none. So the search may begin
// at the groups, which are few and keep their relationships by type: a node with few relationships has them in one
// chain, all of which is walked for those of one type. Of 100,000 creators it takes a third of the time.
func (g groups) fromGroups(s source, columns []cypher.Item) cypher.Query {
	query := append(append(cypher.Query{}, s.head...), cypher.Match{Pattern: g.walk.pattern})
	if len(g.asked) > 0 {
		query = append(query, cypher.Where(g.asked), distinct(append(s.variables(), g.walk.last)...))
	}
	query = append(query, cypher.Return{Items: columns}, cypher.UnionAll{})
	none := g.unlabeled()
	if step := g.facet.Path[0]; len(g.facet.Path) == 1 && step.Sure && len(g.asked) == 0 {
		none = path(s.b.v, "", hop("", step.Rel, step.In, "", "")) // a look at the node's degree
	}
	columns = slices.Clone(columns)
	for i := range columns {
		if columns[i].As == g.value {
			columns[i].Expr = cypher.Null()
		}
	}
	isNone := cypher.Where{cypher.Not{Of: exists(none, g.asked)}}
	return append(append(query, s.head...), isNone, cypher.Return{Items: columns})
}

// unlabeled is the way to the groups without the label of their nodes, where its relationships tell as much.
func (g groups) unlabeled() cypher.Pattern {
	pattern := g.walk.pattern
	if g.facet.Path[len(g.facet.Path)-1].Sure {
		pattern.Hops = slices.Clone(pattern.Hops)
		pattern.Last().Label = ""
	}
	return pattern
}

// variables are those that hold a row.
func (s source) variables() []string {
	if s.b.t.Kind == mapping.Edge {
		return []string{s.b.v, s.b.from, s.b.to}
	}
	return []string{s.b.v}
}

// month is the number of a day's month, from January of the year 0.
func month(day cypher.Expr) cypher.Expr {
	years := cypher.Op(cypher.Property{Of: day, Name: "year"}, cypher.Times, cypher.Lit(12))
	return cypher.Op(cypher.Op(years, cypher.Plus, cypher.Property{Of: day, Name: "month"}), cypher.Minus, cypher.Lit(1))
}

// monthText writes the number of a month as YYYY-MM.
func monthText(number cypher.Expr) cypher.Expr {
	year := cypher.Fn("toString", cypher.Op(number, cypher.Over, cypher.Lit(12)))
	month := cypher.Fn("toString", cypher.Op(cypher.Op(number, cypher.Modulo, cypher.Lit(12)), cypher.Plus, cypher.Lit(1)))
	padded := cypher.Fn("right", cypher.Op(cypher.Lit("0"), cypher.Plus, month), cypher.Lit(2))
	return cypher.Op(cypher.Op(year, cypher.Plus, cypher.Lit("-")), cypher.Plus, padded)
}

// steps is the number of the last step that a number reaches, from 0; null below the first one.
func steps(number cypher.Expr, all []mapping.Size) cypher.Expr {
	below := func(step mapping.Size) cypher.Expr { return cypher.Op(number, cypher.Less, cypher.Lit(step.From)) }
	c := cypher.Case{When: []cypher.When{{Condition: below(all[0]), Then: cypher.Null()}}}
	for i, next := range all[1:] {
		c.When = append(c.When, cypher.When{Condition: below(next), Then: cypher.Lit(i)})
	}
	last := len(all) - 1
	reached := cypher.Op(number, cypher.AtLeast, cypher.Lit(all[last].From))
	c.When = append(c.When, cypher.When{Condition: reached, Then: cypher.Lit(last)})
	return c
}

// sort is what groups of the same size are put in order by.
func (g groups) sort() cypher.Expr {
	if g.label != "" {
		return cypher.Prop(g.value, "key")
	}
	return cypher.Variable(g.value)
}

// key is the group's key as it is shown.
func (g groups) key() cypher.Expr {
	switch {
	case g.facet.IsMonth:
		return monthText(cypher.Variable(g.value))
	case len(g.facet.Steps) > 0:
		return g.pick(func(s mapping.Size) string { return s.Name })
	}
	return g.sort()
}

// name is what the group is shown by.
func (g groups) name() cypher.Expr {
	switch {
	case g.label != "":
		return cypher.Prop(g.value, "name")
	case len(g.facet.Steps) > 0:
		return g.pick(func(s mapping.Size) string { return s.Label })
	}
	return g.key()
}

func (g groups) pick(of func(mapping.Size) string) cypher.Expr {
	var names cypher.List
	for _, s := range g.facet.Steps {
		names.Items = append(names.Items, cypher.Lit(of(s)))
	}
	return cypher.Index{List: names, At: cypher.Variable(g.value)}
}
