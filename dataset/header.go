package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// matchColumns says for each name of a header which of the table's columns it is, −1 for none, and all
// that is wrong with the header.
func matchColumns(t Table, names []string) (columns []int, faults []Fault) {
	columns = make([]int, len(names))
	for i, name := range names {
		columns[i] = t.Index(name)
		if columns[i] < 0 {
			faults = append(faults, unknownColumn(t, name))
		} else if slices.Contains(columns[:i], columns[i]) {
			faults = append(faults, Fault{Kind: DoubleColumn, Column: name,
				Reason: fmt.Sprintf("the column %q stands twice in the header; keep one of the two", name)})
			columns[i] = -1
		}
	}
	for i, c := range t.Columns {
		if c.Required && !slices.Contains(columns, i) {
			faults = append(faults, Fault{Kind: MissingColumn, Column: c.Name, Reason: fmt.Sprintf(
				"the required column %q is missing; the header has %s",
				c.Name, shorten(strings.Join(names, ",")))})
		}
	}
	return columns, faults
}

func unknownColumn(t Table, name string) Fault {
	remedy := ""
	if strings.ContainsAny(name, ";\t") {
		remedy = "the columns must be separated by commas (creatorgraph map reads any separator); "
	}
	if nearest := Nearest(name, t.columnNames()); nearest != "" {
		remedy = fmt.Sprintf("it may be %q; ", nearest)
	}
	return Fault{Kind: UnknownColumn, Column: shorten(name), Reason: fmt.Sprintf(
		"%q is not a column of %s, which has %s; %srename it, or pass over unknown files and columns "+
			"with --ignore-unknown", shorten(name), t.Name, strings.Join(t.columnNames(), ", "), remedy)}
}

func (t Table) columnNames() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Nearest gives the name that differs least from one that is not among them; empty when none is near:
// a third of its letters may differ, case, blanks, - and _ tell nothing apart.
func Nearest(name string, names []string) string {
	if len(name) > maxShownBytes {
		return ""
	}
	wanted, nearest, least := normalizeName(name), "", len(name)
	for _, candidate := range names {
		distance := levenshtein.ComputeDistance(wanted, normalizeName(candidate))
		if distance < least && 3*distance <= max(len([]rune(wanted)), 3) {
			nearest, least = candidate, distance
		}
	}
	return nearest
}

var nameNormalizer = strings.NewReplacer(" ", "", "_", "", "-", "", "\u00A0", "")

func normalizeName(name string) string { return nameNormalizer.Replace(strings.ToLower(name)) }
