package server

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// serveEvents answers with server-sent events, one operation a connection, as npm's graphql-sse calls
// its distinct connections mode: "next" carries a response, "complete" is the end.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	leave, err := s.streams.connect(r.Context())
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	defer leave()
	q, problem := s.readParams(w, r)
	if problem != nil {
		s.refuse(w, r, problem)
		return
	}
	ctx, _, wrong := s.withBookmarks(r)
	if wrong != nil {
		s.refuse(w, r, wrong)
		return
	}
	ctx, cancel := s.streams.untilStop(ctx)
	defer cancel()
	op, errs := s.gate.admit(ctx, q)
	if errs != nil {
		resp := s.gate.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		s.reply(w, typeJSON, replyStatus(typeGraphQL, resp), resp)
		return
	}
	if err := checkOperationType(r, op.Operation.Operation); err != nil && op.Operation.Operation != ast.Subscription {
		w.Header().Set("Allow", http.MethodPost)
		s.refuse(w, r, err)
		return
	}

	stream := openStream(w, s.keepAlive, s.bodyTimeout)
	defer stream.close()
	responses, ctx := s.gate.DispatchOperation(ctx, op)
	for resp := responses(ctx); resp != nil; resp = responses(ctx) {
		stream.next(resp)
	}
	if context.Cause(ctx) == errStopping {
		stream.next(s.gate.DispatchError(ctx, gqlerror.List{stopping()}))
	}
	stream.send([]byte("event: complete\ndata: \n\n"))
}

// stream writes events, and regular comments so that proxies keep the connection open.
type stream struct {
	mu           sync.Mutex
	w            http.ResponseWriter
	control      *http.ResponseController
	buf          bytes.Buffer
	writeTimeout time.Duration
	done         chan struct{}
	stopped      sync.WaitGroup
}

func openStream(w http.ResponseWriter, keepAlive, patience time.Duration) *stream {
	header := w.Header()
	header.Set("Content-Type", typeEvents+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Accel-Buffering", "no") // nginx would hold events back
	s := &stream{w: w, control: http.NewResponseController(w), writeTimeout: patience, done: make(chan struct{})}
	_ = s.control.SetReadDeadline(time.Time{}) // the client says no more, for as long as it likes
	s.send([]byte(":\n\n"))
	s.stopped.Go(func() { s.keepOpen(keepAlive) })
	return s
}

func (s *stream) keepOpen(every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-s.done:
			return
		case <-ticker.C:
			s.send([]byte(": still here\n\n"))
		}
	}
}

func (s *stream) next(resp *graphql.Response) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf.Reset()
	if number, has := resp.Extensions["event"]; has {
		fmt.Fprintf(&s.buf, "id: %d\n", number)
	}
	s.buf.WriteString("event: next\ndata: ")
	start := s.buf.Len()
	appendResponse(&s.buf, resp)
	// A line break would end the event; in JSON it is only ever white space.
	for i, b := range s.buf.Bytes()[start:] {
		if b == '\n' || b == '\r' {
			s.buf.Bytes()[start+i] = ' '
		}
	}
	s.buf.WriteString("\n\n")
	s.write(s.buf.Bytes())
}

func (s *stream) send(text []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.write(text)
}

// write ends the connection, and with it the request's context, of a client that does not read within writeTimeout.
func (s *stream) write(text []byte) {
	_ = s.control.SetWriteDeadline(time.Now().Add(s.writeTimeout))
	_, _ = s.w.Write(text)
	_ = s.control.Flush()
}

// close ends the comments before the handler returns, after which nothing may write.
func (s *stream) close() {
	close(s.done)
	s.stopped.Wait()
}
