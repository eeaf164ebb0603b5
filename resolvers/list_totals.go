package resolvers

import (
	"cmp"
	"context"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// listTotals answers CreatorList.totals.
func (r *Resolver) listTotals(ctx context.Context, q computed.Request) (map[string]any, error) {
	var status any
	if only := q.Arguments.Texts("status"); only != nil {
		status = only
	}
	groups, err := r.store.Read(ctx, statement("list/totals", row{"keys": q.Keys, "status": status}))
	if err != nil || !q.Selects("unique") {
		return totalsOfEach(q.Keys, groups, nil), err
	}
	unique, err := r.overlap.UniqueOfLists(ctx, q.Keys, status)
	return totalsOfEach(q.Keys, groups, unique), err
}

// totalsOfEach adds up the groups of lists, in the order of their statuses.
func totalsOfEach(lists []string, groups []graph.Record, unique map[string]any) map[string]any {
	slices.SortFunc(groups, func(a, b graph.Record) int {
		return cmp.Compare(graph.ListStatusRank(column.Text(a["status"])), graph.ListStatusRank(column.Text(b["status"])))
	})
	all := map[string]any{}
	for _, key := range lists {
		all[key] = totalsOf(key, groups, unique[key])
	}
	return all
}

// totalsOf adds up the groups of one list.
func totalsOf(key string, groups []graph.Record, unique any) row {
	var creators, priced, followed int64
	var price, followers float64
	byStatus := []any{}
	for _, group := range groups {
		if column.Text(group["list"]) != key {
			continue
		}
		creators += column.Long(group["creators"])
		priced += column.Long(group["priced"])
		followed += column.Long(group["followed"])
		price += column.Float(group["price"])
		followers += column.Float(group["followers"])
		byStatus = append(byStatus, row{"status": group["status"], "count": group["creators"]})
	}
	totals := row{"creators": creators, "unpriced": creators - priced, "byStatus": byStatus, "unique": unique}
	if priced > 0 {
		totals["price"] = int64(min(price, compile.MaxSafe))
	}
	if followed > 0 {
		totals["followers"] = int64(min(followers, compile.MaxSafe))
	}
	return totals
}
