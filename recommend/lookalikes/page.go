package lookalikes

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/vectorsearch"
)

// diversePool is among how many of the most alike diversity chooses; those after them are ordered among
// as many again.
const diversePool = 200

// from is where a page begins: where each cluster was and, with diversity, how many of the pool that begins there
// have been shown.
type from struct {
	clusters []vectorsearch.Cursor
	shown    int
}

// shown is one on the page.
type shown struct {
	vectorsearch.Found
	cluster int
	after   from // where to go on from
}

// from reads a cursor; the beginning where there is none.
func (q *question) from(cursor string) (from, error) {
	f := from{clusters: make([]vectorsearch.Cursor, len(q.search.queries))}
	if cursor == "" {
		return f, nil
	}
	values, err := compile.DecodeCursor(q.signed, cursor, 1+4*len(f.clusters))
	if err != nil {
		return f, q.Arguments.Wrong("after", fmt.Sprintf("%.200q cannot be used, %v", cursor, err),
			"use a cursor of the same question, asked since the last analysis")
	}
	f.shown = int(column.Long(values[0]))
	for i := range f.clusters {
		at, v := &f.clusters[i], values[1+4*i:]
		similarity, isNumber := computed.Number(v[1])
		at.Begun, at.Similarity, at.Key, at.Shown = column.Long(v[0]) == 1 && isNumber, similarity, column.Text(v[2]), int(column.Long(v[3]))
	}
	return f, nil
}

// cursor writes where to go on from.
func (q *question) cursor(f from) (string, error) {
	values := []any{f.shown}
	for _, at := range f.clusters {
		begun := 0
		if at.Begun {
			begun = 1
		}
		values = append(values, begun, at.Similarity, at.Key, at.Shown)
	}
	return compile.EncodeCursor(q.signed, values)
}

// page gives a page's rows; more says that there are others after them.
func (q *question) page(ctx context.Context, f from) (page []shown, more bool, err error) {
	if q.diversity == 0 {
		page, err = q.inTurn(ctx, f.clusters, q.first+1)
		return page[:min(len(page), q.first)], len(page) > q.first, err
	}
	for len(page) <= q.first {
		pool, err := q.inTurn(ctx, f.clusters, diversePool+1)
		if err != nil {
			return nil, false, err
		}
		next := pool[:min(len(pool), diversePool)]
		page = append(page, q.diverse(next, f, q.first+1-len(page))...)
		if len(pool) <= diversePool {
			break
		}
		f = next[len(next)-1].after
	}
	return page[:min(len(page), q.first)], len(page) > q.first, nil
}

// inTurn gives the next n: each cluster takes its turn by its share of the seeds, passing over whom another has
// shown.
func (q *question) inTurn(ctx context.Context, at []vectorsearch.Cursor, n int) ([]shown, error) {
	next := make([][]vectorsearch.Found, len(at))
	for i := range at {
		var err error
		if next[i], err = q.searcher().Next(ctx, i, at, n); err != nil {
			return nil, err
		}
	}
	var list []shown
	at = slices.Clone(at)
	shownBefore := map[string]bool{}
	for len(list) < n {
		cluster := q.turn(at, next)
		if cluster < 0 {
			break
		}
		one := next[cluster][0]
		next[cluster] = next[cluster][1:]
		at[cluster].Begun, at[cluster].Similarity, at[cluster].Key = true, one.Similarity, one.Key
		if shownBefore[one.Key] {
			continue
		}
		shownBefore[one.Key] = true
		at[cluster].Shown++
		list = append(list, shown{one, cluster, from{clusters: slices.Clone(at)}})
	}
	return list, nil
}

// turn is the cluster that is most behind its share of those that have more; -1 when none has.
func (q *question) turn(at []vectorsearch.Cursor, next [][]vectorsearch.Found) int {
	total := 1
	for _, a := range at {
		total += a.Shown
	}
	best, behind := -1, 0.0
	for i, a := range at {
		if by := q.search.clusters[i].Share*float64(total) - float64(a.Shown); len(next[i]) > 0 && (best < 0 || by > behind) {
			best, behind = i, by
		}
	}
	return best
}

// diverse gives, of a pool, the n after those that have been shown.
func (q *question) diverse(pool []shown, f from, n int) []shown {
	vectors, scores := make([][]float32, len(pool)), make([]float64, len(pool))
	for i, one := range pool {
		vectors[i] = one.Vector
		for _, x := range q.vectors.model.Products(q.search.queries[one.cluster], one.Vector) {
			scores[i] += x
		}
	}
	order := q.vectors.model.Diverse(vectors, scores, q.search.scales, q.diversity, f.shown+n)
	var list []shown
	for i, at := range order[min(f.shown, len(order)):] {
		one := pool[at]
		one.after = from{f.clusters, f.shown + i + 1}
		list = append(list, one)
	}
	return list
}
