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

// metricsOf are the counts of a content by a moment, by the property that keeps them.
type metricsOf struct {
	at     int64 // seconds since 1970-01-01
	counts map[string]int64
}

// RecordContentMetrics records what was counted of a content by a moment.
func (m mutation) RecordContentMetrics(
	ctx context.Context, in generated.RecordContentMetricsInput,
) (answer.Object, error) {
	var p problems
	content := p.keyOf(in.Content, "Content", "content")
	p.moment(in.At, "at")
	change := metricsOf{in.At.Unix(), map[string]int64{}}
	for name, n := range map[string]*int64{"views": in.Views, "likes": in.Likes, "comments": in.Comments,
		"shares": in.Shares, "clicks": in.Clicks, "conversions": in.Conversions} {
		p.notNegative(n, name)
		change.counts[name] = unknownCount
		if n != nil {
			change.counts[name] = *n
		}
	}
	return together(ctx, m.Resolver, m.groups.counts, content, in.ClientMutationID, in, change, p.orNil())
}

// recordContentMetrics records counts of one content, in the order in which they came.
func recordContentMetrics(
	ctx context.Context, tx graph.Tx, content string, all []metricsOf,
) ([]outcome, error) {
	outcomes := make([]outcome, len(all))
	for i := range all {
		outcomes[i].Value = row{"content": content}
	}
	found, err := tx.Run(ctx, statement("content/read_metrics", row{"content": content}))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		var p problems
		p.add(graph.NotFound, fmt.Sprintf("there is no content %q", content), "content")
		for i := range outcomes {
			outcomes[i].Err = p
		}
		return outcomes, nil
	}
	lists := map[string][]int64{"at": whole(found[0]["at"])}
	for name := range all[0].counts {
		lists[name] = whole(found[0][name])
	}
	for _, one := range all {
		i, known := slices.BinarySearch(lists["at"], one.at)
		lists["at"] = put(lists["at"], i, known, one.at)
		for name, n := range one.counts {
			lists[name] = put(lists[name], i, known, n)
		}
	}
	_, err = tx.Run(ctx, statement("content/write_metrics", row{"content": content, "lists": lists}))
	return outcomes, err
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
