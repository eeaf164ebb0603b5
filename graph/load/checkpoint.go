package load

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// checkpoint is how far an import has come in one file.
type checkpoint struct {
	line    int            // rows up to it are done
	done    bool           // so is the whole file
	refused map[int]string // lines whose references did not exist, with the column
}

// checkpoints keeps them in the graph, each written by the transaction that wrote its rows.
type checkpoints struct {
	run   string
	store *graph.Store
}

// maxRefused is how many refused rows a file's checkpoint remembers; a file with more is read anew
// when its import was interrupted.
const maxRefused = 10_000

// find gives the checkpoints of this data set by file, and forgets those of any other: what is
// imported now may contradict what they say was done.
func (c *checkpoints) find(ctx context.Context) (map[string]checkpoint, error) {
	if err := c.clear(ctx, c.run); err != nil {
		return nil, err
	}
	records, err := c.store.Read(ctx, graph.Statement{
		Text: statements.Text("import/checkpoints"), Params: map[string]any{"run": c.run},
	})
	if err != nil {
		return nil, err
	}
	found := map[string]checkpoint{}
	for _, r := range records {
		file, _ := r["file"].(string)
		line, _ := r["line"].(int64)
		done, _ := r["done"].(bool)
		refused, _ := r["refused"].([]any)
		if len(refused) > maxRefused {
			continue
		}
		point := checkpoint{line: int(line), done: done, refused: map[int]string{}}
		for _, text := range refused {
			line, column := parseDescription(fmt.Sprint(text))
			point.refused[line] = column
		}
		found[file] = point
	}
	return found, nil
}

// record stores within a transaction that a file is done up to a line.
func (c *checkpoints) record(
	ctx context.Context, tx graph.Tx, file string, line int, refused []refusal, done bool,
) error {
	texts := make([]string, 0, len(refused))
	for _, r := range refused {
		texts = append(texts, describe(r.row.Line, r.column))
	}
	_, err := tx.Run(ctx, graph.Statement{
		Text: statements.Text("import/checkpoint"),
		Params: map[string]any{
			"key": c.run + "/" + file, "run": c.run, "file": file,
			"line": line, "refused": texts[:min(len(texts), maxRefused+1)], "done": done,
		},
	})
	return err
}

// clear forgets all checkpoints but those of one run.
func (c *checkpoints) clear(ctx context.Context, but string) error {
	return c.store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{
			Text: statements.Text("import/checkpoints_clear"), Params: map[string]any{"but": but},
		})
		return err
	})
}
