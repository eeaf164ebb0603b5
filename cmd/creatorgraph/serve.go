package main

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/pprof"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	examples "github.com/creatorgraph/creatorgraph/docs/examples"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/load"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/live"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
	"github.com/creatorgraph/creatorgraph/server"
)

// serveFlags are the flags of serve as they were typed.
type serveFlags struct {
	listen        string
	allowOrigins  []string
	allowHosts    []string
	introspection bool
	explain       bool
	trusted       []string
	cpuProfile    string
	documents     *server.Trusted // those in trusted; nil when any may run
	prepared      chan struct{}   // closed when the database is prepared; made with the server
	grace         time.Duration
	warmUp        time.Duration
	analyzeEvery  time.Duration
	limits        server.Limits
	resolver      *resolvers.Resolver // made with the server
	api           apiFlags
	cypher        bool
	asking        resolvers.Asking
	live          live.Config
}

func serveCommand(env *environment) *cobra.Command {
	var flags serveFlags
	command := &cobra.Command{
		Use:   "serve",
		Short: "Answer GraphQL over HTTP, with the explorer and GraphiQL",
		Long: `Answers GraphQL at /graphql (POST, GET, WebSocket, server-sent events), shows the explorer at / and
GraphiQL at /graphiql.
/healthz says whether the process lives, /readyz whether questions can be answered, /metrics counts for
Prometheus. An interrupt stops it: what runs ends, subscriptions are told.`,
		Example: "  creatorgraph serve --listen 127.0.0.1:8080",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			if err := flags.check(); err != nil {
				return err
			}
			return flags.run(command, env)
		},
	}
	flags.define(command.Flags())
	return command
}

func (f *serveFlags) define(on *pflag.FlagSet) {
	limits := server.DefaultLimits()
	on.StringVar(&f.listen, "listen", "127.0.0.1:8080", "host:port to answer at; port 0 takes a free one")
	on.StringSliceVar(&f.allowOrigins, "allow-origin", nil,
		"sites whose pages may ask, such as https://app.example.com; * is any")
	on.StringSliceVar(&f.allowHosts, "allow-host", nil,
		"names this server is called by; others are refused (default: any, and on loopback only its own)")
	on.BoolVar(&f.introspection, "introspection", true, "let clients read the schema; GraphiQL needs it")
	on.StringSliceVar(&f.trusted, "trusted-documents", nil,
		"folders of .graphql files, manifests of Apollo, graphql-codegen or Relay, and explorer for the page's own; no other documents run (default: any runs)")
	on.BoolVar(&f.explain, "explain", true, "let clients see the statements behind an answer, with X-Explain: statement")
	f.api.define(on)
	on.BoolVar(&f.cypher, "cypher", true, "let clients ask read-only Cypher; saved queries run anyway")
	on.DurationVar(&f.asking.Time, "cypher-timeout", 10*time.Second, "how long a statement of cypher may take")
	on.IntVar(&f.asking.Bytes, "cypher-bytes", 8<<20, "bytes of values that an answer of cypher may hold")
	on.StringVar(&f.cpuProfile, "cpu-profile", "",
		"a file to write where processor time went to, in the form of pprof, when the server stops")
	on.DurationVar(&f.analyzeEvery, "analyze-every", time.Hour,
		"how often to analyse the graph, if it has changed; 0 is never")
	on.DurationVar(&f.grace, "grace", 15*time.Second, "how long a stop waits for what is running")
	on.DurationVar(&f.warmUp, "warm-up", 30*time.Second,
		"how long common questions (those of docs/examples, or the trusted documents) may be asked before /readyz is 200; 0 asks none")
	on.DurationVar(&f.api.facetAge, "facet-age", 5*time.Second,
		"how old facets and aggregates of a whole market may be while it changes; 0 counts anew after each change")
	on.StringVar(&f.live.URL, "nats-url", os.Getenv("NATS_URL"),
		"a NATS cluster that tells replicas of each other's changes: nats://one:4222,nats://two:4222 (or NATS_URL; default: the server's own)")
	on.StringVar(&f.live.Listen, "nats-listen", "",
		"where the server's own NATS takes other replicas: nats://[user:password@]host:6222 (default: nowhere)")
	on.StringSliceVar(&f.live.Routes, "nats-routes", nil, "where other replicas' NATS listen, by the same form")
	on.DurationVar(&f.limits.Time, "timeout", limits.Time, "how long a query or mutation may take")
	on.Int64Var(&f.limits.Body, "max-body", limits.Body, "bytes of a request")
	on.IntVar(&f.limits.Depth, "max-depth", limits.Depth, "fields within fields of an operation")
	on.IntVar(&f.limits.Aliases, "max-aliases", limits.Aliases, "aliases in a document")
	on.IntVar(&f.limits.Cost, "max-complexity", limits.Cost, "values an answer could hold: lists multiply what is below")
	on.IntVar(&f.limits.Answer, "max-answer", limits.Answer, "bytes of an answer")
	on.IntVar(&f.limits.Streams, "max-streams", limits.Streams, "WebSockets and event streams open at once")
	on.IntVar(&f.limits.ClientStreams, "max-client-streams", limits.ClientStreams,
		"those of one client; raise it behind a proxy, which is one client")
	on.IntVar(&f.limits.ClientSubscriptions, "max-client-subscriptions", limits.ClientSubscriptions,
		"subscriptions of one client, over all its streams; raise it behind a proxy")
	on.IntVar(&f.limits.ClientConnections, "max-client-connections", limits.ClientConnections,
		"connections from one address, whatever is asked over them")
}

