package facts

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// baseline names what the baseline makes in Graph Data Science, and forgets again.
const baseline = "creatorgraph-baseline"

// PredictLinks trains Graph Data Science's own link-prediction pipeline on the ties of a market, which is
// projected from the parameters, so that nothing is written to the database; it gives the chance of each pair of
// one who asks, by source, by creator.
func PredictLinks(
	ctx context.Context, store *graph.Store, m *insight.Market, sources []int32, seed uint64,
) (map[int32][]float32, error) {
	chances := rowsFor(sources, len(m.Creators))
	err := projected(ctx, store, m, sources, func(run runBaseline) error {
		for _, name := range []string{"pipeline", "train"} {
			if err := run(name, map[string]any{"seed": int64(seed)}); err != nil {
				return err
			}
		}
		return streamBaseline(ctx, store, "predict", map[string]any{"most": int64(len(sources) * len(m.Creators))},
			func(r graph.Record) { pair(chances, r, "chance") })
	})
	return chances, err
}

// Similarities gives how similar each creator is to those who ask, by Graph Data Science's node similarity
// (Jaccard's, of partners), by source, by creator.
func Similarities(
	ctx context.Context, store *graph.Store, m *insight.Market, sources []int32,
) (map[int32][]float32, error) {
	rows := rowsFor(sources, len(m.Creators))
	err := projected(ctx, store, m, sources, func(runBaseline) error {
		return streamBaseline(ctx, store, "similar", nil, func(r graph.Record) { pair(rows, r, "similarity") })
	})
	return rows, err
}

// Embeddings gives the vector of each creator by one of Graph Data Science's methods, "fastrp" or "node2vec"; nil
// where it gives none.
func Embeddings(
	ctx context.Context, store *graph.Store, m *insight.Market, method string, seed uint64,
) ([][]float32, error) {
	rows := make([][]float32, len(m.Creators))
	err := projected(ctx, store, m, nil, func(runBaseline) error {
		return streamBaseline(ctx, store, method, map[string]any{"seed": int64(seed)}, func(r graph.Record) {
			p := column.Long(r["id"])
			for _, value := range column.List(r["vector"]) {
				x, _ := value.(float64)
				rows[p] = append(rows[p], float32(x))
			}
		})
	})
	return rows, err
}

// runBaseline runs a statement of a baseline.
type runBaseline func(name string, params map[string]any) error

// projected projects a market's ties, does something, and forgets all that was made.
func projected(
	ctx context.Context, store *graph.Store, m *insight.Market, sources []int32, do func(runBaseline) error,
) error {
	run := func(name string, params map[string]any) error {
		all := map[string]any{"name": baseline}
		maps.Copy(all, params)
		if _, err := store.Schema(ctx, graph.Statement{Text: statements.Text("baseline/" + name), Params: all}); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	forget := func(ctx context.Context) error {
		for _, name := range []string{"drop", "drop_model", "drop_pipeline"} {
			_, err := store.Schema(ctx, graph.Statement{Text: statements.Text("baseline/" + name),
				Params: map[string]any{"name": baseline}})
			if err != nil {
				return err
			}
		}
		return nil
	}
	if err := forget(ctx); err != nil {
		return fmt.Errorf("the baseline needs Graph Data Science: %w", err)
	}
	defer func() { _ = forget(context.WithoutCancel(ctx)) }() // the next run forgets it otherwise
	if err := run("project", map[string]any{"pairs": projection(m, sources)}); err != nil {
		return err
	}
	return do(run)
}

func streamBaseline(
	ctx context.Context, store *graph.Store, name string, params map[string]any, take func(graph.Record),
) error {
	all := map[string]any{"name": baseline}
	maps.Copy(all, params)
	return store.Stream(ctx, graph.Statement{Text: statements.Text("baseline/" + name), Params: all},
		func(r graph.Record) error {
			take(r)
			return nil
		})
}

func rowsFor(sources []int32, people int) map[int32][]float32 {
	rows := make(map[int32][]float32, len(sources))
	for _, p := range sources {
		rows[p] = make([]float32, people)
	}
	return rows
}

// pair notes a number of two creators with whichever of them asks.
func pair(rows map[int32][]float32, r graph.Record, name string) {
	a, b := int32(column.Long(r["a"])), int32(column.Long(r["b"]))
	x, _ := r[name].(float64)
	if row := rows[a]; row != nil {
		row[b] = float32(x)
	}
	if row := rows[b]; row != nil {
		row[a] = float32(x)
	}
}

// projection lays out ties, and creators without any, with their labels.
func projection(m *insight.Market, sources []int32) []any {
	labels := func(p int32) []any {
		if slices.Contains(sources, p) {
			return []any{"Creator", "Asker"}
		}
		return []any{"Creator"}
	}
	tied := make([]bool, len(m.Creators))
	var pairs []any
	for _, t := range m.Collaborations {
		tied[t.A], tied[t.B] = true, true
		pairs = append(pairs, []any{int64(t.A), int64(t.B), labels(t.A), labels(t.B)})
	}
	for p, is := range tied {
		if !is {
			pairs = append(pairs, []any{int64(p), nil, labels(int32(p)), nil})
		}
	}
	return pairs
}
