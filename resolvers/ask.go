package resolvers

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// maxCachedDocuments bounds the parsed documents kept of Ask: as long as one is kept, so are its plans.
const maxCachedDocuments = 100

// Answer is what Ask gives.
type Answer struct {
	Data     []byte         // JSON
	Question table.Question // that tells its form
	Warnings []string
}

// Ask answers an operation of our own, such as a saved query or one from a file. It is held against no limits but the
// context's. The error is a gqlerror.List.
func (r *Resolver) Ask(ctx context.Context, document string, variables map[string]any) (Answer, error) {
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := r.executor.CreateOperationContext(ctx, &graphql.RawParams{Query: document, Variables: variables})
	if errs != nil {
		return Answer{}, errs
	}
	if kind := op.Operation.Operation; kind != ast.Query {
		return Answer{}, gqlerror.List{errorWithCode(fmt.Sprintf("it holds a %s; ask a query", kind), nil, graph.Invalid)}
	}
	handle, ctx := r.executor.DispatchOperation(ctx, op)
	response := handle(ctx)
	if len(response.Errors) > 0 {
		return Answer{}, response.Errors
	}
	a := Answer{Data: response.Data, Question: table.Question{Operation: op.Operation, Variables: op.Variables}}
	said, _ := response.Extensions["warnings"].([]computed.Warning)
	for _, w := range said {
		a.Warnings = append(a.Warnings, w.Path.String()+": "+w.Message)
	}
	return a, nil
}

// newExecutor gives what Ask runs operations in, as the server does.
func (r *Resolver) newExecutor() *executor.Executor {
	e := executor.New(r.Schema())
	e.SetQueryCache(lru.New[*ast.QueryDocument](maxCachedDocuments))
	e.AroundOperations(r.Intercept)
	e.SetErrorPresenter(func(ctx context.Context, err error) *gqlerror.Error { return Present(ctx, r.log, err) })
	return e
}
