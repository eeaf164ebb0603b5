package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	examples "github.com/creatorgraph/creatorgraph/docs/examples"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/server"
)

// patience is how long an answer may take here: on a busy machine the first ones take longer than the usual time limit.
const patience = time.Minute

// The main job from nothing: a market is made, imported and served, ten questions are answered; and
// every operation the documentation shows works on it.
func TestDemoAndExamples(t *testing.T) {
	db := graphtest.Server(t)
	t.Setenv("NEO4J_PASSWORD", db.Password)
	args := []string{"demo", "--once", "--creators", "400", "--data-dir", t.TempDir(), "--timeout", patience.String(),
		"--neo4j-uri", db.URI, "--neo4j-user", db.User}
	for range 2 { // the second time the market is there
		var out, errs bytes.Buffer
		if code := run(t.Context(), args, &out, &errs); code != 0 {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		for i := range questions {
			if !strings.Contains(out.String(), fmt.Sprintf("\n%d. ", i+1)) {
				t.Errorf("question %d is not answered", i+1)
			}
		}
	}
	base := serveForTest(t, db.URI, db.User)
	for _, field := range rootFields(t) { // in the schema's order: invited before answered
		raw, err := examples.Files.ReadFile(field + ".graphql")
		if err != nil {
			t.Errorf("docs/examples has no %s.graphql", field)
			continue
		}
		if strings.Contains(string(raw), "\nsubscription ") {
			continue // package server's tests follow one
		}
		answer, err := post(t.Context(), base+"/graphql", string(raw), nil)
		if err != nil {
			t.Errorf("%s: %v", field, err)
			continue
		}
		if strings.Contains(string(answer), `"`+field+`":null`) ||
			strings.Contains(string(answer), `"code":"`) {
			t.Errorf("%s: %s", field, answer)
		}
	}
	for _, q := range numbered(t) { // of 20,000 creators; of 400, not all that the examples name are there
		args, _ := exampleVars(t, q)
		args = append(args, "query", q.Name, "--neo4j-uri", db.URI, "--neo4j-user", db.User)
		var out, errs bytes.Buffer
		code := run(t.Context(), args, &out, &errs)
		if code != 0 && !strings.Contains(errs.String(), "there is no Creator") {
			t.Errorf("%s: %s", q.Name, errs.String())
		}
	}
}

// serveForTest serves a database until the test ends and gives the address.
func serveForTest(t *testing.T, uri, user string) string {
	t.Helper()

	env := &environment{uri: uri, user: user, dataDir: t.TempDir(), log: slog.New(slog.DiscardHandler)}
	db, err := env.openReady(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	flags := serveFlags{listen: "127.0.0.1:0", introspection: true, grace: time.Second,
		limits: server.DefaultLimits()}
	flags.limits.Time = patience
	listener, err := server.Listen(t.Context(), flags.listen)
	if err != nil {
		t.Fatal(err)
	}
	flags.listen = listener.Addr().String()
	s, err := flags.server(env, db.Store)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
		db.close(env.log)
	})
	base := "http://" + listener.Addr().String()
	if err := waitReady(t.Context(), base); err != nil {
		t.Fatal(err)
	}
	return base
}

// rootFields names every field of Query, Mutation and Subscription.
func rootFields(t *testing.T) []string {
	t.Helper()

	m := harness.Mapping(t)
	var names []string
	for _, root := range []*ast.Definition{m.Schema.Query, m.Schema.Mutation, m.Schema.Subscription} {
		for _, f := range root.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				names = append(names, f.Name)
			}
		}
	}
	return names
}
