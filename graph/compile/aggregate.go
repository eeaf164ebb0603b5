package compile

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// MaxGroups bounds how many groups a connection's rows are counted in.
const MaxGroups = 100

// entire is what a connection's parts that are no part of its page are compiled from: all rows that the
// filter lets pass.
type entire struct {
	s    source
	p    *projection // of the object that the connection belongs to
	rows float64     // how many such objects there may be
}

// aggregate adds totals over all rows of a connection, or one row for each group of them.
func (u *unit) aggregate(w entire, f *mapping.Field, sel selected, out Field) (Field, error) {
	before := u.rows
	defer func() { u.rows = before }()
	u.rows = w.rows

	s := w.s
	r := newRows(u.name(""))
	r.vars = s.names()
	b := bound{t: f.Type, rows: r}
	lines := append([]string{}, s.head...)
	if len(s.where) > 0 {
		lines = append(lines, where(s.where))
	}
	inner := newProjection()
	out.Take = Object
	by, isGrouped := u.argument(sel.field, "by")
	if !isGrouped {
		shape, err := u.object(inner, b, sel.sets...)
		out.Shape, out.First = shape, true
		out.Column = w.p.add(f.Name, block("COLLECT", block("CALL ("+s.parent+")", append(lines, "RETURN "+r.columns())...),
			"RETURN "+inner.list()+" AS "+u.name("row")))
		return out, err
	}
	name, _ := by.now.(string)
	facet := u.c.m.Facets[by.typ.Name()][name]
	if facet == nil { // an enum's value in another case, which checkEnums has noted
		return out, nil
	}
	g := u.groups(s, facet)
	g.value = r.carry("group", g.expr)
	count := r.aggregate("count", "count(*)")
	var err error
	u.times(float64(u.asked(sel.field)), func() { out.Shape, err = u.bucket(inner, b, g, sel.sets) })
	if err != nil {
		return out, err
	}
	out.List, out.ItemNonNull = true, true
	out.Column = w.p.add(f.Name, block("COLLECT",
		block("CALL ("+s.parent+")", append(append(lines, g.clauses...), "RETURN "+r.columns())...),
		"RETURN "+inner.list()+" AS "+u.name("row"),
		fmt.Sprintf("ORDER BY %s DESC, %s ASC", count, g.sort()),
		"LIMIT "+u.groupLimit(sel.field)))
	return out, nil
}

// names are the variables that hold a row, by the names that aggregates give its parts.
func (s source) names() map[string]string {
	t := s.b.t
	if s.b.rows != nil {
		return nil
	}
	all := map[string]string{lower(t.Name): s.b.v}
	if t.Kind == mapping.Edge {
		all[t.From], all[t.To] = s.b.from, s.b.to
	}
	return all
}

// groups are what a connection's rows are told apart by.
type groups struct {
	facet   *mapping.Facet
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
		g.clauses = append(g.clauses, "OPTIONAL "+w.match)
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

// bucket adds what is selected of a group.
func (u *unit) bucket(p *projection, b bound, g groups, sets []ast.SelectionSet) (*Shape, error) {
	shape := &Shape{Type: b.t.Name}
	for _, sel := range u.collect(b.t, sets...) {
		f, err := u.inside(sel.name, func() (Field, error) {
			out := Field{Name: sel.name, Coordinate: b.t.Name + "." + sel.field.Name}
			switch sel.field.Name {
			case "key":
				out.Column = p.add("key", g.key())
			case "label":
				out.Column = p.add("label", g.name())
			case "entity":
				return u.groupObject(p, g, sel, out)
			default:
				return u.member(p, b, sel)
			}
			return out, nil
		})
		if err != nil {
			return nil, err
		}
		shape.Fields = append(shape.Fields, f)
	}
	return shape, nil
}

// groupObject adds the object that a group is of, if it is of one.
func (u *unit) groupObject(p *projection, g groups, sel selected, out Field) (Field, error) {
	out.Take, out.Column = Object, -1
	if g.label == "" {
		return out, nil
	}
	inner := newProjection()
	shape, err := u.object(inner, bound{t: u.c.node(g.label), v: g.value}, sel.sets...)
	out.Shape = shape
	out.Column = p.add("entity", "CASE WHEN "+g.value+" IS NOT NULL THEN "+inner.list()+" END")
	return out, err
}

// node is the type of a label's nodes.
func (c *Compiler) node(label string) *mapping.Type {
	for _, t := range c.m.Types {
		if t.Kind == mapping.Node && t.Label == label {
			return t
		}
	}
	return nil // the mapping has looked it up
}

// groupLimit makes a parameter of how many groups are wanted.
func (u *unit) groupLimit(field *ast.Field) string {
	in, ok := u.argument(field, "first")
	if !ok { // null: the default counts
		def := field.Definition.Arguments.ForName("first")
		in, _ = u.input("first", def.Type, def.DefaultValue)
	}
	path := append(append(ast.Path{}, u.path...), in.place()...)
	return u.add(path, func(r *run) (any, error) {
		n, err := Long(in.at(r))
		if err == nil && (n < 0 || n > MaxGroups) {
			err = &Error{What: fmt.Sprintf("first of %d", n), Remedy: fmt.Sprintf("give 0 to %d", MaxGroups), TooBig: n > MaxGroups}
		}
		return n, err
	})
}
