// Package lookalikes answers Query.lookalikes and the lookalikes of a creator, an agency or a brand.
//
// A question (question.go) names seeds. Their vectors (seeds.go) make one query for each cluster among them; package
// vectorsearch finds the nearest to each, the clusters fill a page in turns (page.go), diversity reorders it, and
// reasons say what makes each one alike (reasons.go). A cursor holds where each cluster was; it is good for the same
// question until the next analysis. The model is package insight/lookalike's.
package lookalikes

import (
	"context"

	"golang.org/x/sync/errgroup"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
)

// Lookalikes finds lookalikes in one graph. It keeps the newest model and the vectors of seeds that were asked for.
type Lookalikes struct {
	store   *graph.Store
	today   func() string
	breadth int
	models  learned.Newest[*lookalike.Model]
	cache   *seedCache
}

// New makes one. Contracts are looked at as of today; breadth is as vectorsearch.Breadth.
func New(store *graph.Store, today func() string, breadth int) (*Lookalikes, error) {
	cache, err := newSeedCache()
	if err != nil {
		return nil, err
	}
	return &Lookalikes{store: store, today: today, breadth: breadth, cache: cache}, nil
}

// OfSeeds answers Query.lookalikes.
func (l *Lookalikes) OfSeeds(ctx context.Context, q computed.Request) (computed.Row, error) {
	seeds, err := seedsOf(q.Arguments)
	if err != nil {
		return nil, err
	}
	return l.answer(ctx, q, seeds)
}

// atOnce is how many questions of one request are under way together.
const atOnce = 4

// OfEach answers the lookalikes of objects of a type.
func (l *Lookalikes) OfEach(typ string) computed.Computation {
	return func(ctx context.Context, q computed.Request) (map[string]any, error) {
		if err := q.AtMost(maxObjects, "objects"); err != nil {
			return nil, err
		}
		answers := make([]computed.Row, len(q.Keys))
		each, ctx := errgroup.WithContext(ctx)
		each.SetLimit(atOnce)
		for i, key := range q.Keys {
			each.Go(func() (err error) {
				answers[i], err = l.answer(ctx, q, []compile.Ref{{Type: typ, Key: key}})
				return err
			})
		}
		if err := each.Wait(); err != nil {
			return nil, err
		}
		values := map[string]any{}
		for i, key := range q.Keys {
			values[key] = answers[i]
		}
		return values, nil
	}
}

// answer answers one question.
func (l *Lookalikes) answer(ctx context.Context, request computed.Request, seeds []compile.Ref) (computed.Row, error) {
	q := &question{Lookalikes: l, Request: request, seeds: seeds, label: typeFound(seeds[0].Type)}
	if err := q.read(); err != nil {
		return nil, err
	}
	if err := q.loadSeeds(ctx); err != nil {
		return nil, err
	}
	if err := q.makeQueries(); err != nil {
		return nil, err
	}
	q.signed = q.signature()
	from, err := q.from(request.Arguments.Text("after"))
	if err != nil {
		return nil, err
	}
	page, more, err := q.page(ctx, from)
	if err != nil {
		return nil, q.explained(ctx, err)
	}
	return q.row(ctx, page, more)
}

// readModel reads the newest model, and by which run it was learned.
func (l *Lookalikes) readModel(ctx context.Context) (*lookalike.Model, int64, error) {
	read, err := facts.ReadLikenessModel(ctx, l.store)
	if err != nil {
		return nil, 0, err
	}
	model, err := lookalike.Decode(read.Record)
	if err != nil {
		return nil, 0, graph.Errorf(graph.Conflict, "run creatorgraph analyze", "%w", err)
	}
	return model, read.Run, nil
}
