package compile

import (
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// indexed are the properties of creators that the indexes of vectors hold, so that a search asks for them on its
// way: what a filter's field asks of them becomes part of the search. Prices have one for each format.
var indexed = map[string]bool{"byFollowers": true, "region": true, "language": true, "gender": true, "verified": true,
	"byPriceShortVideo": true, "byPriceMidVideo": true, "byPriceImageText": true, "byPriceLive": true}

// splitIndexable divides a filter into the predicates that the vector index evaluates and the rest. Of each property the
// index takes one bound to each side, or some values.
func (u *compilation) splitIndexable(s source, in input, f *Filter, taken map[string]bool) error {
	meta := u.c.m.Inputs[in.typ.Name()]
	for _, def := range meta.Def.Fields {
		part, ok := u.field(in, def.Name)
		if !ok {
			continue
		}
		if def.Name == "AND" {
			if err := u.splitEach(s, part.items(), f, taken); err != nil {
				return err
			}
			continue
		}
		if asks := meta.Filters[def.Name]; asks != nil && def.Name != "OR" && def.Name != "NOT" {
			if inside := u.indexable(s, asks, part, taken); inside != nil {
				f.indexPredicates = append(f.indexPredicates, inside...)
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

func (u *compilation) splitEach(s source, items []input, f *Filter, taken map[string]bool) error {
	for _, item := range items {
		if err := u.splitIndexable(s, item, f, taken); err != nil {
			return err
		}
	}
	return nil
}

// indexable gives the predicates that the index can ask for in the place of a filter's field; none where it cannot.
func (u *compilation) indexable(s source, f *mapping.Filter, in input, taken map[string]bool) []cypher.Expr {
	property := u.propertyAsked(f, in)
	if !indexed[property] || taken[property] {
		return nil
	}
	taken[property] = true
	expr := s.property(property)
	if u.c.m.Inputs[in.typ.Name()] != nil {
		return u.rangePredicates(expr, f, in)
	}
	operator := cypher.Equal
	if in.typ.Elem != nil {
		operator = cypher.In
	}
	return []cypher.Expr{cypher.Op(expr, operator, u.value(in))}
}

// rangePredicates are a range of whole numbers as one bound to each side.
func (u *compilation) rangePredicates(expr cypher.Expr, f *mapping.Filter, in input) []cypher.Expr {
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
		path := append(slices.Clone(u.path), in.argumentPath()...)
		predicates = append(predicates, cypher.Op(expr, side, u.add(path, func(r *binding) (any, error) {
			return tightestBound(side, f.Floor, parts, r)
		})))
	}
	return predicates
}

// tightestBound is the strictest of several bounds on one side.
func tightestBound(side cypher.Operator, floor *int64, parts []input, r *binding) (any, error) {
	var bound int64
	known := side == cypher.AtLeast && floor != nil
	if known {
		bound = *floor
	}
	for _, part := range parts {
		n, err := inclusive(part, r)
		if err != nil {
			return nil, err
		}
		if !known || isTighter(side, n, bound) {
			bound, known = n, true
		}
	}
	return bound, nil
}

// isTighter says whether a bound on one side is stricter than another.
func isTighter(side cypher.Operator, n, bound int64) bool {
	return side == cypher.AtLeast && n > bound || side == cypher.AtMost && n < bound
}

// inclusive is the value of a bound, with gt and lt turned into gte and lte.
func inclusive(bound input, r *binding) (int64, error) {
	n, err := Long(bound.at(r))
	switch bound.name {
	case "gt":
		n++
	case "lt":
		n--
	}
	return n, err
}
