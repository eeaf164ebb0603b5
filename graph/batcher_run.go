package graph

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// batchRun is one execution of a batch statement.
type batchRun struct {
	reads  []*queuedRead
	cancel context.CancelFunc
}

func (j *batchRun) isAbandoned() bool {
	for _, t := range j.reads {
		if !t.isAbandoned() {
			return false
		}
	}
	return true
}

// runBatch answers the reads that somebody still waits for. If it fails, each read without an answer runs by itself: one of them may
// be the cause, or only some have time left.
func (c *readBatcher) runBatch(g *readQueue, reads []*queuedRead) {
	ctx, j := c.newRun(reads)
	defer j.cancel()
	switch len(j.reads) {
	case 0:
		return
	case 1:
		c.runAlone(ctx, j.reads[0])
		return
	}
	c.countBatch(g, j)
	_, err := detach(ctx, c.store, func(ctx context.Context, within time.Duration) (struct{}, error) {
		return struct{}{}, c.runStatement(ctx, within, g.terms, j)
	})
	for _, t := range j.reads {
		switch {
		case t.answered.Load():
		case err == nil:
			t.deliver(nil, nil) // no row was found
		default:
			go c.runSeparately(t)
		}
	}
}

// countBatch updates the counters.
func (c *readBatcher) countBatch(g *readQueue, j *batchRun) {
	n := int64(len(j.reads))
	g.shape.statements.Add(1)
	g.shape.questions.Add(n)
	atomic.AddInt64(&c.counters.Statements, 1)
	atomic.AddInt64(&c.counters.Questions, n)
}

// runSeparately answers one read by its own statement.
func (c *readBatcher) runSeparately(t *queuedRead) {
	ctx, j := c.newRun([]*queuedRead{t})
	defer j.cancel()
	if len(j.reads) > 0 {
		c.runAlone(ctx, t)
	}
}

func (c *readBatcher) runAlone(ctx context.Context, t *queuedRead) {
	t.deliver(c.store.rowAlone(ctx, t.statement))
}

// newRun makes a run of the reads that somebody waits for. Its context carries the bookmarks of all waiters, has the latest of their
// deadlines, and is cancelled when all have gone.
func (c *readBatcher) newRun(reads []*queuedRead) (context.Context, *batchRun) {
	j := &batchRun{cancel: func() {}}
	var seen []string
	latest := time.Now()
	for _, t := range reads {
		if t.isAbandoned() {
			continue
		}
		j.reads = append(j.reads, t)
		for _, a := range t.waiters {
			seen = append(seen, bookmarksOf(a.ctx).Marks()...)
			latest = laterDeadline(latest, a.ctx, c.store.timeout)
		}
	}
	ctx, _ := WithBookmarks(context.Background(), seen)
	ctx, j.cancel = context.WithDeadline(ctx, latest)
	for _, t := range j.reads {
		t.run.Store(j)
	}
	if j.isAbandoned() { // all left before they could see the run
		j.cancel()
	}
	return ctx, j
}

// laterDeadline is the later of a time and a context's deadline.
func laterDeadline(than time.Time, ctx context.Context, timeout time.Duration) time.Time {
	until, bounded := ctx.Deadline()
	if !bounded {
		until = time.Now().Add(timeout)
	}
	if until.After(than) {
		return until
	}
	return than
}

// runStatement runs the batch statement and delivers each row as it arrives.
func (c *readBatcher) runStatement(ctx context.Context, within time.Duration, terms *compile.Company, j *batchRun) error {
	begun := time.Now()
	st := Statement{Text: terms.Text, Params: batchParams(terms, j.reads)}
	_, err := c.store.readOnce(ctx, within, st, func(r *neo4j.Record) error {
		at, isPlace := r.Values[0].(int64)
		if !isPlace || at < 0 || int(at) >= len(j.reads) {
			return fmt.Errorf("a company of %d: the answer of place %v", len(j.reads), r.Values[0])
		}
		j.reads[at].deliver(r.Values[1:], nil)
		return nil
	})
	c.store.observe(Observation{Text: st.Text, Took: time.Since(begun), Err: interpret(ctx, err)})
	return err
}

// batchParams are the parameters of a batch: the common ones, and the list of each read's own.
func batchParams(terms *compile.Company, reads []*queuedRead) map[string]any {
	params := make(map[string]any, len(terms.Equal)+1)
	for _, name := range terms.Equal {
		params[name] = reads[0].statement.Params[name]
	}
	list := make([]any, len(reads))
	for i, t := range reads {
		own := make(map[string]any, len(terms.Own)+1)
		own[compile.CompanyPlace] = int64(i)
		for _, name := range terms.Own {
			own[name] = t.statement.Params[name]
		}
		list[i] = own
	}
	params[compile.CompanyParameter] = list
	return params
}
