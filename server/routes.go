package server

import (
	"net/http"
	"strings"
)

// routes maps paths to handlers.
func (s *Server) routes() http.Handler {
	probes := &health{server: s}
	pages := graphiql(s.config.Trusted)
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.graphql())
	mux.Handle("/export/{format}", s.exports())
	mux.HandleFunc("GET /schema.graphql", s.schema)
	mux.Handle("GET /graphiql", http.RedirectHandler("/graphiql/", http.StatusMovedPermanently))
	mux.Handle("GET /graphiql/", pages)
	mux.HandleFunc("GET /healthz", probes.alive)
	mux.HandleFunc("GET /readyz", probes.ready)
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.Handle("/", explorer())
	return withRequestID(s.withAccessLog(s.withRecovery(s.withHostCheck(s.withCORS(mux)))))
}

// withCORS sets the CORS headers, and answers preflight requests.
func (s *Server) withCORS(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.guard.setCORSHeaders(w, r)
		if r.Method != http.MethodOptions {
			next.ServeHTTP(w, r)
			return
		}
		if err := s.guard.checkOrigin(r); err != nil {
			s.refuse(w, r, err)
			return
		}
		allow := "GET, HEAD, OPTIONS"
		if r.URL.Path == "/graphql" || strings.HasPrefix(r.URL.Path, "/export/") {
			allow = "GET, POST, OPTIONS"
		}
		w.Header().Set("Allow", allow)
		w.WriteHeader(http.StatusNoContent)
	})
}

// withRecovery answers a request whose handler panics.
func (s *Server) withRecovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if panicked := recover(); panicked != nil && panicked != http.ErrAbortHandler {
				err := s.present(r.Context(), s.recovered(r.Context(), panicked))
				s.reply(w, typeJSON, statusOf(err), failure(err))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = identify(r)
		w.Header()["X-Content-Type-Options"] = noSniff
		w.Header().Set(requestIDHeader, RequestID(r.Context()))
		next.ServeHTTP(w, r)
	})
}

// withHostCheck refuses requests whose Host is not one of the server's names. Probes may use any.
func (s *Server) withHostCheck(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		isProbe := r.URL.Path == "/healthz" || r.URL.Path == "/readyz"
		if err := s.guard.checkHost(r); err != nil && !isProbe {
			s.refuse(w, r, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// graphql answers operations by whichever transport a request asks for.
func (s *Server) graphql() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.guard.checkOrigin(r); err != nil {
			s.refuse(w, r, err)
			return
		}
		w.Header()["Cache-Control"] = noStore
		if isBrowserVisit(r) {
			http.Redirect(w, r, "/graphiql/", http.StatusSeeOther)
			return
		}
		s.transport(w, r)
	})
}

// transport chooses the transport that a request asks for.
func (s *Server) transport(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") != "" {
		s.serveWebSocket(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		w.Header().Set("Allow", "GET, POST, OPTIONS")
		s.refuse(w, r, methodNotAllowed(r))
		return
	}
	mediaType := negotiate(r)
	if mediaType == typeEvents {
		s.serveEvents(w, r)
		return
	}
	s.serveJSON(w, r, mediaType)
}

// isBrowserVisit says whether a browser navigates to the address, as when a person types it.
func isBrowserVisit(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.RawQuery == "" && r.Header.Get("Upgrade") == "" &&
		strings.Contains(r.Header.Get("Accept"), "text/html")
}
