package columns

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// boundSheet is a sheet bound to its part of the mapping.
type boundSheet struct {
	Sheet
	layout
	base          []field          // the fields of every row
	groups        []group          // the fields of columns whose cells make rows of their own
	constants     map[string]value // by target
	subjectTables map[string]bool  // tables of the base fields
	cellAbove     map[int]string   // by column: the last cell that was not empty, while rows are read
	index         map[string][]int // indexes into base, by target
	records       []*record
}

// field is one target of one column.
type field struct {
	index    int // column of the sheet
	heading  string
	target   string
	fillDown bool
	reader
}

// group is the columns that have the same values With.
type group struct {
	with   map[string]value
	fields []field
}

// value is a cell that was read, with its heading and its text in the sheet.
type value struct {
	cell
	heading, raw string
}

func (v value) valid() bool { return v.known() && v.fault == "" }

// bind finds each sheet in the mapping, by its name or else by its headings.
func (m Mapping) bind(sheets []sheet.Sheet, ignoreUnknown bool) ([]*boundSheet, error) {
	zone, err := time.LoadLocation(m.Timezone)
	if err != nil {
		return nil, fmt.Errorf("timezone: %w", err)
	}
	var all []*boundSheet
	for _, s := range sheets {
		said, at, err := m.findSheet(s)
		if err != nil {
			return nil, err
		}
		if said == nil {
			continue
		}
		b := &boundSheet{Sheet: *said, layout: newLayout(s, at, said.HeadingRows == 2), constants: map[string]value{},
			subjectTables: map[string]bool{}, cellAbove: map[int]string{}, index: map[string][]int{}}
		if err := b.bind(zone, ignoreUnknown); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no sheet of the files is one that the mapping has rows for")
	}
	return all, nil
}

// bind finds each column of the mapping in the sheet.
func (b *boundSheet) bind(zone *time.Location, ignoreUnknown bool) error {
	seen := map[string]int{}
	for at, text := range b.headings {
		seen[text]++
		i := b.columnIndex(text, seen[text])
		if i < 0 {
			if text != "" && !ignoreUnknown && seen[text] == 1 {
				return fmt.Errorf("%s: the mapping does not speak of the column %q; say what it is, or pass over "+
					"unknown columns with --ignore-unknown", b.label(), text)
			}
			continue
		}
		if err := b.column(at, b.Columns[i], zone); err != nil {
			return fmt.Errorf("%s, column %q: %w", b.label(), text, err)
		}
	}
	return b.bindConstants(zone)
}

// columnIndex gives the index of the nth column with a heading in the mapping; -1 for none.
func (s Sheet) columnIndex(heading string, nth int) int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.Heading == heading && max(c.Nth, 1) == nth })
}

// bindConstants reads the values that stand in for columns the sheet does not have.
func (b *boundSheet) bindConstants(zone *time.Location) error {
	for _, target := range sortedKeys(b.Constants) {
		r, err := b.reader(target, Column{}, zone)
		if err != nil {
			return fmt.Errorf("%s, constants: %w", b.label(), err)
		}
		text := b.Constants[target]
		b.constants[target] = value{r.read(text), target, text}
	}
	return nil
}

// column adds the fields of one column to the base, or to the group of the columns with the same values.
func (b *boundSheet) column(at int, c Column, zone *time.Location) error {
	if c.To.ignored() {
		return nil
	}
	var fields []field
	for _, target := range c.To {
		r, err := b.reader(target, c, zone)
		if err != nil {
			return err
		}
		fields = append(fields, field{at, c.Heading, target, c.FillDown, r})
	}
	if len(c.With) > 0 {
		return b.addToGroup(fields, c, zone)
	}
	for _, f := range fields {
		b.index[f.target] = append(b.index[f.target], len(b.base))
		b.base = append(b.base, f)
		table, _, _ := strings.Cut(f.target, ".")
		b.subjectTables[table] = true
	}
	return nil
}

// addToGroup adds a column's fields to the group of its values With, which it makes where there is none.
func (b *boundSheet) addToGroup(fields []field, c Column, zone *time.Location) error {
	with := map[string]value{}
	for target, text := range c.With {
		r, err := b.reader(target, Column{}, zone)
		if err != nil {
			return err
		}
		with[target] = value{r.read(text), c.Heading, text}
	}
	i := slices.IndexFunc(b.groups, func(g group) bool { return sameWith(g.with, with) })
	if i < 0 {
		b.groups = append(b.groups, group{with: with})
		i = len(b.groups) - 1
	}
	b.groups[i].fields = append(b.groups[i].fields, fields...)
	return nil
}

func sameWith(a, b map[string]value) bool {
	if len(a) != len(b) {
		return false
	}
	for target, v := range a {
		if b[target].raw != v.raw {
			return false
		}
	}
	return true
}

// reader reads a column's cells as the mapping declares them.
func (b *boundSheet) reader(target string, c Column, zone *time.Location) (reader, error) {
	if err := checkTarget(target); err != nil {
		return reader{}, err
	}
	year, err := parseYear(c.Year)
	if err != nil {
		return reader{}, err
	}
	column, _ := targetColumn(target)
	table, _, _ := strings.Cut(target, ".")
	period := column.NotBefore != "" && slices.Contains(c.To, table+"."+column.NotBefore)
	r := reader{target: column, table: table, period: period, decimal: decimalSeparator(c.Decimal, b.Decimal), order: convert.Order(c.Order), year: year,
		zone: zone, split: c.Split, values: map[string]string{}}
	for raw, said := range c.Values {
		r.values[convert.Clean(raw)] = said
	}
	unit := c.Unit
	if column.Kind == dataset.Money {
		unit = cmp.Or(c.Unit, b.MoneyUnit, "fen")
	}
	if unit != "" {
		r.unit, err = parseUnit(unit, column)
	}
	return r, err
}

// parseYear reads a declared year; 0 for none.
func parseYear(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	year, err := strconv.Atoi(text)
	if err != nil || year < 1900 || year > 2200 {
		return 0, fmt.Errorf("year: it is %q and must be one such as 2026", text)
	}
	return year, nil
}
