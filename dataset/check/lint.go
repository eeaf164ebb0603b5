package check

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// The kinds of warnings: valid but suspicious values.
const (
	NearDuplicateKey     dataset.FaultKind = "twin-key"       // differs from another in case, width or white space
	DuplicateName        dataset.FaultKind = "same-name"      // one name under two keys
	RoundedText          dataset.FaultKind = "rounded-text"   // a long number that a spreadsheet has rounded
	UntrimmedText        dataset.FaultKind = "spaced-text"    // white space around a text
	ReplacementCharacter dataset.FaultKind = "lost-text"      // the sign for characters that were lost
	FutureDate           dataset.FaultKind = "future"         // a day to come of what has happened
	PriceOutlier         dataset.FaultKind = "odd-price"      // far from what is usual for the followers
	SuspectUnit          dataset.FaultKind = "wrong-unit"     // all prices are as if in yuan
	ShareSum             dataset.FaultKind = "odd-shares"     // of one dimension that do not sum to 1
	DecreasingCount      dataset.FaultKind = "falling"        // followers lost at once, or a total that falls
	InconsistentCounts   dataset.FaultKind = "more-than-seen" // more clicks than impressions, and the like
	DoubleBooked         dataset.FaultKind = "double-booked"  // one day booked twice
)

// Linter warns of valid but suspicious values in a data set. Its tables are linted in the order of the set's files, each to
// its end.
type Linter struct {
	today      time.Time
	warn       func(dataset.Reject)
	dimensions map[string]string // of segments, by key
}

// NewLinter makes a linter that calls warn with each finding. Days after today are in the future.
func NewLinter(today time.Time, warn func(dataset.Reject)) *Linter {
	return &Linter{today.Truncate(24*time.Hour).AddDate(0, 0, 1), warn, map[string]string{}}
}

// TableLinter lints the rows of one table.
type TableLinter struct {
	*Linter
	file        dataset.File
	textColumns []int // columns
	pastColumns []int // columns of days and moments of what has happened
	rowChecks   []func(dataset.Row)
	endChecks   []func()
}

// Table begins to lint a table.
func (w *Linter) Table(f dataset.File) *TableLinter {
	t := &TableLinter{Linter: w, file: f}
	for i, c := range f.Table.Columns {
		switch {
		case c.Kind == dataset.Text, c.Kind == dataset.Key, c.Kind == dataset.Words:
			t.textColumns = append(t.textColumns, i)
		case c.Kind == dataset.Instant, c.Name == "joined", c.Name == "founded", c.Name == "date":
			t.pastColumns = append(t.pastColumns, i)
		}
	}
	for _, begin := range tableChecks[f.Table.Name] {
		begin(t)
	}
	return t
}

// tableChecks are the checks of single tables, besides those of all texts and days.
var tableChecks = map[string][]func(*TableLinter){
	"platforms":        {(*TableLinter).names},
	"categories":       {(*TableLinter).names},
	"segments":         {(*TableLinter).names, (*TableLinter).segments},
	"agencies":         {(*TableLinter).names},
	"brands":           {(*TableLinter).names},
	"creators":         {(*TableLinter).names, (*TableLinter).prices},
	"participations":   {(*TableLinter).counts},
	"content_metrics":  {(*TableLinter).metrics},
	"follower_history": {(*TableLinter).history},
	"audiences":        {(*TableLinter).shares},
	"availability":     {(*TableLinter).bookings},
}

// Row lints an accepted row.
func (t *TableLinter) Row(row dataset.Row) {
	for _, odd := range row.Odd {
		t.warn(t.file.Refuse(row, odd))
	}
	for _, i := range t.textColumns {
		switch v := row.Values[i].(type) {
		case string:
			t.text(row, i, v)
		case []string:
			for _, e := range v {
				t.text(row, i, e)
			}
		}
	}
	for _, i := range t.pastColumns {
		if at, known := row.Values[i].(time.Time); known && !at.Before(t.today) {
			t.report(row, t.file.Table.Columns[i].Name, FutureDate, at.Format(time.RFC3339),
				"it is still to come, though the column tells what has happened")
		}
	}
	for _, look := range t.rowChecks {
		look(row)
	}
}

// End reports what only all rows together show.
func (t *TableLinter) End() {
	for _, end := range t.endChecks {
		end()
	}
}

func (t *TableLinter) report(row dataset.Row, column string, kind dataset.FaultKind, value, reason string) {
	t.warn(t.file.Refuse(row, dataset.Fault{Kind: kind, Column: column, Value: value, Reason: reason}))
}

var rounded = regexp.MustCompile(`^[+-]?\d+([.,]\d+)?[eE]\+\d+$`)

// spreadsheetDigits is the precision of numbers in spreadsheets, in digits.
const spreadsheetDigits = 15

func (t *TableLinter) text(row dataset.Row, i int, text string) {
	column := t.file.Table.Columns[i]
	odd := func(kind dataset.FaultKind, reason string) { t.report(row, column.Name, kind, text, reason) }
	if column.Length != dataset.Free && limit.TrimSpace(text) != text {
		odd(UntrimmedText, fmt.Sprintf("white space stands around it; %q is another value", limit.TrimSpace(text)))
	}
	switch {
	case strings.IndexByte(text, '+') > 0 && rounded.MatchString(text):
		odd(RoundedText, "a spreadsheet has rounded a long number; format the column as text and fetch it anew")
	case len(text) > spreadsheetDigits && isRoundedNumber(text):
		odd(RoundedText, "a number of more than 15 digits that ends in zeros: a spreadsheet may have "+
			"rounded it; format the column as text and fetch it anew")
	case strings.Contains(text, "\uFFFD"):
		odd(ReplacementCharacter, "characters were lost when the text was turned into UTF-8; fetch it anew")
	}
}

// isRoundedNumber says that a text consists of digits, with zeros in all places beyond the precision of spreadsheets.
func isRoundedNumber(digits string) bool {
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' || i >= spreadsheetDigits && digits[i] != '0' {
			return false
		}
	}
	return true
}

// index gives the index of a column that the table has.
func (t *TableLinter) index(column string) int { return t.file.Table.Index(column) }
