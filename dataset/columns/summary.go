package columns

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Summarize writes what a person should know of a proposal: for each sheet what its rows are about, each
// column with what it is taken for, and what is to be decided or looked at.
func Summarize(w io.Writer, m Mapping) error {
	var b strings.Builder
	for _, s := range m.Sheets {
		s.writeSummary(&b)
	}
	sure, look, ignored := 0, 0, 0
	for _, s := range m.Sheets {
		for _, c := range s.Columns {
			switch {
			case c.To.ignored():
				ignored++
			case c.Note != "":
				look++
			default:
				sure++
			}
		}
	}
	questions := m.Questions()
	fmt.Fprintf(&b, "columns: %d clear, %d to be looked at, %d left out; questions for you to decide: %d\n",
		sure, look, ignored, len(questions))
	_, err := io.WriteString(w, b.String())
	return err
}

func (s Sheet) writeSummary(b *strings.Builder) {
	if len(s.Rows) == 0 {
		fmt.Fprintf(b, "%s: %s\n\n", s.label(), s.Note)
		return
	}
	fmt.Fprintf(b, "%s: each row is one of %s", s.label(), s.Rows[0])
	if len(s.Rows) > 1 {
		fmt.Fprintf(b, ", and tells of %s", strings.Join(s.Rows[1:], ", "))
	}
	b.WriteString("\n")
	for _, c := range s.Columns {
		fmt.Fprintf(b, "  %-5s %s → %s", c.status(), oneLine(c.Heading), strings.Join(c.To, " and "))
		if c.Examples != "" {
			fmt.Fprintf(b, "   %s", c.Examples)
		}
		b.WriteString("\n")
		if c.Note != "" {
			fmt.Fprintf(b, "        %s\n", c.Note)
		}
	}
	for _, target := range sortedKeys(s.Constants) {
		fmt.Fprintf(b, "  all   %s = %s\n", target, s.Constants[target])
	}
	if s.Note != "" {
		fmt.Fprintf(b, "        %s\n", s.Note)
	}
	b.WriteString("\n")
}

// status is how sure a column is: its confidence, look, ? where it is to be decided, - where it is left out.
func (c Column) status() string {
	switch {
	case len(c.undecided()) > 0:
		return "?"
	case slices.Equal(c.To, Targets{Ignore}):
		return "-"
	case c.Note != "":
		return "look"
	}
	return fmt.Sprintf("%.0f%%", 100*c.Confidence)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
