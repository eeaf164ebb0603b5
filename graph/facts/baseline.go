package facts

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

// baseline names what the baseline makes in Graph Data Science, and forgets again.
const baseline = "creatorgraph-baseline"

// PredictLinks trains Graph Data Science's own link-prediction pipeline on the ties of a market, which is
// projected from the parameters, so that nothing is written to the database; it gives the chance of each pair of
// one who asks, by asker, by creator.
func PredictLinks(
	ctx context.Context, store *graph.Store, m *insight.Market, askers []int32, seed uint64,
) (map[int32][]float32, error) {
	run := func(name string, params map[string]any) error {
		all := map[string]any{"name": baseline}
		for key, value := range params {
			all[key] = value
		}
		_, err := store.Schema(ctx, graph.Statement{Text: statements.Text("baseline/" + name), Params: all})
		return err
	}
	forget := func(ctx context.Context) error {
		for _, name := range []string{"drop", "drop_model", "drop_pipeline"} {
			if err := run(name, nil); err != nil {
				return err
			}
		}
		return nil
	}
	if err := forget(ctx); err != nil {
		return nil, fmt.Errorf("the baseline needs Graph Data Science: %w", err)
	}
	defer func() { _ = forget(context.WithoutCancel(ctx)) }() // the next run forgets it otherwise
	for _, part := range []struct {
		name   string
		params map[string]any
	}{
		{"project", map[string]any{"pairs": projection(m, askers)}},
		{"pipeline", map[string]any{"seed": int64(seed)}},
		{"train", map[string]any{"seed": int64(seed)}},
	} {
		if err := run(part.name, part.params); err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	chances := make(map[int32][]float32, len(askers))
	for _, p := range askers {
		chances[p] = make([]float32, len(m.Creators))
	}
	err := store.Stream(ctx, graph.Statement{Text: statements.Text("baseline/predict"), Params: map[string]any{
		"name": baseline, "most": int64(len(askers) * len(m.Creators))}}, func(r graph.Record) error {
		a, b := int32(number(r["a"])), int32(number(r["b"]))
		chance, _ := r["chance"].(float64)
		if row := chances[a]; row != nil {
			row[b] = float32(chance)
		}
		if row := chances[b]; row != nil {
			row[a] = float32(chance)
		}
		return nil
	})
	return chances, err
}

// projection lays out ties, and creators without any, with their labels.
func projection(m *insight.Market, askers []int32) []any {
	labels := func(p int32) []any {
		if slices.Contains(askers, p) {
			return []any{"Creator", "Asker"}
		}
		return []any{"Creator"}
	}
	tied := make([]bool, len(m.Creators))
	var pairs []any
	for _, t := range m.Ties {
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
