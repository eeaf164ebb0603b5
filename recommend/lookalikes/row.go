package lookalikes

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/vectorsearch"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
	"github.com/creatorgraph/creatorgraph/recommend"
)

// row lays out a page.
func (q *question) row(ctx context.Context, page []shown, more bool) (computed.Row, error) {
	edges, nodes := []any{}, []any{}
	scores, reasons, err := q.scores(page), make([][]insight.Reason, len(page)), error(nil)
	if q.Selects("edges", "reasons") && len(page) > 0 {
		if scores, reasons, err = q.reasons(ctx, page); err != nil {
			return nil, err
		}
	}
	info := computed.Row{"hasNextPage": more, "hasPreviousPage": q.Arguments.Text("after") != ""}
	for i, one := range page {
		cursor, err := q.cursor(one.after)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			info["startCursor"] = cursor
		}
		info["endCursor"] = cursor
		node := q.known(one)
		nodes = append(nodes, node)
		edges = append(edges, computed.Row{"cursor": cursor, "node": node, "score": scores[i], "reasons": recommend.ReasonRows(reasons[i])})
	}
	answer := computed.Row{"edges": edges, "nodes": nodes, "pageInfo": info}
	if q.Selects("totalCount") {
		if answer["totalCount"], err = q.searcher().Count(ctx); err != nil {
			return nil, err
		}
	}
	return answer, nil
}

// known is one of a page with what the search told of it.
func (q *question) known(one shown) compile.Known {
	properties := make(map[string]any, len(compile.ReturnedProperties))
	for i, name := range compile.ReturnedProperties {
		properties[name] = one.Properties[i]
	}
	return compile.Known{Ref: compile.Ref{Type: q.label, Key: one.Key}, Properties: properties}
}

// searcher is the search of a question.
func (q *question) searcher() vectorsearch.Search {
	model := q.vectors.model
	return vectorsearch.Search{Graph: q.store, Filter: q.filter, Params: q.Params, Today: q.today(), Slot: q.vectors.slot,
		Indexed: q.label == "Creator", Queries: q.search.queries, Exclude: q.vectors.keys,
		Breadth: q.breadth, Skewed: isSkewed(q.search.scales), Least: model.Least, Most: model.Most,
		Vectors: q.diversity > 0 || q.Selects("edges", "reasons")}
}

// skewed is by how much a weight may differ from the learned one for the index's own ways, which were laid by these,
// to lead to the nearest.
const skewed = 4

func isSkewed(scales lookalike.Scales) bool {
	for _, scale := range scales {
		if scale > skewed || scale < 1./skewed {
			return true
		}
	}
	return false
}
