package resolvers

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight"
)

// row lays out a page.
func (l *likeness) row(ctx context.Context, page []shown, more bool) (row, error) {
	edges, nodes := []any{}, []any{}
	scores, reasons, err := l.scores(page), make([][]insight.Reason, len(page)), error(nil)
	if l.a.selects("edges", "reasons") && len(page) > 0 {
		if scores, reasons, err = l.reasons(ctx, page); err != nil {
			return nil, err
		}
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
		node := l.known(one)
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

// known is one of a page with what the search told of it.
func (l *likeness) known(one shown) compile.Known {
	properties := make(map[string]any, len(compile.Told))
	for i, name := range compile.Told {
		properties[name] = one.told[i]
	}
	return compile.Known{Ref: compile.Ref{Type: l.label, Key: one.key}, Properties: properties}
}
