// Package graphtest gives tests a real Neo4j with the migrations applied, either the run's shared one or one per
// test binary; and it draws small graphs from arrows.
//
// Community has one database, so tests that share it use keys of their own (see Draw) and never
// count whole labels; a test that needs an empty graph calls Own.
package graphtest

import (
	"context"
	_ "embed" // statements of tests alone
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/neo4jd"
)

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

	c := graph.Config{URI: os.Getenv("NEO4J_URI"), User: os.Getenv("NEO4J_USER"),
		Password: os.Getenv("NEO4J_PASSWORD")}
	if c.URI == "" {
		server := Server(t)
		c.URI, c.User, c.Password = server.URI(), server.User(), server.Password()
	}
	for _, o := range observe {
		c.Observe = o
	}
	return store(t, c)
}

// Own gives a Neo4j of this test binary alone, emptied when the test asks for it. Tests that want it
// empty must not run in parallel.
func Own(t testing.TB, empty bool) *graph.Store {
	t.Helper()

	server := Server(t)
	s := store(t, graph.Config{URI: server.URI(), User: server.User(), Password: server.Password()})
	if empty {
		_, err := s.Schema(t.Context(), graph.Statement{Text: clear})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

var own struct {
	once   sync.Once
	server *neo4jd.Server
	err    error
}

// Server gives the binary's own Neo4j. It ends with the test binary; its folder, in the temporary
// files, is removed when the next one starts.
func Server(t testing.TB) *neo4jd.Server {
	t.Helper()

	own.once.Do(func() {
		removeLeftovers()
		dir, err := os.MkdirTemp("", "creatorgraph-own-")
		if err != nil {
			own.err = err
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
		defer cancel()
		own.server, own.err = neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: 768, PageCacheMB: 128,
			Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))})
	})
	if own.err != nil {
		t.Fatal(own.err)
	}
	return own.server
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
