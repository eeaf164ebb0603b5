package server

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"
	coder "github.com/coder/websocket"

	"github.com/creatorgraph/creatorgraph/graph"
)

// subprotocol is the one spoken over WebSockets; the older graphql-ws is not.
const subprotocol = "graphql-transport-ws"

// initTime is how long a client may take to begin the protocol.
const initTime = 10 * time.Second

// socket speaks graphql-transport-ws with gqlgen's transport, which it tells when to end and what
// to say then.
func (s *Server) socket(w http.ResponseWriter, r *http.Request) {
	if !opensSocket(r) {
		s.refuse(w, r, http.StatusBadRequest, fault(graph.Invalid,
			"open a WebSocket with the subprotocol "+subprotocol, "the connection cannot be upgraded"))
		return
	}
	leave, err := s.streams.connect()
	if err != nil {
		s.refuse(w, r, http.StatusServiceUnavailable, err)
		return
	}
	defer leave()
	s.streams.handlers.Add(1)
	defer s.streams.handlers.Done()

	ctx, cancel := s.untilDrained(r.Context())
	defer cancel()
	// What one connection writes it reads, so its operations share their bookmarks.
	r = r.WithContext(ctx)
	ctx, _ = withBookmarks(r)
	ctx = withSocket(ctx)

	acceptor := &acceptor{server: s}
	defer acceptor.close()
	limit := s.config.Limits.Body
	transport.Websocket{
		Implementation: acceptor, InitTimeout: initTime,
		PingPongInterval: s.keepAlive, PayloadReadLimit: &limit,
	}.Do(w, r.WithContext(ctx), s.gate)
}

// untilDrained gives a context that ends when the server stops and what was running has ended.
func (s *Server) untilDrained(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	go func() {
		select {
		case <-s.drained:
			cancel(errStopping)
		case <-ctx.Done():
		}
	}()
	return ctx, func() { cancel(nil) }
}

// opensSocket checks what the library would refuse in words of its own.
func opensSocket(r *http.Request) bool {
	offered := strings.Split(strings.Join(r.Header.Values("Sec-WebSocket-Protocol"), ","), ",")
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket") &&
		r.Header.Get("Sec-WebSocket-Version") == "13" && r.Header.Get("Sec-WebSocket-Key") != "" &&
		slices.ContainsFunc(offered, func(p string) bool { return strings.TrimSpace(p) == subprotocol })
}

// acceptor accepts a WebSocket and closes it for good when gqlgen's transport has left it, which it
// does without closing when a client's first message is not as it should be.
type acceptor struct {
	server *Server
	conn   transport.WebsocketConn
}

func (a *acceptor) Accept(
	w http.ResponseWriter, r *http.Request, options transport.WebsocketAcceptOptions,
) (transport.WebsocketConn, error) {
	options.Subprotocols = []string{subprotocol}
	implementation := transport.CoderWebsocketImplementation{AcceptOptions: coder.AcceptOptions{
		InsecureSkipVerify: true, // guard has checked the origin against our own list
	}}
	conn, err := implementation.Accept(w, r, options)
	if err != nil {
		return nil, err
	}
	a.conn = &socket{WebsocketConn: conn, stopped: a.server.streams.stopped}
	return a.conn, nil
}

func (a *acceptor) close() {
	if a.conn != nil {
		_ = a.conn.Close() // already closed as a rule
	}
}

// socket says "going away" where gqlgen would say that all is done: clients connect again on the
// one and not on the other.
type socket struct {
	transport.WebsocketConn
	stopped <-chan struct{}
}

var (
	_ transport.WebsocketReadLimiter   = (*socket)(nil)
	_ transport.WebsocketReadDeadliner = (*socket)(nil)
)

func (c *socket) WriteClose(code int, message string) error {
	select {
	case <-c.stopped:
		code, message = int(coder.StatusGoingAway), "the server is stopping"
	default:
	}
	return c.WebsocketConn.WriteClose(code, message)
}

func (c *socket) SetReadLimit(limit int64) {
	if limiter, ok := c.WebsocketConn.(transport.WebsocketReadLimiter); ok {
		limiter.SetReadLimit(limit)
	}
}

func (c *socket) SetReadDeadline(at time.Time) error {
	if deadliner, ok := c.WebsocketConn.(transport.WebsocketReadDeadliner); ok {
		return deadliner.SetReadDeadline(at)
	}
	return nil
}
