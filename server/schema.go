package server

import (
	"net/http"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

// schema answers with the schema's text in SDL, to whoever may also ask for it by introspection. With
// ?interfaces=flat no interface implements another, see docs/clients.md.
func (s *Server) schema(w http.ResponseWriter, r *http.Request) {
	s.guard.setCORSHeaders(w, r)
	if !s.config.Introspect || s.config.Trusted != nil {
		s.refuse(w, r, fault(graph.Forbidden,
			"run creatorgraph schema, which needs no server, or ask the operator",
			"this server does not show its schema"))
		return
	}
	var text string
	switch asked := r.URL.Query().Get("interfaces"); asked {
	case "":
		text = s.config.API.SDL()
	case "flat":
		text = s.config.API.FlatSDL()
	default:
		s.refuse(w, r, fault(graph.Invalid,
			"give interfaces=flat or leave it out", "there are no interfaces=%.100q", asked))
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/plain; charset=utf-8")
	header.Set("Cache-Control", "no-cache")
	header.Set("ETag", `"`+hashOf(text)+`"`)
	http.ServeContent(w, r, "schema.graphql", time.Time{}, strings.NewReader(text))
}
