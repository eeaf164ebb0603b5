package dataset

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxKey is how many bytes a key may have.
const MaxKey = 128

// parse turns a row's cells into values of their columns' kinds, or says which of them is at fault.
func parse(t Table, cells []cell) ([]any, *fault) {
	values := make([]any, len(cells))
	for i, c := range t.Columns {
		value, reason := parseCell(c, cells[i])
		if reason == "" && value == nil && c.Required {
			reason = "the cell is required and empty"
		}
		if reason != "" {
			return nil, &fault{c.Name, cells[i].shown(), reason}
		}
		values[i] = value
	}
	for i, c := range t.Columns {
		if c.NotUnder != "" && under(values[i], values[t.index(c.NotUnder)]) {
			return nil, &fault{c.Name, cells[i].shown(), fmt.Sprintf("it is before %s, %s",
				c.NotUnder, cells[t.index(c.NotUnder)].shown())}
		}
	}
	return values, nil
}

func (t Table) index(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

func (c cell) shown() string {
	if c.list != nil {
		return strings.Join(c.list, listMark)
	}
	return string(c.text)
}

func under(value, bound any) bool {
	v, ok := value.(time.Time)
	b, both := bound.(time.Time)
	return ok && both && v.Before(b)
}

// parseCell gives a cell's value, nil when it is empty, or the reason why it has none.
func parseCell(c Column, from cell) (value any, reason string) {
	if c.isList() {
		return parseList(c, from)
	}
	text := from.text
	if len(text) == 0 {
		return nil, ""
	}
	switch c.Kind {
	case Text:
		return parseText(text)
	case Key, Ref, MemberOf:
		return parseKey(text)
	case Choice:
		return parseChoice(c, text)
	case Count, Money:
		return parseWhole(text)
	case Share:
		return parseShare(text)
	case Flag:
		return parseFlag(text)
	case Date:
		return parseDate(text)
	case Instant:
		return parseInstant(text)
	}
	panic(fmt.Sprintf("dataset: column %s is of the unknown kind %d", c.Name, c.Kind))
}

const notUTF8 = "it is not valid UTF-8"

func parseText(text []byte) (any, string) {
	if !utf8.Valid(text) {
		return nil, notUTF8
	}
	return string(text), ""
}

func parseKey(text []byte) (any, string) {
	if len(text) > MaxKey {
		return nil, fmt.Sprintf("a key has at most %d bytes and this has %d", MaxKey, len(text))
	}
	return parseText(text)
}

func parseChoice(c Column, text []byte) (any, string) {
	for _, word := range c.Choices {
		if string(text) == word {
			return word, ""
		}
	}
	return nil, "it must be one of " + strings.Join(c.Choices, ", ")
}

func parseWhole(text []byte) (any, string) {
	digits := bytes.TrimPrefix(text, []byte("-"))
	for _, b := range digits {
		if b < '0' || b > '9' {
			return nil, "it must be a whole number, in digits alone"
		}
	}
	n, err := strconv.ParseInt(string(text), 10, 64)
	switch {
	case len(digits) == 0:
		return nil, "it must be a whole number, in digits alone"
	case len(digits) < len(text):
		return nil, "it must not be negative"
	case err != nil:
		return nil, "it is greater than 9223372036854775807"
	}
	return n, ""
}

func parseShare(text []byte) (any, string) {
	for _, b := range text {
		if !bytes.ContainsRune([]byte("0123456789.eE+-"), rune(b)) {
			return nil, "it must be a decimal number from 0 to 1"
		}
	}
	share, err := strconv.ParseFloat(string(text), 64)
	if err != nil || share < 0 || share > 1 {
		return nil, "it must be a decimal number from 0 to 1"
	}
	return share + 0, "" // −0 becomes 0
}

func parseFlag(text []byte) (any, string) {
	switch string(text) {
	case "true":
		return true, ""
	case "false":
		return false, ""
	}
	return nil, "it must be true or false"
}

func parseDate(text []byte) (any, string) {
	day, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return nil, "it must be a date of the calendar as YYYY-MM-DD"
	}
	return day, ""
}

func parseInstant(text []byte) (any, string) {
	at, err := time.Parse(time.RFC3339, string(text))
	at = at.UTC()
	if err != nil || at.Year() < 0 || at.Year() > 9999 {
		return nil, "it must be an instant as YYYY-MM-DDThh:mm:ssZ"
	}
	return at, ""
}

// parseList gives a list without elements as unknown. A key or choice that comes twice counts once.
func parseList(c Column, from cell) (any, string) {
	elements := from.list
	if elements == nil && len(from.text) > 0 {
		elements = strings.Split(string(from.text), listMark)
	}
	if len(elements) == 0 {
		return nil, ""
	}
	list := make([]string, 0, len(elements))
	for _, e := range elements {
		switch {
		case e == "":
			return nil, "an element of the list is empty"
		case !utf8.ValidString(e):
			return nil, notUTF8
		case c.Kind == Refs && len(e) > MaxKey:
			return nil, fmt.Sprintf("a key has at most %d bytes and one of these has %d", MaxKey, len(e))
		case c.Kind == Choices && !slices.Contains(c.Choices, e):
			return nil, "each element must be one of " + strings.Join(c.Choices, ", ")
		case c.Kind != Words && slices.Contains(list, e):
			continue
		}
		list = append(list, e)
	}
	return list, ""
}
