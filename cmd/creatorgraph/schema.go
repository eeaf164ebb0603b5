package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/graph/mapping"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/schema"
)

func schemaCommand() *cobra.Command {
	var f schemaFlags
	command := &cobra.Command{
		Use:   "schema",
		Short: "Print the GraphQL schema, for code generators",
		Long: `Prints the schema that serve answers by, in SDL or as the answer to the introspection query. It needs neither
a database nor a server, whose /schema.graphql, Query.sdl and introspection say the same.`,
		Example: `  creatorgraph schema > schema.graphql
  creatorgraph schema --json > schema.json
  creatorgraph schema --flat-interfaces > schema.graphql   # for genqlient`,
		Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error { return f.run(command) },
	}
	command.Flags().BoolVar(&f.json, "json", false, "print the introspection query's answer")
	command.Flags().BoolVar(&f.flat, "flat-interfaces", false,
		"let no interface implement another, for code generators that do not know that they can")
	return command
}

// schemaFlags are the flags of schema.
type schemaFlags struct{ json, flat bool }

func (f schemaFlags) run(command *cobra.Command) error {
	m, err := mapping.Load(schema.Files)
	if err != nil {
		return err
	}
	out := command.OutOrStdout()
	switch {
	case f.json && f.flat:
		return fmt.Errorf("--json and --flat-interfaces; give one of them; %w", errUsage)
	case f.json:
		return writeIntrospection(command.Context(), out, m)
	case f.flat:
		_, err = io.WriteString(out, m.FlatSDL())
	default:
		_, err = io.WriteString(out, m.SDL())
	}
	return err
}

func writeIntrospection(ctx context.Context, out io.Writer, m *mapping.Mapping) error {
	raw, err := resolvers.Introspect(ctx, m)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, b.String())
	return err
}
