// Package clients runs the clients and code generators of this folder against a served graph: what docs/clients.md
// says of each is held here.
package clients

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
	"github.com/creatorgraph/creatorgraph/server"
)

// market is what the clients ask about and write to, one after another.
const market = `
	(acme:Brand)-[:RAN]->(spring:Campaign)
	(ann:Creator)-[:PARTICIPATED_IN {fee: 100}]->(spring)
	(bea:Creator)-[:PARTICIPATED_IN {fee: 200}]->(spring)`

// Every client of docs/clients.md is generated, compiled and run as its own docs say: it reads by key and by id,
// pages, writes, and is told of what it wrote; and asks trusted documents by the ids of its own manifest.
func TestClientsWork(t *testing.T) {
	store := graphtest.Open(t)
	drawing := graphtest.Draw(t, store, market)
	url := serve(t, store, nil)
	environment := append(os.Environ(), "CREATORGRAPH_URL="+url, "CREATOR_KEY="+drawing.Key("ann"), "CAMPAIGN_KEY="+drawing.Key("spring"))

	t.Run("npm", func(t *testing.T) {
		install(t)
		run(t, "npm", environment, "npm", "run", "--silent", "generate")
		run(t, "npm", environment, "npm", "run", "--silent", "build")
		trusted := serve(t, store, []string{"persisted-query-manifest.json", "persisted-documents.json", "persisted_queries.json"})
		out := run(t, "npm", append(environment, "CREATORGRAPH_TRUSTED_URL="+trusted), "npm", "run", "--silent", "start")
		for _, name := range []string{"graphql", "@apollo/client", "@urql/core", "relay-runtime", "graphql-ws", "graphql-sse", "trusted"} {
			if !strings.Contains(out, name+": ok\n") {
				t.Errorf("%s did not work:\n%s", name, out)
			}
		}
	})
	t.Run("genqlient", func(t *testing.T) {
		m := load(t)
		if err := os.WriteFile("go/schema.graphql", []byte(m.FlatSDL()), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, "go", environment, "go", "generate", ".")
		if out := run(t, "go", environment, "go", "run", "."); out != "ok\n" {
			t.Errorf("got %s", out)
		}
	})
	t.Run("gql", func(t *testing.T) {
		python := virtual(t, ".venv", "requirements.txt")
		if out := run(t, "python", environment, python, "main.py"); out != "ok\n" {
			t.Errorf("got %s", out)
		}
	})
	t.Run("Python's generators", func(t *testing.T) {
		python := virtual(t, ".venv-codegen", "requirements-codegen.txt")
		introspected, err := resolvers.Introspect(t.Context(), load(t))
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"schema.graphql": load(t).SDL(), "schema.json": string(introspected)} {
			if err := os.WriteFile(filepath.Join("python", name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		tools := filepath.Dir(python)
		run(t, "python", environment, filepath.Join(tools, "ariadne-codegen"))
		run(t, "python", environment, filepath.Join(tools, "sgqlc-codegen"), "schema", "schema.json", "generated_schema.py")
		if out := run(t, "python", environment, python, "generated.py"); out != "ok\n" {
			t.Errorf("got %s", out)
		}
	})
}

// serve serves a store until the test ends, to anybody or to who asks the documents of manifests; it gives the address.
func serve(t *testing.T, store *graph.Store, manifests []string) (url string) {
	t.Helper()

	m := load(t)
	compiler, err := compile.New(m, statements.Lookup)
	if err != nil {
		t.Fatal(err)
	}
	api, err := resolvers.New(resolvers.Config{Store: store, Compiler: compiler, Client: server.ClientOf})
	if err != nil {
		t.Fatal(err)
	}
	config := server.Config{API: api, Database: store, Introspect: true, Limits: server.Limits{Time: time.Minute}}
	if manifests != nil {
		var places []server.TrustedPlace
		for _, file := range manifests {
			places = append(places, server.TrustedPlace{Name: file, Files: os.DirFS("npm/generated"), File: file})
		}
		if config.Trusted, err = server.ReadTrusted(m.Schema, config.Limits, places...); err != nil {
			t.Fatal(err)
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- server.New(config).Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return "http://" + listener.Addr().String() + "/graphql"
}

func load(t *testing.T) *mapping.Mapping {
	t.Helper()

	m, err := mapping.Load(schema.Files)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// run runs a command in a folder and gives what it said on standard output.
func run(t *testing.T, folder string, environment []string, name string, args ...string) string {
	t.Helper()

	command := exec.CommandContext(t.Context(), name, args...)
	command.Dir, command.Env = folder, environment
	var out, errs strings.Builder
	command.Stdout, command.Stderr = &out, &errs
	if err := command.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, &out, &errs)
	}
	return out.String()
}

// install brings the packages of the lock file, unless they are there.
func install(t *testing.T) {
	t.Helper()

	if _, err := exec.LookPath("npm"); err != nil {
		t.Fatal("npm is missing; install Node 20 or newer, which make test needs")
	}
	const installed = "npm/node_modules/.installed" // the lock file of what is there
	wanted, err := os.ReadFile("npm/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if have, err := os.ReadFile(installed); err == nil && bytes.Equal(have, wanted) {
		return
	}
	run(t, "npm", os.Environ(), "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	if err := os.WriteFile(installed, wanted, 0o600); err != nil {
		t.Fatal(err)
	}
}

// virtual gives a Python that has what a file of requirements says. Python is no requirement of ours: where it or its
// packages cannot be had, the test says so.
func virtual(t *testing.T, folder, requirements string) (python string) {
	t.Helper()

	python, err := filepath.Abs(filepath.Join("python", folder, "bin", "python"))
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{
		{"python3", "-m", "venv", folder},
		{python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements},
	} {
		install := exec.CommandContext(t.Context(), command[0], command[1:]...)
		install.Dir = "python"
		if out, err := install.CombinedOutput(); err != nil {
			t.Skipf("Python clients were not tried: %s: %v\n%s", strings.Join(command, " "), err, out)
		}
	}
	return python
}

// docs/clients.md names each client at the version that is tried.
func TestClientsAreDocumented(t *testing.T) {
	t.Parallel()

	text, err := os.ReadFile("../clients.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, version := range versions(t) {
		if row := "| " + name + " | " + version + " |"; !strings.Contains(string(text), row) {
			t.Errorf("docs/clients.md has no row that begins %q", row)
		}
	}
}

// versions are those of package.json, go.mod and requirements.txt, without what only helps the others.
func versions(t *testing.T) map[string]string {
	t.Helper()

	all := map[string]string{}
	read := func(file string) string {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	var npm struct{ Dependencies, DevDependencies map[string]string }
	if err := json.Unmarshal([]byte(read("npm/package.json")), &npm); err != nil {
		t.Fatal(err)
	}
	for _, group := range []map[string]string{npm.Dependencies, npm.DevDependencies} {
		for name, version := range group {
			if name != "ws" && name != "rxjs" && !strings.HasPrefix(name, "@types/") {
				all[name] = version
			}
		}
	}
	for line := range strings.Lines(read("go/go.mod")) {
		if words := strings.Fields(line); len(words) == 2 && words[0] == "github.com/Khan/genqlient" {
			all["genqlient"] = strings.TrimPrefix(words[1], "v")
		}
	}
	for line := range strings.Lines(read("python/requirements.txt") + read("python/requirements-codegen.txt")) {
		name, version, _ := strings.Cut(strings.TrimSpace(line), "==")
		name, _, _ = strings.Cut(name, "[")
		all[name] = version
	}
	return all
}
