package server

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// errStopping is the cause with which the contexts of subscriptions are cancelled when the server stops.
var errStopping = errors.New("the server is stopping")

// streams counts WebSockets, event streams and subscriptions, holds them to their limits, and ends
// them when the server stops.
type streams struct {
	limits  Limits
	stopped chan struct{}
	stop    func()

	connections   atomic.Int64
	subscriptions atomic.Int64
	connected     clientQuota    // connections of each client
	subscribed    clientQuota    // subscriptions of each client
	handlers      sync.WaitGroup // of WebSockets, which http.Server forgets once they are one
}

// clientQuota limits how many of a resource each client holds.
type clientQuota struct {
	mu   sync.Mutex
	held map[string]int
}

// acquire takes one for a client unless it holds as many as it may; leave gives it back.
func (s *clientQuota) acquire(client string, most int) (leave func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[client] >= most {
		return nil, false
	}
	if s.held == nil {
		s.held = map[string]int{}
	}
	s.held[client]++
	return func() { s.release(client) }, true
}

func (s *clientQuota) release(client string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[client]--; s.held[client] == 0 {
		delete(s.held, client)
	}
}

func newStreams(limits Limits) *streams {
	stopped := make(chan struct{})
	return &streams{
		limits: limits, stopped: stopped, stop: sync.OnceFunc(func() { close(stopped) }),
	}
}

// connect counts a connection against the server's and the client's limits; leave ends it.
func (s *streams) connect(ctx context.Context) (leave func(), err *gqlerror.Error) {
	back, ok := s.connected.acquire(ClientOf(ctx), s.limits.ClientStreams)
	if !ok {
		return nil, fault(graph.Busy, "close one first, or send several subscriptions over one WebSocket",
			"this client has %d open streams; the limit is %[1]d", s.limits.ClientStreams)
	}
	if s.connections.Add(1) > int64(s.limits.Streams) {
		s.connections.Add(-1)
		back()
		return nil, fault(graph.Busy, graph.Busy.Remedy(),
			"the server has %d open streams; the limit is %[1]d", s.limits.Streams)
	}
	return func() {
		s.connections.Add(-1)
		back()
	}, nil
}

// subscribe counts a subscription against the limits of its WebSocket, of the client and of the server.
func (s *streams) subscribe(ctx context.Context) (leave func(), err *gqlerror.Error) {
	own := new(atomic.Int64)
	if r := requestOf(ctx); r != nil && r.socket != nil {
		own = r.socket
	}
	if own.Add(1) > int64(s.limits.Subscriptions) {
		own.Add(-1)
		return nil, fault(graph.TooLarge, "end one first",
			"this connection has %d subscriptions; the limit is %[1]d", s.limits.Subscriptions)
	}
	back, ok := s.subscribed.acquire(ClientOf(ctx), s.limits.ClientSubscriptions)
	if !ok {
		own.Add(-1)
		return nil, fault(graph.TooLarge, "end one first",
			"this client has %d subscriptions; the limit is %[1]d", s.limits.ClientSubscriptions)
	}
	s.subscriptions.Add(1)
	return func() {
		own.Add(-1)
		s.subscriptions.Add(-1)
		back()
	}, nil
}

// untilStop gives a context that ends with errStopping as its cause when the server stops.
func (s *streams) untilStop(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	go func() {
		select {
		case <-s.stopped:
			cancel(errStopping)
		case <-ctx.Done():
		}
	}()
	return ctx, func() { cancel(nil) }
}
