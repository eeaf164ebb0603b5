package compile

import (
	"strconv"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// scope is a type with the variables that hold one object of it.
type scope struct {
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
	items  []cypher.Item
	vars   map[string]string // the variables of columns that are named otherwise where the rows are found
	counts bool              // one of them is an aggregate
}

func newRows(suffix string) *rows { return &rows{suffix: suffix} }

// carry gives the new name of an expression, adding it when it is not carried yet.
func (r *rows) carry(base string, expr cypher.Expr) string {
	for _, item := range r.items {
		if cypher.Same(item.Expr, expr) {
			return item.As
		}
	}
	name := base + r.suffix
	r.items = append(r.items, cypher.As(expr, name))
	return name
}

// column is carry for a column of the statement.
func (r *rows) column(name string) string { return r.carry(name, cypher.Variable(name)) }

// aggregate is carry for an expression that makes one row of many.
func (r *rows) aggregate(base string, expr cypher.Expr) string {
	r.counts = true
	return r.carry(base, expr)
}

// columns is what follows WITH or RETURN to carry them. Nothing is carried only where nothing but
// the name of a type is asked of aggregates: counting keeps their one row.
func (r *rows) columns() []cypher.Item {
	if len(r.items) == 0 {
		return []cypher.Item{cypher.As(countAll(), "counted"+r.suffix)}
	}
	return r.items
}

// countAll is count(*).
func countAll() cypher.Expr { return cypher.Fn("count", cypher.All) }

// scalar gives the expression of a scalar field, untouched by how it is written out.
func (b scope) scalar(f *mapping.Field, property string) cypher.Expr {
	switch f.Source {
	case mapping.RatioOf:
		return b.ratio(f)
	case mapping.Count, mapping.Sum, mapping.Max, mapping.Mean:
		return cypher.Variable(b.rows.aggregate(f.Name, aggregation(f.Source, b.rows.variable(f.Of))))
	}
	if b.rows != nil {
		return cypher.Variable(b.rows.column(f.Name))
	}
	if f.Default != "" {
		return cypher.Fn("coalesce", cypher.Prop(b.v, property), cypher.Lit(f.Default))
	}
	return cypher.Prop(b.v, property)
}

// aggregation makes one value of a column of many rows.
func aggregation(how mapping.Source, of cypher.Expr) cypher.Expr {
	total := cypher.Fn("sum", cypher.Fn("toFloat", of))
	known := cypher.Op(cypher.Fn("count", of), cypher.Greater, cypher.Lit(0))
	switch {
	case of == cypher.All:
		return countAll()
	case how == mapping.Count:
		return cypher.Call{Name: "count", Distinct: true, Args: []cypher.Expr{of}}
	case how == mapping.Sum:
		// A sum of whole numbers ends the statement when it overflows. One of decimals does not, and is
		// exact up to what a JSON number can be.
		return cypher.Case{When: []cypher.When{
			{Condition: cypher.Op(total, cypher.AtLeast, cypher.Lit(greatestSum)), Then: cypher.Lit(greatestSum)},
			{Condition: known, Then: cypher.Fn("toInteger", total)}}}
	case how == mapping.Mean:
		return cypher.Op(total, cypher.Over, cypher.If(known, cypher.Fn("count", of)))
	}
	return cypher.Fn("max", of)
}

// greatestSum is what stands for a sum that JSON numbers cannot tell: 2⁵³ − 1.
const greatestSum = 1<<53 - 1

// variable is a column, or a property of one, as it is named where the rows are found.
func (r *rows) variable(of string) cypher.Expr {
	column, property, dotted := strings.Cut(of, ".")
	if v := r.vars[column]; v != "" {
		column = v
	}
	if dotted {
		return cypher.Prop(column, property)
	}
	return cypher.Variable(column)
}

// ratio is null where one of its numbers is unknown, the denominator is zero or a part exceeds its whole: in Cypher a CASE
// without a match is null, as is arithmetic with null.
func (b scope) ratio(f *mapping.Field) cypher.Expr {
	sister := func(name string) cypher.Expr { s := b.t.Fields[name]; return b.scalar(s, s.Property) }
	above, below := sister(f.Ratio.Of), sister(f.Ratio.Per)
	if f.Ratio.Minus != "" {
		above = cypher.Op(above, cypher.Minus, sister(f.Ratio.Minus))
	}
	times := cypher.Op(cypher.Lit(float64(f.Ratio.Times)), cypher.Times, above)
	isRatio := cypher.Op(below, cypher.Greater, cypher.Lit(0))
	if f.Ratio.Part {
		return cypher.If(cypher.AllOf(isRatio, cypher.Op(above, cypher.AtMost, below)), cypher.Op(times, cypher.Over, below))
	}
	return cypher.If(isRatio, cypher.Op(times, cypher.Over, below))
}

// written wraps an expression so that it arrives as JSON has it: days and instants as text.
func written(typ string, expr cypher.Expr) cypher.Expr {
	if typ == "Date" || typ == "DateTime" {
		return cypher.Fn("toString", expr)
	}
	return expr
}

// projection gathers the columns of one object. An object travels as a list, told apart by place: on
// its way out of the database a list costs half of what a map with its names does.
type projection struct {
	names []string // for the columns of a statement's record; lists have none
	exprs []cypher.Expr
}

func newProjection() *projection { return &projection{} }

// add gives the place of an expression's column; the same expression is one column.
func (p *projection) add(name string, expr cypher.Expr) int {
	for i, taken := range p.exprs {
		if cypher.Same(taken, expr) {
			return i
		}
	}
	p.names, p.exprs = append(p.names, name), append(p.exprs, expr)
	return len(p.exprs) - 1
}

// ownProperties gives the columns' names where each is a property of v, of that name; otherwise nil.
func (p *projection) ownProperties(v string) []string {
	for i, expr := range p.exprs {
		if !cypher.Same(expr, cypher.Prop(v, p.names[i])) {
			return nil
		}
	}
	return p.names
}

// list is the projection as a list.
func (p *projection) list() cypher.List { return cypher.ListOf(p.exprs...) }

// row is the clause that returns the projection as a list.
func (p *projection) row(name string) cypher.Return { return returns(p.list(), name) }

// record is the projection as the columns of a statement's single record.
func (p *projection) record() cypher.Query {
	if len(p.exprs) == 0 {
		return nil
	}
	items := make([]cypher.Item, len(p.exprs))
	for i, expr := range p.exprs {
		items[i] = cypher.As(expr, p.names[i]+strconv.Itoa(i))
	}
	return cypher.Query{cypher.Return{Items: items, Lines: true}}
}

// returns is the clause that returns one column.
func returns(expr cypher.Expr, name string) cypher.Return {
	return cypher.Return{Items: []cypher.Item{cypher.As(expr, name)}}
}
