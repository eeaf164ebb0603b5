package table

import (
	"fmt"
	"slices"
	"strings"
)

// Flatten makes a table of a GraphQL answer's data. rows names the list whose items are the rows by its path
// of response names, such as brand.campaigns.nodes; empty means the only one there is. The error names the
// lists there are to choose from.
func Flatten(data []byte, rows string) (Table, error) {
	answer, err := decode(data)
	if err != nil {
		return Table{}, err
	}
	root, _ := answer.(Object)
	if t, isTable := given(root); isTable && rows == "" {
		return t, nil
	}
	lists := within(root, "")
	chosen, err := choose(lists, rows)
	if err != nil {
		return Table{}, err
	}
	if chosen == "" {
		return flat([]any{root}), nil
	}
	return flat(lists.items[chosen]), nil
}

// given finds an answer of one field that is a table already: columns and rows.
func given(root Object) (Table, bool) {
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
		t.Columns = append(t.Columns, fmt.Sprint(name))
	}
	for _, line := range lines {
		cells, _ := line.([]any)
		if len(cells) != len(t.Columns) {
			return Table{}, false
		}
		t.Rows = append(t.Rows, cells)
	}
	return t, true
}

// lists are the lists of objects that no other list holds, by path.
type lists struct {
	paths []string
	items map[string][]any
}

func within(o Object, path string) lists {
	found := lists{items: map[string][]any{}}
	for _, m := range o {
		here := strings.TrimPrefix(path+"."+m.Name, ".")
		switch v := m.Value.(type) {
		case Object:
			inner := within(v, here)
			found.paths = append(found.paths, inner.paths...)
			for p, items := range inner.items {
				found.items[p] = items
			}
		case []any:
			if ofObjects(v) {
				found.paths = append(found.paths, here)
				found.items[here] = v
			}
		}
	}
	return found
}

// ofObjects counts an empty list in: of what it would be cannot be told.
func ofObjects(list []any) bool {
	for _, item := range list {
		if item != nil {
			_, isObject := item.(Object)
			return isObject
		}
	}
	return true
}

func choose(found lists, rows string) (string, error) {
	if rows != "" {
		if _, ok := found.items[rows]; !ok {
			return "", fmt.Errorf("the answer has no list %q; it has %s", rows, orNone(found.paths))
		}
		return rows, nil
	}
	switch len(found.paths) {
	case 0:
		return "", nil
	case 1:
		return found.paths[0], nil
	}
	return "", fmt.Errorf("the answer has several lists; say which one the rows are with --rows (@rows in a saved query): %s",
		strings.Join(found.paths, ", "))
}

func orNone(paths []string) string {
	if len(paths) == 0 {
		return "none"
	}
	return strings.Join(paths, ", ")
}

// flat gives a row for each object, and columns in the order in which they first appear.
func flat(items []any) Table {
	t, places := Table{}, map[string]int{}
	var rows []map[int]any
	for _, item := range items {
		row := map[int]any{}
		o, _ := item.(Object)
		cells(o, "", func(name string, v any) {
			place, known := places[name]
			if !known {
				place = len(t.Columns)
				places[name] = place
				t.Columns = append(t.Columns, name)
			}
			row[place] = v
		})
		rows = append(rows, row)
	}
	kept := t.Columns[:0:0]
	t.Rows = make([][]any, len(rows))
	for place, name := range t.Columns {
		if bare(name, place, rows, t.Columns) {
			continue
		}
		kept = append(kept, name)
		for i, row := range rows {
			t.Rows[i] = append(t.Rows[i], row[place])
		}
	}
	t.Columns = kept
	return t
}

// bare says that a column only tells where objects are missing of which others tell the members: an agency that
// is null beside agency.name.
func bare(name string, place int, rows []map[int]any, columns []string) bool {
	if !slices.ContainsFunc(columns, func(other string) bool { return strings.HasPrefix(other, name+".") }) {
		return false
	}
	return !slices.ContainsFunc(rows, func(row map[int]any) bool {
		list, isList := row[place].([]any)
		return row[place] != nil && !(isList && len(list) == 0)
	})
}

// cells tells the cells of one row: of an object in it those of its members, of a list of objects a list for
// each member.
func cells(o Object, prefix string, tell func(name string, v any)) {
	for _, m := range o {
		name := prefix + m.Name
		switch v := m.Value.(type) {
		case Object:
			cells(v, name+".", tell)
		case []any:
			if len(v) == 0 || !ofObjects(v) {
				tell(name, v)
				continue
			}
			inner := flat(v)
			for i, column := range inner.Columns {
				values := make([]any, len(inner.Rows))
				for j, row := range inner.Rows {
					values[j] = row[i]
				}
				tell(name+"."+column, values)
			}
		default:
			tell(name, v)
		}
	}
}
