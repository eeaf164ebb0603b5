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

// refusal is a row whose column names what does not exist.
type refusal struct {
	row    dataset.Row
	column string
}

// rowWriter writes rows of one table within a transaction. It may be called again with the same
// rows when the transaction is.
type rowWriter interface {
	write(ctx context.Context, tx graph.Tx, rows []dataset.Row) (outcome, error)
}

// plainWriter writes rows by the one statement of their table, import/<table>.
type plainWriter struct {
	encoder   *encoder
	statement string
}

func newPlainWriter(t dataset.Table) *plainWriter {
	return &plainWriter{newEncoder(t), statements.Text("import/" + t.Name)}
}

func (w *plainWriter) write(
	ctx context.Context, tx graph.Tx, rows []dataset.Row,
) (outcome, error) {
	params := make([]any, len(rows))
	for i, row := range rows {
		params[i] = w.encoder.row(i, row.Values)
	}
	records, err := tx.Run(ctx, graph.Statement{Text: w.statement, Params: map[string]any{"rows": params}})
	if err != nil {
		return outcome{}, err
	}
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
			for _, at := range refused {
				i, ok := at.(int64)
				if !ok || i < 0 || int(i) >= len(rows) {
					return outcome{}, fmt.Errorf("import/%s refused row %v of %d",
						w.encoder.table.Name, at, len(rows))
				}
				out.refused = append(out.refused, refusal{rows[i], word})
			}
		}
	}
	return out, nil
}
