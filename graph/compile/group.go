package compile

import (
	"fmt"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// groups are what a connection's rows are told apart by.
type groups struct {
	facet   *mapping.Facet
	walk    walk     // to the groups, where they are objects
	asked   []string // what must hold on the way
	clauses []string // that find each row's groups
	expr    string   // the group, before it is carried
	value   string   // and after
	label   string   // where groups are objects: their label
}

// groups finds the groups of a source's rows. A row that has none is in the group of null.
func (u *unit) groups(s source, f *mapping.Facet) groups {
	g := groups{facet: f}
	switch property := f.Property; {
	case len(f.Path) > 0:
		start := s.b.v
		if f.Of != "" {
			start = strings.TrimSuffix(s.property(f.Of+".key"), ".key")
		}
		w, asked := u.walk(start, &mapping.Filter{Path: f.Path, InForce: f.InForce})
		g.walk, g.asked = w, asked
		g.clauses = append(g.clauses, "OPTIONAL "+g.plain())
		if len(asked) > 0 {
			// Two objects may be joined by several relationships in force, such as a contract and its renewal.
			g.clauses = append(g.clauses, where(asked), "WITH DISTINCT "+join(append(s.variables(), w.last)))
		}
		if g.expr = w.last; property == "" {
			g.label = f.Path[len(f.Path)-1].Label
			return g
		}
		g.expr += "." + property
	default:
		g.expr = s.property(property)
	}
	switch {
	case f.Default != "":
		g.expr = fmt.Sprintf("coalesce(%s, '%s')", g.expr, f.Default)
	case f.IsMonth:
		g.expr = fmt.Sprintf("%s.year * 12 + %s.month - 1", g.expr, g.expr)
	case len(f.Steps) > 0:
		g.expr = steps(g.expr, f.Steps)
	case f.IsList:
		item := u.name("item")
		g.clauses = append(g.clauses, fmt.Sprintf("UNWIND CASE WHEN size(%s) > 0 THEN %s ELSE [null] END AS %s",
			g.expr, g.expr, item))
		g.expr = item
	}
	return g
}

// fromGroups finds all nodes of a label with their groups, and then those that have none. So the search may begin
// at the groups, which are few and keep their relationships by type: a node with few relationships has them in one
// chain, all of which is walked for those of one type. Of 100,000 creators it takes a third of the time.
func (g groups) fromGroups(s source, columns string) []string {
	lines := append(append([]string{}, s.head...), g.walk.match)
	if len(g.asked) > 0 {
		lines = append(lines, where(g.asked), "WITH DISTINCT "+join(append(s.variables(), g.walk.last)))
	}
	lines = append(append(lines, "RETURN "+columns, "UNION ALL"), s.head...)
	none := g.plain()
	if step := g.facet.Path[0]; len(g.facet.Path) == 1 && step.Sure && len(g.asked) == 0 {
		none = "MATCH (" + s.b.v + ")" + hop("", step.Rel, step.In, "", "") // a look at the node's degree
	}
	return append(lines, "WHERE NOT "+exists(none, g.asked),
		"RETURN "+strings.Replace(columns, g.expr+" AS "+g.value, "null AS "+g.value, 1))
}

// plain is the way to the groups without the label of their nodes, where its relationships tell as much.
func (g groups) plain() string {
	step := g.facet.Path[len(g.facet.Path)-1]
	if !step.Sure {
		return g.walk.match
	}
	return strings.Replace(g.walk.match, "("+g.walk.last+":"+step.Label+")", "("+g.walk.last+")", 1)
}

// variables are those that hold a row.
func (s source) variables() []string {
	if s.b.t.Kind == mapping.Edge {
		return []string{s.b.v, s.b.from, s.b.to}
	}
	return []string{s.b.v}
}

// steps is the number of the last step that a number reaches, from 0; null below the first one.
func steps(number string, all []mapping.Size) string {
	var text strings.Builder
	fmt.Fprintf(&text, "CASE WHEN %s < %d THEN null", number, all[0].From)
	for i := range all[1:] {
		fmt.Fprintf(&text, " WHEN %s < %d THEN %d", number, all[i+1].From, i)
	}
	fmt.Fprintf(&text, " WHEN %s >= %d THEN %d END", number, all[len(all)-1].From, len(all)-1)
	return text.String()
}

// sort is what groups of the same size are put in order by.
func (g groups) sort() string {
	if g.label != "" {
		return g.value + ".key"
	}
	return g.value
}

// key is the group's key as it is shown.
func (g groups) key() string {
	switch {
	case g.facet.IsMonth:
		return fmt.Sprintf("toString(%s / 12) + '-' + right('0' + toString(%s %% 12 + 1), 2)", g.value, g.value)
	case len(g.facet.Steps) > 0:
		return g.pick(func(s mapping.Size) string { return s.Name })
	}
	return g.sort()
}

// name is what the group is shown by.
func (g groups) name() string {
	switch {
	case g.label != "":
		return g.value + ".name"
	case len(g.facet.Steps) > 0:
		return g.pick(func(s mapping.Size) string { return s.Label })
	}
	return g.key()
}

func (g groups) pick(of func(mapping.Size) string) string {
	var names []string
	for _, s := range g.facet.Steps {
		names = append(names, "'"+of(s)+"'")
	}
	return "[" + join(names) + "][" + g.value + "]"
}
