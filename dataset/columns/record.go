package columns

import (
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// record is one row of a sheet, or of one of its groups, as values of targets.
type record struct {
	*boundSheet
	place  dataset.Position
	values []value // of the base's fields
	group  *group
	wide   []value // of the group's fields
}

// load reads a sheet's rows, each followed by those of its groups.
func (b *boundSheet) load() {
	for _, row := range b.layout.rows {
		base := record{boundSheet: b, place: dataset.Position{File: b.sheet.File, Sheet: b.sheet.Name, Line: row.Line}}
		base.values = b.read(b.base, row)
		b.records = append(b.records, &base)
		for i := range b.groups {
			g := base
			g.group, g.wide = &b.groups[i], b.read(b.groups[i].fields, row)
			b.records = append(b.records, &g)
		}
	}
}

func (b *boundSheet) read(fields []field, row sheet.Row) []value {
	values := make([]value, len(fields))
	for i, f := range fields {
		raw := row.Cell(f.index)
		if f.fillDown {
			if convert.Clean(raw) == "" {
				raw = b.cellAbove[f.index]
			}
			b.cellAbove[f.index] = raw
		}
		values[i] = value{f.read(raw), f.heading, raw}
	}
	return values
}

// get gives a target's value: of the group, of the row, or the constant. Several columns of a list are one.
func (r *record) get(target string) value {
	if r.group != nil {
		for i, f := range r.group.fields {
			if f.target == target {
				return r.wide[i]
			}
		}
		if v, ok := r.group.with[target]; ok {
			return v
		}
	}
	var found value
	for _, i := range r.index[target] {
		v := r.values[i]
		switch {
		case !found.known():
			found = v
		case found.list != nil && v.list != nil:
			found.list = union(found.list, v.list)
			found.raw += " " + v.raw
		}
	}
	if !found.known() {
		if c, ok := r.constants[target]; ok {
			return c
		}
	}
	return found
}

func union(a, b []string) []string {
	all := append([]string(nil), a...)
	for _, e := range b {
		if !contains(all, e) {
			all = append(all, e)
		}
	}
	return all
}

func contains(list []string, wanted string) bool { return count(list, wanted) > 0 }

// describes says whether the row itself, not a constant, says anything of a table.
func (r *record) describes(table string) bool {
	if r.group != nil {
		for i, f := range r.group.fields {
			if strings.HasPrefix(f.target, table+".") && r.wide[i].known() {
				return true
			}
		}
		for target := range r.group.with {
			if strings.HasPrefix(target, table+".") && table != "segments" {
				return r.hasWideValue()
			}
		}
		return table == "segments" && r.hasWideValue()
	}
	for i, f := range r.base {
		if strings.HasPrefix(f.target, table+".") && r.values[i].known() {
			return true
		}
	}
	return false
}

func (r *record) hasWideValue() bool {
	for _, v := range r.wide {
		if v.known() {
			return true
		}
	}
	return false
}

// empty says whether no column that the mapping reads says anything.
func (r *record) empty() bool {
	for _, v := range r.values {
		if v.known() {
			return false
		}
	}
	return true
}
