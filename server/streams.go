package server

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// errStopping is the cause with which the contexts of subscriptions end when the server stops.
var errStopping = errors.New("the server is stopping")

// streams counts WebSockets, event streams and subscriptions, holds them to their limits, and ends
// them when the server stops.
type streams struct {
	limits  Limits
	stopped chan struct{}
	stop    func()

	connections   atomic.Int64
	subscriptions atomic.Int64
	handlers      sync.WaitGroup // of WebSockets, which http.Server forgets once they are one
}

func newStreams(limits Limits) *streams {
	stopped := make(chan struct{})
	return &streams{
		limits: limits, stopped: stopped, stop: sync.OnceFunc(func() { close(stopped) }),
	}
}

// connect takes a place among the open connections; leave gives it back.
func (s *streams) connect() (leave func(), err *gqlerror.Error) {
	if s.connections.Add(1) > int64(s.limits.Streams) {
		s.connections.Add(-1)
		return nil, fault(graph.TooLarge, "close one or connect again later",
			"the server has %d open streams; the limit is %[1]d", s.limits.Streams)
	}
	return func() { s.connections.Add(-1) }, nil
}

// subscribe takes a place among the subscriptions of a WebSocket and of the server.
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
	s.subscriptions.Add(1)
	return func() {
		own.Add(-1)
		s.subscriptions.Add(-1)
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
