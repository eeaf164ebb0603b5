package compile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// bound is a type with the variables that hold one object of it.
type bound struct {
	t *mapping.Type
	v string // the node, the relationship, or the parameter's row

	from, to string // the nodes at a relationship's ends

	rows  *rows // of a row that a statement returns: its columns
	given bool  // a row from a parameter: objects are keys
}

// rows are the columns that a statement's rows carry into what follows them: each is named anew, so
// that nothing inside the statement is seen outside, and aggregates are made on the way.
type rows struct {
	suffix string
	items  []string // expr AS name
	names  map[string]string
	vars   map[string]string // the variables of columns that are named otherwise where the rows are found
	counts bool              // one of them is an aggregate
}

func newRows(suffix string) *rows { return &rows{suffix: suffix, names: map[string]string{}} }

// carry gives the new name of an expression, adding it when it is not carried yet.
func (r *rows) carry(base, expr string) string {
	if name, ok := r.names[expr]; ok {
		return name
	}
	name := strings.ReplaceAll(base, ".", "_") + r.suffix
	r.names[expr] = name
	r.items = append(r.items, expr+" AS "+name)
	return name
}

// aggregate is carry for an expression that makes one row of many.
func (r *rows) aggregate(base, expr string) string {
	r.counts = true
	return r.carry(base, expr)
}

// columns is what follows WITH or RETURN to carry them. Nothing is carried only where nothing but
// the name of a type is asked of aggregates: counting keeps their one row.
func (r *rows) columns() string {
	if len(r.items) == 0 {
		return "count(*) AS counted" + r.suffix
	}
	return strings.Join(r.items, ", ")
}

// scalar gives the expression of a scalar field, untouched by how it is written out.
func (b bound) scalar(f *mapping.Field, property string) string {
	switch f.Source {
	case mapping.RatioOf:
		return b.ratio(f)
	case mapping.Count, mapping.Sum, mapping.Max, mapping.Mean:
		return b.rows.aggregate(f.Name, aggregation(f.Source, b.rows.variable(f.Of)))
	}
	if b.rows != nil {
		return b.rows.carry(f.Name, f.Name)
	}
	expr := b.v + "." + property
	if f.Default != "" {
		expr = fmt.Sprintf("coalesce(%s, '%s')", expr, f.Default)
	}
	return expr
}

// aggregation makes one value of a column of many rows.
func aggregation(how mapping.Source, of string) string {
	switch {
	case of == "*":
		return "count(*)"
	case how == mapping.Count:
		return "count(DISTINCT " + of + ")"
	case how == mapping.Sum:
		// A sum of whole numbers ends the statement when it overflows. One of decimals does not, and is
		// exact up to what a JSON number can be.
		return fmt.Sprintf("CASE WHEN sum(toFloat(%[1]s)) >= %[2]d THEN %[2]d "+
			"WHEN count(%[1]s) > 0 THEN toInteger(sum(toFloat(%[1]s))) END", of, greatestSum)
	case how == mapping.Mean:
		return fmt.Sprintf("sum(toFloat(%[1]s)) / CASE WHEN count(%[1]s) > 0 THEN count(%[1]s) END", of)
	}
	return "max(" + of + ")"
}

// greatestSum is what stands for a sum that JSON numbers cannot tell: 2⁵³ − 1.
const greatestSum = 1<<53 - 1

// variable is a column, or a property of one, as it is named where the rows are found.
func (r *rows) variable(of string) string {
	column, property, dotted := strings.Cut(of, ".")
	if v := r.vars[column]; v != "" {
		column = v
	}
	if dotted {
		return column + "." + property
	}
	return column
}

// ratio is null where a part is unknown or the denominator zero: in Cypher a CASE without a match
// is null, as is arithmetic with null.
func (b bound) ratio(f *mapping.Field) string {
	sister := func(name string) string { s := b.t.Fields[name]; return b.scalar(s, s.Property) }
	above, below := sister(f.Ratio.Of), sister(f.Ratio.Per)
	if f.Ratio.Minus != "" {
		above = "(" + above + " - " + sister(f.Ratio.Minus) + ")"
	}
	return fmt.Sprintf("CASE WHEN %s > 0 THEN %d.0 * %s / %s END", below, f.Ratio.Times, above, below)
}

// written wraps an expression so that it arrives as JSON has it: days and instants as text.
func written(typ, expr string) string {
	if typ == "Date" || typ == "DateTime" {
		return "toString(" + expr + ")"
	}
	return expr
}

// projection gathers the columns of one object. An object travels as a list, told apart by place: on
// its way out of the database a list costs half of what a map with its names does.
type projection struct {
	names  []string // for the columns of a statement's record; lists have none
	exprs  []string
	places map[string]int // by expression
}

func newProjection() *projection { return &projection{places: map[string]int{}} }

// add gives the place of an expression's column; the same expression is one column.
func (p *projection) add(name, expr string) int {
	if at, taken := p.places[expr]; taken {
		return at
	}
	p.places[expr] = len(p.exprs)
	p.names, p.exprs = append(p.names, name), append(p.exprs, expr)
	return len(p.exprs) - 1
}

// plain gives the columns' names where each is a property of v, of that name; otherwise nil.
func (p *projection) plain(v string) []string {
	for i, expr := range p.exprs {
		if expr != v+"."+p.names[i] {
			return nil
		}
	}
	return p.names
}

// list is the projection as a list.
func (p *projection) list() string {
	if width := len(strings.Join(p.exprs, ", ")); width < 80 && !slices.ContainsFunc(p.exprs, isLong) {
		return "[" + strings.Join(p.exprs, ", ") + "]"
	}
	return "[\n  " + indent(strings.Join(p.exprs, ",\n")) + "\n]"
}

func isLong(expr string) bool { return strings.Contains(expr, "\n") }

// record is the projection as the columns of a statement's single record.
func (p *projection) record() string {
	if len(p.exprs) == 0 {
		return ""
	}
	items := make([]string, len(p.exprs))
	for i, expr := range p.exprs {
		items[i] = fmt.Sprintf("  %s AS %s%d", indent(expr), p.names[i], i)
	}
	return "RETURN\n" + strings.Join(items, ",\n")
}
