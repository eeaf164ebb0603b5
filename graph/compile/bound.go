package compile

import (
	"fmt"
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
	counts bool // one of them is an aggregate
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
	case mapping.Count:
		return b.rows.aggregate(f.Name, "count(DISTINCT "+f.Of+")")
	case mapping.Sum:
		return b.rows.aggregate(f.Name, fmt.Sprintf("CASE WHEN count(%s) > 0 THEN sum(%s) END", f.Of, f.Of))
	case mapping.Max:
		return b.rows.aggregate(f.Name, "max("+f.Of+")")
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

// projection gathers the columns of one object.
type projection struct {
	names []string
	exprs map[string]string // "" for a node's property under its own name
}

func newProjection() *projection { return &projection{exprs: map[string]string{}} }

func (p *projection) add(name, expr string) {
	if _, taken := p.exprs[name]; !taken {
		p.names = append(p.names, name)
		p.exprs[name] = expr
	}
}

// of is the projection of a node: v {.key, name: …}.
func (p *projection) of(v string) string {
	if len(p.names) == 0 {
		return v + " {.key}"
	}
	return v + " " + p.braces()
}

// literal is the projection as a map of its own; it is never empty, so that it is never taken for
// a missing one.
func (p *projection) literal() string {
	if len(p.names) == 0 {
		return "{present: true}"
	}
	return p.braces()
}

func (p *projection) braces() string {
	items := make([]string, len(p.names))
	long := false
	for i, name := range p.names {
		items[i] = "." + name
		if expr := p.exprs[name]; expr != "" {
			items[i] = name + ": " + expr
		}
		long = long || strings.Contains(items[i], "\n")
	}
	if !long {
		return "{" + strings.Join(items, ", ") + "}"
	}
	return "{\n  " + indent(strings.Join(items, ",\n")) + "\n}"
}
