// Package graphtest gives tests a real Neo4j with the migrations applied, either the run's shared one or one per
// test binary; and it draws small graphs from arrows.
//
// Community has one database, so tests that share it use keys of their own (see Draw) and never
// count whole labels; a test that needs an empty graph calls Own.
package graphtest

import (
	"context"
	_ "embed" // statements of tests alone
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// LentEnv is set where the Neo4j of NEO4J_URI is lent to one test binary at a time, which may empty it.
const LentEnv = "CREATORGRAPH_TEST_LENT"

//go:embed statements/clear.cypher
var clear string

//go:embed statements/nodes.cypher
var nodes string

// Nodes is the statement that gives all nodes with what is kept about them: label, key and properties.
func Nodes() graph.Statement { return graph.Statement{Text: nodes} }

// Open gives the Neo4j that NEO4J_URI names, as `make test` sets it, and otherwise one that lasts as
// long as the test binary. An observer is told of each statement.
func Open(t testing.TB, observe ...func(graph.Observation)) *graph.Store {
	t.Helper()

	return OpenWith(t, func(c *graph.Config) {
		for _, o := range observe {
			c.Observe = o
		}
	})
}

// OpenWith is Open of a Store that is opened in another way.
func OpenWith(t testing.TB, change func(*graph.Config)) *graph.Store {
	t.Helper()

	c := Named(os.Getenv)
	if c.URI == "" {
		c = Server(t)
	}
	change(&c)
	return store(t, c)
}

// Named is how to reach the Neo4j that environment variables name.
func Named(variable func(name string) string) graph.Config {
	return graph.Config{URI: variable("NEO4J_URI"), User: variable("NEO4J_USER"), Password: variable("NEO4J_PASSWORD")}
}

// Own gives a Neo4j of this test binary alone, emptied when the test asks for it; where one is lent, Open gives the same, and
// it is emptied after the test, too. Tests that want it empty must not run in parallel.
func Own(t testing.TB, empty bool) *graph.Store {
	t.Helper()

	s := on(t, Server(t), empty)
	if empty && os.Getenv(LentEnv) != "" {
		t.Cleanup(func() { run(t, s, clear, nil) })
	}
	return s
}

// Unused is Own of a Neo4j that no other test binary has written to, for tests of what statements cost: reading a property
// that no node ever had costs nothing, and a database never forgets the names of properties.
func Unused(t testing.TB, empty bool) *graph.Store {
	t.Helper()

	c, err := started()
	if err != nil {
		t.Fatal(err)
	}
	return on(t, c, empty)
}

func on(t testing.TB, c graph.Config, empty bool) *graph.Store {
	t.Helper()

	s := store(t, c)
	if empty {
		run(t, s, clear, nil)
	}
	return s
}

// Server tells how to reach the binary's own Neo4j: the one that is lent to it, or else one that ends with the test
// binary; its folder, in the temporary files, is removed when the next one starts.
func Server(t testing.TB) graph.Config {
	t.Helper()

	if os.Getenv(LentEnv) != "" {
		return Named(os.Getenv)
	}
	c, err := started()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var started = sync.OnceValues(func() (graph.Config, error) {
	removeLeftovers()
	dir, err := os.MkdirTemp("", "creatorgraph-own-")
	if err != nil {
		return graph.Config{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	server, err := neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: 768, PageCacheMB: 128, StartTimeout: 10 * time.Minute,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))})
	if err != nil {
		return graph.Config{}, err
	}
	return graph.Config{URI: server.URI(), User: server.User(), Password: server.Password()}, nil
})

// Renew leaves of a Neo4j what one has that nobody has written to: constraints and indexes of migrations, no nodes, no
// vectors and no plans.
func Renew(ctx context.Context, c graph.Config) (err error) {
	s, err := graph.Open(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(ctx)) }()
	for _, text := range []string{clear, statements.Placed("lookalike/drop", 0), statements.Placed("lookalike/drop", 1), "CALL db.clearQueryCaches()"} {
		if _, err := s.Schema(ctx, graph.Statement{Text: text}); err != nil {
			return err
		}
	}
	return nil
}

// removeLeftovers deletes folders of test binaries that ended a while ago.
func removeLeftovers() {
	dirs, err := filepath.Glob(filepath.Join(os.TempDir(), "creatorgraph-own-*"))
	if err != nil {
		return
	}
	for _, dir := range dirs {
		info, err := os.Stat(dir)
		if err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.RemoveAll(dir) // somebody else's; the next run tries again
		}
	}
}

func store(t testing.TB, c graph.Config) *graph.Store {
	t.Helper()

	s, err := graph.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Error(err)
		}
	})
	if err := graph.Migrate(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	return s
}
