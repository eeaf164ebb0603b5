package check

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// The kinds of warnings: what is legal but odd.
const (
	TwinKey      dataset.FaultKind = "twin-key"       // differs from another in case, width or white space
	SameName     dataset.FaultKind = "same-name"      // one name under two keys
	RoundedText  dataset.FaultKind = "rounded-text"   // a long number that a spreadsheet has rounded
	SpacedText   dataset.FaultKind = "spaced-text"    // white space around a text
	LostText     dataset.FaultKind = "lost-text"      // the sign for characters that were lost
	Future       dataset.FaultKind = "future"         // a day to come of what has happened
	OddPrice     dataset.FaultKind = "odd-price"      // far from what is usual for the followers
	WrongUnit    dataset.FaultKind = "wrong-unit"     // all prices are as if in yuan
	OddShares    dataset.FaultKind = "odd-shares"     // of one dimension that do not sum to 1
	Falling      dataset.FaultKind = "falling"        // followers lost at once, or a total that falls
	MoreThanSeen dataset.FaultKind = "more-than-seen" // more clicks than impressions, and the like
	DoubleBooked dataset.FaultKind = "double-booked"  // one day booked twice
)

// Watch looks at the rows of a data set for what is legal but odd. Its tables are watched in the order of
// the set's files, each to its end.
type Watch struct {
	today      time.Time
	warn       func(dataset.Reject)
	dimensions map[string]string // of segments, by key
}

// NewWatch makes a watch that calls warn with each finding. Days after today are to come.
func NewWatch(today time.Time, warn func(dataset.Reject)) *Watch {
	return &Watch{today.Truncate(24*time.Hour).AddDate(0, 0, 1), warn, map[string]string{}}
}

// Watcher watches the rows of one table.
type Watcher struct {
	*Watch
	file  dataset.File
	texts []int // columns
	past  []int // columns of days and moments of what has happened
	more  []func(dataset.Row)
	ends  []func()
}

// Table begins to watch a table.
func (w *Watch) Table(f dataset.File) *Watcher {
	t := &Watcher{Watch: w, file: f}
	for i, c := range f.Table.Columns {
		switch {
		case c.Kind == dataset.Text, c.Kind == dataset.Key, c.Kind == dataset.Words:
			t.texts = append(t.texts, i)
		case c.Kind == dataset.Instant, c.Name == "joined", c.Name == "founded", c.Name == "date":
			t.past = append(t.past, i)
		}
	}
	for _, begin := range watchers[f.Table.Name] {
		begin(t)
	}
	return t
}

// watchers are what tables are watched for besides their texts and days.
var watchers = map[string][]func(*Watcher){
	"platforms":        {(*Watcher).names},
	"categories":       {(*Watcher).names},
	"segments":         {(*Watcher).names, (*Watcher).segments},
	"agencies":         {(*Watcher).names},
	"brands":           {(*Watcher).names},
	"creators":         {(*Watcher).names, (*Watcher).prices},
	"participations":   {(*Watcher).seen},
	"content_metrics":  {(*Watcher).metrics},
	"follower_history": {(*Watcher).history},
	"audiences":        {(*Watcher).shares},
	"availability":     {(*Watcher).bookings},
}

// Row looks at an accepted row.
func (t *Watcher) Row(row dataset.Row) {
	for _, odd := range row.Odd {
		t.warn(t.file.Refuse(row, odd))
	}
	for _, i := range t.texts {
		switch v := row.Values[i].(type) {
		case string:
			t.text(row, i, v)
		case []string:
			for _, e := range v {
				t.text(row, i, e)
			}
		}
	}
	for _, i := range t.past {
		if at, known := row.Values[i].(time.Time); known && !at.Before(t.today) {
			t.found(row, t.file.Table.Columns[i].Name, Future, at.Format(time.RFC3339),
				"it is still to come, though the column tells what has happened")
		}
	}
	for _, look := range t.more {
		look(row)
	}
}

// End tells what only all rows together show.
func (t *Watcher) End() {
	for _, end := range t.ends {
		end()
	}
}

func (t *Watcher) found(row dataset.Row, column string, kind dataset.FaultKind, value, reason string) {
	t.warn(t.file.Refuse(row, dataset.Fault{Kind: kind, Column: column, Value: value, Reason: reason}))
}

var rounded = regexp.MustCompile(`^[+-]?\d+([.,]\d+)?[eE]\+\d+$`)

// sureDigits is how many digits of a number a spreadsheet keeps.
const sureDigits = 15

func (t *Watcher) text(row dataset.Row, i int, text string) {
	column := t.file.Table.Columns[i]
	odd := func(kind dataset.FaultKind, reason string) { t.found(row, column.Name, kind, text, reason) }
	if column.Length != dataset.Free && limit.Bare(text) != text {
		odd(SpacedText, fmt.Sprintf("white space stands around it; %q is another value", limit.Bare(text)))
	}
	switch {
	case strings.IndexByte(text, '+') > 0 && rounded.MatchString(text):
		odd(RoundedText, "a spreadsheet has rounded a long number; format the column as text and fetch it anew")
	case len(text) > sureDigits && zeros(text):
		odd(RoundedText, "a number of more than 15 digits that ends in zeros: a spreadsheet may have "+
			"rounded it; format the column as text and fetch it anew")
	case strings.Contains(text, "\uFFFD"):
		odd(LostText, "characters were lost when the text was turned into UTF-8; fetch it anew")
	}
}

// zeros says that a text is digits, of which all that a spreadsheet cannot keep are 0.
func zeros(digits string) bool {
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' || i >= sureDigits && digits[i] != '0' {
			return false
		}
	}
	return true
}

// at gives the place of a column that the table has.
func (t *Watcher) at(column string) int { return t.file.Table.Index(column) }
