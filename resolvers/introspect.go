package resolvers

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/introspection"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// Introspect gives what the full introspection query answers on a schema, `{"__schema": …}` as JSON, without a store.
func Introspect(ctx context.Context, m *mapping.Mapping) ([]byte, error) {
	e := executor.New(generated.NewExecutableSchema(generated.Config{Schema: m.Schema}))
	ctx = graphql.StartOperationTrace(ctx)
	query := introspection.NewQuery(introspection.QueryOptions{OneOf: true})
	op, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: query})
	if errs != nil {
		return nil, fmt.Errorf("introspection: %w", errs)
	}
	op.DisableIntrospection = false
	handle, ctx := e.DispatchOperation(ctx, op)
	answer := handle(ctx)
	if len(answer.Errors) > 0 {
		return nil, fmt.Errorf("introspection: %w", answer.Errors)
	}
	return answer.Data, nil
}
