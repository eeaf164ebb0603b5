package load

import (
	"context"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// totalsBatch is how many nodes' totals one transaction counts.
const totalsBatch = 1000

// totalsTables are the tables whose rows have totals, in an order in which what one marks as stale
// comes later.
func totalsTables() []string { return []string{"creators", "campaigns", "agencies", "brands"} }

// Totals counts the totals of all nodes that are stale and of those for whom a contract or a
// rate has begun or ended by today. Each batch is one transaction, so that an interruption leaves only marks.
func Totals(ctx context.Context, store *graph.Store, today time.Time) error {
	day := graph.Day(today)
	err := store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{
			Text: statements.Text("totals/due"), Params: map[string]any{"today": day},
		})
		return err
	})
	if err != nil {
		return err
	}
	for _, table := range totalsTables() {
		for {
			keys, err := staleKeys(ctx, store, table)
			if err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
			if len(keys) == 0 {
				break
			}
			err = store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
				return TotalsOf(ctx, tx, table, keys, today)
			})
			if err != nil {
				return fmt.Errorf("%s: %w", table, err)
			}
		}
	}
	return nil
}

// TotalsOf counts the totals of some rows of a table ("creators", "campaigns", "agencies" or
// "brands") within a transaction; creators mark their agencies as stale and campaigns their brands.
func TotalsOf(
	ctx context.Context, tx graph.Tx, table string, keys []string, today time.Time,
) error {
	params := map[string]any{"keys": keys}
	if table == "agencies" {
		params["today"] = graph.Day(today)
	}
	if _, err := tx.Run(ctx, graph.Statement{Text: statements.Text("totals/" + table), Params: params}); err != nil {
		return err
	}
	if table == "creators" {
		return prices(ctx, tx, keys, today)
	}
	return nil
}

func staleKeys(ctx context.Context, store *graph.Store, table string) ([]string, error) {
	records, err := store.Read(ctx, graph.Statement{
		Text:   statements.Text("totals/stale"),
		Params: map[string]any{"table": table, "limit": totalsBatch},
	})
	keys := make([]string, len(records))
	for i, r := range records {
		keys[i], _ = r["key"].(string)
	}
	return keys, err
}