// check refuses what no server could work with, before a database is started for it.
func (f *serveFlags) check() error {
	if _, _, err := net.SplitHostPort(f.listen); err != nil {
		return fmt.Errorf("--listen %q; give host:port such as 127.0.0.1:8080; %w", f.listen, errUsage)
	}
	if err := f.checkLimits(); err != nil {
		return err
	}
	f.asking.Off = !f.cypher
	if err := f.live.Check(); err != nil {
		return fmt.Errorf("--nats-url, --nats-listen, --nats-routes: %w; %w", err, errUsage)
	}
	if err := f.api.check(); err != nil {
		return err
	}
	return f.readTrusted()
}

func (f *serveFlags) checkLimits() error {
	l := f.limits
	least := min(l.Time, f.grace, time.Duration(l.Body), time.Duration(l.Depth), time.Duration(l.Aliases),
		time.Duration(l.Cost), time.Duration(l.Answer), time.Duration(l.Streams), time.Duration(l.ClientStreams),
		time.Duration(l.ClientSubscriptions), time.Duration(l.ClientConnections))
	if least <= 0 {
		return fmt.Errorf("limits must be above zero; %w", errUsage)
	}
	if f.analyzeEvery != 0 && f.analyzeEvery < time.Second {
		return fmt.Errorf("--analyze-every %s; give 1s or more, or 0 for never; %w", f.analyzeEvery, errUsage)
	}
	if f.asking.Time < time.Millisecond || f.asking.Bytes < 1 {
		return fmt.Errorf("--cypher-timeout and --cypher-bytes must be above zero; %w", errUsage)
	}
	return nil
}

// readTrusted reads the trusted documents if any are named.
func (f *serveFlags) readTrusted() error {
	if len(f.trusted) == 0 {
		return nil
	}
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return err
	}
	var places []server.TrustedPlace
	for _, name := range f.trusted {
		place := server.TrustedPlace{Name: name, Files: os.DirFS(name)}
		if name == "explorer" {
			place = server.ExplorerDocuments()
		} else if filepath.Ext(name) == ".json" {
			place.Files, place.File = os.DirFS(filepath.Dir(name)), filepath.Base(name)
		}
		places = append(places, place)
	}
	f.documents, err = server.ReadTrusted(m.Schema, f.limits, places...)
	if err != nil {
		return fmt.Errorf("--trusted-documents: %w", err)
	}
	return nil
}

// garbagePercent is how much garbage may gather beside what the server holds, which is much and lives as long as it. Go's own 100
// would double that; collecting at half of it takes less than a hundredth of the processor time of answers.
const garbagePercent = 50

func (f *serveFlags) run(command *cobra.Command, env *environment) error {
	ctx := command.Context()
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	// Before the database, whose start takes seconds that a busy port would waste.
	listener, err := server.Listen(ctx, f.listen)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }() // Serve has closed it already, unless it never ran
	db, err := env.open(ctx)
	if err != nil {
		return err
	}
	defer db.close(env.log)
	s, err := f.server(env, db.Store)
	if err != nil {
		return err
	}
	stop, err := f.profile()
	if err != nil {
		return err
	}
	defer stop()
	fmt.Fprintf(command.OutOrStdout(), "Creatorgraph answers at http://%[1]s/graphql; open http://%[1]s/\n",
		listener.Addr())
	return db.during(ctx, func(ctx context.Context) error { return f.serve(ctx, s, db.Store, listener, env.log) })
}

