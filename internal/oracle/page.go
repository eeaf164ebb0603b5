package oracle

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// order is one thing that rows are sorted by.
type order struct {
	name string
	key  func(row any) any
	desc bool
}

// page is a connection: the rows of one page.
type page struct {
	all        []any // the rows of all pages
	rows       []any
	cursors    []Cursor
	total      int
	next, back bool
}

// edge is one row of a page with its cursor.
type edge struct {
	row    any
	cursor Cursor
}

// page sorts rows and takes the page that a field's arguments ask for.
func (x *execution) page(f *ast.Field, rows []any, orders []order) *page {
	a := x.args(f)
	connection := f.ObjectDefinition.Name + "." + f.Name
	for _, o := range orders {
		connection += "|" + o.name
		if o.desc {
			connection += " DESC"
		}
	}
	p := &page{all: rows, total: len(rows)}
	keys := func(row any) []any {
		var all []any
		for _, o := range orders {
			all = append(all, o.key(row))
		}
		return all
	}
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b any) int { return compareKeys(keys(a), keys(b), orders) })
	after, hasAfter := a.text("after")
	before, hasBefore := a.text("before")
	p.rows = slices.DeleteFunc(sorted, func(row any) bool {
		return hasAfter && compareKeys(keys(row), x.Known[after].keys, orders) <= 0 ||
			hasBefore && compareKeys(keys(row), x.Known[before].keys, orders) >= 0
	})
	p.limit(f, a, hasAfter, hasBefore)
	for _, row := range p.rows {
		p.cursors = append(p.cursors, Cursor{connection, variables(f), keys(row)})
	}
	return p
}

// limit keeps the first or last rows.
func (p *page) limit(f *ast.Field, a args, hasAfter, hasBefore bool) {
	if last, backward := a.number("last"); backward {
		p.next = hasBefore
		if over := len(p.rows) - int(last); over > 0 {
			p.rows, p.back = p.rows[over:], true
		}
		return
	}
	first, given := a.number("first")
	if !given { // null: the default counts
		first, _ = number(json.Number(f.Definition.Arguments.ForName("first").DefaultValue.Raw))
	}
	p.back = hasAfter
	if len(p.rows) > int(first) {
		p.rows, p.next = p.rows[:int(first)], true
	}
}

// variables names the variables that a field takes its cursors from.
func variables(f *ast.Field) []string {
	var names []string
	for _, arg := range f.Arguments {
		if (arg.Name == "after" || arg.Name == "before") && arg.Value.Kind == ast.Variable {
			names = append(names, arg.Value.Raw)
		}
	}
	return names
}

func compareKeys(a, b []any, orders []order) int {
	for i, o := range orders {
		c := compare(a[i], b[i])
		if o.desc {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// connectionField resolves the fields of connections, of their edges and of PageInfo.
func connectionField(name string, value any) (result any, ok bool) {
	switch v := value.(type) {
	case edge:
		switch name {
		case "cursor":
			return v.cursor, true
		case "node":
			if row, isRow := v.row.(map[string]any); isRow {
				return row["node"], true
			}
			return v.row, true
		}
		row, _ := v.row.(map[string]any)
		return row[name], true
	case *page:
		return v.field(name), true
	}
	return nil, false
}

func (p *page) field(name string) any {
	switch name {
	case "edges", "nodes":
		items := make([]any, len(p.rows))
		for i, row := range p.rows {
			items[i] = edge{row, p.cursors[i]}
			if name == "nodes" {
				items[i], _ = connectionField("node", items[i])
			}
		}
		return items
	case "totalCount":
		return p.total
	case "pageInfo":
		return p
	case "hasNextPage":
		return p.next
	case "hasPreviousPage":
		return p.back
	}
	switch {
	case len(p.rows) == 0:
		return nil
	case strings.HasPrefix(name, "start"):
		return p.cursors[0]
	}
	return p.cursors[len(p.cursors)-1]
}
