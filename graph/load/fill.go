package load

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// fillIn gives rows with what the graph has in the columns that their file does not: a sheet of keys and prices leaves
// names, texts and followers as they are. Rows that the graph does not have yet stay as they are.
func fillIn(ctx context.Context, tx graph.Tx, t dataset.Table, rows []dataset.Row) ([]dataset.Row, error) {
	var owners []string
	for _, row := range rows {
		if owner, _ := row.Values[0].(string); len(row.Untold) > 0 {
			owners = append(owners, owner)
		}
	}
	if len(owners) == 0 {
		return rows, nil
	}
	slices.Sort(owners)
	owners = slices.Compact(owners)
	had, err := read(ctx, tx, t, owners)
	if err != nil {
		return nil, err
	}
	filled := slices.Clone(rows)
	for i, row := range rows {
		before := had[identityOf(t, row.Values)]
		if before == nil || len(row.Untold) == 0 {
			continue
		}
		filled[i].Values = slices.Clone(row.Values)
		for _, c := range row.Untold {
			filled[i].Values[c] = before[c]
		}
	}
	return filled, nil
}

// read gives the rows that the graph has under some keys of their first column, by what tells them apart.
func read(ctx context.Context, tx graph.Tx, t dataset.Table, owners []string) (map[string][]any, error) {
	records, err := tx.Run(ctx, graph.Statement{
		Text:   statements.Text("export/" + t.Name),
		Params: map[string]any{"after": "", "limit": len(owners), "keys": owners},
	})
	if err != nil {
		return nil, err
	}
	found := map[string][]any{}
	for _, r := range records {
		list, _ := r["rows"].([]any)
		for _, one := range list {
			values, ok := one.([]any)
			if !ok || len(values) != len(t.Columns) {
				return nil, fmt.Errorf("export/%s answered %v", t.Name, one)
			}
			for i, c := range t.Columns {
				if values[i], err = decode(c, values[i]); err != nil {
					return nil, fmt.Errorf("%s: column %s: %w", t.Name, c.Name, err)
				}
			}
			found[identityOf(t, values)] = values
		}
	}
	return found, nil
}

// identityOf is the cells by which a row is known.
func identityOf(t dataset.Table, values []any) string {
	var b strings.Builder
	for _, name := range t.Identity {
		value := values[t.Index(name)]
		if at, ok := value.(time.Time); ok {
			value = at.UnixNano()
		}
		fmt.Fprintf(&b, "%v\x00", value)
	}
	return b.String()
}
