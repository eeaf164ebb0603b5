package columns

import (
	"slices"
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

// get gives a target's value: of the group, of the row, or the constant.
func (r *record) get(target string) value {
	if v, ok := r.groupValue(target); ok {
		return v
	}
	v := r.rowValue(target)
	if v.known() {
		return v
	}
	if constant, ok := r.constants[target]; ok {
		return constant
	}
	return v
}

// groupValue gives the value that a group's column or heading has; false where the record has no group, or the group
// nothing for the target.
func (r *record) groupValue(target string) (value, bool) {
	if r.group == nil {
		return value{}, false
	}
	for i, f := range r.group.fields {
		if f.target == target {
			return r.wide[i], true
		}
	}
	v, ok := r.group.with[target]
	return v, ok
}

// rowValue gives the first known value of the target's columns. Several columns of a list are one.
func (r *record) rowValue(target string) (found value) {
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
	if r.group == nil {
		return anyKnown(r.base, r.values, table)
	}
	if anyKnown(r.group.fields, r.wide, table) {
		return true
	}
	return (table == "segments" || r.group.hasHeadingValue(table)) && r.hasWideValue()
}

// anyKnown says whether one of the fields of a table has a value.
func anyKnown(fields []field, values []value, table string) bool {
	for i, f := range fields {
		if strings.HasPrefix(f.target, table+".") && values[i].known() {
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

// makesRow says whether a record makes a row of the i-th of its sheet's tables: of the first as what it is about, of
// the others, and of all that a group's columns are of, as what it mentions.
func (r *record) makesRow(i int, table string, about bool) bool {
	if r.group != nil {
		return !about && r.group.hasTable(table)
	}
	isSubject := i == 0 && !r.inGroups(table)
	return about == isSubject
}

// inGroups says whether columns of a table are in one of the sheet's groups.
func (b *boundSheet) inGroups(table string) bool {
	return slices.ContainsFunc(b.groups, func(g group) bool { return g.hasTable(table) })
}

// hasTable says whether a group's columns or values are of a table.
func (g group) hasTable(table string) bool {
	return g.hasHeadingValue(table) ||
		slices.ContainsFunc(g.fields, func(f field) bool { return strings.HasPrefix(f.target, table+".") })
}

// hasHeadingValue says whether the headings of a group tell a value of a table.
func (g group) hasHeadingValue(table string) bool {
	for target := range g.with {
		if strings.HasPrefix(target, table+".") {
			return true
		}
	}
	return false
}
