package check

import (
	"bytes"
	"fmt"
	"io"
	"text/tabwriter"
)

// Write gives the report as text.
func (r *Report) Write(out io.Writer) error {
	var b bytes.Buffer
	r.WriteFindings(&b)
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "file\trows\trefused\t")
	for _, f := range r.Files {
		fmt.Fprintf(table, "%s\t%d\t%d\t\n", f.Name, f.Rows, f.Refused)
	}
	_ = table.Flush() // a buffer takes all
	rows, refused := r.Rows()
	fmt.Fprintf(&b, "%d rows, %d of them with faults; %s, %s; %.0f rows/s\n", rows, refused,
		plural(Count(r.Faults), "fault"), plural(Count(r.Warnings), "warning"),
		float64(rows)/max(r.Seconds, 0.001))
	_, err := out.Write(b.Bytes())
	return err
}

// WriteFindings gives the faults, the warnings and what was left out, as text; nothing where there are
// none.
func (r *Report) WriteFindings(b *bytes.Buffer) {
	writeGroups(b, "Faults (import refuses these rows)", r.Faults)
	writeGroups(b, "Warnings (legal but odd)", r.Warnings)
	if len(r.NotLookedUp) > 0 {
		b.WriteString("Not looked up (the data set has no such table; import looks in the graph)\n")
		for _, u := range r.NotLookedUp {
			fmt.Fprintf(b, "  %s %s: %s of %s\n", u.File, u.Column, plural(u.Count, "key"), u.Table)
		}
		b.WriteString("\n")
	}
	if len(r.Skipped) > 0 {
		b.WriteString("Passed over\n")
		for _, p := range r.Skipped {
			fmt.Fprintf(b, "  %s\n", p)
		}
		b.WriteString("\n")
	}
}

// String names what was passed over and what it may stand for.
func (p Skipped) String() string {
	text := p.File
	if p.Column != "" {
		text += fmt.Sprintf(", column %q", p.Column)
	}
	if p.Nearest != "" {
		text += fmt.Sprintf(": did you mean %q?", p.Nearest)
	}
	return text
}

// maxShownBytes is how many bytes of a value a line shows.
const maxShownBytes = 80

func writeGroups(b *bytes.Buffer, title string, groups []Group) {
	if len(groups) == 0 {
		return
	}
	fmt.Fprintf(b, "%s\n", title)
	for _, g := range groups {
		fmt.Fprintf(b, "  %s: %s, %d\n", g.place(), g.Kind, g.Count)
		for _, e := range g.Examples {
			fmt.Fprintf(b, "    %s\n", e.line())
		}
		if more := g.Count - len(g.Examples); more > 0 {
			fmt.Fprintf(b, "    and %d more\n", more)
		}
	}
	b.WriteString("\n")
}

// place names a group's file, sheet and column, as far as it has them.
func (g Group) place() string {
	place := g.File
	if g.Sheet != "" {
		place += " › " + g.Sheet
	}
	if g.Column != "" {
		place += ", " + g.Column
	}
	return place
}

// line gives the place, the beginning of the value and the reason.
func (e Example) line() string {
	place := ""
	if e.Line > 0 {
		place = fmt.Sprintf("line %d: ", e.Line)
	}
	value := e.Value
	if len(value) > maxShownBytes {
		value = string(bytes.ToValidUTF8([]byte(value[:maxShownBytes]), nil)) + "…"
	}
	if value != "" {
		value = fmt.Sprintf("%q ", value)
	}
	return fmt.Sprintf("%s%s— %s", place, value, e.Reason)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