// serve serves until ctx ends, and meanwhile analyses the graph now and then and places who has changed.
func (f *serveFlags) serve(
	ctx context.Context, s *server.Server, store *graph.Store, at net.Listener, log *slog.Logger,
) error {
	f.live.Logger = log
	bus, err := live.Open(f.live, f.resolver)
	if err != nil {
		return err
	}
	defer bus.Close()
	f.resolver.SetPublisher(bus.Publish)
	ctx, stop := context.WithCancel(ctx)
	var besides sync.WaitGroup
	besides.Go(func() { analyzeEvery(ctx, f.analyzeEvery, f.prepared, store, log) })
	besides.Go(func() { embedEvery(ctx, f.prepared, store, log) })
	besides.Go(func() { f.resolver.Collaborators.Follow(ctx, f.prepared) })
	besides.Go(func() { f.resolver.Matches.Follow(ctx, f.prepared) })
	defer func() {
		stop()
		besides.Wait()
	}()
	return s.Serve(ctx, at)
}

// profile begins to note where processor time goes, if that is asked for, and gives what ends it.
func (f *serveFlags) profile() (stop func(), err error) {
	if f.cpuProfile == "" {
		return func() {}, nil
	}
	file, err := os.Create(f.cpuProfile)
	if err != nil {
		return nil, fmt.Errorf("--cpu-profile: %w", err)
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return nil, fmt.Errorf("--cpu-profile %s: %w", f.cpuProfile, err)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = file.Close() // what was written is all there is
	}, nil
}

// server puts together the server that answers from a store.
func (f *serveFlags) server(env *environment, store *graph.Store) (*server.Server, error) {
	log, outage := slog.New(server.WithRequestIDs(env.log.Handler())), server.NewOutage()
	f.api.answer = f.limits.Answer
	api, err := f.api.open(store, f.asking, outage.Logger(log))
	if err != nil {
		return nil, err
	}
	warm, err := exampleTexts()
	if err != nil {
		return nil, err
	}
	f.prepared, f.resolver = make(chan struct{}), api
	return server.New(server.Config{
		API: api, Database: store, Trusted: f.documents,
		Prepare: func(ctx context.Context) error {
			if err := graph.Migrate(ctx, store); err != nil {
				return err
			}
			if err := api.Count(ctx); err != nil {
				log.WarnContext(ctx, "the length of lists is guessed at where statements are cut", "error", err)
			}
			// Of what was interrupted, or changed with the day.
			if err := load.Totals(ctx, store, time.Now().UTC()); err != nil {
				return err
			}
			if err := api.Collaborators.Hold(ctx); err != nil {
				log.WarnContext(ctx, "recommended collaborators wait for their network", "error", err)
			}
			if err := api.Matches.Hold(ctx); err != nil {
				log.WarnContext(ctx, "matches wait for the results of campaigns", "error", err)
			}
			warming, cancel := context.WithTimeout(ctx, f.warmUp)
			defer cancel()
			api.WarmWrites(warming)
			close(f.prepared) // Prepare is not called again after it succeeded
			return nil
		},
		Listen: f.listen, AllowOrigins: f.allowOrigins, AllowHosts: f.allowHosts,
		Introspect: f.introspection, Explain: f.explain, Limits: f.limits, Grace: f.grace,
		Warm: warm, WarmUp: f.warmUp, Recent: filepath.Join(env.dataDir, "recent.json"),
		Companies: store.CompanyCount, BookmarkKey: store.Secret("bookmarks"), Version: version(), Logger: log, Outage: outage,
	}), nil
}

// exampleTexts are the documents of docs/examples: of every root field the shape that guides show, but for
// statements over the whole graph, whose time is their own.
func exampleTexts() ([]string, error) {
	names, err := fs.Glob(examples.Files, "*.graphql")
	if err != nil {
		return nil, fmt.Errorf("docs/examples: %w", err)
	}
	var texts []string
	for _, name := range names {
		if name == "cypher.graphql" || name == "runSavedQuery.graphql" {
			continue
		}
		raw, err := examples.Files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("docs/examples: %w", err)
		}
		texts = append(texts, string(raw))
	}
	return texts, nil
}

// version is the module's version, or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return info.Main.Version
}
