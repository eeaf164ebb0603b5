package dataset

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// parse turns a row's cells into values of their columns' kinds and says what it passed over and all
// that is wrong with them.
// Absent says of which required columns the file has none, which is told once and not of each row.
func parse(t Table, cells []Cell, absent []bool) (values []any, odd, faults []Fault) {
	values = make([]any, len(cells))
	for i, c := range t.Columns {
		value, bad := parseColumn(c, cells[i], absent[i])
		if bad.Found() {
			faults = append(faults, Fault{bad.Kind, cells[i].heading(c), cells[i].excerpt(), bad.Reason})
			continue
		}
		values[i] = value
	}
	for i, c := range t.Columns {
		if c.NotBefore != "" && isBefore(values[i], values[t.Index(c.NotBefore)]) {
			pair := t.Index(c.NotBefore)
			faults = append(faults, Fault{BeforePair, cells[i].heading(c), cells[i].excerpt(), fmt.Sprintf(
				"it is before %s, %s", cells[pair].heading(t.Columns[pair]), cells[pair].excerpt())})
		}
		if own, found := dropOwn(t, i, values); found {
			odd = append(odd, Fault{OwnCreator, cells[i].heading(c), own,
				"it names the row's own " + c.NeverHolds + ", who is passed over"})
		}
	}
	return values, odd, faults
}

// parseColumn is parseCell for a cell that must not be empty where its column is required and not absent.
func parseColumn(c Column, from Cell, isAbsent bool) (any, limit.Fault) {
	value, bad := parseCell(c, from)
	if !bad.Found() && value == nil && c.Required && !isAbsent {
		bad = limit.Fault{Kind: Missing, Reason: "the cell is required and empty"}
	}
	return value, bad
}

// Index gives the place of a column by its name, below 0 where there is none.
func (t Table) Index(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// heading is the column's name as the cell's writer wrote it.
func (c Cell) heading(of Column) string { return cmp.Or(c.Column, of.Name) }

// excerpt is the cell as its writer wrote it.
func (c Cell) excerpt() string {
	switch {
	case c.Value != "":
		return c.Value
	case c.List != nil:
		return strings.Join(c.List, listSeparator)
	}
	return string(c.Text)
}

// parseCell gives a cell's value, nil when it is empty, or says what is wrong with it.
func parseCell(c Column, from Cell) (any, limit.Fault) {
	if from.Fault != "" {
		return nil, limit.Fault{Kind: cmp.Or(from.kind, Unreadable), Reason: from.Fault}
	}
	if c.isList() {
		return parseList(c, from)
	}
	if len(from.Text) == 0 {
		return nil, limit.Fault{}
	}
	switch c.Kind {
	case Text:
		return checkedValue(string(from.Text), c.check)
	case Key, Ref, MemberOf:
		return checkedValue(string(from.Text), limit.Key)
	case Choice:
		return parseChoice(c, from.Text)
	case Count, Money:
		return parseInteger(from.Text)
	case Share:
		return parseShare(from.Text)
	case Flag:
		return parseFlag(from.Text)
	case Date:
		return parseDate(c, from.Text)
	case Instant:
		return parseInstant(from.Text)
	}
	return nil, limit.Fault{Kind: Unreadable, Reason: fmt.Sprintf("the column %s is of no kind that is read", c.Name)}
}

// checkedValue gives a value that passes a check.
func checkedValue[T any](value T, check func(T) limit.Fault) (any, limit.Fault) {
	if bad := check(value); bad.Found() {
		return nil, bad
	}
	return value, limit.Fault{}
}

// check checks a text by the column's limits.
func (c Column) check(text string) limit.Fault {
	switch c.Length {
	case Named:
		return limit.Name(text)
	case Free:
		return limit.Prose(text)
	}
	return limit.Text(text)
}

func parseChoice(c Column, text []byte) (any, limit.Fault) {
	for _, word := range c.Choices {
		if string(text) == word {
			return word, limit.Fault{}
		}
	}
	return nil, choiceFault(c, string(text), "it must be one of ")
}

func choiceFault(c Column, word, must string) limit.Fault {
	reason := must + strings.Join(c.Choices, ", ")
	if nearest := Nearest(word, c.Choices); nearest != "" {
		reason += "; perhaps " + nearest
	}
	return limit.Fault{Kind: NoChoice, Reason: reason}
}

func parseInteger(text []byte) (any, limit.Fault) {
	digits := bytes.TrimPrefix(text, []byte("-"))
	for _, b := range digits {
		if b < '0' || b > '9' {
			return nil, limit.Fault{Kind: NoNumber, Reason: "it must be a whole number, in digits alone"}
		}
	}
	n, err := strconv.ParseInt(string(text), 10, 64)
	switch {
	case len(digits) == 0:
		return nil, limit.Fault{Kind: NoNumber, Reason: "it must be a whole number, in digits alone"}
	case len(digits) < len(text):
		return nil, limit.Number(-1)
	case err != nil:
		return nil, limit.Number(limit.MaxNumber + 1)
	}
	return checkedValue(n, limit.Number)
}

func parseShare(text []byte) (any, limit.Fault) {
	bad := limit.Fault{Kind: NoShare, Reason: "it must be a decimal number from 0 to 1"}
	for _, b := range text {
		if !bytes.ContainsRune([]byte("0123456789.eE+-"), rune(b)) {
			return nil, bad
		}
	}
	share, err := strconv.ParseFloat(string(text), 64)
	if err != nil || share < 0 || share > 1 {
		return nil, bad
	}
	return share + 0, limit.Fault{} // −0 becomes 0
}

func parseFlag(text []byte) (any, limit.Fault) {
	switch string(text) {
	case "true":
		return true, limit.Fault{}
	case "false":
		return false, limit.Fault{}
	}
	return nil, limit.Fault{Kind: NoFlag, Reason: "it must be true or false"}
}

// parseDate gives an end that is the last day of all as unknown: it is no end.
func parseDate(c Column, text []byte) (any, limit.Fault) {
	day, err := time.Parse(time.DateOnly, string(text))
	switch {
	case err != nil:
		return nil, limit.Fault{Kind: NoDate, Reason: "it must be a date of the calendar as YYYY-MM-DD"}
	case c.End && limit.IsOpenEnd(day):
		return nil, limit.Fault{}
	}
	return checkedValue(day, limit.Time)
}

func parseInstant(text []byte) (any, limit.Fault) {
	at, err := time.Parse(time.RFC3339, string(text))
	if err != nil {
		return nil, limit.Fault{Kind: NoInstant, Reason: "it must be an instant as YYYY-MM-DDThh:mm:ssZ"}
	}
	return checkedValue(at.UTC(), limit.Time)
}

// parseList gives a list without elements as unknown. A key or choice that comes twice counts once.
func parseList(c Column, from Cell) (any, limit.Fault) {
	elements := from.List
	if elements == nil && len(from.Text) > 0 {
		elements = strings.Split(string(from.Text), listSeparator)
	}
	if len(elements) == 0 {
		return nil, limit.Fault{}
	}
	list := make([]string, 0, len(elements))
	for _, e := range elements {
		if bad := element(c, e); bad.Found() {
			return nil, bad
		}
		if c.Kind == Words || !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list, limit.Fault{}
}

func element(c Column, e string) limit.Fault {
	switch {
	case e == "":
		return limit.Fault{Kind: EmptyElement, Reason: "an element of the list is empty"}
	case c.Kind == Choices && !slices.Contains(c.Choices, e):
		return choiceFault(c, e, "each element must be one of ")
	case c.Kind == Refs:
		return limit.Key(e)
	}
	return limit.Text(e)
}
