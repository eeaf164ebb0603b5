package resolvers

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/lookalike"
	"github.com/creatorgraph/creatorgraph/loaders"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// plansKept bounds the compiled operations kept: as many as Neo4j keeps plans by default.
const plansKept = 1000

// Resolver answers the operations of one schema from one Store.
type Resolver struct {
	store        *graph.Store
	compiler     *compile.Compiler
	plans        *lru.Cache[planKey, *plan]
	budget       int
	answerBytes  int
	cutting      atomic.Pointer[compile.Compiler] // compiler, with what it has been told of the graph
	kept         *kept
	changes      *changes
	groups       groups
	loaders      *loaders.Loaders
	computations map[string]computation
	asking       Asking
	client       func(context.Context) string
	turns        turns
	last         lastDays
	queries      queries.Set
	partnerships *partnerships
	likenesses   newest[lookalike.Model]
	stood        *stood
	searched     int
	executor     *executor.Executor // of Ask
	log          *slog.Logger
	now          func() time.Time
}

// planKey names a plan: the parsed operation (or a field of it) and the form of its variables.
type planKey struct {
	operation *ast.OperationDefinition
	field     *ast.Field
	form      string
}

// plan is a compiled operation that is kept.
type plan struct {
	*compile.Plan
	size atomic.Int64 // of its last answer, bytes: the next one's buffer begins as large
}

// Config is what a Resolver is made of.
type Config struct {
	Store    *graph.Store
	Compiler *compile.Compiler
	Logger   *slog.Logger
	Now      func() time.Time // the clock; nil is the machine's
	Budget   int              // rows a statement may find before it is cut; 0 is compile.Budget
	Answer   int              // bytes an answer may have; 0 is no end of them
	Searched int              // nearest that the index of likeness is asked for at least; 0 is Searched
	// FacetAge is how old totals of a whole label may be while the graph changes, for those who changed
	// nothing themselves. 0 is no time at all.
	FacetAge time.Duration
	Asking   Asking      // what statements of others may cost
	Queries  queries.Set // that savedQueries lists
	// Client tells who asks, for what is done one at a time for each; nil takes all for the same.
	Client func(context.Context) string
}

// New makes a Resolver.
func New(c Config) (*Resolver, error) {
	plans, err := lru.New[planKey, *plan](plansKept)
	if err != nil {
		return nil, fmt.Errorf("resolvers: cache of plans: %w", err)
	}
	stood, err := newStood()
	if err != nil {
		return nil, err
	}
	kept, err := newKept(c.FacetAge)
	if err != nil {
		return nil, err
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Client == nil {
		c.Client = func(context.Context) string { return "" }
	}
	if c.Searched == 0 {
		c.Searched = Searched
	}
	if c.Budget == 0 {
		c.Budget = compile.Budget
	}
	r := &Resolver{store: c.Store, compiler: c.Compiler, plans: plans, budget: c.Budget, answerBytes: c.Answer, kept: kept, changes: newChanges(), groups: newGroups(c.Store),
		loaders: loaders.New(c.Store), computations: computations(), asking: c.Asking.withDefaults(), client: c.Client,
		queries: c.Queries, searched: c.Searched, stood: stood,
		partnerships: newPartnerships(c.Store, c.Now, c.Logger),
		log:          c.Logger, now: c.Now}
	r.executor = r.newExecutor()
	r.cutting.Store(c.Compiler.Cuts(c.Budget, compile.Counts{}))
	return r, nil
}

// Schema gives what gqlgen's handler serves.
func (r *Resolver) Schema() graphql.ExecutableSchema {
	return generated.NewExecutableSchema(generated.Config{Schema: r.compiler.Mapping().Schema, Resolvers: root{r}})
}

// SDL gives the schema as Query.sdl does.
func (r *Resolver) SDL() string { return r.compiler.Mapping().SDL() }

// FlatSDL gives the schema with interfaces that implement no others.
func (r *Resolver) FlatSDL() string { return r.compiler.Mapping().FlatSDL() }

type root struct{ r *Resolver }

func (r root) Query() generated.QueryResolver {
	return generated.Taken{One: take, All: takeAll, Text: takeText}
}
func (r root) Mutation() generated.MutationResolver         { return mutation{r.r} }
func (r root) Subscription() generated.SubscriptionResolver { return subscription{r.r} }

type mutation struct{ *Resolver }

type subscription struct{ *Resolver }

// plan compiles an operation once for each form of its variables.
func (r *Resolver) plan(
	key planKey, vars map[string]any, compile func() (*compile.Plan, error),
) (*plan, error) {
	key.form = r.compiler.Form(key.operation, vars)
	if known, ok := r.plans.Get(key); ok {
		return known, nil
	}
	compiled, err := compile()
	if err != nil {
		return nil, err
	}
	made := &plan{Plan: compiled}
	r.plans.Add(key, made)
	return made, nil
}

// today is the day contracts are looked at on, in UTC.
func (r *Resolver) today() string { return r.now().UTC().Format(time.DateOnly) }
