package table

// Table is rows of plain JSON: nil, bool, int64, float64, string, []any, Object or map[string]any.
type Table struct {
	Columns   []string
	Rows      [][]any // each as long as Columns
	Truncated bool    // there were more
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
