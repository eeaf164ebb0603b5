package graph

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// maxShapes bounds the shapes with queues, to the default size of Neo4j's query cache.
const maxShapes = 1000

// How long a read waits at most for the statements in flight: waitFactor times the mean time of its shape, within bounds. Then it is
// sent beside them, so that no read waits for an expensive one, or for a statement that the database still has to plan.
const (
	waitFactor = 4
	minWait    = 20 * time.Millisecond
	maxWait    = 200 * time.Millisecond
)

// costlyRead is the time from which a read costs the database more than the overhead of its statement.
const costlyRead = 500 * time.Microsecond

// readBatcher answers concurrent reads of one shape by one statement, as Group commits changes of one thing together: reads that
// arrive while a statement of their shape is in flight queue, and run as a batch when it returns. Each statement costs the
// database some 0.1 ms before it does anything, which a batch pays once. No read waits for others to arrive: a single read runs
// at once, by its own statement.
type readBatcher struct {
	store  *Store
	size   int                        // reads in a batch at most; below 2 nothing is batched
	shapes *lru.Cache[string, *shape] // by the text of the batch statement

	counters CompanyCount // updated atomically
}

func newReadBatcher(s *Store, size int) (*readBatcher, error) {
	shapes, err := lru.New[string, *shape](maxShapes)
	if err != nil {
		return nil, fmt.Errorf("cache of companies: %w", err)
	}
	if size == 0 {
		size = compile.CompanySize
	}
	return &readBatcher{store: s, shapes: shapes, size: size}, nil
}

// shape holds the statistics and queues of reads that differ in parameters only.
type shape struct {
	statements, questions atomic.Int64 // batch statements, and reads that they answered
	meanTime              atomic.Int64 // of a statement, nanoseconds, exponentially weighted
	meanTimePerRead       atomic.Int64 // of a batch statement, divided by its reads

	mu     sync.Mutex
	queues map[string]*readQueue // by the values that all reads of a batch share; present while a statement is in flight
}

func (c *readBatcher) shape(text string) *shape {
	if known, ok := c.shapes.Get(text); ok {
		return known
	}
	made := &shape{queues: map[string]*readQueue{}}
	if known, ok, _ := c.shapes.PeekOrAdd(text, made); ok {
		return known
	}
	return made
}

// row is Store.Row for a statement that may be batched.
func (c *readBatcher) row(ctx context.Context, st Statement) ([]any, error) {
	equal := nameOf(st.Company.Equal, st.Params)
	if equal == "" {
		return c.store.rowAlone(ctx, st)
	}
	mine, g := c.shape(st.Company.Text).enqueue(ctx, c, st, equal)
	if mine == nil {
		defer c.done(g, time.Now())
		return c.store.rowAlone(ctx, st)
	}
	select {
	case t := <-mine.result:
		return t.row, t.err
	case <-ctx.Done():
		mine.abandon()
		return nil, interpret(ctx, ctx.Err())
	}
}

// enqueue gives the queue only, for a read that may run at once, or a waiter in the queue as well.
func (s *shape) enqueue(ctx context.Context, c *readBatcher, st Statement, equal string) (*waiter, *readQueue) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.queues[equal]
	if g == nil {
		g = &readQueue{shape: s, equal: equal, terms: st.Company}
		s.queues[equal] = g
	}
	if g.inFlight < s.maxInFlight() {
		g.inFlight++
		return nil, g
	}
	if len(g.waiting) == 0 {
		g.overdue = time.AfterFunc(s.maxWait(), func() { c.flushOverdue(g) })
	}
	return g.add(ctx, c, st), g
}

// done starts the next batch after a statement has returned.
func (c *readBatcher) done(g *readQueue, began time.Time) {
	updateMean(&g.shape.meanTime, time.Since(began))
	if next := g.take(c.size, true); next != nil {
		go c.drain(g, next)
	}
}

// flushOverdue runs the reads that have waited too long.
func (c *readBatcher) flushOverdue(g *readQueue) {
	if next := g.take(c.size, false); next != nil {
		c.drain(g, next)
	}
}

// drain runs a batch and then the next ones until the queue is empty.
func (c *readBatcher) drain(g *readQueue, next []*queuedRead) {
	for ; next != nil; next = g.take(c.size, true) {
		began := time.Now()
		c.runBatch(g, next)
		took := time.Since(began)
		updateMean(&g.shape.meanTime, took)
		if len(next) > 1 {
			updateMean(&g.shape.meanTimePerRead, took/time.Duration(len(next)))
		}
	}
}

// updateMean updates an exponentially weighted mean with weight 1/8.
func updateMean(of *atomic.Int64, d time.Duration) {
	before := of.Load()
	of.Store(before + (int64(d)-before)/8) // losing one of two concurrent updates does no harm
}

// maxInFlight is how many statements of a shape, with the same limits, may be in flight before reads queue: half the number of
// processors, and all of them if the reads cost more than their statements' overhead.
func (s *shape) maxInFlight() int {
	n := runtime.GOMAXPROCS(0)
	if time.Duration(s.meanTimePerRead.Load()) > costlyRead {
		return n
	}
	return max(n/2, 1)
}

// maxWait is how long a read waits for the statements in flight.
func (s *shape) maxWait() time.Duration {
	return min(max(waitFactor*time.Duration(s.meanTime.Load()), minWait), maxWait)
}

type warmingKey struct{}

// WithWarming gives a context in which each read also runs as a batch of one, so that the database has planned both statements
// before clients connect.
func WithWarming(ctx context.Context) context.Context {
	return context.WithValue(ctx, warmingKey{}, true)
}

// warm is row for a read that warms the database. It ignores errors of the batch statement.
func (c *readBatcher) warm(ctx context.Context, st Statement) ([]any, error) {
	many := Statement{Text: st.Company.Text, Params: batchParams(st.Company, []*queuedRead{{statement: st}})}
	_, _ = c.store.rowAlone(ctx, many)
	return c.store.rowAlone(ctx, st)
}
