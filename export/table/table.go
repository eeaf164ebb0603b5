package table

import "time"

// Table is rows of plain JSON: nil, bool, int64, float64, string, []any, Object or map[string]any.
type Table struct {
	Columns   []Column
	Rows      [][]any // each as long as Columns
	Truncated bool    // there were more
	Warnings  []string
	Took      time.Duration
}

// Column is one column: its name, and what its values are.
type Column struct {
	Name string
	Type Type // empty where only the values tell
}

// Names gives the columns' names, left to right.
func (t Table) Names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Object is a JSON object in the order of its text.
type Object []Member

// Member is one name of an Object and its value.
type Member struct {
	Name  string
	Value any
}

func (o Object) value(name string) (any, bool) {
	for _, m := range o {
		if m.Name == name {
			return m.Value, true
		}
	}
	return nil, false
}
