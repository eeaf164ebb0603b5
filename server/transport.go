package server

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// bodyTime is how long a client may take to send a request's body, and an answer to leave.
const bodyTime = 30 * time.Second

// single answers GET and POST with one JSON document.
type single struct{ server *Server }

var _ graphql.Transport = single{}

func (t single) Supports(r *http.Request) bool {
	return r.Method == http.MethodGet || r.Method == http.MethodPost
}

func (t single) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	mediaType := negotiate(r)
	if mediaType == "" {
		t.server.refuse(w, r, http.StatusNotAcceptable, fault(graph.Invalid,
			"accept "+typeGraphQL+" or "+typeJSON, "no accepted media type can be given"))
		return
	}
	params, problem := readParams(w, r, t.server.config.Limits.Body)
	if problem != nil {
		t.server.refuse(w, r, problem.status, problem.err)
		return
	}
	op, errs := exec.CreateOperationContext(r.Context(), params)
	if errs != nil {
		resp := exec.DispatchError(graphql.WithOperationContext(r.Context(), op), errs)
		t.server.reply(w, mediaType, replyStatus(mediaType, resp), resp)
		return
	}
	if status, err := unsuitable(r, op.Operation.Operation); err != nil {
		w.Header().Set("Allow", http.MethodPost)
		t.server.refuse(w, r, status, err)
		return
	}
	ctx, marks := withBookmarks(r)
	responses, ctx := exec.DispatchOperation(ctx, op)
	resp := responses(ctx)
	marks.answer(w)
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(bodyTime))
	t.server.reply(w, mediaType, replyStatus(mediaType, resp), resp)
}

// unsuitable refuses what one answer to this method cannot carry.
func unsuitable(r *http.Request, kind ast.Operation) (int, *gqlerror.Error) {
	switch {
	case kind == ast.Subscription:
		return http.StatusNotAcceptable, fault(graph.Invalid,
			"accept "+typeEvents+" or use a WebSocket with the subprotocol "+subprotocol,
			"a subscription has more than one answer")
	case kind == ast.Mutation && r.Method == http.MethodGet:
		return http.StatusMethodNotAllowed, fault(graph.Invalid,
			"send it by POST", "GET is for queries, this is a mutation")
	}
	return 0, nil
}

// refuse answers a request that never became an operation.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, err *gqlerror.Error) {
	mediaType := negotiate(r)
	if mediaType != typeGraphQL {
		mediaType = typeJSON
	}
	resp := s.gate.DispatchError(r.Context(), gqlerror.List{err})
	if status == http.StatusRequestEntityTooLarge {
		w.Header().Set("Connection", "close") // the rest of the body is not worth reading
	}
	s.reply(w, mediaType, status, resp)
}
