package table

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
)

// maxColumnWidth is how many columns of a terminal one cell may take.
const maxColumnWidth = 60

// Text lays a table out for people: columns as wide as their widest cell on a terminal, where Chinese signs
// take two places, numbers to the right.
func (t Table) Text(w io.Writer) error {
	head, lines := t.Names(), make([][]string, len(t.Rows))
	l := textLayout{widths: make([]int, len(head)), numeric: make([]bool, len(head))}
	for i, name := range head {
		l.widths[i] = uniseg.StringWidth(name)
		l.numeric[i] = t.typed(i).isNumber()
	}
	for j, row := range t.Rows {
		lines[j] = make([]string, len(head))
		for i, v := range row {
			lines[j][i] = clipped(cell(v))
			l.widths[i] = max(l.widths[i], uniseg.StringWidth(lines[j][i]))
		}
	}
	l.write(head)
	rule := make([]string, len(head))
	for i := range rule {
		rule[i] = strings.Repeat("-", l.widths[i])
	}
	l.write(rule)
	for _, line := range lines {
		l.write(line)
	}
	_, err := io.WriteString(w, l.text.String())
	return err
}

// textLayout is a table's text with the widths of its columns, and which of them are aligned to the right.
type textLayout struct {
	widths  []int
	numeric []bool
	text    strings.Builder
}

func (l *textLayout) write(line []string) {
	var out strings.Builder
	for i, text := range line {
		pad := strings.Repeat(" ", l.widths[i]-uniseg.StringWidth(text))
		if l.numeric[i] {
			text, pad = pad+text, ""
		}
		out.WriteString(text + pad + "  ")
	}
	l.text.WriteString(strings.TrimRight(out.String(), " ") + "\n")
}

// clipped takes a text's beginning, as much as a cell may be wide.
func clipped(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if uniseg.StringWidth(text) <= maxColumnWidth {
		return text
	}
	var b strings.Builder
	width := 0
	for g := uniseg.NewGraphemes(text); g.Next(); {
		if width += g.Width(); width >= maxColumnWidth {
			break
		}
		b.WriteString(g.Str())
	}
	return b.String() + "…"
}

// cell shows a value to people.
func cell(v any) string {
	switch v := v.(type) {
	case float64:
		return short(v)
	case []any:
		texts := make([]string, len(v))
		for i, item := range v {
			texts[i] = cell(item)
		}
		return strings.Join(texts, ", ")
	}
	return Plain(v)
}

// digits is how many digits of a number people are shown.
const digits = 6

// short writes a number with its first digits, and whole what stands before the point.
func short(f float64) string {
	exact := strconv.FormatFloat(f, 'f', -1, 64)
	if len(exact) <= digits+2 {
		return exact
	}
	before := 0
	if abs := math.Abs(f); abs >= 1 {
		before = int(math.Log10(abs)) + 1
	} else if abs > 0 {
		before = int(math.Ceil(math.Log10(abs)))
	}
	text := strconv.FormatFloat(f, 'f', max(0, digits-before), 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// Plain shows a value to programs: lists and objects as JSON, null as nothing.
func Plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	raw, err := plainJSON(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(raw)
}

// byteOrderMark at its beginning tells Excel that a file is UTF-8.
const byteOrderMark = "\ufeff"

// CSVWithBOM is CSV with a byte order mark before it, without which Excel takes UTF-8 for an older encoding.
func (t Table) CSVWithBOM(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	return t.CSV(w)
}

// CSV writes a table with a line of names, lists and objects as JSON, null as nothing.
func (t Table) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(t.Names()); err != nil {
		return err
	}
	line := make([]string, len(t.Columns))
	for _, row := range t.Rows {
		for i, v := range row {
			line[i] = Plain(v)
		}
		if err := writeLine(w, out, line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// writeLine writes a line of CSV, one of a single empty cell in quotes: an empty line is no row to most readers.
func writeLine(w io.Writer, out *csv.Writer, line []string) error {
	if len(line) != 1 || line[0] != "" {
		return out.Write(line)
	}
	out.Flush()
	_, err := io.WriteString(w, "\"\"\n")
	return err
}

// JSON writes a list with an object for each row, one a line.
func (t Table) JSON(w io.Writer) error {
	var b strings.Builder
	b.WriteString("[")
	for j, row := range t.Rows {
		o := make(Object, len(t.Columns))
		for i, column := range t.Columns {
			o[i] = Member{column.Name, row[i]}
		}
		raw, err := plainJSON(o)
		if err != nil {
			return err
		}
		b.WriteString(map[bool]string{true: "\n", false: ",\n"}[j == 0])
		b.Write(raw)
	}
	b.WriteString("\n]\n")
	_, err := io.WriteString(w, b.String())
	return err
}
