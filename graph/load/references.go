package load

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// findMissing gives the keys that no node of a table's label has.
type findMissing func(ctx context.Context, table string, keys []string) (map[string]bool, error)

// missingInGraph looks the keys up in the database.
func missingInGraph(store *graph.Store) findMissing {
	text := statements.Text("import/missing")
	return func(ctx context.Context, table string, keys []string) (map[string]bool, error) {
		missing := map[string]bool{}
		records, err := store.Read(ctx, graph.Statement{
			Text: text, Params: map[string]any{"table": table, "keys": keys},
		})
		for _, r := range records {
			key, _ := r["key"].(string)
			missing[key] = true
		}
		return missing, err
	}
}

// parents gives the parents of categories and of those above them, by key.
type parents func(ctx context.Context, keys []string) (map[string]string, error)

// parentsIn asks the database.
func parentsIn(store *graph.Store) parents {
	text := statements.Text("import/ancestors")
	return func(ctx context.Context, keys []string) (map[string]string, error) {
		records, err := store.Read(ctx, graph.Statement{Text: text, Params: map[string]any{"keys": keys}})
		above := map[string]string{}
		for _, r := range records {
			key, _ := r["key"].(string)
			above[key], _ = r["parent"].(string)
		}
		return above, err
	}
}

// noParents is for an empty database.
func noParents(context.Context, []string) (map[string]string, error) { return nil, nil }

// allMissing is for an empty database.
func allMissing(_ context.Context, _ string, keys []string) (map[string]bool, error) {
	missing := make(map[string]bool, len(keys))
	for _, key := range keys {
		missing[key] = true
	}
	return missing, nil
}

// known says whether a table of the folder has a key; nil knows none.
type known func(table, key string) bool

// reference is a key that a row refers to, and the table that should have it.
type reference struct {
	column string
	table  string
	key    string
}

// references lists a row's references.
func references(t dataset.Table, row dataset.Row) []reference {
	var all []reference
	for i, c := range t.Columns {
		switch v := row.Values[i].(type) {
		case string:
			if c.Kind == dataset.Ref {
				all = append(all, reference{c.Name, c.Of, v})
			}
			if c.Kind == dataset.MemberOf {
				all = append(all, reference{c.Name, memberTable(t, row), v})
			}
		case []string:
			for _, key := range v {
				if c.Kind == dataset.Refs {
					all = append(all, reference{c.Name, c.Of, key})
				}
			}
		}
	}
	return all
}

// memberTable is the table that a row's kind names.
func memberTable(t dataset.Table, row dataset.Row) string {
	for i, c := range t.Columns {
		if c.Name == "kind" && row.Values[i] == "AGENCY" {
			return "agencies"
		}
	}
	return "creators"
}

// dangling gives for the rows of a batch the keys each names that are neither in known nor found by
// asking; rows without one are left out.
func dangling(
	ctx context.Context, ask findMissing, known known, t dataset.Table, rows []dataset.Row,
) (map[int][]dataset.Fault, error) {
	unknown := unknownKeys(known, t, rows)
	missing := map[string]map[string]bool{}
	for table, keys := range unknown {
		var err error
		if missing[table], err = ask(ctx, table, keys); err != nil {
			return nil, err
		}
	}
	bad := map[int][]dataset.Fault{}
	for _, row := range rows {
		for _, p := range references(t, row) {
			if missing[p.table][p.key] {
				bad[row.Line] = append(bad[row.Line], p.fault())
			}
		}
	}
	return bad, nil
}

// unknownKeys gives the keys, by table, that rows refer to and that are not in known, each once.
func unknownKeys(known known, t dataset.Table, rows []dataset.Row) map[string][]string {
	unknown := map[string][]string{}
	asked := map[reference]bool{}
	for _, row := range rows {
		for _, p := range references(t, row) {
			question := reference{table: p.table, key: p.key}
			if asked[question] || known != nil && known(p.table, p.key) {
				continue
			}
			asked[question] = true
			unknown[p.table] = append(unknown[p.table], p.key)
		}
	}
	return unknown
}

// fault says that the key that is pointed at does not exist.
func (p reference) fault() dataset.Fault {
	return dataset.Fault{Kind: dataset.UnknownKey, Column: p.column, Value: p.key, Reason: fmt.Sprintf(
		"no row of %s has this key, neither in the data set nor in the graph", p.table)}
}

