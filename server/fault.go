package server

import (
	"context"
	"errors"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// fault makes the error a client reads when the server itself refuses a request; see statusOf.
func fault(kind graph.Kind, remedy, format string, args ...any) *gqlerror.Error {
	err := graph.Errorf(kind, remedy, format, args...)
	return &gqlerror.Error{
		Err: err, Message: err.Message(), Extensions: map[string]any{"code": kind.Code()},
	}
}

// refusal says which limit was exceeded, by how much and what to do.
func refusal(subject string, b limitCheck) *gqlerror.Error {
	err := fault(graph.TooLarge, b.remedy, "%s has %d %s; the limit is %d", subject, b.found, b.what, b.most)
	err.Extensions["limit"] = b.most
	err.Extensions["found"] = b.found
	return err
}

// codeOf is the code an error carries, or that of an internal error.
func codeOf(err *gqlerror.Error) string {
	if code, ok := err.Extensions["code"].(string); ok {
		return code
	}
	return graph.Internal.Code()
}

// statusOf is the HTTP status of a request that failed as a whole with an error.
func statusOf(err *gqlerror.Error) int {
	var ours *graph.Error
	if errors.As(err, &ours) {
		return ours.Kind.Status()
	}
	return graph.StatusOf(codeOf(err))
}

// present shows errors that have their code already as they are; the others are told by the
// resolvers' rules.
func (s *Server) present(ctx context.Context, err error) *gqlerror.Error {
	var shown *gqlerror.Error
	if errors.As(err, &shown) && shown.Extensions["code"] != nil {
		return shown
	}
	return resolvers.Present(ctx, s.config.Logger, err)
}

// recovered logs a panic with its stack and gives what the client may know of it.
func (s *Server) recovered(ctx context.Context, panicked any) error {
	s.config.Logger.ErrorContext(ctx, "panic", "value", panicked, "stack", string(debug.Stack()))
	return fault(graph.Internal, graph.Internal.Remedy(), "something went wrong inside the server")
}

func failure(errs ...*gqlerror.Error) *graphql.Response { return &graphql.Response{Errors: errs} }
