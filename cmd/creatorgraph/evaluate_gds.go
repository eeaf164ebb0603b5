package main

import (
	"context"
	"errors"
	"os"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight"
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
			chances, err := f.predict(ctx, env, q)
			if err != nil {
				return nil, err
			}
			return func() evaluate.Ranker { return foretold(chances) }, nil
		}}}
}

// predict runs the pipeline on the database that is evaluated, or for a data set on one that is started for it
// unless another is named.
func (f evaluateFlags) predict(ctx context.Context, env *environment, q evaluate.Question) (_ map[int32][]float32, err error) {
	with := *env
	if f.data != "" && env.uri == "" {
		dir, err := os.MkdirTemp("", "creatorgraph-evaluate-")
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
		server, err := neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: scienceHeapMB, Logger: env.log})
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, server.Stop(context.WithoutCancel(ctx))) }()
		store, err := graph.Open(graph.Config{URI: server.URI(), User: server.User(), Password: server.Password(), Logger: env.log})
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, store.Close(context.WithoutCancel(ctx))) }()
		return predictWith(ctx, store, q.Past, q)
	}
	db, err := with.openReady(ctx)
	if err != nil {
		return nil, err
	}
	defer db.close(env.log)
	return predictWith(ctx, db.Store, q.Past, q)
}

func predictWith(ctx context.Context, store *graph.Store, m *insight.Market, q evaluate.Question) (map[int32][]float32, error) {
	return facts.PredictLinks(ctx, store.Patient(evaluatePatience), m, q.Askers, q.Seed)
}

// foretold ranks by chances that were worked out before.
type foretold map[int32][]float32

// Scores gives the chances.
func (f foretold) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		into[i] = float64(f[of][c])
	}
}

// alikeScience is Graph Data Science's node similarity, FastRP and node2vec; nothing where it was not asked for.
func (f evaluateFlags) alikeScience(context.Context, *environment) []evaluate.Method { return nil }
