package resolvers

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// Present turns any error into what a client may read: place, value, remedy and a stable code. The
// causes of faults are logged here, once, and never shown.
func Present(ctx context.Context, log *slog.Logger, err error) *gqlerror.Error {
	var wrong *compile.Error
	var ours *graph.Error
	var already *gqlerror.Error
	path := graphql.GetPath(ctx)
	var placed *computed.PathError
	if errors.As(err, &placed) {
		path = placed.Path
	}
	switch {
	case errors.As(err, &wrong):
		kind := graph.Invalid
		if wrong.TooBig {
			kind = graph.TooLarge
		}
		return errorWithCode(wrong.Error(), wrong.Path, kind)
	case errors.As(err, &ours):
		if ours.Kind.IsLogged() {
			log.ErrorContext(ctx, ours.What, "error", err)
		}
		return errorWithCode(ours.Message(), path, ours.Kind)
	case errors.As(err, &already) && already.Extensions["code"] != nil:
		return already
	case errors.As(err, &already) && errors.Unwrap(already) == nil:
		return errorWithCode(already.Message, already.Path, graph.Invalid)
	case errors.Is(err, context.Canceled):
		return errorWithCode("the request was given up", path, graph.Cancelled)
	}
	log.ErrorContext(ctx, "an operation failed", "error", err)
	return errorWithCode("something went wrong on our side; the log has the details under this request's id",
		path, graph.Internal)
}

func errorWithCode(message string, path ast.Path, kind graph.Kind) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Path: path,
		Extensions: map[string]any{"code": kind.Code()}}
}
