package columns

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// identity is what makes a row the same row when it comes again; empty when part of it is unknown.
func identity(t dataset.Table, cells []dataset.Cell) string {
	var b strings.Builder
	for _, name := range t.Identity {
		i := slices.IndexFunc(t.Columns, func(c dataset.Column) bool { return c.Name == name })
		if len(cells[i].Text) == 0 {
			return ""
		}
		b.Write(cells[i].Text)
		b.WriteByte(0)
	}
	return b.String()
}

// addRow adds a row. What is only mentioned fills gaps of what is told already; parts are added up where
// the mapping says so.
func (a *applier) addRow(t dataset.Table, cells []dataset.Cell, r *record, noun, subject bool) {
	rs := a.tables[t.Name]
	if rs == nil {
		rs = &rows{table: t, byKey: map[string]int{}}
		a.tables[t.Name] = rs
	}
	first, seen := rs.earlier(identity(t, cells))
	switch {
	case !seen:
		rs.all = append(rs.all, row{cells, r.place, subject})
	case noun && !subject:
		a.fillGaps(t, first, cells)
	case subject && r.addsUp(first.cells, cells):
		addFigures(t, first.cells, cells)
	default:
		rs.all = append(rs.all, row{cells, r.place, subject}) // the import skips a repetition and refuses a contradiction
	}
}

// earlier gives the first row of an identity. It registers the row that comes next where there is none; a row without
// an identity never has an earlier one.
func (rs *rows) earlier(identity string) (first row, seen bool) {
	if identity == "" {
		return row{}, false
	}
	at, seen := rs.byKey[identity]
	if !seen {
		rs.byKey[identity] = len(rs.all)
		return row{}, false
	}
	return rs.all[at], true
}

// addsUp says whether two rows of one identity are parts of a sum: the sheet's mapping says so, and neither has a fault.
func (r *record) addsUp(first, cells []dataset.Cell) bool {
	return r.boundSheet != nil && r.AddUp && faultless(first) && faultless(cells)
}

// keepExisting gives rows of what the graph has already the values that the sheets do not tell: a row of
// the import format says all there is to say of a node, and a person's sheet never does.
func (a *applier) keepExisting(ctx context.Context, opts Options) error {
	if opts.Existing == nil {
		return nil
	}
	for _, t := range nouns() {
		rs := a.tables[t.Name]
		if rs == nil {
			continue
		}
		found, err := opts.Existing(ctx, t, rs.keys())
		if err != nil {
			return fmt.Errorf("what the graph has of %s: %w", t.Name, err)
		}
		for _, row := range rs.all {
			for i, had := range found[string(row.cells[0].Text)] {
				row.cells[i] = mergeExisting(row.cells[i], had, row.isSubject)
			}
		}
	}
	return nil
}

// keys are those of the rows of a table of nouns.
func (rs *rows) keys() (keys []string) {
	for _, row := range rs.all {
		if key := string(row.cells[0].Text); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// mergeExisting is what a cell becomes where the graph has a value: the sheet's where it has one, and nothing where
// a sheet about the table has a column for it that says that it is unknown.
func mergeExisting(said, had dataset.Cell, about bool) dataset.Cell {
	if len(said.Text) > 0 || said.List != nil || said.Fault != "" || about && said.Column != "" {
		return said
	}
	return dataset.Cell{Text: had.Text, List: had.List}
}

func faultless(cells []dataset.Cell) bool {
	return !slices.ContainsFunc(cells, func(c dataset.Cell) bool { return c.Fault != "" })
}

// fillGaps takes from a later mention of a row what its first one lacks. Where both have a value the first one stands,
// and lists are united.
func (a *applier) fillGaps(t dataset.Table, first row, cells []dataset.Cell) {
	for i, c := range t.Columns {
		has, more := &first.cells[i], cells[i]
		switch {
		case !hasValue(more) || more.Fault != "":
		case isEmpty(*has):
			*has = more
		case has.List != nil && isList(c):
			has.List = union(has.List, more.List)
		}
	}
}

func isEmpty(c dataset.Cell) bool { return !hasValue(c) && c.Fault == "" }

func hasValue(c dataset.Cell) bool { return len(c.Text) > 0 || c.List != nil }

// addFigures adds a part's counts and amounts to a sum. In other columns the first value stands.
func addFigures(t dataset.Table, sum, part []dataset.Cell) {
	for i, c := range t.Columns {
		switch {
		case len(part[i].Text) == 0:
		case !hasValue(sum[i]):
			sum[i] = part[i]
		case c.Kind == dataset.Count || c.Kind == dataset.Money:
			addFigure(&sum[i], part[i])
		}
	}
}

// addFigure adds two whole numbers; what cannot be added stays as it is.
func addFigure(sum *dataset.Cell, part dataset.Cell) {
	a, errA := strconv.ParseInt(string(sum.Text), 10, 64)
	b, errB := strconv.ParseInt(string(part.Text), 10, 64)
	if errA == nil && errB == nil && a >= 0 && b >= 0 && a+b >= a {
		sum.Text = strconv.AppendInt(nil, a+b, 10)
		sum.Value += " + " + part.Value
	}
}
