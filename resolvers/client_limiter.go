package resolvers

import (
	"context"
	"sync"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

const (
	// maxWaiting is how many statements of one client may wait: as many as a page asks at once.
	maxWaiting = 20
	// maxWait is the longest that a statement waits.
	maxWait = 5 * time.Second
)

// clientLimiter lets each client run one statement at a time; its other statements wait.
type clientLimiter struct {
	mu      sync.Mutex
	clients map[string]*clientSlot
}

// clientSlot is the slot of one client.
type clientSlot struct {
	slot  chan struct{} // capacity 1
	asked int           // statements that run or wait; at zero the slot is deleted
}

// acquire waits for a client's slot; leave releases it. It fails where too many statements wait, or for too long.
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
