// Package limit defines which values the graph accepts, from an import or from a
// mutation. Each check returns the zero Fault for an acceptable value.
package limit

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	KeyBytes       = 128       // of a key
	NameCharacters = 500       // of the name of anything
	TextBytes      = 8000      // of any other text that an index holds: a range index takes some 8,100
	MaxNumber      = 1<<53 - 1 // of a count or an amount: JSON numbers are exact up to it
)

// FirstYear and LastYear bound every date and instant.
const FirstYear, LastYear = 1900, 2200

// Kind is a kind of fault, as reports group them.
type Kind string

// The kinds of faults that a value can have by itself.
const (
	BadText          Kind = "bad-text"
	ControlCharacter Kind = "control-character"
	WhiteSpace       Kind = "white-space"
	RoundedKey       Kind = "rounded-key"
	TooLong          Kind = "too-long"
	TooLarge         Kind = "too-large"
	Negative         Kind = "negative"
	OutOfCalendar    Kind = "out-of-calendar"
)

// Fault is why a value may not be kept; the reason is a sentence without its end, such as "it must not
// be negative", and holds the remedy.
type Fault struct {
	Kind   Kind
	Reason string
}

// Found says that there is a fault.
func (f Fault) Found() bool { return f.Kind != "" }

// rounded is what a spreadsheet writes of a long number in a cell that is not text.
var rounded = regexp.MustCompile(`^[+-]?\d+([.,]\d+)?[eE]\+\d+$`)

// Key checks an identifier.
func Key(key string) Fault {
	switch {
	case len(key) > KeyBytes:
		return Fault{TooLong, fmt.Sprintf("a key has at most %d bytes and this has %d", KeyBytes, len(key))}
	case isPrintableASCII(key):
		if rounded.MatchString(key) {
			return Fault{RoundedKey, "a spreadsheet has rounded a long number and its last digits are lost; " +
				"format the column as text and fetch the keys anew"}
		}
		return Fault{}
	case !utf8.ValidString(key):
		return Fault{BadText, notUTF8}
	}
	if bare := TrimSpace(key); bare != key {
		if bare == "" {
			return Fault{WhiteSpace, "a key of nothing but white space stands for nothing"}
		}
		return Fault{WhiteSpace, fmt.Sprintf("white space stands around the key; write %q", bare)}
	}
	if i := strings.IndexFunc(key, unicode.IsControl); i >= 0 {
		return control(key[i:])
	}
	if strings.ContainsRune(key, '\uFEFF') {
		return Fault{ControlCharacter, "a byte order mark stands within the key; take it out"}
	}
	return Fault{}
}

// isPrintableASCII says that a key holds only printable ASCII: no white space, nothing to look at further.
func isPrintableASCII(key string) bool {
	for i := range len(key) {
		if key[i] <= ' ' || key[i] >= 0x7f {
			return false
		}
	}
	return true
}

// TrimSpace gives a key without the white space around it, signs of no width included.
func TrimSpace(key string) string {
	return strings.TrimFunc(key, func(r rune) bool {
		switch r {
		case '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF': // zero width, marks of direction
			return true
		}
		return unicode.IsSpace(r)
	})
}

// Name checks the name of anything.
func Name(name string) Fault {
	if len(name) > NameCharacters {
		if n := utf8.RuneCountInString(name); n > NameCharacters {
			return Fault{TooLong, fmt.Sprintf("a name has at most %d characters and this has %d",
				NameCharacters, n)}
		}
	}
	return Prose(name)
}

// Text checks a text that an index holds.
func Text(text string) Fault {
	if len(text) > TextBytes {
		return Fault{TooLong, fmt.Sprintf("it has at most %d bytes and this has %d", TextBytes, len(text))}
	}
	return Prose(text)
}

// ListSeparator separates the elements of a list within a cell.
const ListSeparator = "|"

// Element checks an element of a list: what a cell cannot hold could be kept and then not exported.
func Element(text string) Fault {
	if strings.Contains(text, ListSeparator) {
		return Fault{BadText, "the separator of lists, " + ListSeparator + ", stands in it; take it out"}
	}
	return Text(text)
}

// Prose checks a text of any length. Line ends and tabs may stand in it, other control characters not.
func Prose(text string) Fault {
	if !utf8.ValidString(text) {
		return Fault{BadText, notUTF8}
	}
	for i, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			return control(text[i:])
		}
	}
	return Fault{}
}

const notUTF8 = "it is not valid UTF-8; save the file as UTF-8"

func control(from string) Fault {
	r, _ := utf8.DecodeRuneInString(from)
	return Fault{ControlCharacter, fmt.Sprintf("the control character %U stands in it; take it out", r)}
}

// Number checks a count or an amount of money in minor units.
func Number(n int64) Fault {
	switch {
	case n < 0:
		return Fault{Negative, "it must not be negative"}
	case n > MaxNumber:
		return Fault{TooLarge, fmt.Sprintf("it is greater than %d", int64(MaxNumber))}
	}
	return Fault{}
}

// Time checks a date or an instant.
func Time(at time.Time) Fault {
	if year := at.UTC().Year(); year < FirstYear || year > LastYear {
		return Fault{OutOfCalendar, fmt.Sprintf("it is not between %d-01-01 and %d-12-31",
			FirstYear, LastYear)}
	}
	return Fault{}
}

// IsOpenEnd says that an end is written as the last day that there is, which stands for no end.
func IsOpenEnd(day time.Time) bool {
	return day.Year() == 9999 && day.Month() == time.December && day.Day() == 31
}
