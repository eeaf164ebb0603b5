package facts

import (
	"context"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight"
)

// ReadHistory reads all creators and all that brought them together, for evaluation.
func ReadHistory(ctx context.Context, store *graph.Store) (*insight.History, error) {
	r := &marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}}
	h := &insight.History{}
	err := readAll(ctx, store, []reading{
		{"collaborator/words", nil, r.category},
		{"lookalike/segments", nil, r.segment},
		{"lookalike/brands", nil, r.brandKey},
		{"collaborator/creators", map[string]any{"today": graph.DayOf("1970-01-01")}, r.creator},
		{"collaborator/history", nil, func(record graph.Record) { r.meeting(h, record) }},
		{"collaborator/contracts", nil, func(record graph.Record) { r.contract(h, record) }},
		{"lookalike/words", nil, func(record graph.Record) { r.posts(record, func(p insight.Post) { h.Posts = append(h.Posts, p) }) }},
		{"lookalike/results", nil, func(record graph.Record) {
			r.outcomes(record, func(o insight.Outcome) { h.Outcomes = append(h.Outcomes, o) })
		}},
	})
	if err != nil {
		return nil, err
	}
	h.Market = r.market.Market
	for i := range h.Creators {
		c := &h.Creators[i]
		c.Agency, c.Brands, c.Since = insight.Unknown, nil, nil // as of which day is for the evaluation to say
	}
	r.tables(&h.Market)
	return h, nil
}

func (r *marketReader) meeting(h *insight.History, record graph.Record) {
	m := insight.Meeting{Brand: r.number("brand", record["brand"])}
	for _, id := range column.List(record["creators"]) {
		if p, known := r.numbers[column.Long(id)]; known {
			m.People = append(m.People, p)
		}
	}
	slices.Sort(m.People)
	if day, ok := record["day"].(int64); ok {
		m.Day, m.Dated = int32(day), true
	}
	h.Meetings = append(h.Meetings, m)
}

func (r *marketReader) contract(h *insight.History, record graph.Record) {
	creator, known := r.numbers[column.Long(record["creator"])]
	if !known {
		return
	}
	c := insight.Contract{Creator: creator, Agency: r.number("agency", record["agency"]),
		Since: int32(column.Long(record["since"])), Until: math.MaxInt32}
	if until, ok := record["until"].(int64); ok {
		c.Until = int32(until)
	}
	h.Contracts = append(h.Contracts, c)
}
