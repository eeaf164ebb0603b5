package compile

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// operators are the comparisons that input objects ask for by their fields' names.
var operators = map[string]cypher.Operator{
	"eq": cypher.Equal, "in": cypher.In, "startsWith": cypher.StartsWith, "contains": cypher.Contains,
	"gte": cypher.AtLeast, "lte": cypher.AtMost, "gt": cypher.Greater, "lt": cypher.Less,
}

// filter gives the predicates of a filter input; all must hold.
func (u *unit) filter(s source, in input) ([]cypher.Expr, error) {
	var predicates []cypher.Expr
	meta := u.c.m.Inputs[in.typ.Name()]
	for _, def := range meta.Def.Fields {
		part, ok := u.field(in, def.Name)
		if !ok {
			continue
		}
		got, err := u.predicates(s, meta.Filters[def.Name], part)
		if err != nil {
			return nil, err
		}
		predicates = append(predicates, got...)
	}
	return predicates, nil
}

// predicates gives those of one field of a filter input.
func (u *unit) predicates(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	switch in.name {
	case "AND":
		return u.each(s, in.items())
	case "OR":
		return u.either(s, in.items())
	case "NOT":
		return u.not(s, in)
	}
	return u.asks(s, f, in)
}

// maxEach bounds how many conditions Neo4j plans one by one, each with all others; the rest is one condition.
const maxEach = 16

func (u *unit) each(s source, items []input) ([]cypher.Expr, error) {
	var all []cypher.Expr
	for _, item := range items {
		predicates, err := u.filter(s, item)
		if err != nil {
			return nil, err
		}
		all = append(all, predicates...)
	}
	if u.nested == 0 && len(all) > maxEach {
		all = append(all[:maxEach:maxEach], conjunction(all[maxEach:], false))
	}
	return all, nil
}

// Before Neo4j plans it normalises conditions: it distributes OR over AND, which multiplies the conditions of all
// ways, and goes through an AND or NOT within another twice, which doubles the time with every level. So these
// stand in the statement, where they help to find an index, only at the outermost level, and only so many of them.
// Below, and wherever an OR has patterns to match, for each of which Neo4j would plan the others once more, CASE
// stands for them: Neo4j leaves it alone and stops at the first condition that decides. What is unknown it takes for
// false, which makes no difference: a filter keeps what is true, and its NOT what is not.
const (
	maxClauses = 8 // that an OR comes to when it is distributed
	maxOrs     = 4 // of an operation: Neo4j combines the indexes of each with those of the others
)

