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
	id := identity(t, cells)
	at, seen := rs.byKey[id]
	if !seen || id == "" {
		if id != "" {
			rs.byKey[id] = len(rs.all)
		}
		rs.all = append(rs.all, row{cells, r.place, subject})
		return
	}
	first := rs.all[at]
	switch {
	case noun && !subject:
		a.fillGaps(t, first, cells)
	case subject && r.boundSheet != nil && r.AddUp && faultless(first.cells) && faultless(cells):
		addFigures(t, first.cells, cells)
	default:
		rs.all = append(rs.all, row{cells, r.place, subject}) // the same is passed over, another refused
	}
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
		var keys []string
		for _, row := range rs.all {
			if key := string(row.cells[0].Text); key != "" {
				keys = append(keys, key)
			}
		}
		found, err := opts.Existing(ctx, t, keys)
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

// fillGaps adds what a mention knows more. What it says otherwise does not count: the row itself is no
// better witness than the one before.
func (a *applier) fillGaps(t dataset.Table, first row, cells []dataset.Cell) {
	for i, c := range t.Columns {
		has, more := &first.cells[i], cells[i]
		switch {
		case more.Fault != "" || len(more.Text) == 0 && more.List == nil:
		case len(has.Text) == 0 && has.List == nil && has.Fault == "":
			*has = more
		case has.List != nil && isList(c):
			has.List = union(has.List, more.List)
		}
	}
}

// addFigures adds a part's figures; of what is no figure the first holds.
func addFigures(t dataset.Table, sum, part []dataset.Cell) {
	for i, c := range t.Columns {
		if len(part[i].Text) == 0 {
			continue
		}
		if len(sum[i].Text) == 0 && sum[i].List == nil {
			sum[i] = part[i]
			continue
		}
		if c.Kind != dataset.Count && c.Kind != dataset.Money {
			continue
		}
		a, errA := strconv.ParseInt(string(sum[i].Text), 10, 64)
		b, errB := strconv.ParseInt(string(part[i].Text), 10, 64)
		if errA == nil && errB == nil && a >= 0 && b >= 0 && a+b >= a {
			sum[i].Text = strconv.AppendInt(nil, a+b, 10)
			sum[i].Value += " + " + part[i].Value
		}
	}
}
