package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// recallAt is how many of the most alike are looked at.
const recallAt = 20

// recallCases are the filters that recall is measured under: how much they keep, and whether the index can ask for
// them or has to find more than pass.
var recallCases = []struct {
	name   string
	keeps  float64
	inside bool
	graph  float64 // the weight of the block graph; NaN as learned
}{
	{"no filter", 1, true, math.NaN()},
	{"50 %, in the index", 0.5, true, math.NaN()}, {"10 %, in the index", 0.1, true, math.NaN()},
	{"1 %, in the index", 0.01, true, math.NaN()}, {"0.1 %, in the index", 0.001, true, math.NaN()},
	{"50 %, beside it", 0.5, false, math.NaN()}, {"10 %, beside it", 0.1, false, math.NaN()},
	{"1 %, beside it", 0.01, false, math.NaN()}, {"0.1 %, beside it", 0.001, false, math.NaN()},
	{"no filter, by the network alone", 1, true, 1},
}

const recallQuestion = `query($seeds: [ID!]!, $filter: CreatorFilter, $weights: LookalikeWeights) {
	lookalikes(seeds: $seeds, filter: $filter, weights: $weights, first: 20) { nodes { key } } }`

// placed is a creator with a vector.
type placed struct {
	key       string
	followers int64
	vector    []float32
}

// recall prints how many of the 20 most alike are found, and how fast one client is answered, over so many seeds.
func recall(ctx context.Context, c config) (err error) {
	x, err := newExplainer(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.stop(ctx)) }()
	model, all, err := readPlaced(ctx, x.store)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', 0)
	fmt.Fprintf(table, "| %s creators, %d seeds\t| recall@%d\t| full pages\t| p50 ms\t| p95 ms\t|\n| ---\t| --:\t| --:\t| --:\t| --:\t|\n",
		number(float64(len(all))), c.recall, recallAt)
	for _, one := range recallCases {
		found, full := 0.0, 0
		var took []float64
		for i := range c.recall {
			seed := all[i*len(all)/c.recall]
			variables := values{"seeds": []string{compile.ID("Creator", seed.key)}}
			lo, hi := window(all, one.keeps, i)
			bounds := values{"followers": values{"gte": lo, "lte": hi}}
			switch {
			case one.keeps == 1:
				lo, hi = math.MinInt64, math.MaxInt64
			case one.inside:
				variables["filter"] = bounds
			default:
				variables["filter"] = values{"OR": []any{bounds}}
			}
			weights := lookalike.Weights{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
			if !math.IsNaN(one.graph) {
				weights = lookalike.Weights{one.graph, 0, 0, 0}
				variables["weights"] = values{"graph": one.graph, "audience": 0, "content": 0, "commercial": 0}
			}
			scales := model.Scales(weights, seed.vector)
			query := model.Query([][]float32{seed.vector}, scales)
			if !model.HasSeedTerms(query) {
				continue
			}
			begun := time.Now()
			data, err := queryOf(x.client, variables)
			if err != nil {
				return err
			}
			took = append(took, float64(time.Since(begun).Microseconds())/1000)
			part, whole := hits(model, all, seed.key, query, lo, hi, data)
			found += part
			if whole {
				full++
			}
		}
		slices.Sort(took)
		at := func(q float64) float64 { return took[int(q*float64(len(took)-1))] }
		fmt.Fprintf(table, "| %s\t| %.4f\t| %d of %d\t| %.1f\t| %.1f\t|\n", one.name, found/float64(len(took)), full, len(took), at(0.5), at(0.95))
	}
	return table.Flush()
}

func queryOf(c *client, variables values) ([]string, error) {
	data, err := query[struct{ Lookalikes list[keyed] }](c, recallQuestion, variables)
	var keys []string
	for _, n := range data.Lookalikes.Nodes {
		keys = append(keys, n.Key)
	}
	return keys, err
}

// readPlaced reads the model and the creators that have vectors, by their followers.
func readPlaced(ctx context.Context, store *graph.Store) (*lookalike.Model, []placed, error) {
	read, err := facts.ReadLikenessModel(ctx, store)
	if err != nil {
		return nil, nil, err
	}
	if read.Record == "" {
		return nil, nil, errors.New("this database has not been analysed; run creatorgraph analyze on it")
	}
	model, err := lookalike.Decode(read.Record)
	if err != nil {
		return nil, nil, err
	}
	var all []placed
	err = facts.StreamLikenesses(ctx, store.Patient(10*time.Minute), read.Slot, func(key string, followers int64, vector []float32) {
		all = append(all, placed{key: key, followers: followers, vector: vector})
	})
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.followers, b.followers), cmp.Compare(a.key, b.key))
	})
	return model, all, err
}

// window is bounds of followers that keep so much of all, another for each seed.
func window(all []placed, keeps float64, i int) (lo, hi int64) {
	known := slices.IndexFunc(all, func(p placed) bool { return p.followers >= 0 })
	of := all[max(known, 0):]
	size := max(int(keeps*float64(len(all))), 1)
	from := 0
	if len(of) > size {
		from = i * 7919 % (len(of) - size)
	}
	return of[from].followers, of[min(from+size, len(of))-1].followers
}

// hits is the share of the most alike that an answer holds, and whether it is as long as it can be. Whoever is as
// much alike as the last of these counts as one of them.
func hits(model *lookalike.Model, all []placed, seed string, query []float32, lo, hi int64, answer []string) (float64, bool) {
	scores := map[string]float64{}
	var best []float64
	for _, p := range all {
		if p.followers < lo || p.followers > hi || p.key == seed {
			continue
		}
		sum := float32(0)
		for k, x := range query {
			sum += x * p.vector[k]
		}
		scores[p.key] = float64(sum)
		best = append(best, float64(sum))
	}
	slices.SortFunc(best, func(a, b float64) int { return cmp.Compare(b, a) })
	want := min(recallAt, len(best))
	if want == 0 {
		return 1, len(answer) == 0
	}
	found := 0
	for _, key := range answer {
		if score, passes := scores[key]; passes && score >= best[want-1]-1e-6 {
			found++
		}
	}
	return float64(min(found, want)) / float64(want), len(answer) == want
}
