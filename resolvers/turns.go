package resolvers

import (
	"context"
	"sync"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

const (
	// mostWaiting is how many statements of one client wait for their turn: as many as a page asks at once.
	mostWaiting = 20
	// waiting is how long one waits at most.
	waiting = 5 * time.Second
)

// turns lets each client run one statement at a time; what else it asks meanwhile waits a little.
type turns struct {
	mu      sync.Mutex
	clients map[string]*turn
}

// turn is held by the statement of a client that runs.
type turn struct {
	held  chan struct{} // has room for one
	asked int           // statements that run or wait; at none the turn is forgotten
}

// enter waits for a client's turn; leave gives it to the next. It fails where too many wait already, or for too long.
func (t *turns) enter(ctx context.Context, client string) (leave func(), err error) {
	own, ok := t.ask(client)
	if !ok {
		return nil, graph.Errorf(graph.TooLarge, "wait for their answers, or give them up, and ask again",
			"%d statements of yours wait already; they run one at a time for each client", mostWaiting)
	}
	timer := time.NewTimer(waiting)
	defer timer.Stop()
	select {
	case own.held <- struct{}{}:
		return func() {
			<-own.held
			t.done(client, own)
		}, nil
	case <-ctx.Done():
		err = graph.Errorf(graph.Timeout, "ask fewer at once", "the time was up before your other statements had ended: %w", ctx.Err())
	case <-timer.C:
		err = graph.Errorf(graph.TooLarge, "wait for its answer, or give it up, and ask again",
			"another statement of yours has been running for %s; they run one at a time for each client", waiting)
	}
	t.done(client, own)
	return nil, err
}

func (t *turns) ask(client string) (own *turn, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	own = t.clients[client]
	switch {
	case own == nil:
		own = &turn{held: make(chan struct{}, 1)}
	case own.asked > mostWaiting:
		return nil, false
	}
	if t.clients == nil {
		t.clients = map[string]*turn{}
	}
	t.clients[client] = own
	own.asked++
	return own, true
}

func (t *turns) done(client string, own *turn) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if own.asked--; own.asked == 0 {
		delete(t.clients, client)
	}
}
