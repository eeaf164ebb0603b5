package main

import (
	_ "embed" // the statement
	"fmt"
	"maps"
	"math"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// recordStatement reads the model.
//
//go:embed record.cypher
var recordStatement string

// manySeeds is as many as lookalikes take.
const manySeeds = 50

// likes are creators who have worked, with what a search for those like them needs besides their vectors.
func likes(c *client) ([]values, error) {
	needs, err := queries(c)
	if err != nil {
		return nil, err
	}
	worked, err := workers(c)
	var all []values
	for _, set := range worked {
		key, _ := set["creator"].(string)
		one := values{"key": key, "id": compile.ID("Creator", key)}
		maps.Copy(one, needs)
		all = append(all, one)
	}
	return all, err
}

// likesOfMany are fifty creators who are alike, so that they are one taste.
func likesOfMany(c *client) ([]values, error) {
	ones, err := likes(c)
	if err != nil {
		return nil, err
	}
	var all []values
	for i := 0; i < len(ones) && len(all) < 40; i += 10 {
		data, err := query[struct{ Lookalikes list[keyed] }](c, `query($seed: ID!, $first: Int!) {
			lookalikes(seeds: [$seed], first: $first) { nodes { key } } }`, values{"seed": ones[i]["id"], "first": manySeeds})
		if err != nil {
			return nil, err
		}
		var keys, ids []string
		for _, n := range data.Lookalikes.Nodes {
			keys, ids = append(keys, n.Key), append(ids, compile.ID("Creator", n.Key))
		}
		many := maps.Clone(ones[i])
		many["keys"], many["ids"] = keys, ids
		all = append(all, many)
	}
	return all, nil
}

// queries reads from the model what makes a query of a vector: where what only speaks for candidates stands, and what
// it is; where blocks end, and what their numbers are taken times.
func queries(c *client) (values, error) {
	data, err := query[struct{ Cypher struct{ Rows [][]string } }](c,
		`query($statement: String!) { cypher(statement: $statement) { rows } }`, values{"statement": recordStatement})
	if err != nil || len(data.Cypher.Rows) == 0 {
		return nil, fmt.Errorf("this database has not been analysed: %w", err)
	}
	model, err := lookalike.Decode(data.Cypher.Rows[0][0])
	if err != nil {
		return nil, err
	}
	nan := math.NaN()
	ones := make([]float32, model.Width)
	for i := range ones {
		ones[i] = 1
	}
	asked := model.Query([][]float32{ones}, model.Scales(lookalike.Weights{nan, nan, nan, nan}, ones))
	ask, constant := 0, float32(0)
	ends, times := make([]int, lookalike.Blocks), make([]float32, lookalike.Blocks)
	for _, p := range model.Parts {
		ends[p.Block] = p.At + p.Width
		if p.SeedFree {
			ask, constant = p.At, asked[p.At]
		} else {
			times[p.Block] = asked[p.At]
		}
	}
	return values{"ask": ask, "constant": constant, "ends": ends[:lookalike.Blocks-1], "times": times}, nil
}
