package main

import (
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// fenced is a block of code that says in which language it is.
var fenced = regexp.MustCompile("(?ms)^```(cypher|graphql)\n(.*?)^```$")

// blocks gives the blocks of a language in all documents, by file and text.
func blocks(t *testing.T, language string) map[string][]string {
	t.Helper()

	found := map[string][]string{}
	err := filepath.WalkDir("../../docs", func(path string, entry fs.DirEntry, err error) error {
		if entry != nil && entry.IsDir() && (entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".venv")) {
			return fs.SkipDir // packages of client projects, which another test may be installing
		}
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" || strings.Contains(path, "docs/explain/") {
			return err // what stands behind answers is written by the test that asks for it
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range fenced.FindAllStringSubmatch(string(raw), -1) {
			if m[1] == language {
				found[path] = append(found[path], m[2])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("no document holds a block of %s", language)
	}
	return found
}

// Every GraphQL operation that a document shows fits the schema.
func TestGraphQLInDocumentsIsValid(t *testing.T) {
	t.Parallel()

	m := harness.Mapping(t)
	for file, texts := range blocks(t, "graphql") {
		for _, text := range texts {
			if regexp.MustCompile(`(?m)^\s*(extend )?(type|input|enum|interface|scalar|directive|"""|[A-Za-z]+\.)`).MatchString(text) {
				continue // a part of a schema
			}
			if _, errs := gqlparser.LoadQueryWithRules(m.Schema, text, nil); errs != nil {
				t.Errorf("%s: %v\n%s", file, errs, text)
			}
		}
	}
}

// Every Cypher statement that a document shows runs, with the values of its @example: the second question about real data
// did not.
func TestCypherInDocumentsRuns(t *testing.T) {
	store := graphtest.Own(t, false)
	if err := graph.Migrate(t.Context(), store); err != nil {
		t.Fatal(err)
	}
	api, err := new(apiFlags).open(store, resolvers.Asking{Time: time.Minute}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	for file, texts := range blocks(t, "cypher") {
		for _, text := range texts {
			q, err := queries.Open(nil, strings.TrimSuffix(file, ".md")+".cypher", text)
			if err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
			if _, err := api.Saved(t.Context(), q, q.Example, 10); err != nil {
				t.Errorf("%s: %v\n%s", file, err, text)
			}
		}
	}
}