// either asks for one of several ways.
func (u *unit) either(s source, items []input) ([]cypher.Expr, error) {
	if len(items) == 0 {
		return []cypher.Expr{cypher.Lit(false)}, nil
	}
	var ways [][]cypher.Expr
	clauses := 1
	err := u.within(func() error {
		for _, item := range items {
			predicates, err := u.filter(s, item)
			if err != nil {
				return err
			}
			ways = append(ways, predicates)
			clauses = min(clauses*max(len(predicates), 1), maxClauses+1)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	plain := u.nested == 0 && clauses <= maxClauses && u.ors < maxOrs
	plain = plain && !slices.ContainsFunc(ways, func(way []cypher.Expr) bool { return slices.ContainsFunc(way, matches) })
	if plain {
		u.ors++
		var any []cypher.Expr
		for _, way := range ways {
			any = append(any, conjunction(way, true))
		}
		return []cypher.Expr{cypher.Paren{Of: cypher.AnyOf(any...)}}, nil
	}
	first := cypher.Case{Else: cypher.Lit(false)}
	for _, way := range ways {
		first.When = append(first.When, cypher.When{Condition: conjunction(way, false), Then: cypher.Lit(true)})
	}
	return []cypher.Expr{first}, nil
}

// not keeps what does not fulfil a filter, what is unknown included: Cypher's own NOT would drop
// the unknown, for which a comparison is null.
func (u *unit) not(s source, in input) ([]cypher.Expr, error) {
	var predicates []cypher.Expr
	err := u.within(func() (err error) {
		predicates, err = u.filter(s, in)
		return err
	})
	if u.nested > 0 {
		holds := cypher.If(conjunction(predicates, false), cypher.Lit(false))
		holds.Else = cypher.Lit(true)
		return []cypher.Expr{holds}, err
	}
	return []cypher.Expr{cypher.Not{Of: known(conjunction(predicates, true))}}, err
}

// maxNested bounds how deep OR and NOT may stand in each other: deeper than any person asks, and not so deep that
// Neo4j's parser runs out of stack.
const maxNested = 32

// within compiles what stands in an OR or a NOT.
func (u *unit) within(part func() error) error {
	u.nested++
	defer func() { u.nested-- }()
	if u.nested > maxNested {
		return &Error{TooBig: true, What: fmt.Sprintf("a filter of more than %d levels of OR and NOT", maxNested),
			Remedy: "nest less deeply"}
	}
	return part()
}

// matches says whether a predicate has patterns to match.
func matches(predicate cypher.Expr) bool { return cypher.Patterns(predicate) > 0 }

// known takes an unknown condition for false.
func known(condition cypher.Expr) cypher.Expr {
	return cypher.Fn("coalesce", condition, cypher.Lit(false))
}

// conjunction says that all of some predicates hold.
func conjunction(predicates []cypher.Expr, plain bool) cypher.Expr {
	switch {
	case len(predicates) == 0:
		return cypher.Lit(true)
	case len(predicates) == 1:
		return predicates[0]
	case plain:
		return cypher.Paren{Of: cypher.AllOf(predicates...)}
	}
	all := cypher.Case{Else: cypher.Lit(true)}
	for _, p := range predicates {
		fails := cypher.Op(known(p), cypher.Equal, cypher.Lit(false))
		all.When = append(all.When, cypher.When{Condition: fails, Then: cypher.Lit(false)})
	}
	return all
}

// asks gives the predicates of one filter field.
func (u *unit) asks(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	u.conditions++
	switch {
	case f.Statement != "":
		return u.asksStatement(s, f, in)
	case len(f.Path) > 0:
		return u.asksPath(s, f, in)
	}
	expr := s.property(f.Property)
	def := u.c.m.Schema.Types[in.typ.Name()]
	if def.Kind == ast.InputObject {
		return u.asksRange(s, f, in, def)
	}
	operator := cypher.Equal
	if in.typ.Elem != nil {
		operator = cypher.In
	}
	if f.Op != "" {
		operator = operators[f.Op]
	}
	return []cypher.Expr{cypher.Op(expr, operator, temporal(in.typ.Name(), u.value(in)))}, nil
}

// asksRange compares a property, or a quotient of two, as an input object says: {gte, lte}, {eq, in, …}.
func (u *unit) asksRange(s source, f *mapping.Filter, in input, def *ast.Definition) ([]cypher.Expr, error) {
	property := f.Property
	if f.Suffix != "" {
		suffix, _ := u.field(in, f.Suffix)
		text, _ := suffix.now.(string)
		property += pascal(text)
	}
	expr := s.property(property)
	compared := expr
	if f.Per != "" {
		compared = cypher.Op(cypher.Op(cypher.Lit(1.0), cypher.Times, expr), cypher.Over, s.property(f.Per))
	}
	var predicates []cypher.Expr
	for _, part := range def.Fields {
		value, ok := u.field(in, part.Name)
		operator := operators[part.Name]
		if !ok || operator == "" {
			continue
		}
		predicates = append(predicates, cypher.Op(compared, operator, temporal(part.Type.Name(), u.value(value))))
	}
	if f.Per != "" && len(predicates) > 0 {
		predicates = append(predicates, cypher.Op(s.property(f.Per), cypher.Greater, cypher.Lit(0)))
	}
	if f.Floor != nil && len(predicates) > 0 {
		predicates = append(predicates, cypher.Op(expr, cypher.AtLeast, cypher.Lit(*f.Floor)))
	}
	return predicates, nil
}

// temporal reads a parameter as the database compares it: days and instants arrive as text.
func temporal(typ string, param cypher.Expr) cypher.Expr {
	switch typ {
	case "Date":
		return date(param)
	case "DateTime":
		return cypher.Fn("datetime", param)
	}
	return param
}

// asksStatement compares the value that a statement gives for the object.
func (u *unit) asksStatement(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	def := u.c.m.Schema.Types[in.typ.Name()]
	value := u.name("value")
	values := map[string]cypher.Expr{}
	var predicates []cypher.Expr
	for _, part := range def.Fields {
		operator := operators[part.Name]
		given, ok := u.field(in, part.Name)
		if !ok {
			continue
		}
		if operator != "" {
			predicates = append(predicates, cypher.Op(cypher.Variable(value), operator, u.value(given)))
			continue
		}
		values[part.Name] = u.days(given)
	}
	if len(predicates) == 0 {
		return nil, nil
	}
	return []cypher.Expr{cypher.Subquery{Of: cypher.Exists, Query: cypher.Query{
		callFor(s.b.v, u.c.statements[f.Statement].Bind(values)),
		with(cypher.Variable("value"), value), cypher.Where{cypher.AllOf(predicates...)},
		cypher.Return{Items: cypher.Columns(value)}}}}, nil
}

// maxDays bounds how far back a filter may look.
const maxDays = 3650

// days makes a parameter of a number of days.
func (u *unit) days(in input) cypher.Expr {
	path := append(slices.Clone(u.path), in.place()...)
	return u.add(path, func(r *run) (any, error) {
		n, err := Long(in.at(r))
		if err == nil && (n < 1 || n > maxDays) {
			return nil, &Error{What: fmt.Sprintf("%s of %d", in.name, n), Remedy: "give 1 to 3,650"}
		}
		return n, err
	})
}

// walk is a path from an object, its last node and first node and last relationship named.
type walk struct {
	pattern           cypher.Pattern
	first, last, edge string
}

func (u *unit) walk(start string, f *mapping.Filter) (walk, []cypher.Expr) {
	w := walk{pattern: path(start, "")}
	var where []cypher.Expr
	for i, step := range f.Path {
		w.last = u.name(lower(step.Label))
		if i == 0 {
			w.first = w.last
		}
		w.edge = ""
		if f.InForce || i == len(f.Path)-1 {
			w.edge = u.name("edge")
		}
		label := step.Label
		if step.Sure && i < len(f.Path)-1 { // the last one's is what its key is looked up by
			label = ""
		}
		w.pattern.Hops = append(w.pattern.Hops, hop(w.edge, step.Rel, step.In, w.last, label))
		if f.InForce {
			where = append(where, inForce(w.edge, today))
		}
	}
	return w, where
}

// asksPath asks whether a path from the object leads to what is wanted.
func (u *unit) asksPath(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	start, typ := s.end(f.Of), in.typ.Name()
	switch {
	case typ == "Boolean":
		w, where := u.walk(start, f)
		there := exists(w.pattern, where)
		if in.now == false {
			there = cypher.Not{Of: there}
		}
		return []cypher.Expr{there}, nil
	case typ == "SetMatch":
		return u.asksSet(s, start, f, in)
	case in.typ.Elem != nil && u.c.m.Inputs[typ] != nil:
		return u.asksEach(start, f, in)
	}
	w, asked := u.walk(start, f)
	keys := u.value(in)
	asked = append(asked, w.among(keys))
	predicate := exists(w.pattern, asked)
	u.begin(s, f, w, asked, keys, predicate, nil)
	return []cypher.Expr{predicate}, nil
}

// among says that the path leads to one of some keys.
func (w walk) among(keys cypher.Expr) cypher.Expr {
	return cypher.Op(cypher.Prop(w.last, "key"), cypher.In, keys)
}

// asksSet asks for some, none or all of a set of keys at the path's end, or, where only a day is given, for
// anything at it since then.
func (u *unit) asksSet(s source, start string, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	since, dated := u.field(in, "since")
	began := func(w walk) cypher.Expr {
		return cypher.Op(cypher.Prop(w.first, "starts"), cypher.AtLeast, date(u.value(since)))
	}
	var predicates []cypher.Expr
	for _, quantifier := range []string{"some", "none", "all"} {
		keys, ok := u.field(in, quantifier)
		if !ok {
			continue
		}
		w, asked := u.walk(start, f)
		param := u.value(keys)
		asked = append(asked, w.among(param))
		if dated {
			asked = append(asked, began(w))
		}
		switch quantifier {
		case "some":
			predicate := exists(w.pattern, asked)
			predicates = append(predicates, predicate)
			u.begin(s, f, w, asked, param, predicate, nil)
		case "none":
			predicates = append(predicates, cypher.Not{Of: exists(w.pattern, asked)})
		case "all":
			count := cypher.Subquery{Of: cypher.Count, Query: cypher.Query{cypher.Match{Pattern: w.pattern},
				cypher.Where(asked), cypher.Return{Distinct: true, Items: cypher.Columns(w.last)}}}
			path := append(slices.Clone(u.path), keys.place()...)
			all := u.add(path, func(r *run) (any, error) { return different(keys.at(r)), nil })
			predicate := cypher.Op(count, cypher.Equal, all)
			predicates = append(predicates, predicate)
			if len(keys.items()) > 0 { // of no keys everything has met all
				u.begin(s, f, w, asked, param, predicate, all)
			}
		}
	}
	if dated && len(predicates) == 0 {
		w, asked := u.walk(start, f)
		predicates = append(predicates, exists(w.pattern, append(asked, began(w))))
	}
	return predicates, nil
}

func different(list any) int64 {
	seen := map[any]bool{}
	items, _ := list.([]any)
	for _, item := range items {
		seen[item] = true
	}
	return int64(len(seen))
}

// asksEach asks for one path's end for each element of a list of inputs.
func (u *unit) asksEach(start string, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	var predicates []cypher.Expr
	for _, item := range in.items() {
		w, where := u.walk(start, f)
		label := f.Path[len(f.Path)-1].Label
		end := source{edge: w.edge, b: bound{t: u.c.m.Types[label], v: w.last}}
		asked, err := u.filter(end, item)
		if err != nil {
			return nil, err
		}
		predicates = append(predicates, exists(w.pattern, append(where, asked...)))
	}
	return predicates, nil
}
