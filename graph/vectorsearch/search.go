package vectorsearch

import (
	"context"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/facts"
)

const (
	// Breadth is how many nearest the index is asked for at least, and breadthTwice how many times as many as are
	// wanted. An index finds those it is asked for by way of as many; asked for few it misses some, the more since it
	// orders by cosine, and scores are that times a vector's length. See go run ./bench -recall.
	Breadth      = 400
	breadthTwice = 2
	// breadthInside is the part of these that a search asks for which the index filters on its way: it then goes on
	// until as many pass, so that it looks more widely, and takes longer, than for as many without a filter.
	breadthInside = 0.6
	// breadthSkewed is how many times as many are asked for where the weights differ much from the learned ones, by
	// which the index's own ways were laid.
	breadthSkewed = 2
	// more and muchMore bound by how much more is asked for where too few of those found pass a filter.
	more, muchMore = 2, 16
	// maxBreadth bounds what the index is asked for; where that is too few, all that pass are looked at.
	maxBreadth = 20_000
	// comparedMore is how many more than wanted are compared by the numbers as they are stored: the order of the index
	// may differ where scores do in the last digit.
	comparedMore = 4
	// fewPass is how many may pass a filter for all of them to be looked at.
	fewPass = 1_000
	// all is more than a graph holds.
	all = int64(1) << 40
)

// Found is one that a search found.
type Found struct {
	Key        string
	Similarity float64   // as the database orders them
	Vector     []float32 // only where it was asked for
	Properties []any     // the values of compile.ReturnedProperties
}

// Cursor is where one query was: what it showed last, and how many.
type Cursor struct {
	Begun      bool
	Similarity float64
	Key        string
	Shown      int
}

// Reader runs a statement that reads, such as graph.Store.Read.
type Reader interface {
	Read(ctx context.Context, st graph.Statement) ([]graph.Record, error)
}

// Search is what is searched for.
type Search struct {
	Graph   Reader
	Filter  compile.Filter
	Params  map[string]any // that the filter's values are among
	Today   string         // YYYY-MM-DD
	Slot    int            // which of the two properties and indexes is read
	Indexed bool           // there is an index, as there is of creators
	Queries [][]float32    // the vectors searched for, in turns
	Exclude []string       // keys
	Breadth int            // as the constant
	Skewed  bool           // the weights differ much from the learned ones
	Vectors bool           // those of whom is found are wanted
	// Least and Most bound the length of nearly every vector.
	Least, Most float64
}

// Next finds the next of one query, nearest first.
func (s Search) Next(ctx context.Context, query int, from []Cursor, take int) ([]Found, error) {
	r := run{Search: s, take: take, compared: take + comparedMore, params: s.params(map[string]any{
		"vector": facts.Wide(s.Queries[query]), "tastes": s.clusters(from), "take": int64(take), "vectors": s.Vectors})}
	if slices.ContainsFunc(from, func(at Cursor) bool { return at.Begun }) {
		r.compared = maxBreadth // those that were shown are among them
	}
	if !s.Indexed {
		return r.exact(ctx, all)
	}
	shown := len(s.Exclude)
	for _, at := range from {
		shown += at.Shown
	}
	return r.nearest(ctx, shown)
}

// Count is how many can be found: they pass, have a vector and are not excluded.
func (s Search) Count(ctx context.Context) (int64, error) {
	rows, err := s.Graph.Read(ctx, graph.Statement{Text: s.Filter.CountEmbedded(s.Slot), Params: s.params(nil)})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return column.Long(rows[0]["total"]), nil
}

// params are the filter's parameters with others.
func (s Search) params(others map[string]any) map[string]any {
	params := map[string]any{}
	maps.Copy(params, s.Params)
	params["seeds"], params["today"] = s.Exclude, graph.DayOf(s.Today)
	maps.Copy(params, others)
	return params
}

// clusters are the queries with where each was, as the statements take them.
func (s Search) clusters(from []Cursor) []any {
	clusters := make([]any, len(from))
	for i, at := range from {
		one := map[string]any{"score": nil, "key": nil, "vector": facts.Wide(s.Queries[i])}
		if at.Begun {
			one["score"], one["key"] = at.Similarity, at.Key
		}
		clusters[i] = one
	}
	return clusters
}

// breadth is how many nearest the index is asked for where so many are wanted. Of several queries each fills a part
// of the page, so that all of them together look about as widely as one.
func (s Search) breadth(wanted int) int {
	breadth := float64(max(breadthTwice*wanted, s.Breadth/len(s.Queries)))
	if s.Filter.HasIndexPredicates() {
		breadth *= breadthInside
	}
	if s.Skewed {
		breadth *= breadthSkewed
	}
	return int(breadth)
}
