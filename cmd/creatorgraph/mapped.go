package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// mapFlag is the flag by which a command reads spreadsheets through a mapping.
func mapFlag(command *cobra.Command, path *string) {
	command.Flags().StringVar(path, "map", "", "columns.yaml, as map proposes it: read spreadsheets, not a data set")
}

// dirOrFiles is the arguments' rule of a command that takes one folder, or with --map files.
func dirOrFiles(mapping *string) cobra.PositionalArgs {
	return func(command *cobra.Command, args []string) error {
		switch {
		case *mapping != "" && len(args) == 0:
			return fmt.Errorf("name the spreadsheets that --map %s is for; %w", *mapping, errUsage)
		case *mapping == "" && len(args) != 1:
			return fmt.Errorf("name one folder, or spreadsheets with --map columns.yaml; %w", errUsage)
		}
		return nil
	}
}

// mappedSet reads spreadsheets through a mapping, and tells which rows are passed over.
func mappedSet(
	ctx context.Context, mapping string, files []string, opts columns.Options, tell io.Writer,
) (*dataset.Set, error) {
	m, err := readMapping(mapping)
	if err != nil {
		return nil, err
	}
	sheets, err := m.ReadSheets(files)
	if err != nil {
		return nil, err
	}
	applied, err := columns.Apply(ctx, m, sheets, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", mapping, err)
	}
	if err := printSkipped(tell, applied); err != nil {
		return nil, err
	}
	version, err := m.Fingerprint(files)
	if err != nil {
		return nil, err
	}
	return applied.Set(strings.Join(files, " "), version)
}

func readMapping(path string) (columns.Mapping, error) {
	file, err := os.Open(path)
	if err != nil {
		return columns.Mapping{}, fmt.Errorf("%w; creatorgraph map writes one", err)
	}
	defer file.Close()
	m, err := columns.Read(file)
	if err != nil {
		return m, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

// graphExisting gives what the graph has under some keys.
func graphExisting(db *database) func(context.Context, dataset.Table, []string) (map[string][]dataset.Cell, error) {
	return func(ctx context.Context, t dataset.Table, keys []string) (map[string][]dataset.Cell, error) {
		return load.Existing(ctx, db.Store, t, keys)
	}
}

// graphLookup finds keys of what the graph has by name.
func graphLookup(db *database) columns.Lookup {
	return func(ctx context.Context, table string, names []string) (map[string][]string, error) {
		return load.KeysByName(ctx, db.Store, table, names)
	}
}
