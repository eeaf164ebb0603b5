package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// environment is what all commands share: which database, and where to log.
type environment struct {
	dataDir      string
	heapMB       int
	uri          string
	user         string
	passwordFile string
	database     string
	logFormat    string
	verbose      bool

	log *slog.Logger
}

func (e *environment) flags(on *pflag.FlagSet) {
	on.StringVar(&e.dataDir, "data-dir", defaultDataDir(), "the embedded database's folder")
	on.IntVar(&e.heapMB, "neo4j-heap-mb", 0, "Java heap of the embedded database, MiB (default 1024)")
	on.StringVar(&e.uri, "neo4j-uri", os.Getenv("NEO4J_URI"),
		"another Neo4j to use instead of the embedded one, such as neo4j://host:7687 (or NEO4J_URI)")
	on.StringVar(&e.user, "neo4j-user", orElse(os.Getenv("NEO4J_USER"), "neo4j"),
		"its user (or NEO4J_USER); the password comes from NEO4J_PASSWORD or a file")
	on.StringVar(&e.passwordFile, "neo4j-password-file", "", "a file that holds its password")
	on.StringVar(&e.database, "neo4j-database", os.Getenv("NEO4J_DATABASE"),
		"its database (or NEO4J_DATABASE; default: the server's own)")
	on.StringVar(&e.logFormat, "log-format", "", "text or json (default: text on a terminal)")
	on.BoolVarP(&e.verbose, "verbose", "v", false, "log more")
}

// prepare makes the logger; level is the least that is logged unless the user wants more.
func (e *environment) prepare(w io.Writer, level slog.Level) error {
	options := &slog.HandlerOptions{Level: level}
	if e.verbose {
		options.Level = slog.LevelDebug
	}
	format := e.logFormat
	if format == "" {
		format = "json"
		if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
			format = "text"
		}
	}
	switch format {
	case "text":
		e.log = slog.New(slog.NewTextHandler(w, options))
	case "json":
		e.log = slog.New(slog.NewJSONHandler(w, options))
	default:
		return fmt.Errorf("--log-format %q; give text or json; %w", format, errUsage)
	}
	return nil
}

// database is an open Store and, where it is the embedded one, the server behind it.
type database struct {
	*graph.Store
	server *neo4jd.Server // nil for another Neo4j
	config neo4jd.Config  // how server was opened

	address *atomic.Pointer[string] // host:port of server, which another may have after it has ended
}

// open gives the database the flags name, starting or joining the embedded one when they name none.
// It does not wait for another Neo4j to answer; see ready.
func (e *environment) open(ctx context.Context) (*database, error) {
	if err := statements.Check(); err != nil {
		return nil, err
	}
	if e.uri != "" {
		password, err := e.password()
		if err != nil {
			return nil, err
		}
		store, err := graph.Open(graph.Config{URI: e.uri, User: e.user, Password: password,
			Database: e.database, Logger: e.log})
		if err != nil {
			return nil, err
		}
		return &database{Store: store}, nil
	}
	server, err := neo4jd.Open(ctx, e.embedded())
	if err != nil {
		return nil, err
	}
	var address atomic.Pointer[string]
	address.Store(addressOf(server))
	store, err := graph.Open(graph.Config{URI: server.URI(), User: server.User(),
		Password: server.Password(), Address: func() string { return *address.Load() }, Logger: e.log})
	if err != nil {
		return nil, errors.Join(err, server.Stop(context.WithoutCancel(ctx)))
	}
	return &database{Store: store, server: server, config: e.embedded(), address: &address}, nil
}

func (e *environment) embedded() neo4jd.Config {
	return neo4jd.Config{DataDir: e.dataDir, HeapMB: e.heapMB, Logger: e.log}
}

// openReady is open, then waiting until the database answers, then the migrations.
func (e *environment) openReady(ctx context.Context) (*database, error) {
	db, err := e.open(ctx)
	if err != nil {
		return nil, err
	}
	if err := db.ready(ctx, e.log); err != nil {
		db.close(e.log)
		return nil, err
	}
	return db, nil
}

// ready waits until the database answers, says so while it does not, and brings its schema up to
// date. A database that refuses the credentials is not waited for.
func (d *database) ready(ctx context.Context, log *slog.Logger) error {
	for wait := time.Second; ; wait = min(2*wait, 10*time.Second) {
		err := d.Verify(ctx)
		if err == nil {
			return graph.Migrate(ctx, d.Store)
		}
		if graph.KindOf(err) != graph.Unavailable && graph.KindOf(err) != graph.Timeout {
			return err
		}
		log.Warn("the database does not answer yet", "error", err, "next try", wait.String())
		select {
		case <-ctx.Done():
			return err
		case <-time.After(wait):
		}
	}
}

// close ends connections and an embedded database that this process started.
func (d *database) close(log *slog.Logger) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := d.Close(ctx); err != nil {
		log.Warn("closing connections", "error", err)
	}
	if d.server == nil {
		return
	}
	if err := d.server.Stop(ctx); err != nil {
		log.Warn("stopping the embedded database", "error", err)
	}
}

func (e *environment) password() (string, error) {
	if e.passwordFile == "" {
		return os.Getenv("NEO4J_PASSWORD"), nil
	}
	raw, err := os.ReadFile(e.passwordFile)
	if err != nil {
		return "", fmt.Errorf("--neo4j-password-file: %w", err)
	}
	return strings.TrimRight(string(raw), "\r\n"), nil
}

// flagsFromVariables sets each flag that was not given from its CREATORGRAPH_… variable.
func flagsFromVariables(command *cobra.Command) error {
	var failed error
	command.Flags().VisitAll(func(f *pflag.Flag) {
		name := "CREATORGRAPH_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value, given := os.LookupEnv(name)
		if f.Changed || !given || failed != nil {
			return
		}
		if err := command.Flags().Set(f.Name, value); err != nil {
			failed = fmt.Errorf("%s=%q: %w; %w", name, value, err, errUsage)
		}
	})
	return failed
}

// defaultDataDir is creatorgraph/ in the user's data folder.
func defaultDataDir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "creatorgraph")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "creatorgraph-data"
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support", "creatorgraph")
	}
	return filepath.Join(home, ".local", "share", "creatorgraph")
}

func orElse(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
