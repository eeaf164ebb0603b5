package server

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// codeOK stands in logs and metrics for an answer without errors.
const codeOK = "OK"

// observe gives the function that a response, or a subscription's last one, is told to.
func (s *Server) observe(ctx context.Context, op *ast.OperationDefinition) func(*graphql.Response) {
	start := time.Now()
	return func(resp *graphql.Response) {
		code := codeOK
		if len(resp.Errors) > 0 {
			code = codeOf(resp.Errors[0])
		}
		for _, err := range resp.Errors {
			s.metrics.failed(codeOf(err))
		}
		if x := exchangeOf(ctx); x != nil {
			x.code = code
			return
		}
		x := exchange{code: code}
		if op != nil {
			x.setOperation(op)
		}
		took := time.Since(start)
		s.metrics.answered(x, took)
		s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "operation", slog.String("type", x.kind),
			slog.String("operation", x.name), slog.String("code", x.code), milliseconds(took))
	}
}

func milliseconds(d time.Duration) slog.Attr {
	return slog.Float64("ms", float64(d.Microseconds())/1000)
}

// withAccessLog writes one line for each request once it is answered.
func (s *Server) withAccessLog(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		out := &meter{ResponseWriter: w}
		defer func() {
			took := time.Since(start)
			line := [8]slog.Attr{slog.String("method", r.Method), slog.String("path", r.URL.Path),
				slog.Int("status", out.status), milliseconds(took), slog.Int64("bytes", out.bytes)}
			known, level := line[:5], slog.LevelDebug
			if x := requestOf(r.Context()).exchange; x.code != "" {
				s.metrics.answered(x, took)
				level = slog.LevelInfo
				known = append(known, slog.String("type", x.kind), slog.String("operation", x.name),
					slog.String("code", x.code))
			}
			s.config.Logger.LogAttrs(r.Context(), level, "request", known...)
		}()
		next.ServeHTTP(out, r)
	})
}

// meter sees what leaves through a ResponseWriter.
type meter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader notes the status that is sent.
func (m *meter) WriteHeader(status int) {
	if m.status == 0 {
		m.status = status
	}
	m.ResponseWriter.WriteHeader(status)
}

func (m *meter) Write(p []byte) (int, error) {
	if m.status == 0 {
		m.status = http.StatusOK
	}
	n, err := m.ResponseWriter.Write(p)
	m.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController and the WebSocket library reach the connection.
func (m *meter) Unwrap() http.ResponseWriter { return m.ResponseWriter }
