// Package clients runs the clients and code generators of this folder against a served graph: what docs/clients.md
// says of each is held here.
package clients

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
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
	installed := begin(func() (string, error) { return "", install() })
	pythonOf := begin(func() (string, error) { return virtual(t.Context(), ".venv", "requirements.txt") })
	pythonOfGenerators := begin(func() (string, error) { return virtual(t.Context(), ".venv-codegen", "requirements-codegen.txt") })
	environment := append(os.Environ(), "CREATORGRAPH_URL="+url, "CREATOR_KEY="+drawing.Key("ann"), "CAMPAIGN_KEY="+drawing.Key("spring"))

	t.Run("genqlient", func(t *testing.T) {
		m := harness.Mapping(t)
		if err := os.WriteFile("go/schema.graphql", []byte(m.FlatSDL()), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, "go", environment, "go", "generate", ".")
		if out := run(t, "go", environment, "go", "run", "."); out != "ok\n" {
			t.Errorf("got %s", out)
		}
	})
	t.Run("npm", func(t *testing.T) {
		if _, err := installed(); err != nil {
			t.Fatal(err)
		}
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
	t.Run("gql", func(t *testing.T) {
		python, err := pythonOf()
		if err != nil {
			t.Skip("Python clients were not tried: ", err)
		}
		if out := run(t, "python", environment, python, "main.py"); out != "ok\n" {
			t.Errorf("got %s", out)
		}
	})
	t.Run("Python's generators", func(t *testing.T) {
		python, err := pythonOfGenerators()
		if err != nil {
			t.Skip("Python clients were not tried: ", err)
		}
		introspected, err := resolvers.Introspect(t.Context(), harness.Mapping(t))
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"schema.graphql": harness.Mapping(t).SDL(), "schema.json": string(introspected)} {
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

	api := harness.Resolver(t, resolvers.Config{Store: store, Client: server.ClientOf, Now: time.Now})
	config := server.Config{API: api, Database: store, Introspect: true, Limits: server.Limits{Time: time.Minute}}
	if manifests != nil {
		var places []server.TrustedPlace
		for _, file := range manifests {
			places = append(places, server.TrustedPlace{Name: file, Files: os.DirFS("npm/generated"), File: file})
		}
		var err error
		if config.Trusted, err = server.ReadTrusted(harness.Mapping(t).Schema, config.Limits, places...); err != nil {
			t.Fatal(err)
		}
	}
	return harness.Serve(t, server.New(config)) + "/graphql"
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

// begin begins what mostly waits for a registry, and gives what waits for its end.
func begin(what func() (string, error)) func() (string, error) {
	once := sync.OnceValues(what)
	go func() { _, _ = once() }() // whoever needs it is told
	return once
}

// install brings the packages of the lock file, unless they are there.
func install() error {
	if _, err := exec.LookPath("npm"); err != nil {
		return errors.New("npm is missing; install Node 20 or newer, which make test needs")
	}
	const installed = "npm/node_modules/.installed" // the lock file of what is there
	wanted, err := os.ReadFile("npm/package-lock.json")
	if err != nil {
		return err
	}
	if have, err := os.ReadFile(installed); err == nil && bytes.Equal(have, wanted) {
		return nil
	}
	command := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	command.Dir = "npm"
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("npm ci: %w\n%s", err, out)
	}
	return os.WriteFile(installed, wanted, 0o600)
}

// virtual gives a Python that has what a file of requirements says. Python is no requirement of ours: where it or its
// packages cannot be had, the test says so.
func virtual(ctx context.Context, folder, requirements string) (python string, err error) {
	python, err = filepath.Abs(filepath.Join("python", folder, "bin", "python"))
	if err != nil {
		return "", err
	}
	for _, command := range [][]string{
		{"python3", "-m", "venv", folder},
		{python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements},
	} {
		install := exec.CommandContext(ctx, command[0], command[1:]...)
		install.Dir = "python"
		if out, err := install.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
	}
	return python, nil
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
