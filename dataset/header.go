package dataset

import (
	"fmt"
	"slices"
	"strings"
)

// headerError says that a file's header does not fit its table.
type headerError struct{ reason string }

func (e *headerError) Error() string { return e.reason }

// matchColumns says for each name of a header which of the table's columns it is; −1 for none.
func matchColumns(t Table, names []string, opts Options) ([]int, error) {
	columns := make([]int, len(names))
	for i, name := range names {
		columns[i] = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
		if columns[i] < 0 && !opts.IgnoreUnknown {
			return nil, unknownColumn(t, name)
		}
		if columns[i] >= 0 && slices.Contains(columns[:i], columns[i]) {
			return nil, &headerError{fmt.Sprintf("the column %q stands twice in the header", name)}
		}
	}
	for i, c := range t.Columns {
		if c.Required && !slices.Contains(columns, i) {
			return nil, &headerError{fmt.Sprintf("the required column %q is missing; the header has %s",
				c.Name, strings.Join(names, ","))}
		}
	}
	return columns, nil
}

func unknownColumn(t Table, name string) *headerError {
	return &headerError{fmt.Sprintf("%q is not a column of %s, which has %s; "+
		"rename it, or pass over unknown files and columns with --ignore-unknown",
		shorten(name), t.Name, strings.Join(t.columnNames(), ", "))}
}

func (t Table) columnNames() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}
