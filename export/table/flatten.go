package table

import (
	"fmt"
	"strings"
)

// Flatten makes a table of a GraphQL answer's data. rows names the list whose items are the rows by its path
// of response names, such as brand.campaigns.nodes; empty means the only one there is. The error names the
// lists there are to choose from. Columns stand in the order of the question, all of them whatever the rows hold.
func Flatten(data []byte, q Question, rows string) (Table, error) {
	answer, err := Decode(data)
	if err != nil {
		return Table{}, err
	}
	root, _ := answer.(Object)
	if t, isTable := savedTable(root); isTable && rows == "" {
		return t, nil
	}
	fields := q.Fields()
	chosen, err := chooseList(lists(fields, nil), rows)
	if err != nil {
		return Table{}, err
	}
	if chosen.fields == nil {
		return flat([]any{root}, fields), nil
	}
	items, _ := dig(root, chosen.path).([]any)
	return flat(items, chosen.fields), nil
}

// savedTable finds an answer of one field that is a table already: columns and rows.
func savedTable(root Object) (Table, bool) {
	if len(root) != 1 {
		return Table{}, false
	}
	result, _ := root[0].Value.(Object)
	columns, hasColumns := result.value("columns")
	rows, hasRows := result.value("rows")
	if !hasColumns || !hasRows {
		return Table{}, false
	}
	names, _ := columns.([]any)
	lines, _ := rows.([]any)
	truncated, _ := result.value("truncated")
	t := Table{Truncated: truncated == true}
	for _, name := range names {
		t.Columns = append(t.Columns, Column{Name: fmt.Sprint(name)})
	}
	for _, line := range lines {
		cells, _ := line.([]any)
		if len(cells) != len(t.Columns) {
			return Table{}, false
		}
		t.Rows = append(t.Rows, cells)
	}
	warnings, _ := result.value("warnings")
	told, _ := warnings.([]any)
	for _, warning := range told {
		t.Warnings = append(t.Warnings, fmt.Sprint(warning))
	}
	return t, true
}

// rowList is a list of objects that no other list holds: the way to it, and what is asked of its items.
type rowList struct {
	path   []string
	fields []Field
}

func (l rowList) String() string { return strings.Join(l.path, ".") }

func lists(fields []Field, path []string) []rowList {
	var found []rowList
	for _, f := range fields {
		here := append(path[:len(path):len(path)], f.Name)
		switch {
		case f.List:
			found = append(found, rowList{here, f.Of})
		case f.Of != nil:
			found = append(found, lists(f.Of, here)...)
		}
	}
	return found
}

func chooseList(found []rowList, rows string) (rowList, error) {
	names := make([]string, len(found))
	for i, l := range found {
		names[i] = l.String()
		if rows == names[i] {
			return l, nil
		}
	}
	switch {
	case rows != "" && len(found) == 0:
		return rowList{}, fmt.Errorf("the answer has no list %q; it has none", rows)
	case rows != "":
		return rowList{}, fmt.Errorf("the answer has no list %q; it has %s", rows, strings.Join(names, ", "))
	case len(found) == 0:
		return rowList{}, nil
	case len(found) == 1:
		return found[0], nil
	}
	return rowList{}, fmt.Errorf("the answer has several lists; say which one the rows are with --rows (@rows in a saved query): %s",
		strings.Join(names, ", "))
}

// flat gives a row for each object, and a column for each leaf of what is asked of it.
func flat(items []any, fields []Field) Table {
	leaves := Leaves(fields)
	t := Table{Columns: make([]Column, len(leaves)), Rows: make([][]any, len(items))}
	for i, leaf := range leaves {
		t.Columns[i] = leaf.Column
	}
	for j, item := range items {
		t.Rows[j] = make([]any, len(leaves))
		for i, leaf := range leaves {
			t.Rows[j][i] = leaf.Of(item)
		}
	}
	return t
}
