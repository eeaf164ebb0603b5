package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"strings"
)

const requestIDHeader = "X-Request-Id"

// requestIDMost bounds the ids that clients choose, since they go into every log line.
const requestIDMost = 128

type requestIDKey struct{}

// RequestID gives the id of the request that a context belongs to, empty outside of any.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// withRequestID keeps the id a client sent, if it is printable and short, or makes one.
func withRequestID(w http.ResponseWriter, r *http.Request) *http.Request {
	id := r.Header.Get(requestIDHeader)
	isOdd := func(c rune) bool { return c <= ' ' || c > '~' }
	if id == "" || len(id) > requestIDMost || strings.ContainsFunc(id, isOdd) {
		id = rand.Text()
	}
	w.Header().Set(requestIDHeader, id)
	return r.WithContext(context.WithValue(r.Context(), requestIDKey{}, id))
}

// WithRequestIDs makes a log handler add the request's id to every record of its context.
func WithRequestIDs(next slog.Handler) slog.Handler { return idHandler{next} }

type idHandler struct{ slog.Handler }

func (h idHandler) Handle(ctx context.Context, record slog.Record) error {
	if id := RequestID(ctx); id != "" {
		record.AddAttrs(slog.String("request", id))
	}
	return h.Handler.Handle(ctx, record)
}

func (h idHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return idHandler{h.Handler.WithAttrs(attrs)}
}

func (h idHandler) WithGroup(name string) slog.Handler { return idHandler{h.Handler.WithGroup(name)} }
