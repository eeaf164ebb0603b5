package server

import (
	"io"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// bodyTimeout is how long a client may take to send a request with its body, and to read a piece of an answer.
const bodyTimeout = 20 * time.Second

// serveJSON answers GET and POST with one JSON document in a media type.
func (s *Server) serveJSON(w http.ResponseWriter, r *http.Request, mediaType string) {
	if mediaType == "" {
		s.refuse(w, r, fault(graph.NotAcceptable,
			"accept "+typeGraphQL+" or "+typeJSON, "no accepted media type can be given"))
		return
	}
	q, problem := s.readParams(w, r)
	if problem != nil {
		s.refuse(w, r, problem)
		return
	}
	op, errs := s.gate.admit(r.Context(), q)
	if errs != nil {
		resp := s.gate.DispatchError(graphql.WithOperationContext(r.Context(), op), errs)
		s.reply(w, mediaType, replyStatus(mediaType, resp), resp)
		return
	}
	if err := checkOperationType(r, op.Operation.Operation); err != nil {
		w.Header().Set("Allow", http.MethodPost)
		s.refuse(w, r, err)
		return
	}
	ctx, marks, wrong := s.withBookmarks(r)
	if wrong != nil {
		s.refuse(w, r, wrong)
		return
	}
	ctx, explain := s.explained(ctx, r)
	responses, ctx := s.gate.DispatchOperation(ctx, op)
	resp := responses(ctx)
	explain(resp)
	marks.answer(w)
	s.reply(w, mediaType, replyStatus(mediaType, resp), resp)
}

// checkOperationType refuses subscriptions, and mutations by GET.
func checkOperationType(r *http.Request, kind ast.Operation) *gqlerror.Error {
	switch {
	case kind == ast.Subscription:
		return fault(graph.NotAcceptable,
			"accept "+typeEvents+" or use a WebSocket with the subprotocol "+subprotocol,
			"a subscription has more than one answer")
	case kind == ast.Mutation && r.Method == http.MethodGet:
		return fault(graph.MethodNotAllowed,
			"send it by POST", "GET is for queries, this is a mutation")
	}
	return nil
}

// methodNotAllowed is the error of a request by any method but GET and POST.
func methodNotAllowed(r *http.Request) *gqlerror.Error {
	return fault(graph.MethodNotAllowed, graph.MethodNotAllowed.Remedy(), "%s is not a way to ask", r.Method)
}

// refuse answers a request that never became an operation.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err *gqlerror.Error) {
	mediaType := negotiate(r)
	if mediaType != typeGraphQL {
		mediaType = typeJSON
	}
	resp := s.gate.DispatchError(r.Context(), gqlerror.List{err})
	status := statusOf(err)
	if status == http.StatusRequestEntityTooLarge {
		w.Header().Set("Connection", "close")
		defer drainBody(w, r)
	}
	s.reply(w, mediaType, status, resp)
}

// How long, and how many bytes, the rest of a body that is too large is read.
const (
	drainTimeout  = 5 * time.Second
	maxDrainBytes = 64 << 20
)

// drainBody sends the answer and reads the rest of the body: a client that sends all before it reads would otherwise find the
// connection reset and never learn why. A client that waits for 100 Continue sends nothing more.
func drainBody(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	if r.Header.Get("Expect") != "" || control.Flush() != nil || control.SetReadDeadline(time.Now().Add(drainTimeout)) != nil {
		return
	}
	_, _ = io.CopyN(io.Discard, r.Body, maxDrainBytes) // the answer is under way, whatever comes of this
}
