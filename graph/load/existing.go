package load

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// Existing gives the rows that the graph has in a table of nodes under some keys, as cells in the order
// of the table's columns.
func Existing(
	ctx context.Context, store *graph.Store, t dataset.Table, keys []string,
) (map[string][]dataset.Cell, error) {
	found := map[string][]dataset.Cell{}
	for some := range slices.Chunk(keys, pageOwners) {
		records, err := store.Read(ctx, graph.Statement{
			Text:   statements.Text("export/" + t.Name),
			Params: map[string]any{"after": "", "limit": len(some), "keys": some},
		})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			key, _ := r["key"].(string)
			list, _ := r["rows"].([]any)
			for _, row := range list {
				values, ok := row.([]any)
				if !ok || len(values) != len(t.Columns) {
					return nil, fmt.Errorf("export/%s answered %v", t.Name, row)
				}
				if found[key], err = cellsOf(t, values); err != nil {
					return nil, fmt.Errorf("%s %q: %w", t.Name, key, err)
				}
			}
		}
	}
	return found, nil
}

func cellsOf(t dataset.Table, values []any) ([]dataset.Cell, error) {
	cells := make([]dataset.Cell, len(values))
	for i, c := range t.Columns {
		value, err := decode(c, values[i])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", c.Name, err)
		}
		switch v := value.(type) {
		case nil:
		case string:
			cells[i].Text = []byte(v)
		case []string:
			cells[i].List = v
		case int64:
			cells[i].Text = strconv.AppendInt(nil, v, 10)
		case float64:
			cells[i].Text = strconv.AppendFloat(nil, v, 'f', -1, 64)
		case bool:
			cells[i].Text = strconv.AppendBool(nil, v)
		case time.Time:
			form := time.RFC3339Nano
			if c.Kind == dataset.Date {
				form = time.DateOnly
			}
			cells[i].Text = v.AppendFormat(nil, form)
		default:
			return nil, fmt.Errorf("column %s: %v (%T) is of no kind", c.Name, v, v)
		}
	}
	return cells, nil
}
