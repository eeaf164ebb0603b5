// Package harness sets up what tests ask: an API over a database, a market in it, a server before it. Package graphtest
// gives the database.
package harness

import (
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
)

// Today is the day of tests that do not name another.
func Today() time.Time { return time.Date(2026, 11, 11, 12, 0, 0, 0, time.UTC) }

// loaded reads the schema once for all tests of a binary, as a server does.
var loaded = sync.OnceValues(func() (*compile.Compiler, error) {
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return nil, err
	}
	return compile.New(m, statements.Lookup)
})

// Compiler gives the compiler of the schema.
func Compiler(t testing.TB) *compile.Compiler {
	t.Helper()

	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Mapping gives what the schema says of the graph.
func Mapping(t testing.TB) *mapping.Mapping {
	t.Helper()

	return Compiler(t).Mapping()
}

// SavedQueries gives the starting set of saved queries.
func SavedQueries(t testing.TB) queries.Set {
	t.Helper()

	set, err := queries.Load(Mapping(t).Schema, queries.Folder{Name: "queries", Files: queries.Files})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// Resolver makes a resolver, adding the compiler where none is given, and the day where the clock is not.
func Resolver(t testing.TB, c resolvers.Config) *resolvers.Resolver {
	t.Helper()

	if c.Compiler == nil {
		c.Compiler = Compiler(t)
	}
	if c.Now == nil {
		c.Now = Today
	}
	r, err := resolvers.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// API answers operations as a server does, without HTTP.
type API struct{ exec *executor.Executor }

// NewAPI makes an API of a resolver made by Resolver.
func NewAPI(t testing.TB, c resolvers.Config) API {
	t.Helper()

	return Of(t, Resolver(t, c))
}

// Of makes an API of a resolver.
func Of(t testing.TB, r *resolvers.Resolver) API {
	t.Helper()

	exec := executor.New(r.Schema())
	exec.AroundOperations(r.Intercept)
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	exec.SetErrorPresenter(func(ctx context.Context, err error) *gqlerror.Error { return resolvers.Present(ctx, log, err) })
	return API{exec}
}

// Ask runs an operation, introspection too.
func (a API) Ask(ctx context.Context, query string, vars map[string]any) *graphql.Response {
	return a.Follow(ctx, query, vars)()
}

// Follow runs an operation and gives what waits for its next answer, of which a subscription has many; nil is the end.
func (a API) Follow(ctx context.Context, query string, vars map[string]any) (next func() *graphql.Response) {
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := a.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: vars})
	if errs != nil {
		failed := a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		return func() *graphql.Response { return failed }
	}
	op.DisableIntrospection = false
	handle, ctx := a.exec.DispatchOperation(ctx, op)
	return func() *graphql.Response { return handle(ctx) }
}
