package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// importDocs stands in the help of each command that reads data sets.
const importDocs = `docs/import.md leads from a spreadsheet to the graph; docs/import-format.md is the import format.`

func mapCommand() *cobra.Command {
	var out string
	var force bool
	command := &cobra.Command{
		Use:   "map FILE…",
		Short: "Propose what the columns of your own spreadsheets mean",
		Long: `Reads spreadsheets as people have them, .xlsx, .csv and .tsv in any usual encoding, with titles above
the headings and totals below, and proposes what each column means: columns.yaml, with a confidence and
examples for each. What it cannot decide, such as yuan or fen, stands there as "?". Correct the file, then
check and import the spreadsheets with it.

` + importDocs,
		Example: "  creatorgraph map 达人列表.xlsx 结算.csv\n  creatorgraph check --map columns.yaml 达人列表.xlsx 结算.csv\n" +
			"  creatorgraph import --map columns.yaml 达人列表.xlsx 结算.csv",
		Args: cobra.MinimumNArgs(1),
		RunE: func(command *cobra.Command, args []string) error {
			sheets, err := readSheets(args)
			if err != nil {
				return err
			}
			m := columns.Propose(sheets, time.Now())
			if out == "-" {
				if err := columns.Summarize(command.ErrOrStderr(), m); err != nil {
					return err
				}
				return columns.Write(command.OutOrStdout(), m)
			}
			if err := writeMapping(out, m, force); err != nil {
				return err
			}
			if err := columns.Summarize(command.OutOrStdout(), m); err != nil {
				return err
			}
			_, err = fmt.Fprintf(command.OutOrStdout(), "wrote %s; correct it there, then\n"+
				"  creatorgraph check --map %[1]s %[2]s\n  creatorgraph import --map %[1]s %[2]s\n", out, strings.Join(args, " "))
			return err
		},
	}
	command.Flags().StringVar(&out, "out", "columns.yaml", "the file to write; - is standard output")
	command.Flags().BoolVar(&force, "force", false, "write over a file that is there")
	return command
}

func readSheets(paths []string) ([]sheet.Sheet, error) {
	var all []sheet.Sheet
	for _, path := range paths {
		sheets, err := sheet.Read(path, sheet.Options{})
		if err != nil {
			return nil, err
		}
		all = append(all, sheets...)
	}
	return all, nil
}

// writeMapping writes a new file, so that nobody's corrections are lost.
func writeMapping(path string, m columns.Mapping, force bool) (err error) {
	mode := os.O_CREATE | os.O_WRONLY | os.O_EXCL
	if force {
		mode = os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	}
	file, err := os.OpenFile(path, mode, 0o644)
	if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s: it is there already, perhaps with your corrections; name another with --out, or write over it with --force", path)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return columns.Write(file, m)
}

// printSkipped says which rows of the sheets were taken for no data.
func printSkipped(out io.Writer, applied *columns.Applied) error {
	for i, p := range applied.Skipped {
		if i == 20 {
			_, err := fmt.Fprintf(out, "… and %d more rows are passed over\n", len(applied.Skipped)-i)
			return err
		}
		where := p.File
		if p.Sheet != "" {
			where += ", sheet " + p.Sheet
		}
		if _, err := fmt.Fprintf(out, "%s, line %d is passed over: %s\n", where, p.Line, p.Reason); err != nil {
			return err
		}
	}
	return nil
}
