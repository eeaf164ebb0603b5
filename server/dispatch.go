package server

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// DispatchOperation runs an operation: queries and mutations within their time, subscriptions as
// long as the client and the server want.
func (g *gate) DispatchOperation(
	ctx context.Context, op *graphql.OperationContext,
) (graphql.ResponseHandler, context.Context) {
	if op.Operation.Operation == ast.Subscription {
		return g.stream(ctx, op), ctx
	}
	answered := false
	return func(context.Context) *graphql.Response {
		if answered {
			return nil
		}
		answered = true
		return g.answer(ctx, op)
	}, ctx
}

// stream gives a subscription's events one by one; its place among the open ones is given back when
// it ends, whoever ends it.
func (g *gate) stream(ctx context.Context, op *graphql.OperationContext) graphql.ResponseHandler {
	leave, err := g.server.streams.subscribe(ctx)
	if err != nil {
		return graphql.OneShot(g.DispatchError(ctx, gqlerror.List{err}))
	}
	observe := g.server.observe(ctx, op.Operation)
	ctx, cancel := context.WithCancel(ctx)
	context.AfterFunc(ctx, leave)

	var next graphql.ResponseHandler
	return func(context.Context) *graphql.Response {
		if next == nil {
			next, ctx = g.Executor.DispatchOperation(ctx, op)
		}
		resp := next(ctx)
		if resp == nil {
			cancel()
			observe(&graphql.Response{})
		}
		return resp
	}
}

func (g *gate) answer(ctx context.Context, op *graphql.OperationContext) (resp *graphql.Response) {
	observe := g.server.observe(ctx, op.Operation)
	defer func() { observe(resp) }()

	leave, ok := g.server.running.enter()
	if !ok {
		return failure(stopping())
	}
	defer leave()
	ctx, cancel := context.WithTimeout(ctx, g.server.config.Limits.Time)
	defer cancel()
	defer func() {
		if panicked := recover(); panicked != nil {
			resp = failure(g.server.present(ctx, g.server.recovered(ctx, panicked)))
		}
	}()

	next, inner := g.Executor.DispatchOperation(ctx, op)
	if resp = next(inner); resp != nil {
		return g.fitting(resp)
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return failure(fault(graph.Timeout, "ask for less at once or narrow the filter",
			"the question took longer than %s", g.server.config.Limits.Time))
	}
	return failure(fault(graph.Unavailable, "ask again", "the request was called off"))
}

// fitting refuses an answer that is longer than it may be. Those about data were given up while they were written;
// this is for those about the schema.
func (g *gate) fitting(resp *graphql.Response) *graphql.Response {
	if most := g.server.config.Limits.Answer; len(resp.Data) > most {
		return failure(fault(graph.TooLarge, "ask for less, or in several requests", "the answer has %d bytes; the limit is %d",
			len(resp.Data), most))
	}
	return resp
}

// DispatchError makes the answer of a request that never ran.
func (g *gate) DispatchError(ctx context.Context, errs gqlerror.List) *graphql.Response {
	resp := g.Executor.DispatchError(ctx, errs)
	g.server.observe(ctx, nil)(resp)
	return resp
}

func stopping() *gqlerror.Error {
	return fault(graph.Unavailable, "connect again", "the server is stopping")
}
