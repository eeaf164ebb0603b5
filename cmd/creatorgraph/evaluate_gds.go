package main

import (
	"context"
	"errors"
	"math"
	"os"
	"slices"
	"sync"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/evaluate"
	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// Graph Data Science scores pairs one by one, so it ranks everybody for few creators, and of large markets not
// at all.
const (
	scienceAskers = 200
	scienceRows   = 4_000_000 // scored pairs
	scienceTies   = 1_000_000
	scienceHeapMB = 1500 // of a database that is started for it
)

// science is Graph Data Science's own pipeline; nothing where it was not asked for.
func (f evaluateFlags) science(ctx context.Context, env *environment) []evaluate.Method {
	if f.noScience {
		return nil
	}
	return []evaluate.Method{{Name: "GDS link prediction", Few: scienceAskers,
		Prepare: func(q evaluate.Question) (func() evaluate.Ranker, error) {
			if len(q.Past.Collaborations) > scienceTies || len(q.Sources)*len(q.Past.Creators) > scienceRows {
				return nil, errors.New("the market is too large for it")
			}
			store, close, err := f.openScience(ctx, env)
			if err != nil {
				return nil, err
			}
			chances, err := facts.PredictLinks(ctx, store, q.Past, q.Sources, q.Seed)
			if err := errors.Join(err, close()); err != nil {
				return nil, err
			}
			return func() evaluate.Ranker { return linkProbabilities(chances) }, nil
		}}}
}

// openScience opens the database that is evaluated, or for a data set one that is started for it unless another is
// named; it is to be closed.
func (f evaluateFlags) openScience(ctx context.Context, env *environment) (_ *graph.Store, closeAll func() error, err error) {
	if f.data == "" || env.uri != "" {
		db, err := env.openReady(ctx)
		if err != nil {
			return nil, nil, err
		}
		return db.Store.Patient(evaluateTimeout), func() error { db.close(env.log); return nil }, nil
	}
	var closes []func() error
	closeAll = func() error {
		var all error
		for _, one := range slices.Backward(closes) {
			all = errors.Join(all, one())
		}
		return all
	}
	dir, err := os.MkdirTemp("", "creatorgraph-evaluate-")
	if err != nil {
		return nil, nil, err
	}
	closes = append(closes, func() error { return os.RemoveAll(dir) })
	server, err := neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: scienceHeapMB, Logger: env.log})
	if err != nil {
		return nil, nil, errors.Join(err, closeAll())
	}
	closes = append(closes, func() error { return server.Stop(context.WithoutCancel(ctx)) })
	store, err := graph.Open(graph.Config{URI: server.URI(), User: server.User(), Password: server.Password(), Logger: env.log})
	if err != nil {
		return nil, nil, errors.Join(err, closeAll())
	}
	closes = append(closes, func() error { return store.Close(context.WithoutCancel(ctx)) })
	return store.Patient(evaluateTimeout), closeAll, nil
}

// linkProbabilities ranks by chances that were worked out before.
type linkProbabilities map[int32][]float32

// Scores gives the chances.
func (f linkProbabilities) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		into[i] = float64(f[of][c])
	}
}

// alikeScience is Graph Data Science's node similarity, FastRP and node2vec, on one database, which is to be
// closed; nothing where they were not asked for.
func (f evaluateFlags) alikeScience(ctx context.Context, env *environment) (_ []evaluate.Method, closeAll func() error) {
	closeAll = func() error { return nil }
	if f.noScience {
		return nil, closeAll
	}
	open := sync.OnceValues(func() (store *graph.Store, err error) {
		store, close, err := f.openScience(ctx, env)
		if err == nil {
			closeAll = close
		}
		return store, err
	})
	method := func(name string, prepare func(*graph.Store, evaluate.Question) (evaluate.Ranker, error)) evaluate.Method {
		return evaluate.Method{Name: name, Prepare: func(q evaluate.Question) (func() evaluate.Ranker, error) {
			if len(q.Past.Collaborations) > scienceTies {
				return nil, errors.New("the market is too large for it")
			}
			store, err := open()
			if err != nil {
				return nil, err
			}
			ranker, err := prepare(store, q)
			return func() evaluate.Ranker { return ranker }, err
		}}
	}
	embedded := func(name string) func(*graph.Store, evaluate.Question) (evaluate.Ranker, error) {
		return func(store *graph.Store, q evaluate.Question) (evaluate.Ranker, error) {
			rows, err := facts.Embeddings(ctx, store, q.Past, name, q.Seed)
			return byCosine(rows), err
		}
	}
	return []evaluate.Method{
		method("GDS node similarity", func(store *graph.Store, q evaluate.Question) (evaluate.Ranker, error) {
			rows, err := facts.Similarities(ctx, store, q.Past, q.Sources)
			return linkProbabilities(rows), err
		}),
		method("GDS FastRP", embedded("fastrp")),
		method("GDS node2vec", embedded("node2vec")),
	}, func() error { return closeAll() }
}

// byCosine ranks by the cosine of vectors; those without one are last.
type byCosine [][]float32

// Scores gives the cosines.
func (b byCosine) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		product, mine, theirs := 0.0, 0.0, 0.0
		for k, x := range b[c] {
			if k < len(b[of]) {
				product += float64(x) * float64(b[of][k])
				mine += float64(b[of][k]) * float64(b[of][k])
			}
			theirs += float64(x) * float64(x)
		}
		into[i] = -1
		if mine*theirs > 0 {
			into[i] = product / math.Sqrt(mine*theirs)
		}
	}
}
