package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/export"
	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/queries"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// answer asks and writes the answer out.
func (f *queryFlags) answer(
	ctx context.Context, command *cobra.Command, api *resolvers.Resolver, q queries.Query, values map[string]any,
) error {
	isSubgraph := slices.Contains(subgraphs, f.format)
	if q.Language == queries.GraphQL && (isSubgraph || f.format == "json") {
		return f.whole(ctx, command, api, q, values)
	}
	if isSubgraph {
		return fmt.Errorf("--format %s: %s is no GraphQL; ask for neighborhood or paths in GraphQL; %w", f.format, q.Name, errUsage)
	}
	got, err := api.Saved(ctx, q, values, f.limit)
	if err != nil {
		return fmt.Errorf("%s: %w", q.Name, err)
	}
	if got.Truncated {
		fmt.Fprintf(command.ErrOrStderr(), "these are the first %d rows; ask for more with --limit\n", len(got.Rows))
	}
	note(command, got.Warnings)
	return f.save(command, f.writing(got))
}

// note tells on standard error what to know of an answer.
func note(command *cobra.Command, warnings []string) {
	for _, warning := range warnings {
		fmt.Fprintf(command.ErrOrStderr(), "note: %s\n", warning)
	}
}

// writing writes a table in the format asked for.
func (f *queryFlags) writing(t table.Table) func(io.Writer) error {
	write := formats[f.format]
	if f.bom {
		write = table.Table.CSVWithBOM
	}
	return func(w io.Writer) error { return write(t, w) }
}

// whole writes a GraphQL answer as it is: its JSON, or what it holds of the graph.
func (f *queryFlags) whole(
	ctx context.Context, command *cobra.Command, api *resolvers.Resolver, q queries.Query, values map[string]any,
) error {
	bound, err := q.Bind(values)
	if err != nil {
		return err
	}
	answer, err := api.Ask(ctx, q.Text, bound)
	if err != nil {
		return fmt.Errorf("%s: %w", q.Name, err)
	}
	note(command, answer.Warnings)
	if f.format == "json" {
		return f.save(command, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			e.SetEscapeHTML(false)
			return e.Encode(json.RawMessage(answer.Data))
		})
	}
	found, err := export.Read(answer.Data, answer.Question)
	if err != nil {
		return fmt.Errorf("%s: %w", q.Name, err)
	}
	format, err := export.FormatNamed(f.format)
	if err != nil {
		return err
	}
	return f.save(command, func(w io.Writer) error { return format.Write(w, found) })
}

// save writes to the file that --out names, or to standard output.
func (f *queryFlags) save(command *cobra.Command, to func(io.Writer) error) error {
	if f.out == "" {
		return to(command.OutOrStdout())
	}
	file, err := os.Create(f.out)
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return errors.Join(to(file), file.Close())
}
