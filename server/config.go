package server

import (
	"context"
	"log/slog"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Database is what the server asks of the database itself: whether it answers, and how far it has come.
type Database interface {
	// Verify gives nil when the database answers questions now, otherwise a graph.Error.
	Verify(ctx context.Context) error
	// Reach waits for what bookmarks name; the error is Invalid when that is nothing of this database.
	Reach(ctx context.Context, marks []string) error
}

// API is what the server asks of the resolvers.
type API interface {
	// Schema gives what to validate against and to run by.
	Schema() graphql.ExecutableSchema
	// Intercept answers the operations it can itself and passes on the others.
	Intercept(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler
	// WarmMutation asks what a mutation reads after its change, and changes nothing.
	WarmMutation(ctx context.Context, op *graphql.OperationContext)
	// SDL gives the schema's text, and FlatSDL the same with interfaces that implement no others.
	SDL() string
	FlatSDL() string
}

// Config says what to serve and how. API and Database must be given; Limits that are zero are those of
// DefaultLimits.
type Config struct {
	API      API
	Database Database
	// Prepare brings the database to the shape this version needs, once, as soon as it answers; no
	// operation reaches the database before. May be nil.
	Prepare func(context.Context) error

	Listen       string   // host:port; port 0 takes a free one
	AllowOrigins []string // other sites whose pages may ask; "*" is any
	AllowHosts   []string // names by which clients may call this server, besides loopback's own
	Introspect   bool     // whether clients may read the schema
	Explain      bool     // whether clients may see the statements behind an answer
	Trusted      *Trusted // the only documents that run; nil for any
	Limits       Limits
	Warm         []string                  // documents asked once before the server is ready; those of Trusted where there are
	WarmUp       time.Duration             // how long that may take; 0 asks none
	Recent       string                    // a file for the queries asked last, which the next start asks first; empty keeps none, as Trusted does
	Companies    func() graph.CompanyCount // for metrics: how often questions have travelled together; may be nil
	BookmarkKey  []byte                    // signs bookmarks; the same for all replicas. None makes one for this server alone
	Grace        time.Duration             // how long a stop waits for what is running; zero means 15 s
	Version      string
	Logger       *slog.Logger
	Outage       *Outage // shared with others that log for this server; nil makes one
}

func (c Config) withDefaults() Config {
	if c.Grace == 0 {
		c.Grace = 15 * time.Second
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Outage == nil {
		c.Outage = NewOutage()
	}
	c.Logger = c.Outage.Logger(c.Logger)
	c.Limits = c.Limits.withDefaults()
	return c
}
