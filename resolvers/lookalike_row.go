package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// row lays out a page.
func (l *likeness) row(ctx context.Context, page []shown, more bool) (row, error) {
	edges, nodes := []any{}, []any{}
	scores, reasons, err := l.reasons(ctx, page)
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
		node := compile.Ref{Type: l.label, Key: one.key}
		nodes = append(nodes, node)
		edges = append(edges, row{"cursor": cursor, "node": node, "score": scores[i], "reasons": reasonRows(reasons[i])})
	}
	answer := row{"edges": edges, "nodes": nodes, "pageInfo": info}
	if l.a.selects("totalCount") {
		if answer["totalCount"], err = l.count(ctx); err != nil {
			return nil, err
		}
	}
	return answer, nil
}
