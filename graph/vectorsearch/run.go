package vectorsearch

import (
	"context"
	"maps"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/facts"
)

// run is one search in the making.
type run struct {
	Search
	params map[string]any
	take   int
	// compared is how many of the nearest are compared by the numbers as they are stored.
	compared int
}

// nearest asks the index for more and more until enough pass, or looks at all who pass where they are few.
func (r *run) nearest(ctx context.Context, shown int) ([]Found, error) {
	limit := r.breadth(shown + r.take)
	wide := max(int(breadthInside*float64(limit)), r.take)
	looked := false
	for {
		r.params["compared"] = int64(min(limit, r.compared))
		got, err := r.read(ctx, r.Filter.Nearest(r.Slot, len(r.Queries)), "limit", int64(limit))
		if err != nil || got.reached < limit || got.passed >= wide && r.isComplete(got) {
			return got.rows, err
		}
		next := wide*limit/max(got.passed, 1) + 1
		if !looked && next > muchMore*limit {
			looked = true
			if rows, err := r.exact(ctx, fewPass+1); err != nil || rows != nil {
				return rows, err
			}
		}
		if limit = min(max(next, more*limit), muchMore*limit); limit > maxBreadth {
			return r.exact(ctx, all)
		}
	}
}

// isComplete says whether nobody who was not found can belong among the rows: the cosine of whoever was not is less
// than that of all who were, and hardly anybody's vector is longer than Most (the stopping rule of Fagin, Lotem and
// Naor, 2003).
func (r *run) isComplete(got gathered) bool {
	length := r.Most
	if got.edge < 0 {
		length = r.Least
	}
	return len(got.rows) >= r.take && got.rows[len(got.rows)-1].Similarity >= got.edge*length
}

// exact looks at all who pass; nil where they are as many as most, which is too many.
func (r *run) exact(ctx context.Context, most int64) ([]Found, error) {
	got, err := r.read(ctx, r.Filter.Exact(r.Slot, len(r.Queries)), "most", most)
	if err != nil || int64(got.reached) >= most {
		return nil, err
	}
	return got.rows, nil
}

// gathered is what a statement found: so many were looked at, so many of these pass, and the first rows of these.
type gathered struct {
	reached, passed int
	edge            float64 // the least cosine
	rows            []Found
}

func (r *run) read(ctx context.Context, text, name string, value int64) (gathered, error) {
	params := maps.Clone(r.params)
	params[name] = value
	rows, err := r.Graph.Read(ctx, graph.Statement{Text: text, Params: params})
	if err != nil || len(rows) == 0 {
		return gathered{}, err
	}
	got := gathered{int(column.Long(rows[0]["reached"])), int(column.Long(rows[0]["passed"])), column.Float(rows[0]["edge"]), []Found{}}
	for _, item := range column.List(rows[0]["rows"]) {
		columns := column.List(item)
		got.rows = append(got.rows, Found{column.Text(columns[0]), column.Float(columns[1]), facts.Narrow(columns[2]), column.List(columns[3])})
	}
	return got, nil
}
