package main

import (
	_ "embed" // the statement
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// recordStatement reads the model.
//
//go:embed record.cypher
var recordStatement string

// manySeeds is as many as lookalikes take.
const manySeeds = 50

// likes are creators who have worked, with what a search for those like them needs besides their vectors: where
// what only speaks for candidates stands, and what it is.
func likes(c *client) ([]values, error) {
	at, constant, err := asks(c)
	if err != nil {
		return nil, err
	}
	worked, err := workers(c)
	var all []values
	for _, set := range worked {
		key := set["creator"].(string)
		all = append(all, values{"key": key, "id": compile.ID("Creator", key), "ask": at, "constant": constant})
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
		all = append(all, values{"keys": keys, "ids": ids, "ask": ones[i]["ask"], "constant": ones[i]["constant"]})
	}
	return all, nil
}

// asks reads from the model where what only speaks for candidates stands.
func asks(c *client) (at int, constant float64, err error) {
	data, err := query[struct{ Cypher struct{ Rows [][]string } }](c,
		`query($statement: String!) { cypher(statement: $statement) { rows } }`, values{"statement": recordStatement})
	if err != nil || len(data.Cypher.Rows) == 0 {
		return 0, 0, fmt.Errorf("this database has not been analysed: %w", err)
	}
	model := lookalike.Model{}
	if err := json.Unmarshal([]byte(data.Cypher.Rows[0][0]), &model); err != nil {
		return 0, 0, err
	}
	for _, p := range model.Parts {
		if p.Ask && p.Width == 1 {
			return p.At, float64(p.Constant), nil
		}
	}
	return 0, 0, fmt.Errorf("the model has no part that speaks for candidates; mend the hand-written statements")
}
