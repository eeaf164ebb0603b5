package resolvers

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// unknownCount stands for an unknown count in a content's lists (docs/model.md).
const unknownCount = int64(-1)

// RecordContentMetrics records what was counted of a content by a moment.
func (m mutation) RecordContentMetrics(
	ctx context.Context, in generated.RecordContentMetricsInput,
) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return recordContentMetrics(ctx, tx, in)
	})
}

func recordContentMetrics(
	ctx context.Context, tx graph.Tx, in generated.RecordContentMetricsInput,
) (row, error) {
	var p problems
	key := p.keyOf(in.Content, "Content", "content")
	counts := []struct {
		name, property string
		n              *int64
	}{
		{"views", "metricsViews", in.Views}, {"likes", "metricsLikes", in.Likes},
		{"comments", "metricsComments", in.Comments}, {"shares", "metricsShares", in.Shares},
		{"clicks", "metricsClicks", in.Clicks}, {"conversions", "metricsConversions", in.Conversions},
	}
	for _, c := range counts {
		p.notNegative(c.n, c.name)
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	found, err := tx.Run(ctx, statement("content/read_metrics", row{"content": key}))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		p.add(graph.NotFound, fmt.Sprintf("there is no content %q", key), "content")
		return nil, p
	}
	moments := whole(found[0]["at"])
	i, known := slices.BinarySearch(moments, in.At.Unix())
	lists := row{"metricsAt": put(moments, i, known, in.At.Unix())}
	for _, c := range counts {
		n := unknownCount
		if c.n != nil {
			n = *c.n
		}
		lists[c.property] = put(whole(found[0][c.name]), i, known, n)
	}
	_, err = tx.Run(ctx, statement("content/write_metrics", row{"content": key, "lists": lists}))
	return row{"content": key}, err
}

// whole reads a list of numbers; null is an empty one.
func whole(list any) []int64 {
	items, _ := list.([]any)
	numbers := make([]int64, len(items))
	for i, item := range items {
		numbers[i], _ = item.(int64)
	}
	return numbers
}

// put replaces the i-th number or, where it is a new one, makes room for it.
func put(numbers []int64, i int, replace bool, n int64) []int64 {
	if replace {
		numbers[i] = n
		return numbers
	}
	return slices.Insert(numbers, i, n)
}
