package resolvers

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/table"
)

// documentsKept bounds the parsed documents kept of Ask: as long as one is kept, so are its plans.
const documentsKept = 100

// Ask answers an operation of our own, such as a saved query or one from a file: its data as JSON, and the operation
// that tells their form. It is held against no limits but the context's. The error is a gqlerror.List.
func (r *Resolver) Ask(ctx context.Context, document string, variables map[string]any) ([]byte, table.Question, error) {
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := r.executor.CreateOperationContext(ctx, &graphql.RawParams{Query: document, Variables: variables})
	if errs != nil {
		return nil, table.Question{}, errs
	}
	if kind := op.Operation.Operation; kind != ast.Query {
		return nil, table.Question{}, gqlerror.List{coded(fmt.Sprintf("it holds a %s; ask a query", kind), nil, graph.Invalid)}
	}
	handle, ctx := r.executor.DispatchOperation(ctx, op)
	response := handle(ctx)
	if len(response.Errors) > 0 {
		return nil, table.Question{}, response.Errors
	}
	return response.Data, table.Question{Operation: op.Operation, Variables: op.Variables}, nil
}

// newExecutor gives what Ask runs operations in, as the server does.
func (r *Resolver) newExecutor() *executor.Executor {
	e := executor.New(r.Schema())
	e.SetQueryCache(lru.New[*ast.QueryDocument](documentsKept))
	e.AroundOperations(r.Operation)
	e.SetErrorPresenter(func(ctx context.Context, err error) *gqlerror.Error { return Present(ctx, r.log, err) })
	return e
}
