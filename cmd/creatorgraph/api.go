package main

import (
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/spf13/pflag"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
	"github.com/creatorgraph/creatorgraph/server"
)

// apiFlags say what the API offers, whoever asks it: clients of a server or the command line.
type apiFlags struct {
	queries  string
	facetAge time.Duration // zero, unless the server says otherwise
	answer   int           // bytes an answer may have; zero, unless the server says otherwise
}

func (f *apiFlags) define(on *pflag.FlagSet) {
	on.StringVar(&f.queries, "queries", "",
		"a folder of .cypher and .graphql files to save besides the starting set (see docs/guides/analyst.md)")
}

// check refuses a folder of queries with mistakes in it.
func (f *apiFlags) check() error {
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return err
	}
	_, err = f.saved(m.Schema)
	return err
}

// open makes the API over a store.
func (f *apiFlags) open(store *graph.Store, asking resolvers.Asking, log *slog.Logger) (*resolvers.Resolver, error) {
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return nil, err
	}
	saved, err := f.saved(m.Schema)
	if err != nil {
		return nil, err
	}
	compiler, err := compile.New(m, statements.Lookup)
	if err != nil {
		return nil, err
	}
	return resolvers.New(resolvers.Config{Store: store, Compiler: compiler, Logger: log, Asking: asking,
		Queries: saved, Client: server.ClientOf, FacetAge: f.facetAge, Answer: f.answer})
}

// saved reads the starting set and the user's folder.
func (f *apiFlags) saved(schema *ast.Schema) (queries.Set, error) {
	folders := []queries.Folder{{Name: "queries", Files: queries.Files}}
	if f.queries != "" {
		if _, err := os.Stat(f.queries); err != nil {
			return queries.Set{}, fmt.Errorf("--queries: %w; %w", err, errUsage)
		}
		folders = append(folders, queries.Folder{Name: f.queries, Files: os.DirFS(f.queries)})
	}
	set, err := queries.Load(schema, folders...)
	if err != nil {
		return queries.Set{}, fmt.Errorf("--queries: %w", err)
	}
	return set, nil
}
