package columns

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // a mapping's zone is known on every machine

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// check refuses unknown targets, units, orders and zones.
func (m Mapping) check() error {
	if _, err := time.LoadLocation(m.Timezone); err != nil {
		return fmt.Errorf("timezone: %q is no zone; write one such as Asia/Shanghai or UTC", m.Timezone)
	}
	var all []error
	for _, s := range m.Sheets {
		for _, err := range s.check() {
			all = append(all, fmt.Errorf("%s: %w", s.label(), err))
		}
	}
	return errors.Join(all...)
}

// label is how messages name the sheet.
func (s Sheet) label() string {
	if s.Sheet != "" {
		return s.File + ", sheet " + s.Sheet
	}
	return s.File
}

func (s Sheet) check() (all []error) {
	say := func(format string, args ...any) { all = append(all, fmt.Errorf(format, args...)) }
	for _, table := range s.Rows {
		if _, ok := tableOf(table); !ok {
			say("rows: there is no table %q; the tables are %s", table, strings.Join(tableNames(), ", "))
		}
	}
	if !isDecimal(s.Decimal) {
		say(`decimal: it is %q and must be "." or ","`, s.Decimal)
	}
	for _, target := range sortedKeys(s.Constants) {
		if err := checkTarget(target); err != nil {
			say("constants: %w", err)
		}
	}
	if err := checkUnit(s.MoneyUnit, dataset.Column{Kind: dataset.Money}); err != nil {
		say("money_unit: %w", err)
	}
	for _, c := range s.Columns {
		for _, err := range c.check() {
			say("column %q: %w", c.Heading, err)
		}
	}
	return all
}

// isDecimal says whether a declared decimal separator is valid or empty.
func isDecimal(declared string) bool {
	return slices.Contains([]string{"", ".", ",", Undecided}, declared)
}

// checkUnit refuses a unit that a column cannot have. An empty or undecided one passes.
func checkUnit(unit string, c dataset.Column) error {
	if unit == "" || unit == Undecided {
		return nil
	}
	_, err := parseUnit(unit, c)
	return err
}

func (c Column) check() (all []error) {
	say := func(format string, args ...any) { all = append(all, fmt.Errorf(format, args...)) }
	for _, target := range c.To {
		if err := c.checkTo(target); err != nil {
			all = append(all, err)
		}
	}
	for _, target := range sortedKeys(c.With) {
		if err := checkTarget(target); err != nil {
			say("with: %w", err)
		}
	}
	if !slices.Contains([]string{"", "ymd", "dmy", "mdy", Undecided}, c.Order) {
		say("order: it is %q and must be ymd, dmy or mdy", c.Order)
	}
	if !isDecimal(c.Decimal) {
		say(`decimal: it is %q and must be "." or ","`, c.Decimal)
	}
	return all
}

// checkTo checks one of a column's targets, and the column's unit for that target.
func (c Column) checkTo(target string) error {
	if target == Undecided || target == Ignore {
		return nil
	}
	if err := checkTarget(target); err != nil {
		return fmt.Errorf("to: %w", err)
	}
	column, _ := targetColumn(target)
	if err := checkUnit(c.Unit, column); err != nil {
		return fmt.Errorf("unit: %w", err)
	}
	return nil
}

func checkTarget(target string) error {
	if _, ok := targetColumn(target); ok {
		return nil
	}
	table, column, found := strings.Cut(target, ".")
	t, ok := tableOf(table)
	switch {
	case !found:
		return fmt.Errorf("%q is no target; write table.column such as creators.followers, or ignore", target)
	case !ok:
		return fmt.Errorf("there is no table %q; the tables are %s", table, strings.Join(tableNames(), ", "))
	}
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return fmt.Errorf("%s has no column %q; its columns are %s", table, column, strings.Join(names, ", "))
}

func tableNames() []string {
	all := make([]string, len(tables()))
	for i, t := range tables() {
		all[i] = t.Name
	}
	return all
}

// Question is something that a person must decide before a mapping can be applied.
type Question struct {
	Sheet, Heading string // Heading is empty for a question about the whole sheet
	Field          string // to, unit, order, decimal, values, constants
	Note           string
}

func (q Question) String() string {
	where := q.Sheet
	if q.Heading != "" {
		where += ", column " + q.Heading
	}
	if q.Note == "" {
		return fmt.Sprintf("%s: %s is to be decided", where, q.Field)
	}
	return fmt.Sprintf("%s: %s is to be decided: %s", where, q.Field, q.Note)
}

// Questions lists what is undecided.
func (m Mapping) Questions() []Question {
	var all []Question
	for _, s := range m.Sheets {
		for field, value := range map[string]string{"decimal": s.Decimal, "money_unit": s.MoneyUnit} {
			if value == Undecided {
				all = append(all, Question{s.label(), "", field, s.Note})
			}
		}
		if anyUndecided(s.Constants) {
			all = append(all, Question{s.label(), "", "constants", s.Note})
		}
		for _, c := range s.Columns {
			for _, field := range c.undecided() {
				all = append(all, Question{s.label(), c.Heading, field, c.Note})
			}
		}
	}
	return all
}

func (c Column) undecided() (fields []string) {
	if slices.Contains(c.To, Undecided) {
		fields = append(fields, "to")
	}
	for _, f := range []struct{ name, value string }{{"unit", c.Unit}, {"order", c.Order}, {"decimal", c.Decimal}, {"year", c.Year}} {
		if f.value == Undecided {
			fields = append(fields, f.name)
		}
	}
	switch {
	case anyUndecided(c.Values):
		return append(fields, "values")
	case anyUndecided(c.With):
		return append(fields, "with")
	}
	return fields
}

func anyUndecided(values map[string]string) bool {
	for _, v := range values {
		if v == Undecided {
			return true
		}
	}
	return false
}

// decimalSeparator gives the first separator that is declared, and the point where none is.
func decimalSeparator(declared ...string) convert.Decimal {
	for _, d := range declared {
		if d != "" {
			return convert.Decimal(d[0])
		}
	}
	return convert.Point
}
