package compile

import (
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// walk is a path from an object, its last node and first node and last relationship named.
type walk struct {
	pattern           cypher.Pattern
	first, last, edge string
}

func (u *compilation) walk(start string, f *mapping.Filter) (walk, []cypher.Expr) {
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

// pathPredicates ask whether a path from the object leads to a node that satisfies the filter.
func (u *compilation) pathPredicates(s source, f *mapping.Filter, in input) ([]cypher.Expr, error) {
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
		return u.setPredicates(s, start, f, in)
	case in.typ.Elem != nil && u.c.m.Inputs[typ] != nil:
		return u.eachPredicates(start, f, in)
	}
	w, asked := u.walk(start, f)
	keys := u.value(in)
	asked = append(asked, w.among(keys))
	predicate := exists(w.pattern, asked)
	u.noteAnchor(s, f, w, asked, keys, predicate, nil)
	return []cypher.Expr{predicate}, nil
}

// among says that the path leads to one of some keys.
func (w walk) among(keys cypher.Expr) cypher.Expr {
	return cypher.Op(cypher.Prop(w.last, "key"), cypher.In, keys)
}

// setPredicates ask for some, none or all of a set of keys at the path's end or, if only a day is given, for any node there since
// then.
func (u *compilation) setPredicates(s source, start string, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	since, dated := u.field(in, "since")
	began := func(w walk) cypher.Expr {
		if f.Since != "" { // an instant, which the database makes of a day's text but not of the day
			return cypher.Op(cypher.Prop(w.edge, f.Since), cypher.AtLeast, cypher.Fn("datetime", cypher.Fn("toString", u.value(since))))
		}
		return cypher.Op(cypher.Prop(w.first, "starts"), cypher.AtLeast, u.value(since))
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
			u.noteAnchor(s, f, w, asked, param, predicate, nil)
		case "none":
			predicates = append(predicates, cypher.Not{Of: exists(w.pattern, asked)})
		case "all":
			count := cypher.Subquery{Of: cypher.Count, Query: cypher.Query{cypher.Match{Pattern: w.pattern},
				cypher.Where(asked), cypher.Return{Distinct: true, Items: cypher.Columns(w.last)}}}
			path := append(slices.Clone(u.path), keys.argumentPath()...)
			all := u.add(path, func(r *binding) (any, error) { return countDistinct(keys.at(r)), nil })
			predicate := cypher.Op(count, cypher.Equal, all)
			predicates = append(predicates, predicate)
			if len(keys.items()) > 0 { // of no keys everything has met all
				u.noteAnchor(s, f, w, asked, param, predicate, all)
			}
		}
	}
	if dated && len(predicates) == 0 {
		w, asked := u.walk(start, f)
		predicates = append(predicates, exists(w.pattern, append(asked, began(w))))
	}
	return predicates, nil
}

func countDistinct(list any) int64 {
	seen := map[any]bool{}
	items, _ := list.([]any)
	for _, item := range items {
		seen[item] = true
	}
	return int64(len(seen))
}

// eachPredicates ask for one path for each element of a list of inputs.
func (u *compilation) eachPredicates(start string, f *mapping.Filter, in input) ([]cypher.Expr, error) {
	var predicates []cypher.Expr
	for _, item := range in.items() {
		w, where := u.walk(start, f)
		label := f.Path[len(f.Path)-1].Label
		end := source{edge: w.edge, b: scope{t: u.c.m.Types[label], v: w.last}}
		asked, err := u.filter(end, item)
		if err != nil {
			return nil, err
		}
		predicates = append(predicates, exists(w.pattern, append(where, asked...)))
	}
	return predicates, nil
}
