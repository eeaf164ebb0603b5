package resolvers

import (
	"context"
	"sync"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

const (
	// maxWaiting is how many statements of one client wait for their turn: as many as a page asks at once.
	maxWaiting = 20
	// maxWait is how long one waits at most.
	maxWait = 5 * time.Second
)

// clientLimiter lets each client run one statement at a time; what else it asks meanwhile waits a little.
type clientLimiter struct {
	mu      sync.Mutex
	clients map[string]*clientSlot
}

// clientSlot is held by the statement of a client that runs.
type clientSlot struct {
	slot  chan struct{} // has room for one
	asked int           // statements that run or wait; at none the turn is forgotten
}

// acquire waits for a client's turn; leave gives it to the next. It fails where too many wait already, or for too long.
func (t *clientLimiter) acquire(ctx context.Context, client string) (leave func(), err error) {
	own, ok := t.join(client)
	if !ok {
		return nil, graph.Errorf(graph.TooLarge, "wait for their answers, or give them up, and ask again",
			"%d statements of yours wait already; they run one at a time for each client", maxWaiting)
	}
	timer := time.NewTimer(maxWait)
	defer timer.Stop()
	select {
	case own.slot <- struct{}{}:
		return func() {
			<-own.slot
			t.done(client, own)
		}, nil
	case <-ctx.Done():
		err = graph.Errorf(graph.Timeout, "ask fewer at once", "the time was up before your other statements had ended: %w", ctx.Err())
	case <-timer.C:
		err = graph.Errorf(graph.TooLarge, "wait for its answer, or give it up, and ask again",
			"another statement of yours has been running for %s; they run one at a time for each client", maxWait)
	}
	t.done(client, own)
	return nil, err
}

func (t *clientLimiter) join(client string) (own *clientSlot, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	own = t.clients[client]
	switch {
	case own == nil:
		own = &clientSlot{slot: make(chan struct{}, 1)}
	case own.asked > maxWaiting:
		return nil, false
	}
	if t.clients == nil {
		t.clients = map[string]*clientSlot{}
	}
	t.clients[client] = own
	own.asked++
	return own, true
}

func (t *clientLimiter) done(client string, own *clientSlot) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if own.asked--; own.asked == 0 {
		delete(t.clients, client)
	}
}
