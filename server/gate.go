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

// maxErrorsShown is how many mistakes of one document are told; a longer list helps nobody.
const maxErrorsShown = 20

// gate lets operations in and runs them: every operation of every transport goes through it. Queries and mutations
// run within their time, in gqlgen's executor, subscriptions as long as the client and the server want.
type gate struct {
	*executor.Executor
	server *Server
	schema *ast.Schema
	reader *reader
}

func newGate(s *Server) *gate {
	executable := s.config.API.Schema()
	e := executor.New(executable)
	e.SetErrorPresenter(s.present)
	e.SetRecoverFunc(s.recovered)
	e.AroundOperations(s.config.API.Intercept)
	schema := executable.Schema()
	return &gate{Executor: e, server: s, schema: schema, reader: newReader(schema, &s.config.Limits, s.config.Introspect)}
}

// admit finds the document a request means, checks its variables and holds it against the limits. A
// document that was seen before is neither scanned, parsed, validated nor weighed again.
func (g *gate) admit(ctx context.Context, q *requestParams) (op *graphql.OperationContext, errs gqlerror.List) {
	op = &graphql.OperationContext{
		RawQuery: q.Query, OperationName: q.OperationName, Extensions: q.Extensions, Headers: q.headers,
		DisableIntrospection: !g.server.config.Introspect, RecoverFunc: g.server.recovered,
		ResolverMiddleware: resolve, RootResolverMiddleware: resolveRoot,
	}
	defer func() {
		if panicked := recover(); panicked != nil {
			errs = gqlerror.List{g.server.present(ctx, g.server.recovered(ctx, panicked))}
		}
	}()

	doc, errs := g.document(q)
	if errs != nil {
		return op, errs
	}
	op.RawQuery, op.Doc = doc.text, doc.parsed
	found := doc.operation(q.OperationName)
	if found == nil {
		return op, gqlerror.List{unknownOperation(op)}
	}
	op.Operation = found.OperationDefinition
	if err := g.variables(op, q.Variables); err != nil {
		return op, gqlerror.List{err}
	}
	exchangeOf(ctx).setOperation(op.Operation)
	if err := g.check(ctx, op, found); err != nil {
		return op, gqlerror.List{err}
	}
	g.server.recent.add(ctx, doc.text, op.Operation, q)
	return op, nil
}

// The fields of an operation are resolved without anything around them.
func resolve(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) }

func resolveRoot(ctx context.Context, next graphql.RootResolver) graphql.Marshaler { return next(ctx) }

// document finds a request's document, among those that were seen or by reading its text.
func (g *gate) document(q *requestParams) (*document, gqlerror.List) {
	if doc, err := g.persisted(q); doc != nil || err != nil {
		return doc, errorList(err)
	}
	if doc, known := g.server.documents.withText(q.Query); known {
		return doc, nil
	}
	doc, errs := g.reader.read(q.Query)
	if errs != nil {
		return nil, errs
	}
	return g.server.documents.keep(doc), nil
}

// errorList is nil for no error.
func errorList(err *gqlerror.Error) gqlerror.List {
	if err == nil {
		return nil
	}
	return gqlerror.List{err}
}

// variables gives an operation its variables' values.
func (g *gate) variables(op *graphql.OperationContext, given map[string]any) *gqlerror.Error {
	most := g.server.config.Limits.Nesting
	for name, value := range given {
		if nestsDeeperThan(value, most) {
			return fault(graph.TooLarge, "nest less deeply",
				"variable $%.100s has lists and objects more than %d deep", name, most)
		}
	}
	values, err := coerce(g.schema, op.Operation, given)
	if err != nil {
		return err
	}
	op.Variables = values
	return nil
}

// check looks at the operation before it runs.
func (g *gate) check(ctx context.Context, op *graphql.OperationContext, found *operation) *gqlerror.Error {
	for _, b := range found.costModel.evaluate(op.Variables).limitChecks(&g.server.config.Limits) {
		if b.exceeded() {
			return refusal("the operation", b)
		}
	}
	if found.aboutSchema && op.DisableIntrospection {
		return fault(graph.Validation, "read the schema in the documentation or ask the operator",
			"introspection is switched off on this server")
	}
	if found.aboutData && !isWarming(ctx) {
		return g.server.startup.refuse()
	}
	return nil
}

func unknownOperation(op *graphql.OperationContext) *gqlerror.Error {
	var names []string
	for _, o := range op.Doc.Operations {
		names = append(names, fmt.Sprintf("%q", o.Name))
	}
	has := strings.Join(names[:min(len(names), maxErrorsShown)], ", ")
	err := fault(graph.Validation, "set operationName to one of "+has,
		"the document has no operation named %.100q", op.OperationName)
	if op.OperationName == "" {
		err = fault(graph.Validation, "set operationName to one of "+has,
			"the document has %d operations and the request does not say which", len(names))
	}
	return err
}

// DispatchOperation runs an operation that was admitted.
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
		return g.limitSize(resp)
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return failure(fault(graph.Timeout, "ask for less at once or narrow the filter",
			"the question took longer than %s", g.server.config.Limits.Time))
	}
	return failure(fault(graph.Cancelled, "ask again", "the request was given up"))
}

// limitSize refuses an answer that is longer than it may be. Those about data were given up while they were written;
// this is for those about the schema.
func (g *gate) limitSize(resp *graphql.Response) *graphql.Response {
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