// refuse makes the refusal of a row from its faults.
func refuse(f dataset.File, row dataset.Row, faults ...dataset.Fault) refusedRow {
	refused := refusedRow{line: row.Line}
	for _, bad := range faults {
		refused.rejects = append(refused.rejects, f.Refuse(row, bad))
	}
	return refused
}

// explain turns refusals by column into Rejects that name the keys.
func explain(
	ctx context.Context, ask findMissing, f dataset.File, refused []refusal,
) ([]refusedRow, error) {
	rows := make([]dataset.Row, len(refused))
	for i, r := range refused {
		rows[i] = r.row
	}
	bad, err := dangling(ctx, ask, nil, f.Table, rows)
	if err != nil {
		return nil, err
	}
	explained := make([]refusedRow, len(refused))
	for i, r := range refused {
		faults, found := bad[r.row.Line]
		switch {
		case r.column == unstorable:
			faults = []dataset.Fault{{Kind: dataset.Unstorable, Reason: r.reason}}
		case !found:
			// It has come into being since; this import refused the row all the same.
			faults = []dataset.Fault{firstOf(references(f.Table, r.row), r.column).fault()}
		}
		explained[i] = refuse(f, r.row, faults...)
	}
	return explained, nil
}

func firstOf(pointers []reference, column string) reference {
	for _, p := range pointers {
		if p.column == column {
			return p
		}
	}
	return reference{column: column}
}

// orphans finds the rows of the categories' file whose parent is neither in the file nor found by
// asking, or is such a row itself, and those that would make a category part of itself. It is the one
// file whose rows point at each other, and is held in memory for it; other files have none.
func orphans(
	ctx context.Context, ask findMissing, parents parents, f dataset.File,
) (map[int][]dataset.Fault, error) {
	if f.Table.Name != "categories" {
		return nil, nil
	}
	var rows []dataset.Row
	if err := eachRow(f, func(row dataset.Row) { rows = append(rows, row) }); err != nil {
		return nil, err
	}
	above, err := ancestors(ctx, parents, rows)
	if err != nil {
		return nil, err
	}
	bad := map[int][]dataset.Fault{}
	for {
		left := slices.DeleteFunc(slices.Clone(rows), func(row dataset.Row) bool { return bad[row.Line] != nil })
		here := newKeySet()
		for _, row := range left {
			here.add(fmt.Sprint(row.Values[0]))
		}
		here.seal()
		found, err := dangling(ctx, ask, func(_, key string) bool { return here.has(key) }, f.Table, left)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			found = cycles(f.Table, left, above)
		}
		if len(found) == 0 {
			return bad, nil
		}
		maps.Copy(bad, found)
	}
}

// ancestors gives the parents, by key, that the graph has for the categories that rows refer to.
func ancestors(ctx context.Context, parents parents, rows []dataset.Row) (map[string]string, error) {
	var keys []string
	for _, row := range rows {
		for _, value := range []any{row.Values[0], row.Values[2]} {
			if key, known := value.(string); known {
				keys = append(keys, key)
			}
		}
	}
	return parents(ctx, keys)
}

// cycles gives the rows that would make a category its own ancestor, also through parents in the graph.
func cycles(t dataset.Table, rows []dataset.Row, above map[string]string) map[int][]dataset.Fault {
	circular := dataset.Cyclic(rows, func(key string) string { return above[key] })
	found := map[int][]dataset.Fault{}
	for _, row := range rows {
		parent, _ := row.Values[2].(string) // unknown is empty
		if key, _ := row.Values[0].(string); circular[key] {
			found[row.Line] = []dataset.Fault{dataset.CycleFault(t.Columns[2].Name, parent)}
		}
	}
	return found
}

// describe gives a refusal's column as text for a checkpoint, and parseDescription gives it back.
func describe(line int, column string) string { return fmt.Sprintf("%d %s", line, column) }

func parseDescription(text string) (line int, column string) {
	number, column, _ := strings.Cut(text, " ")
	if _, err := fmt.Sscan(number, &line); err != nil {
		return 0, ""
	}
	return line, column
}
