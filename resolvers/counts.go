package resolvers

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// Count reads how many nodes and relationships the graph has, by which statements are split from then on.
// Only magnitudes matter, so once in a while is enough; before the first time lists are guessed at.
func (r *Resolver) Count(ctx context.Context) error {
	counts, err := readCounts(ctx, r.store)
	if err != nil {
		return err
	}
	r.splitting.Store(r.compiler.WithSplits(r.budget, counts))
	r.plans.Purge()
	return nil
}

func readCounts(ctx context.Context, store *graph.Store) (compile.Counts, error) {
	counts := compile.Counts{Nodes: map[string]int64{}, Ends: map[compile.End]int64{}}
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("graph/counts")})
	if err != nil {
		return counts, fmt.Errorf("counts of the graph: %w", err)
	}
	for _, row := range rows {
		for _, n := range tuples(row["nodes"], 2) {
			label, _ := n[0].(string)
			counts.Nodes[label], _ = n[1].(int64)
		}
		for _, n := range tuples(row["relationships"], 4) {
			var end compile.End
			end.Rel, _ = n[0].(string)
			end.Label, _ = n[1].(string)
			end.In, _ = n[2].(bool)
			counts.Ends[end], _ = n[3].(int64)
		}
	}
	return counts, nil
}

// tuples are the elements of a list that are lists of so many values.
func tuples(value any, size int) (all [][]any) {
	list, _ := value.([]any)
	for _, element := range list {
		if tuple, ok := element.([]any); ok && len(tuple) == size {
			all = append(all, tuple)
		}
	}
	return all
}
