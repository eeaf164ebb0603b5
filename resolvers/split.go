package resolvers

import (
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// write writes a record's answer. Where the plan was split it goes on from the objects left as keys, each
// of which is found once however often it stands in the answer, until nothing is wanting.
func (r *Resolver) write(
	ctx context.Context, plan *cachedPlan, boundPlan *compile.BoundPlan, record []any,
) (data []byte, faults []answer.Error, ok bool, err error) {
	size := plan.size.Load()
	defer func() { plan.size.Store(int64(len(data))) }()
	found := answer.Found{}
	for {
		var wanted answer.Wanted
		data, wanted, faults, ok = answer.Write(make([]byte, 0, size+size/8), plan.Shape, record, boundPlan, found,
			r.answerBytes)
		if len(faults) > 0 && faults[0].TooLong {
			return nil, nil, false, graph.Errorf(graph.TooLarge, "ask for fewer rows or fields, or in several requests",
				"%s", faults[0].Message)
		}
		if len(wanted) == 0 {
			return data, faults, ok, nil
		}
		for split, keys := range wanted {
			if err := r.fetchSplit(ctx, plan.Splits[split-1], boundPlan, keys, found.Of(split)); err != nil {
				return nil, nil, false, err
			}
		}
	}
}

// fetchSplit finds the objects of keys; those that are gone meanwhile are found to be nothing.
func (r *Resolver) fetchSplit(
	ctx context.Context, split compile.Split, boundPlan *compile.BoundPlan, keys map[string]bool, found map[string][]any,
) error {
	if split.Call != nil {
		return r.compute(ctx, split, boundPlan, keys, found)
	}
	given := boundPlan.ParamsOf(split.Separate)
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(keys)), split.BatchSize) {
		params := maps.Clone(given)
		params["keys"] = chunk
		rows, err := r.store.Read(ctx, graph.Statement{Text: split.Text, Params: params})
		if err != nil {
			return err
		}
		for _, key := range chunk {
			found[key] = nil
		}
		for _, row := range rows {
			key, _ := row["key"].(string)
			found[key], _ = row["row"].([]any)
		}
	}
	return nil
}
