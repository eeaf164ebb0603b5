package graph

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// readQueue holds the reads that wait for the statements in flight, in the order of arrival.
type readQueue struct {
	shape    *shape
	equal    string // its key in shape.queues
	terms    *compile.Company
	inFlight int
	waiting  []*queuedRead
	byParams map[string]*queuedRead // waiting reads by their own parameters
	overdue  *time.Timer            // fires when the first has waited too long
}

// queuedRead is a waiting read, of one client or of several with the same parameters.
type queuedRead struct {
	statement Statement
	waiters   []*waiter
	run       atomic.Pointer[batchRun] // nil while it waits
	answered  atomic.Bool
}

// waiter is a client who waits for an answer.
type waiter struct {
	ctx    context.Context // the client's
	read   *queuedRead
	result chan rowResult
	gone   atomic.Bool
}

type rowResult struct {
	row []any
	err error
}

// add queues a read. It joins a waiting read with the same parameters, whose answer will be recent enough for both.
func (g *readQueue) add(ctx context.Context, c *readBatcher, st Statement) *waiter {
	own := nameOf(g.terms.Own, st.Params)
	t := g.byParams[own]
	if t == nil {
		t = &queuedRead{statement: st}
		g.waiting = append(g.waiting, t)
		if g.byParams == nil {
			g.byParams = map[string]*queuedRead{}
		}
		if own != "" {
			g.byParams[own] = t
		}
	} else {
		atomic.AddInt64(&c.counters.Shared, 1)
	}
	a := &waiter{ctx: ctx, read: t, result: make(chan rowResult, 1)}
	t.waiters = append(t.waiters, a)
	return a
}

// take takes the reads of the next batch; nil if none wait, which deletes the queue once nothing is in flight. returned says that a
// statement has returned.
func (g *readQueue) take(most int, returned bool) []*queuedRead {
	g.shape.mu.Lock()
	defer g.shape.mu.Unlock()
	if returned {
		g.inFlight--
	}
	n := min(len(g.waiting), g.terms.Most, most)
	if n == 0 {
		if g.inFlight == 0 && g.shape.queues[g.equal] == g {
			delete(g.shape.queues, g.equal)
		}
		return nil
	}
	next := g.waiting[:n:n]
	g.waiting = g.waiting[n:]
	g.overdue.Stop()
	if len(g.waiting) > 0 {
		g.overdue.Reset(g.shape.maxWait())
	}
	clear(g.byParams) // later reads may need newer data than those still queued
	g.inFlight++
	return next
}

// abandon is called when a client stops waiting; it cancels a batch that nobody waits for any more.
func (a *waiter) abandon() {
	a.gone.Store(true)
	if j := a.read.run.Load(); j != nil && j.isAbandoned() {
		j.cancel()
	}
}

// isAbandoned says whether nobody waits for the answer any more.
func (t *queuedRead) isAbandoned() bool {
	for _, a := range t.waiters {
		if !a.gone.Load() {
			return false
		}
	}
	return true
}

// deliver gives an answer to all waiters.
func (t *queuedRead) deliver(row []any, err error) {
	if !t.answered.CompareAndSwap(false, true) {
		return // late answer of a cancelled statement
	}
	for _, a := range t.waiters {
		a.result <- rowResult{row, err}
	}
}
