package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

const (
	// asidesKept and sizeKept bound what is kept, to some 50 MB: so many answers, each of so many values, where
	// a text counts once more for each textSize of its bytes. A facet of 100 groups with eight values has 1,200.
	asidesKept = 500
	sizeKept   = 4_000
	textSize   = 16
	// asidesAtOnce is how many of one operation's asides are read at once.
	asidesAtOnce = 4
)

// kept are the answers to statements about a whole label, such as how many creators each category has: a pass
// over 100,000 nodes takes tens of milliseconds, and every client of a market asks for the same few.
//
// An answer is given again as long as nothing has been committed since, which costs one statement that reads
// nothing; and for a while, age, without asking. A client that has written itself always asks.
type kept struct {
	answers *lru.Cache[string, keptAnswer]
	flights singleflight.Group
	age     time.Duration
}

type keptAnswer struct {
	value  any
	moment string    // how far the graph had been written before it was read
	right  time.Time // when it was last known to be right
}

func newKept(age time.Duration) (*kept, error) {
	answers, err := lru.New[string, keptAnswer](asidesKept)
	if err != nil {
		return nil, fmt.Errorf("resolvers: cache of answers: %w", err)
	}
	return &kept{answers: answers, age: age}, nil
}

// asides reads what an operation asks apart from its statement.
func (r *Resolver) asides(ctx context.Context, bound *compile.Bound) error {
	if len(bound.Asides) == 0 {
		return nil
	}
	bound.Values = make([]any, len(bound.Asides))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(asidesAtOnce)
	for i, st := range bound.Asides {
		group.Go(func() (err error) {
			bound.Values[i], err = r.aside(ctx, st)
			return err
		})
	}
	return group.Wait()
}

// aside gives a statement's one value, kept or read. Where statements are to be shown it is read.
func (r *Resolver) aside(ctx context.Context, st graph.Statement) (any, error) {
	if graph.IsProfiled(ctx) {
		return r.value(ctx, st)
	}
	params, err := json.Marshal(st.Params)
	if err != nil {
		return nil, fmt.Errorf("parameters of an aside: %w", err)
	}
	sum := sha256.Sum256(append([]byte(st.Text), params...)) // filters may be long
	key := string(sum[:])
	known, isKept := r.kept.answers.Get(key)
	if isKept && time.Since(known.right) < r.kept.age && !graph.HasWritten(ctx) {
		return known.value, nil
	}
	asked := time.Now()
	moment, err := r.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	if isKept && known.moment == moment {
		known.right = asked
		r.kept.answers.Add(key, known)
		return known.value, nil
	}
	return r.fly(ctx, key, st, keptAnswer{moment: moment, right: asked})
}

// fly reads a value once for all who ask for it at the same moment of the graph. It goes on when the one who asked
// first has gone.
func (r *Resolver) fly(ctx context.Context, key string, st graph.Statement, answer keptAnswer) (any, error) {
	flight := r.kept.flights.DoChan(key+answer.moment, func() (any, error) {
		value, err := r.value(context.WithoutCancel(ctx), st)
		if err == nil && left(sizeKept, value) >= 0 {
			answer.value = value
			r.kept.answers.Add(key, answer)
		}
		return value, err
	})
	select {
	case result := <-flight:
		return result.Val, result.Err
	case <-ctx.Done():
		return nil, graph.Errorf(graph.Timeout, "ask for less at once or narrow the filter",
			"the question took longer than its time limit: %w", ctx.Err())
	}
}

// value is the first value of a statement's one row.
func (r *Resolver) value(ctx context.Context, st graph.Statement) (any, error) {
	row, err := r.store.Row(ctx, st)
	if err != nil || len(row) == 0 {
		return nil, err
	}
	return row[0], nil
}

// left is what a value leaves of a size; less than nothing when it is larger.
func left(size int, value any) int {
	size--
	switch v := value.(type) {
	case string:
		size -= len(v) / textSize
	case []any:
		for _, item := range v {
			if size < 0 {
				break
			}
			size = left(size, item)
		}
	}
	return size
}
