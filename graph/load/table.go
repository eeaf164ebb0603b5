package load

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// outcome is what a transaction made of a batch's rows.
type outcome struct {
	created, updated, unchanged int
	refused                     []refusal
}

func (o outcome) plus(other outcome) outcome {
	return outcome{o.created + other.created, o.updated + other.updated,
		o.unchanged + other.unchanged, append(o.refused, other.refused...)}
}

// refusal is a row whose column names what does not exist, or which is unstorable for a reason.
type refusal struct {
	row    dataset.Row
	column string
	reason string
}

// unstorable stands for the column of a row that the database refuses as a whole.
const unstorable = "*"

// rowWriter writes rows of one table within a transaction. It may be called again with the same
// rows when the transaction is.
type rowWriter interface {
	write(ctx context.Context, tx graph.Tx, rows []dataset.Row) (outcome, error)
}

// tableWriter writes rows by the statement of their table, import/<table>. Where a row replaces
// links of a node, import/<table>_unlink first takes away those that are not as the row says.
type tableWriter struct {
	encoder   *encoder
	statement string
	unlink    string // empty where there are no such links
}

func newTableWriter(t dataset.Table) *tableWriter {
	unlink, _ := statements.Lookup("import/" + t.Name + "_unlink")
	return &tableWriter{newEncoder(t), statements.Text("import/" + t.Name), unlink}
}

func (w *tableWriter) write(
	ctx context.Context, tx graph.Tx, rows []dataset.Row,
) (outcome, error) {
	params := make([]map[string]any, len(rows))
	for i, row := range rows {
		params[i] = w.encoder.row(i, row.Values)
		params[i]["line"] = row.Line
	}
	if err := w.unlinked(ctx, tx, params); err != nil {
		return outcome{}, err
	}
	records, err := tx.Run(ctx, graph.Statement{Text: w.statement, Params: map[string]any{"rows": params}})
	if err != nil {
		return outcome{}, err
	}
	return w.outcome(records, rows)
}

// unlinked marks the rows whose nodes had other links, which they have lost.
func (w *tableWriter) unlinked(ctx context.Context, tx graph.Tx, params []map[string]any) error {
	if w.unlink == "" {
		return nil
	}
	for _, row := range params {
		row["unlinked"] = false
	}
	records, err := tx.Run(ctx, graph.Statement{Text: w.unlink, Params: map[string]any{"rows": params}})
	for _, r := range records {
		at, ok := r["at"].(int64)
		if !ok || at < 0 || int(at) >= len(params) {
			return fmt.Errorf("import/%s_unlink answered %v", w.encoder.table.Name, r)
		}
		params[at]["unlinked"] = true
	}
	return err
}

// outcome reads the statement's answer.
func (w *tableWriter) outcome(records []graph.Record, rows []dataset.Row) (outcome, error) {
	var out outcome
	for _, r := range records {
		count, counted := r["rows"].(int64)
		refused, listed := r["refused"].([]any)
		if !counted || !listed {
			return outcome{}, fmt.Errorf("import/%s answered %v", w.encoder.table.Name, r)
		}
		switch word, _ := r["outcome"].(string); word {
		case "created":
			out.created = int(count)
		case "updated":
			out.updated = int(count)
		case "unchanged":
			out.unchanged = int(count)
		default:
			some, err := w.refusals(refused, rows, word)
			if err != nil {
				return outcome{}, err
			}
			out.refused = append(out.refused, some...)
		}
	}
	return out, nil
}

// refusals are those of the rows whose indices a statement returned with a column.
func (w *tableWriter) refusals(refused []any, rows []dataset.Row, column string) ([]refusal, error) {
	var all []refusal
	for _, at := range refused {
		row, ok := rowAt(rows, at)
		if !ok {
			return nil, fmt.Errorf("import/%s refused row %v of %d", w.encoder.table.Name, at, len(rows))
		}
		all = append(all, refusal{row: row, column: column})
	}
	return all, nil
}

// rowAt is the row of an index that a statement returned; false if there is none.
func rowAt(rows []dataset.Row, at any) (dataset.Row, bool) {
	i, ok := at.(int64)
	if !ok || i < 0 || int(i) >= len(rows) {
		return dataset.Row{}, false
	}
	return rows[i], true
}
