package dataset

import (
	"strings"
	"unicode/utf8"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// FaultKind is a kind of fault, as reports group them. Package limit has those of a value by itself.
type FaultKind = limit.Kind

// The kinds of faults besides those of package limit.
const (
	Malformed     FaultKind = "malformed"      // a row that cannot be read
	BadHeader     FaultKind = "bad-header"     // a header that cannot be read
	UnknownFile   FaultKind = "unknown-file"   // no table has this name
	DoubleTable   FaultKind = "double-table"   // two files of one table
	UnknownColumn FaultKind = "unknown-column" // the table has no such column
	DoubleColumn  FaultKind = "double-column"
	MissingColumn FaultKind = "missing-column"
	Missing       FaultKind = "missing" // a required cell is empty
	NoNumber      FaultKind = "no-number"
	NoShare       FaultKind = "no-share"
	NoFlag        FaultKind = "no-flag"
	NoDate        FaultKind = "no-date"
	NoInstant     FaultKind = "no-instant"
	NoChoice      FaultKind = "no-choice"
	EmptyElement  FaultKind = "empty-element" // of a list
	WrongType     FaultKind = "wrong-type"    // a JSON value that cannot stand there
	BeforePair    FaultKind = "before-pair"   // a date before the one it must not be before
	Contradiction FaultKind = "contradiction" // two rows of one identity
	UnknownKey    FaultKind = "unknown-key"   // no row has the key
	OwnAncestor   FaultKind = "own-ancestor"  // a category that is part of itself
	OwnCreator    FaultKind = "own-creator"   // among a content's co-creators; passed over
	Unreadable    FaultKind = "unreadable"    // of what a mapping could make nothing
	Unstorable    FaultKind = "unstorable"    // the database refuses the row
)

// Fault is why a row, or a cell of it, cannot be used.
type Fault struct {
	Kind   FaultKind
	Column string // empty where the row as a whole is at fault
	Value  string
	Reason string
}

// Reject is a fault and where it stands. One row may have several. Column and Value are as their writer
// wrote them, and empty where the row as a whole is at fault; a long value is cut.
type Reject struct {
	File   string
	Sheet  string // of a spreadsheet; else empty
	Line   int
	Column string
	Value  string
	Reason string
	Kind   FaultKind
}

// Position is where the row stands.
func (r Reject) Position() Position { return Position{r.File, r.Sheet, r.Line} }

// maxShownBytes is how many bytes of a refused value are repeated.
const maxShownBytes = 200

func shorten(value string) string {
	if len(value) > maxShownBytes {
		cut := maxShownBytes
		for cut > 0 && !utf8.RuneStart(value[cut]) {
			cut--
		}
		value = value[:cut] + "…"
	}
	return strings.ToValidUTF8(value, "\uFFFD")
}
