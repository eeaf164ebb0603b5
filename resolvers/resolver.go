package resolvers

import (
	"cmp"
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
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/vectorsearch"
	"github.com/creatorgraph/creatorgraph/loaders"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/recommend/collaborators"
	"github.com/creatorgraph/creatorgraph/recommend/content"
	"github.com/creatorgraph/creatorgraph/recommend/evaluation"
	"github.com/creatorgraph/creatorgraph/recommend/lookalikes"
	"github.com/creatorgraph/creatorgraph/recommend/match"
	"github.com/creatorgraph/creatorgraph/recommend/overlap"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// maxCachedPlans bounds the compiled operations kept: as many as Neo4j keeps plans by default.
const maxCachedPlans = 1000

// Resolver answers the operations of one schema from one Store.
type Resolver struct {
	// Collaborators holds the network that they are recommended from; whoever serves for long lets it follow the graph.
	Collaborators collaborators.Collaborators
	// Matches holds the results that creators are matched to briefs by; it follows the graph likewise.
	Matches *match.Held

	store        *graph.Store
	compiler     *compile.Compiler
	plans        *lru.Cache[planKey, *cachedPlan]
	budget       int
	answerBytes  int
	splitting    atomic.Pointer[compile.Compiler] // compiler, with what it has been told of the graph
	aggregates   *aggregateCache
	changes      *changes
	feeds        feeds
	groups       groups
	loaders      *loaders.Loaders
	computations map[string]computed.Computation
	asking       Asking
	client       func(context.Context) string
	turns        clientLimiter
	last         lastDays
	queries      queries.Set
	lookalikes   *lookalikes.Lookalikes
	contents     *content.Contents
	evaluations  evaluation.Evaluations
	overlap      overlap.Overlap
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

// cachedPlan is a compiled operation that is kept.
type cachedPlan struct {
	*compile.Plan
	size atomic.Int64 // of its last answer, bytes: the next one's buffer begins as large
}

// Config is what a Resolver is made of.
type Config struct {
	Store    *graph.Store
	Compiler *compile.Compiler
	Logger   *slog.Logger
	Now      func() time.Time // the clock; nil is the machine's
	Budget   int              // rows a statement may find before it is split; 0 is compile.Budget
	Answer   int              // bytes an answer may have; 0 is no end of them
	Searched int              // nearest that the index of likeness is asked for at least; 0 is vectorsearch.Breadth
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
	plans, err := lru.New[planKey, *cachedPlan](maxCachedPlans)
	if err != nil {
		return nil, fmt.Errorf("resolvers: cache of plans: %w", err)
	}
	kept, err := newAggregateCache(c.FacetAge)
	if err != nil {
		return nil, err
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Client == nil {
		c.Client = func(context.Context) string { return "" }
	}
	c.Logger, c.Budget = cmp.Or(c.Logger, slog.New(slog.DiscardHandler)), cmp.Or(c.Budget, compile.Budget)
	r := &Resolver{store: c.Store, compiler: c.Compiler, plans: plans, budget: c.Budget, answerBytes: c.Answer, aggregates: kept, changes: newChanges(), feeds: feeds{open: map[feedKey]*feed{}}, groups: newGroups(c.Store),
		loaders: loaders.New(c.Store), asking: c.Asking.withDefaults(), client: c.Client,
		queries: c.Queries,
		overlap: overlap.Overlap{Store: c.Store}, Collaborators: collaborators.New(c.Store, c.Now, c.Logger),
		Matches: match.Hold(c.Store, c.Now, c.Logger), contents: content.New(c.Store, c.Now), evaluations: evaluation.Evaluations{Store: c.Store},
		log: c.Logger, now: c.Now}
	r.lookalikes, err = lookalikes.New(c.Store, r.today, cmp.Or(c.Searched, vectorsearch.Breadth))
	if err != nil {
		return nil, err
	}
	r.computations = r.newComputations()
	r.executor = r.newExecutor()
	r.splitting.Store(c.Compiler.WithSplits(c.Budget, compile.Counts{}))
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
	return generated.Taken{One: precomputed, All: precomputedList, Text: precomputedText}
}
func (r root) Mutation() generated.MutationResolver         { return mutation{r.r} }
func (r root) Subscription() generated.SubscriptionResolver { return subscription{r.r} }

type mutation struct{ *Resolver }

type subscription struct{ *Resolver }

// plan gives the cached plan of an operation, which it compiles once for each form of the variables.
func (r *Resolver) plan(
	key planKey, vars map[string]any, compile func() (*compile.Plan, error),
) (*cachedPlan, error) {
	key.form = r.compiler.Form(key.operation, vars)
	if known, ok := r.plans.Get(key); ok {
		return known, nil
	}
	compiled, err := compile()
	if err != nil {
		return nil, err
	}
	made := &cachedPlan{Plan: compiled}
	r.plans.Add(key, made)
	return made, nil
}

// today is the day contracts are looked at on, in UTC.
func (r *Resolver) today() string { return r.now().UTC().Format(time.DateOnly) }
