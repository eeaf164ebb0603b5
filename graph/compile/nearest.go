package compile

import (
	"fmt"
	"slices"
	"strings"

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
	f.from = []string{f.head()}
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
func (u *unit) indexable(s source, f *mapping.Filter, in input, taken map[string]bool) []string {
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
	operator := " = "
	if in.typ.Elem != nil {
		operator = " IN "
	}
	return []string{expr + operator + u.value(in)}
}

// bounds are a range of whole numbers as one bound to each side.
func (u *unit) bounds(expr string, f *mapping.Filter, in input) []string {
	sides := map[string][]input{}
	for _, one := range []struct{ name, side string }{{"gte", ">="}, {"gt", ">="}, {"lte", "<="}, {"lt", "<="}} {
		if part, ok := u.field(in, one.name); ok {
			sides[one.side] = append(sides[one.side], part)
		}
	}
	if len(sides) == 0 {
		return []string{} // asks nothing
	}
	var predicates []string
	for _, side := range []string{">=", "<="} {
		parts := sides[side]
		if len(parts) == 0 && (side == "<=" || f.Floor == nil) {
			continue
		}
		path := append(slices.Clone(u.path), in.place()...)
		predicates = append(predicates, fmt.Sprintf("%s %s %s", expr, side, u.add(path, func(r *run) (any, error) {
			return closest(side, f.Floor, parts, r)
		})))
	}
	return predicates
}

// closest is the one bound that says what several to one side say.
func closest(side string, floor *int64, parts []input, r *run) (any, error) {
	var bound int64
	known := side == ">=" && floor != nil
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
		if !known || side == ">=" && n > bound || side == "<=" && n < bound {
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
	lines := []string{"CYPHER 25", "// Likeness in the index, which asks for " + said(f.inside) + "; then for " + said(f.rest) + ".",
		"MATCH (" + f.Node + ":" + f.Label + ")", "SEARCH " + f.Node + " IN (", fmt.Sprintf("  VECTOR INDEX lookalikes%d", place), "  FOR $vector"}
	if len(f.inside) > 0 {
		lines = append(lines, "  WHERE "+strings.Join(f.inside, "\n    AND "))
	}
	found := "[" + f.Node + ", (2 * near - 1) * " + f.vector(place) + "Length]"
	if len(f.rest) > 0 {
		found = "CASE WHEN " + every(f.rest) + "\n  THEN " + found + " END"
	}
	lines = append(lines, "  LIMIT $limit", ") SCORE AS near",
		"WITH count(*) AS reached, 2 * min(near) - 1 AS edge, collect("+found+") AS found",
		"WITH reached, edge, found, "+block("COLLECT", "UNWIND found AS one", "WITH one[1] AS near",
			"RETURN near ORDER BY near DESC SKIP $compared + size($seeds) LIMIT 1")+"[0] AS least",
		"RETURN reached, edge, size(found) AS passed, "+block("COLLECT", append([]string{
			"UNWIND found AS one",
			"WITH one[0] AS " + f.Node + ", one[1] AS near",
			"WHERE coalesce(near >= least, true) AND NOT " + f.Node + ".key IN $seeds",
			"WITH " + f.Node + ", near ORDER BY near DESC, " + f.Node + ".key LIMIT $compared",
			f.score(place),
			where([]string{f.beyond(place, tastes)}),
		}, f.first(place)...)...)+" AS rows")
	return strings.Join(lines, "\n")
}

// said is what predicates ask, for people who read a statement.
func said(predicates []string) string {
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
	passing := append(slices.Clone(f.from), "WITH "+f.Node, "WHERE "+f.placed(place), "RETURN "+f.Node, "LIMIT $most")
	return strings.Join([]string{"CYPHER 25", "// Likeness of all that pass, one by one.",
		block("CALL ()", passing...),
		"WITH collect(" + f.Node + ") AS found",
		"RETURN size(found) AS reached, null AS edge, size(found) AS passed, " + block("COLLECT", append([]string{
			"UNWIND CASE WHEN size(found) < $most THEN found ELSE [] END AS " + f.Node,
			f.score(place),
			where([]string{f.beyond(place, tastes)}),
		}, f.first(place)...)...) + " AS rows"}, "\n")
}

// Placed is the statement that counts the nodes that pass, have a vector and are none of $seeds.
func (f Filter) Placed(place int) string {
	return strings.Join(append(slices.Clone(f.from), "WITH "+f.Node, "WHERE "+f.placed(place),
		"RETURN count("+f.Node+") AS total"), "\n")
}

// score is the clause that works out how near nodes are. That of the index may differ in the last digit, and pages
// end at the digit.
func (f Filter) score(place int) string {
	return "WITH " + f.Node + ", " + f.likeness(place, "$vector") + " AS score"
}

// likeness is how near a node is to a vector: the database's cosines are from 0 to 1.
func (f Filter) likeness(place int, to string) string {
	return "(2 * vector.similarity.cosine(" + f.vector(place) + ", " + to + ") - 1) * " + f.vector(place) + "Length"
}

func (f Filter) vector(place int) string { return fmt.Sprintf("%s.likeness%d", f.Node, place) }

func (f Filter) placed(place int) string {
	return f.vector(place) + " IS NOT NULL AND NOT " + f.Node + ".key IN $seeds"
}

// beyond is what makes a node one that no earlier page has shown: it comes after where each taste was.
func (f Filter) beyond(place, tastes int) string {
	score := "score"
	if tastes > 1 {
		score = f.likeness(place, "taste.vector")
	}
	after := "taste.score IS NULL OR " + score + " < taste.score\n    OR " + score + " = taste.score AND " + f.Node + ".key > taste.key"
	return "all(taste IN $tastes WHERE " + after + ")"
}

// first are the clauses that give the first $take rows.
func (f Filter) first(place int) []string {
	return []string{"WITH " + f.Node + ", score", "ORDER BY score DESC, " + f.Node + ".key", "LIMIT $take",
		"RETURN [" + f.Node + ".key, score, CASE WHEN $vectors THEN " + f.vector(place) + " END, [" + f.Node + "." +
			strings.Join(Told, ", "+f.Node+".") + "]]"}
}
