package resolvers

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// diversePool is among how many of the most alike diversity chooses; those after them are ordered among
// as many again.
const diversePool = 200

// from is where a page begins: where each taste was and, with diversity, how many of the pool that begins there
// have been shown.
type from struct {
	tastes []reached
	shown  int
}

// shown is one on the page.
type shown struct {
	candidate
	taste int
	after from // where to go on from
}

// from reads a cursor; the beginning where there is none.
func (l *likeness) from(cursor string) (from, error) {
	f := from{tastes: make([]reached, len(l.like.asked))}
	if cursor == "" {
		return f, nil
	}
	values, err := compile.DecodeCursor(l.signed, cursor, 1+4*len(f.tastes))
	if err != nil {
		return f, l.a.args.wrong("after", fmt.Sprintf("%.200q cannot be used, %v", cursor, err),
			"use a cursor of the same question, asked since the last analysis")
	}
	f.shown = int(asLong(values[0]))
	for i := range f.tastes {
		at, v := &f.tastes[i], values[1+4*i:]
		near, isNumber := asNumber(v[1])
		at.begun, at.near, at.key, at.taken = asLong(v[0]) == 1 && isNumber, near, asText(v[2]), int(asLong(v[3]))
	}
	return f, nil
}

// cursor writes where to go on from.
func (l *likeness) cursor(f from) (string, error) {
	values := []any{f.shown}
	for _, at := range f.tastes {
		begun := 0
		if at.begun {
			begun = 1
		}
		values = append(values, begun, at.near, at.key, at.taken)
	}
	return compile.EncodeCursor(l.signed, values)
}

// page gives a page's rows; more says that there are others after them.
func (l *likeness) page(ctx context.Context, f from) (page []shown, more bool, err error) {
	if l.diversity == 0 {
		page, err = l.inTurn(ctx, f.tastes, l.first+1)
		return page[:min(len(page), l.first)], len(page) > l.first, err
	}
	for len(page) <= l.first {
		pool, err := l.inTurn(ctx, f.tastes, diversePool+1)
		if err != nil {
			return nil, false, err
		}
		next := pool[:min(len(pool), diversePool)]
		page = append(page, l.diverse(next, f, l.first+1-len(page))...)
		if len(pool) <= diversePool {
			break
		}
		f = next[len(next)-1].after
	}
	return page[:min(len(page), l.first)], len(page) > l.first, nil
}

// inTurn gives the next n: each taste takes its turn by its share of the seeds, passing over whom another has
// shown.
func (l *likeness) inTurn(ctx context.Context, at []reached, n int) ([]shown, error) {
	next := make([][]candidate, len(at))
	for i := range at {
		var err error
		if next[i], err = l.search(ctx, i, at, n); err != nil {
			return nil, err
		}
	}
	var list []shown
	at = slices.Clone(at)
	taken := map[string]bool{}
	for len(list) < n {
		taste := l.turn(at, next)
		if taste < 0 {
			break
		}
		one := next[taste][0]
		next[taste] = next[taste][1:]
		at[taste].begun, at[taste].near, at[taste].key = true, one.near, one.key
		if taken[one.key] {
			continue
		}
		taken[one.key] = true
		at[taste].taken++
		list = append(list, shown{one, taste, from{tastes: slices.Clone(at)}})
	}
	return list, nil
}

// turn is the taste that is most behind its share of those that have more; -1 when none has.
func (l *likeness) turn(at []reached, next [][]candidate) int {
	total := 1
	for _, a := range at {
		total += a.taken
	}
	best, behind := -1, 0.0
	for i, a := range at {
		if by := l.like.tastes[i].Share*float64(total) - float64(a.taken); len(next[i]) > 0 && (best < 0 || by > behind) {
			best, behind = i, by
		}
	}
	return best
}

// diverse gives, of a pool, the n after those that have been shown.
func (l *likeness) diverse(pool []shown, f from, n int) []shown {
	vectors, scores := make([][]float32, len(pool)), make([]float64, len(pool))
	for i, one := range pool {
		vectors[i] = one.vector
		for _, x := range l.seen.model.Products(l.like.asked[one.taste], one.vector) {
			scores[i] += x
		}
	}
	order := l.seen.model.Diverse(vectors, scores, l.like.scales, l.diversity, f.shown+n)
	var list []shown
	for i, at := range order[min(f.shown, len(order)):] {
		one := pool[at]
		one.after = from{f.tastes, f.shown + i + 1}
		list = append(list, one)
	}
	return list
}
