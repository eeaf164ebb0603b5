package resolvers

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

const (
	// maxCachedAnswers and maxCachedSize bound what is kept, to some 50 MB: so many answers, each of so many values, where
	// a text counts once more for each textSize of its bytes. A facet of 100 groups with eight values has 1,200.
	maxCachedAnswers = 500
	maxCachedSize    = 4_000
	textSize         = 16
	// separateAtOnce is how many of one operation's separate statements are read at once.
	separateAtOnce = 4
)

// aggregateCache caches the answers to statements about a whole label, such as how many creators each category has: a pass
// over 100,000 nodes takes tens of milliseconds, and every client of a market asks for the same few.
//
// An answer is given again as long as nothing has been committed since, which costs one statement that reads
// nothing; and for a while, age, without asking. A client that has written itself always asks.
type aggregateCache struct {
	answers  *lru.Cache[string, cachedAnswer]
	inFlight singleflight.Group
	age      time.Duration
}

type cachedAnswer struct {
	value     any
	moment    string    // how far the graph had been written before it was read
	checkedAt time.Time // when it was last known to be right
}

func newAggregateCache(age time.Duration) (*aggregateCache, error) {
	answers, err := lru.New[string, cachedAnswer](maxCachedAnswers)
	if err != nil {
		return nil, fmt.Errorf("resolvers: cache of answers: %w", err)
	}
	return &aggregateCache{answers: answers, age: age}, nil
}

// readSeparate reads what an operation asks apart from its statement.
func (r *Resolver) readSeparate(ctx context.Context, boundPlan *compile.BoundPlan) error {
	if len(boundPlan.Separate) == 0 {
		return nil
	}
	boundPlan.Values = make([]any, len(boundPlan.Separate))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(separateAtOnce)
	for i, st := range boundPlan.Separate {
		group.Go(func() (err error) {
			boundPlan.Values[i], err = r.cachedValue(ctx, st)
			return err
		})
	}
	return group.Wait()
}

// cachedValue gives a statement's one value, kept or read. Where statements are to be shown it is read.
func (r *Resolver) cachedValue(ctx context.Context, st graph.Statement) (any, error) {
	if graph.IsProfiled(ctx) {
		return r.value(ctx, st)
	}
	name := graph.NameOf(st.Params)
	if name == "" {
		return r.value(ctx, st)
	}
	sum := sha256.Sum256([]byte(st.Text + name)) // filters may be long
	key := string(sum[:])
	known, isKept := r.aggregates.answers.Get(key)
	if isKept && time.Since(known.checkedAt) < r.aggregates.age && !graph.HasWritten(ctx) {
		return known.value, nil
	}
	asked := time.Now()
	moment, err := r.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	if isKept && known.moment == moment {
		known.checkedAt = asked
		r.aggregates.answers.Add(key, known)
		return known.value, nil
	}
	return r.readShared(ctx, key, st, cachedAnswer{moment: moment, checkedAt: asked})
}

// readShared reads a value once for all who ask for it at the same moment of the graph. It goes on when the one who asked
// first has gone.
func (r *Resolver) readShared(ctx context.Context, key string, st graph.Statement, answer cachedAnswer) (any, error) {
	flight := r.aggregates.inFlight.DoChan(key+answer.moment, func() (any, error) {
		value, err := r.value(context.WithoutCancel(ctx), st)
		if err == nil && remainingSize(maxCachedSize, value) >= 0 {
			answer.value = value
			r.aggregates.answers.Add(key, answer)
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

// remainingSize is what a value leaves of a size; less than nothing when it is larger.
func remainingSize(size int, value any) int {
	size--
	switch v := value.(type) {
	case string:
		size -= len(v) / textSize
	case []any:
		for _, item := range v {
			if size < 0 {
				break
			}
			size = remainingSize(size, item)
		}
	}
	return size
}
