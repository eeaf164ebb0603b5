package resolvers

import (
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// write writes a record's answer. Where the plan was cut it goes on from the objects left as keys, each
// of which is found once however often it stands in the answer, until nothing is wanting.
func (r *Resolver) write(
	ctx context.Context, plan *plan, bound *compile.Bound, record []any,
) (data []byte, faults []answer.Error, ok bool, err error) {
	size := plan.size.Load()
	defer func() { plan.size.Store(int64(len(data))) }()
	found := answer.Found{}
	for {
		var wanted answer.Wanted
		data, wanted, faults, ok = answer.Write(make([]byte, 0, size+size/8), plan.Shape, record, bound, found,
			r.answerBytes)
		if len(faults) > 0 && faults[0].TooLong {
			return nil, nil, false, graph.Errorf(graph.TooLarge, "ask for fewer rows or fields, or in several requests",
				"%s", faults[0].Message)
		}
		if len(wanted) == 0 {
			return data, faults, ok, nil
		}
		for cut, keys := range wanted {
			if err := r.goOn(ctx, plan.Cuts[cut-1], bound, keys, found.Of(cut)); err != nil {
				return nil, nil, false, err
			}
		}
	}
}

// goOn finds the objects of keys; those that are gone meanwhile are found to be nothing.
func (r *Resolver) goOn(
	ctx context.Context, cut compile.Cut, bound *compile.Bound, keys map[string]bool, found map[string][]any,
) error {
	if cut.Call != nil {
		return r.compute(ctx, cut, bound, keys, found)
	}
	given := bound.ParamsOf(cut.Aside)
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(keys)), cut.Most) {
		params := maps.Clone(given)
		params["keys"] = chunk
		rows, err := r.store.Read(ctx, graph.Statement{Text: cut.Text, Params: params})
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
