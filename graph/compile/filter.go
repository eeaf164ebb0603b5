package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// operators are the comparisons that input objects ask for by their fields' names.
var operators = map[string]string{
	"eq": "=", "in": "IN", "startsWith": "STARTS WITH", "contains": "CONTAINS",
	"gte": ">=", "lte": "<=", "gt": ">", "lt": "<",
}

// filter gives the predicates of a filter input; all must hold.
func (u *unit) filter(s source, in input) ([]string, error) {
	var predicates []string
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
func (u *unit) predicates(s source, f *mapping.Filter, in input) ([]string, error) {
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

func (u *unit) each(s source, items []input) ([]string, error) {
	var all []string
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
func (u *unit) either(s source, items []input) ([]string, error) {
	if len(items) == 0 {
		return []string{"false"}, nil
	}
	var ways [][]string
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
	plain = plain && !slices.ContainsFunc(ways, func(way []string) bool { return slices.ContainsFunc(way, matches) })
	texts := make([]string, len(ways))
	for i, way := range ways {
		texts[i] = conjunction(way, plain)
	}
	if !plain {
		return []string{"CASE WHEN " + strings.Join(texts, " THEN true WHEN ") + " THEN true ELSE false END"}, nil
	}
	u.ors++
	return []string{"(" + strings.Join(texts, " OR ") + ")"}, nil
}

// not keeps what does not fulfil a filter, what is unknown included: Cypher's own NOT would drop
// the unknown, for which a comparison is null.
func (u *unit) not(s source, in input) ([]string, error) {
	var predicates []string
	err := u.within(func() (err error) {
		predicates, err = u.filter(s, in)
		return err
	})
	if u.nested > 0 {
		return []string{"CASE WHEN " + conjunction(predicates, false) + " THEN false ELSE true END"}, err
	}
	return []string{"NOT coalesce(" + conjunction(predicates, true) + ", false)"}, err
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
func matches(predicate string) bool { return strings.Contains(predicate, "MATCH ") }

// conjunction says that all of some predicates hold.
func conjunction(predicates []string, plain bool) string {
	switch {
	case len(predicates) == 0:
		return "true"
	case len(predicates) == 1:
		return predicates[0]
	case plain:
		return "(" + strings.Join(predicates, " AND ") + ")"
	}
	return "CASE WHEN coalesce(" + strings.Join(predicates, ", false) = false THEN false WHEN coalesce(") +
		", false) = false THEN false ELSE true END"
}

// asks gives the predicates of one filter field.
func (u *unit) asks(s source, f *mapping.Filter, in input) ([]string, error) {
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
	operator := "="
	if in.typ.Elem != nil {
		operator = "IN"
	}
	if f.Op != "" {
		operator = operators[f.Op]
	}
	return []string{expr + " " + operator + " " + temporal(in.typ.Name(), u.value(in))}, nil
}

// asksRange compares a property, or a quotient of two, as an input object says: {gte, lte}, {eq, in, …}.
func (u *unit) asksRange(s source, f *mapping.Filter, in input, def *ast.Definition) ([]string, error) {
	property := f.Property
	if f.Suffix != "" {
		suffix, _ := u.field(in, f.Suffix)
		text, _ := suffix.now.(string)
		property += pascal(text)
	}
	expr := s.property(property)
	compared := expr
	if f.Per != "" {
		compared = fmt.Sprintf("1.0 * %s / %s", expr, s.property(f.Per))
	}
	var predicates []string
	for _, part := range def.Fields {
		value, ok := u.field(in, part.Name)
		operator := operators[part.Name]
		if !ok || operator == "" {
			continue
		}
		predicates = append(predicates,
			compared+" "+operator+" "+temporal(part.Type.Name(), u.value(value)))
	}
	if f.Per != "" && len(predicates) > 0 {
		predicates = append(predicates, s.property(f.Per)+" > 0")
	}
	if f.Floor != nil && len(predicates) > 0 {
		predicates = append(predicates, fmt.Sprintf("%s >= %d", expr, *f.Floor))
	}
	return predicates, nil
}

func temporal(typ, param string) string {
	switch typ {
	case "Date":
		return "date(" + param + ")"
	case "DateTime":
		return "datetime(" + param + ")"
	}
	return param
}

// asksStatement compares the value that a statement gives for the object.
func (u *unit) asksStatement(s source, f *mapping.Filter, in input) ([]string, error) {
	text, ok := u.c.text(f.Statement)
	if !ok {
		return nil, fmt.Errorf("there is no statement %s", f.Statement)
	}
	def := u.c.m.Schema.Types[in.typ.Name()]
	value := u.name("value")
	var predicates []string
	for _, part := range def.Fields {
		operator := operators[part.Name]
		given, ok := u.field(in, part.Name)
		if !ok {
			continue
		}
		if operator != "" {
			predicates = append(predicates, value+" "+operator+" "+u.value(given))
			continue
		}
		param := u.days(given)
		text = strings.ReplaceAll(text, "$"+part.Name, param)
	}
	if len(predicates) == 0 {
		return nil, nil
	}
	call := block("CALL ("+s.b.v+")", "WITH "+s.b.v+" AS this", text)
	return []string{block("EXISTS", call, "WITH value AS "+value,
		"WHERE "+strings.Join(predicates, " AND "), "RETURN "+value)}, nil
}

// maxDays bounds how far back a filter may look.
const maxDays = 3650

// days makes a parameter of a number of days.
func (u *unit) days(in input) string {
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
type walk struct{ match, first, last, edge string }

func (u *unit) walk(start string, f *mapping.Filter) (walk, []string) {
	w := walk{match: "MATCH (" + start + ")"}
	var where []string
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
		w.match += hop(w.edge, step.Rel, step.In, w.last, label)
		if f.InForce {
			where = append(where, inForce(w.edge, "$today"))
		}
	}
	return w, where
}

// asksPath asks whether a path from the object leads to what is wanted.
func (u *unit) asksPath(s source, f *mapping.Filter, in input) ([]string, error) {
	start := s.b.v
	if f.Of != "" {
		start = strings.TrimSuffix(s.property(f.Of+".key"), ".key")
	}
	typ := in.typ.Name()
	switch {
	case typ == "Boolean":
		w, where := u.walk(start, f)
		text := exists(w.match, where)
		if in.now == false {
			text = "NOT " + text
		}
		return []string{text}, nil
	case typ == "SetMatch":
		return u.asksSet(s, start, f, in)
	case in.typ.Elem != nil && u.c.m.Inputs[typ] != nil:
		return u.asksEach(start, f, in)
	}
	w, asked := u.walk(start, f)
	keys := u.value(in)
	asked = append(asked, w.last+".key IN "+keys)
	predicate := exists(w.match, asked)
	u.begin(s, f, w, asked, keys, predicate, "")
	return []string{predicate}, nil
}

func exists(match string, predicates []string) string {
	if len(predicates) == 0 {
		return block("EXISTS", match)
	}
	return block("EXISTS", match, where(predicates))
}

// asksSet asks for some, none or all of a set of keys at the path's end, or, where only a day is given, for
// anything at it since then.
func (u *unit) asksSet(s source, start string, f *mapping.Filter, in input) ([]string, error) {
	since, dated := u.field(in, "since")
	began := func(w walk) string { return w.first + ".starts >= date(" + u.value(since) + ")" }
	var predicates []string
	for _, quantifier := range []string{"some", "none", "all"} {
		keys, ok := u.field(in, quantifier)
		if !ok {
			continue
		}
		w, asked := u.walk(start, f)
		param := u.value(keys)
		asked = append(asked, w.last+".key IN "+param)
		if dated {
			asked = append(asked, began(w))
		}
		switch quantifier {
		case "some":
			predicate := exists(w.match, asked)
			predicates = append(predicates, predicate)
			u.begin(s, f, w, asked, param, predicate, "")
		case "none":
			predicates = append(predicates, "NOT "+exists(w.match, asked))
		case "all":
			count := block("COUNT", w.match, where(asked),
				"RETURN DISTINCT "+w.last)
			path := append(slices.Clone(u.path), keys.place()...)
			all := u.add(path, func(r *run) (any, error) { return different(keys.at(r)), nil })
			predicates = append(predicates, count+" = "+all)
			if len(keys.items()) > 0 { // of no keys everything has met all
				u.begin(s, f, w, asked, param, count+" = "+all, all)
			}
		}
	}
	if dated && len(predicates) == 0 {
		w, asked := u.walk(start, f)
		predicates = append(predicates, exists(w.match, append(asked, began(w))))
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
func (u *unit) asksEach(start string, f *mapping.Filter, in input) ([]string, error) {
	var predicates []string
	for _, item := range in.items() {
		w, where := u.walk(start, f)
		label := f.Path[len(f.Path)-1].Label
		end := source{edge: w.edge, b: bound{t: u.c.m.Types[label], v: w.last}}
		asked, err := u.filter(end, item)
		if err != nil {
			return nil, err
		}
		predicates = append(predicates, exists(w.match, append(where, asked...)))
	}
	return predicates, nil
}
