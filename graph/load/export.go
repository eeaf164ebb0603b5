package load

import (
	"context"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// ExportOptions says how a graph is exported.
type ExportOptions struct {
	Gzip     bool
	Progress func(file string, rows int) // told after each page
}

// pageOwners is the number of nodes in one page of an export, with all rows that belong to them.
const pageOwners = 1000

// Export writes the graph as a data set into dir, a new or an empty folder, each file ordered by the
// keys of its rows, so that the exports of equal graphs are equal files. Tables without rows have no
// file. It is not one snapshot: what changes meanwhile may be in one file and not in another.
func Export(
	ctx context.Context, store *graph.Store, dir string, opts ExportOptions,
) (map[string]int, error) {
	w, err := dataset.Create(dir, dataset.WriterOptions{Gzip: opts.Gzip})
	if err != nil {
		return nil, err
	}
	written := map[string]int{}
	for _, t := range dataset.Tables() {
		rows, err := exportTable(ctx, store, w, t, opts.Progress)
		if err != nil {
			w.Discard()
			return nil, fmt.Errorf("export of %s: %w", t.Name, err)
		}
		written[t.Name] = rows
	}
	return written, w.Close()
}

func exportTable(
	ctx context.Context, store *graph.Store, w *dataset.Writer, t dataset.Table,
	progress func(string, int),
) (rows int, err error) {
	text := statements.Text("export/" + t.Name)
	after := ""
	for {
		owners := 0
		page := graph.Statement{
			Text: text, Params: map[string]any{"after": after, "limit": pageOwners, "keys": nil},
		}
		err := store.Stream(ctx, page, func(r graph.Record) error {
			owners++
			after, _ = r["key"].(string)
			list, _ := r["rows"].([]any)
			rows += len(list)
			return writeRows(w, t, list)
		})
		if err != nil {
			return rows, err
		}
		if progress != nil {
			progress(t.Name, rows)
		}
		if owners < pageOwners {
			return rows, nil
		}
	}
}

func writeRows(w *dataset.Writer, t dataset.Table, rows []any) error {
	for _, r := range rows {
		cells, ok := r.([]any)
		if !ok || len(cells) != len(t.Columns) {
			return fmt.Errorf("export/%s answered %v", t.Name, r)
		}
		for i, c := range t.Columns {
			value, err := decode(c, cells[i])
			if err != nil {
				return fmt.Errorf("row %v: column %s: %w", cells[0], c.Name, err)
			}
			cells[i] = value
		}
		if err := w.Write(t.Name, cells...); err != nil {
			return err
		}
	}
	return nil
}

// Times are stored as texts of a layout, or as numbers of a unit in a series.
var (
	layouts = map[dataset.Kind]string{dataset.Date: time.DateOnly, dataset.Instant: time.RFC3339}
	seconds = map[dataset.Kind]int64{dataset.Date: secondsPerDay, dataset.Instant: 1}
)

// decode turns a value of the graph into that of a column.
func decode(c dataset.Column, value any) (any, error) {
	switch v := value.(type) {
	case []any:
		return decodeList(v)
	case string:
		if layout, isTime := layouts[c.Kind]; isTime {
			return time.Parse(layout, v)
		}
	case int64:
		if unit, isTime := seconds[c.Kind]; isTime {
			return time.Unix(v*unit, 0).UTC(), nil
		}
	}
	return value, nil
}

func decodeList(values []any) (any, error) {
	if len(values) == 0 {
		return nil, nil
	}
	list := make([]string, len(values))
	for i, v := range values {
		s, ok := v.(string)
		if !ok {
			return nil, fmt.Errorf("%v (%T) is in a list of texts", v, v)
		}
		list[i] = s
	}
	return list, nil
}
