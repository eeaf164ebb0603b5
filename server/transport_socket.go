package server

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/coder/websocket"

	"github.com/creatorgraph/creatorgraph/graph"
)

// subprotocol is the one spoken over WebSockets; the older graphql-ws is not.
const subprotocol = "graphql-transport-ws"

// serveWebSocket answers operations over a WebSocket.
func (s *Server) serveWebSocket(w http.ResponseWriter, r *http.Request) {
	if !isWebSocketHandshake(r) {
		s.refuse(w, r, fault(graph.Invalid,
			"open a WebSocket with the subprotocol "+subprotocol, "the connection cannot be upgraded"))
		return
	}
	leave, err := s.streams.connect(r.Context())
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	defer leave()
	s.streams.handlers.Add(1)
	defer s.streams.handlers.Done()

	ctx, cancel := s.untilDrained(r.Context())
	defer cancel()
	// What one connection writes it reads, so its operations share their bookmarks.
	ctx, _, problem := s.withBookmarks(r.WithContext(ctx))
	if problem != nil {
		s.refuse(w, r, problem)
		return
	}
	conn, failed := websocket.Accept(rfcHeaderCase{w}, r, &websocket.AcceptOptions{
		Subprotocols:       []string{subprotocol},
		InsecureSkipVerify: true, // guard has checked the origin against our own list
	})
	if failed != nil {
		s.config.Logger.DebugContext(ctx, "a WebSocket did not open", "error", failed)
		return
	}
	defer func() { _ = conn.CloseNow() }()
	if !offersSubprotocol(r, subprotocol) {
		_ = conn.Close(closeSubprotocol, "Subprotocol not acceptable")
		return
	}
	conn.SetReadLimit(s.config.Limits.Body)
	newSession(s, conn, r.Header).run(withSocket(ctx))
}

// untilDrained gives a context that is cancelled when the server stops, after running operations have ended.
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

// isWebSocketHandshake checks what the library would otherwise refuse with its own error.
func isWebSocketHandshake(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket") &&
		strings.Contains(strings.ToLower(r.Header.Get("Connection")), "upgrade") &&
		r.Header.Get("Sec-WebSocket-Version") == "13" && r.Header.Get("Sec-WebSocket-Key") != ""
}

func offersSubprotocol(r *http.Request, wanted string) bool {
	offered := strings.Split(strings.Join(r.Header.Values("Sec-WebSocket-Protocol"), ","), ",")
	return slices.ContainsFunc(offered, func(p string) bool { return strings.TrimSpace(p) == wanted })
}

// rfcHeaderCase sends the headers of a WebSocket as RFC 6455 writes them. HTTP does not mind the case, but some
// clients do, and Go would write Sec-Websocket-Protocol.
type rfcHeaderCase struct{ http.ResponseWriter }

// Unwrap lets the library find what takes the connection over.
func (w rfcHeaderCase) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader renames the headers once they are all set. The library asks for the protocol again afterwards,
// so Go's spelling comes back when they are sent.
func (w rfcHeaderCase) WriteHeader(status int) {
	header := w.Header()
	for _, name := range []string{"Sec-WebSocket-Accept", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions"} {
		if values, given := header[http.CanonicalHeaderKey(name)]; given {
			delete(header, http.CanonicalHeaderKey(name))
			header[name] = values //nolint:canonicalheader // that is the point
			defer func() { header[http.CanonicalHeaderKey(name)] = values }()
		}
	}
	w.ResponseWriter.WriteHeader(status)
}
