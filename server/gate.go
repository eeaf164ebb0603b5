package server

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// errorsShown is how many mistakes of one document are told; a longer list helps nobody.
const errorsShown = 20

// gate is gqlgen's executor with our limits around it: every operation of every transport goes
// through its three methods.
type gate struct {
	*executor.Executor
	server *Server
}

var _ graphql.GraphExecutor = (*gate)(nil)

func newGate(s *Server) *gate {
	e := executor.New(s.config.API.Schema())
	e.SetErrorPresenter(s.present)
	e.SetRecoverFunc(s.recovered)
	e.SetQueryCache(s.documents)
	// scan counts tokens first and says more; this holds should the two ever disagree.
	e.SetParserTokenLimit(s.config.Limits.Tokens)
	e.AroundOperations(s.config.API.Operation)
	return &gate{Executor: e, server: s}
}

// CreateOperationContext parses and validates a request and holds it against the limits.
func (g *gate) CreateOperationContext(
	ctx context.Context, params *graphql.RawParams,
) (op *graphql.OperationContext, errs gqlerror.List) {
	defer func() {
		if panicked := recover(); panicked != nil {
			errs = gqlerror.List{g.server.present(ctx, g.server.recovered(ctx, panicked))}
			op = &graphql.OperationContext{}
		}
	}()

	if err := g.admit(params); err != nil {
		return &graphql.OperationContext{}, gqlerror.List{err}
	}
	op, errs = g.Executor.CreateOperationContext(graphql.StartOperationTrace(ctx), params)
	if errs != nil {
		return op, explain(op, errs)
	}
	op.DisableIntrospection = !g.server.config.Introspect
	exchangeOf(ctx).note(op.Operation)
	if err := g.check(op); err != nil {
		return op, gqlerror.List{err}
	}
	return op, nil
}

// admit looks at the text before the parser does.
func (g *gate) admit(params *graphql.RawParams) *gqlerror.Error {
	limits := g.server.config.Limits
	for _, b := range scan(params.Query).bounds(limits) {
		if b.exceeded() {
			return refusal("the document", b)
		}
	}
	for name, value := range params.Variables {
		if nests(value, limits.Nesting) {
			return fault(graph.TooLarge, "nest less deeply",
				"variable $%.100s has lists and objects more than %d deep", name, limits.Nesting)
		}
	}
	return nil
}

// check looks at the operation before it runs.
func (g *gate) check(op *graphql.OperationContext) *gqlerror.Error {
	for _, b := range weigh(op.Operation, op.Variables).bounds(g.server.config.Limits) {
		if b.exceeded() {
			return refusal("the operation", b)
		}
	}
	aboutSchema, aboutData := roots(op.Operation.SelectionSet)
	if aboutSchema && op.DisableIntrospection {
		err := fault(graph.Invalid, "read the schema in the documentation or ask the operator",
			"introspection is switched off on this server")
		err.Extensions["code"] = codeValidation
		return err
	}
	if aboutData {
		return g.server.startup.refuse()
	}
	return nil
}

// roots tells whether an operation asks about the schema, about data, or both.
func roots(set ast.SelectionSet) (aboutSchema, aboutData bool) {
	for _, selection := range set {
		schema, data := false, false
		switch s := selection.(type) {
		case *ast.Field:
			schema = s.Name == "__schema" || s.Name == "__type"
			data = !strings.HasPrefix(s.Name, "__")
		case *ast.InlineFragment:
			schema, data = roots(s.SelectionSet)
		case *ast.FragmentSpread:
			schema, data = roots(s.Definition.SelectionSet)
		}
		aboutSchema, aboutData = aboutSchema || schema, aboutData || data
	}
	return aboutSchema, aboutData
}

// explain says more than gqlgen does where its words leave a client guessing.
func explain(op *graphql.OperationContext, errs gqlerror.List) gqlerror.List {
	switch {
	case op.Doc != nil && op.Operation == nil:
		return gqlerror.List{unknownOperation(op)}
	case op.Operation != nil:
		return gqlerror.List{wrongVariable(errs[0])}
	case len(errs) > errorsShown:
		more := gqlerror.Errorf("%d more mistakes are not listed", len(errs)-errorsShown)
		more.Extensions = map[string]any{"code": codeOf(errs[0])}
		return append(errs[:errorsShown:errorsShown], more)
	}
	return errs
}

func unknownOperation(op *graphql.OperationContext) *gqlerror.Error {
	var names []string
	for _, o := range op.Doc.Operations {
		names = append(names, fmt.Sprintf("%q", o.Name))
	}
	has := strings.Join(names[:min(len(names), errorsShown)], ", ")
	err := fault(graph.Invalid, "set operationName to one of "+has,
		"the document has no operation named %.100q", op.OperationName)
	if op.OperationName == "" {
		err = fault(graph.Invalid, "set operationName to one of "+has,
			"the document has %d operations and the request does not say which", len(names))
	}
	err.Extensions["code"] = codeValidation
	return err
}

// wrongVariable names the place in the message: an error's path is for places in the answer.
func wrongVariable(err *gqlerror.Error) *gqlerror.Error {
	place := "a variable"
	if len(err.Path) > 1 {
		place = "variable $" + strings.TrimPrefix(err.Path[1:].String(), ".")
	}
	return fault(graph.Invalid, "", "%s: %s", place, err.Message)
}

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
		return resp
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return failure(fault(graph.Timeout, "ask for less at once or narrow the filter",
			"the question took longer than %s", g.server.config.Limits.Time))
	}
	return failure(fault(graph.Unavailable, "ask again", "the request was called off"))
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
