package main

import (
	"context"
	"errors"
	"math"
	"os"

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
			if len(q.Past.Ties) > scienceTies || len(q.Askers)*len(q.Past.Creators) > scienceRows {
				return nil, errors.New("the market is too large for it")
			}
			var chances map[int32][]float32
			err := f.onScience(ctx, env, func(store *graph.Store) (err error) {
				chances, err = facts.PredictLinks(ctx, store, q.Past, q.Askers, q.Seed)
				return err
			})
			if err != nil {
				return nil, err
			}
			return func() evaluate.Ranker { return foretold(chances) }, nil
		}}}
}

// onScience does something on the database that is evaluated, or for a data set on one that is started for it
// unless another is named.
func (f evaluateFlags) onScience(ctx context.Context, env *environment, do func(*graph.Store) error) (err error) {
	if f.data != "" && env.uri == "" {
		dir, err := os.MkdirTemp("", "creatorgraph-evaluate-")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
		server, err := neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: scienceHeapMB, Logger: env.log})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, server.Stop(context.WithoutCancel(ctx))) }()
		store, err := graph.Open(graph.Config{URI: server.URI(), User: server.User(), Password: server.Password(), Logger: env.log})
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, store.Close(context.WithoutCancel(ctx))) }()
		return do(store.Patient(evaluatePatience))
	}
	db, err := env.openReady(ctx)
	if err != nil {
		return err
	}
	defer db.close(env.log)
	return do(db.Store.Patient(evaluatePatience))
}

// foretold ranks by chances that were worked out before.
type foretold map[int32][]float32

// Scores gives the chances.
func (f foretold) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		into[i] = float64(f[of][c])
	}
}

// alikeScience is Graph Data Science's node similarity, FastRP and node2vec; nothing where they were not asked for.
func (f evaluateFlags) alikeScience(ctx context.Context, env *environment) []evaluate.Method {
	if f.noScience {
		return nil
	}
	method := func(name string, prepare func(*graph.Store, evaluate.Question) (func() evaluate.Ranker, error)) evaluate.Method {
		return evaluate.Method{Name: name, Prepare: func(q evaluate.Question) (ranker func() evaluate.Ranker, err error) {
			if len(q.Past.Ties) > scienceTies {
				return nil, errors.New("the market is too large for it")
			}
			err = f.onScience(ctx, env, func(store *graph.Store) (err error) {
				ranker, err = prepare(store, q)
				return err
			})
			return ranker, err
		}}
	}
	embedded := func(name string) func(*graph.Store, evaluate.Question) (func() evaluate.Ranker, error) {
		return func(store *graph.Store, q evaluate.Question) (func() evaluate.Ranker, error) {
			rows, err := facts.Embeddings(ctx, store, q.Past, name, q.Seed)
			return func() evaluate.Ranker { return byCosine(rows) }, err
		}
	}
	return []evaluate.Method{
		method("GDS node similarity", func(store *graph.Store, q evaluate.Question) (func() evaluate.Ranker, error) {
			rows, err := facts.Similarities(ctx, store, q.Past, q.Askers)
			return func() evaluate.Ranker { return foretold(rows) }, err
		}),
		method("GDS FastRP", embedded("fastrp")),
		method("GDS node2vec", embedded("node2vec")),
	}
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
