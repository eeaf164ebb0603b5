package analyze

import (
	"context"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight/strength"
)

const (
	// editEdges is how many collaborations are compared with what is there and written in one transaction.
	editEdges = 20_000
	// editCreators bounds of how many creators they are.
	editCreators = 5_000
)

// edits brings the collaborations that are there to what they should be, creator by creator in the order of
// keys: it writes what is missing, ends what is too much, and leaves alone what is right.
type edits struct {
	*job
	ids   []int64 // the database's numbers of the creators
	empty bool    // there is nothing to compare with

	from   []int32 // the creators of this batch
	wanted [][]strength.Collaboration
	size   int
	done   int64

	kept, created, expired int
}

// add notes the collaborations that are to go out from a creator.
func (e *edits) add(ctx context.Context, of int32, ties []strength.Collaboration) error {
	e.from = append(e.from, of)
	e.wanted = append(e.wanted, append([]strength.Collaboration(nil), ties...))
	e.size += len(ties)
	e.kept += len(ties)
	if e.size < editEdges && len(e.from) < editCreators {
		return nil
	}
	return e.flush(ctx)
}

// flush writes the batch.
func (e *edits) flush(ctx context.Context) error {
	there, err := e.there(ctx)
	if err != nil {
		return err
	}
	var create, expire []any
	for i, of := range e.from {
		missing, over := e.differ(e.wanted[i], there[e.ids[of]])
		if len(missing) > 0 {
			create = append(create, []any{e.ids[of], missing})
		}
		if len(over) > 0 {
			expire = append(expire, []any{e.ids[of], over})
		}
		e.created += len(missing)
		e.expired += len(over)
	}
	if err := e.write(ctx, create, expire); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	e.done += int64(len(e.from))
	e.tell(e.done, int64(len(e.ids)))
	e.from, e.wanted, e.size = e.from[:0], e.wanted[:0], 0
	return ctx.Err()
}

// edge is a collaboration as it stands in the graph.
type edge struct {
	weight              float64
	campaigns, contents int64
	last                any // days since 1970-01-01, or nil
}

// there reads the valid collaborations that go out from the batch's creators, by the numbers of both.
func (e *edits) there(ctx context.Context) (map[int64]map[int64]edge, error) {
	if e.empty {
		return nil, nil
	}
	creators := make([]int64, len(e.from))
	for i, of := range e.from {
		creators[i] = e.ids[of]
	}
	all := make(map[int64]map[int64]edge, len(creators))
	st := graph.Statement{Text: statements.Text("collaboration/valid"),
		Params: map[string]any{"creators": creators, "run": e.valid}}
	err := e.store.Stream(ctx, st, func(r graph.Record) error {
		others, _ := r["others"].([]any)
		known := make(map[int64]edge, len(others))
		for _, o := range others {
			values, _ := o.([]any)
			if len(values) != 5 {
				return fmt.Errorf("a collaboration of %d values", len(values))
			}
			var is edge
			other, _ := values[0].(int64)
			is.weight, _ = values[1].(float64)
			is.campaigns, _ = values[2].(int64)
			is.contents, _ = values[3].(int64)
			is.last = values[4]
			known[other] = is
		}
		creator, _ := r["creator"].(int64)
		all[creator] = known
		return nil
	})
	return all, err
}

// differ gives what is missing of a creator's collaborations, as rows to write, and the numbers of those
// that are there and should not be.
func (e *edits) differ(wanted []strength.Collaboration, there map[int64]edge) (missing, over []any) {
	for _, t := range wanted {
		other := e.ids[t.To]
		is, known := there[other]
		should := edge{weight: t.Strength, campaigns: int64(t.Campaigns), contents: int64(t.Contents)}
		var last any
		if t.Dated {
			should.last, last = int64(t.Last), graph.Day(time.Unix(int64(t.Last)*24*60*60, 0).UTC())
		}
		delete(there, other)
		if known && is == should {
			continue
		}
		missing = append(missing, []any{other, should.weight, should.campaigns, should.contents, last})
		if known {
			over = append(over, other)
		}
	}
	for other := range there {
		over = append(over, other)
	}
	return missing, over
}

func (e *edits) write(ctx context.Context, create, expire []any) error {
	if len(create)+len(expire) == 0 {
		return nil
	}
	return e.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		for name, rows := range map[string][]any{"expire": expire, "create": create} {
			if len(rows) == 0 {
				continue
			}
			_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("collaboration/" + name),
				Params: map[string]any{"rows": rows, "run": e.run}})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
