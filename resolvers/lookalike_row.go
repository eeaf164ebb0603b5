package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
)

// row lays out a page.
func (l *likeness) row(ctx context.Context, page []shown, more bool) (row, error) {
	edges, nodes := []any{}, []any{}
	reasons, err := l.reasons(ctx, page)
	if err != nil {
		return nil, err
	}
	info := row{"hasNextPage": more, "hasPreviousPage": l.a.args.text("after") != ""}
	for i, one := range page {
		cursor, err := l.cursor(one.after)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			info["startCursor"] = cursor
		}
		info["endCursor"] = cursor
		score, _ := lookalike.Shown(l.seen.model.Products(l.like.asked[one.taste], one.vector))
		node := compile.Ref{Type: l.label, Key: one.key}
		nodes = append(nodes, node)
		edges = append(edges, row{"cursor": cursor, "node": node, "score": score, "reasons": reasons[i]})
	}
	answer := row{"edges": edges, "nodes": nodes, "pageInfo": info}
	if l.a.selects("totalCount") {
		if answer["totalCount"], err = l.count(ctx); err != nil {
			return nil, err
		}
	}
	return answer, nil
}

func (l *likeness) reasons(_ context.Context, page []shown) ([][]any, error) {
	all := make([][]any, len(page))
	for i := range all {
		all[i] = []any{}
	}
	return all, nil
}
