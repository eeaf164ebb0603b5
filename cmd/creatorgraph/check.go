package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/check"
	"github.com/creatorgraph/creatorgraph/dataset/columns"
)

// checkFlags are the flags of check as they were typed.
type checkFlags struct {
	ignoreUnknown bool
	json          bool
	strict        bool
	xlsx          string
	mapping       string
}

func checkCommand() *cobra.Command {
	var flags checkFlags
	command := &cobra.Command{
		Use:   "check DIR | --map columns.yaml FILE…",
		Short: "Tell all that is wrong with a data set, without a database",
		Long: `Reads the data set in DIR and tells every fault of every cell at once, grouped by kind with counts
and examples: the same faults for which import refuses rows, and warnings for what is legal but odd.
No database is asked: a key that a row names is looked for in the data set alone. With --map it checks
your own spreadsheets, read the way the mapping says, and names their cells as they stand there.

` + importDocs + `

Exit codes: 0 no fault, 3 faults were found, 4 no fault but warnings and --strict; 1 and 2 as ever.`,
		Example: "  creatorgraph check market\n  creatorgraph check market --json\n" +
			"  creatorgraph check market --xlsx report.xlsx && creatorgraph import market\n" +
			"  creatorgraph check --map columns.yaml 达人列表.xlsx 结算.csv",
		Args: dirOrFiles(&flags.mapping),
		RunE: func(command *cobra.Command, args []string) error {
			set, unfit, err := flags.open(command, args)
			if err != nil {
				return err
			}
			return flags.run(command, set, unfit)
		},
	}
	on := command.Flags()
	on.BoolVar(&flags.ignoreUnknown, "ignore-unknown", false, "pass over unknown files and columns")
	on.BoolVar(&flags.json, "json", false, "write the report as one JSON object")
	on.BoolVar(&flags.strict, "strict", false, "exit with 4 when there are warnings")
	on.StringVar(&flags.xlsx, "xlsx", "", "also write the report to this spreadsheet, with every finding")
	mapFlag(command, &flags.mapping)
	return command
}

// open gives what is to be checked, and what is wrong with its names.
func (f checkFlags) open(command *cobra.Command, args []string) (*dataset.Set, []dataset.Reject, error) {
	if f.mapping == "" {
		return dataset.Survey(args[0], dataset.Options{IgnoreUnknown: f.ignoreUnknown})
	}
	opts := columns.Options{IgnoreUnknown: f.ignoreUnknown}
	set, err := mappedSet(command.Context(), f.mapping, args, opts, command.ErrOrStderr())
	return set, nil, err
}

// run checks a set, of whatever source, and writes the report.
func (f checkFlags) run(command *cobra.Command, set *dataset.Set, unfit []dataset.Reject) error {
	var opts check.Options
	var sheet *check.Spreadsheet
	if f.xlsx != "" {
		if err := writable(f.xlsx); err != nil {
			return err
		}
		sheet = check.NewSpreadsheet()
		opts.Found = sheet.Add
	}
	report, err := check.Run(command.Context(), set, unfit, opts)
	if err != nil {
		err = fmt.Errorf("the check ended before its end: %w", err)
	}
	written := f.write(command.OutOrStdout(), report)
	if sheet != nil && written == nil {
		written = sheet.Save(f.xlsx, report)
	}
	if err := errors.Join(err, written); err != nil {
		return err
	}
	return f.verdict(report)
}

// write writes a report as text or, with --json, as JSON.
func (f checkFlags) write(out io.Writer, report *check.Report) error {
	if !f.json {
		return report.Write(out)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(report)
}

// verdict gives the error, with its exit code, of a report with faults or, with --strict, with warnings.
func (f checkFlags) verdict(report *check.Report) error {
	_, refused := report.Rows()
	switch faults, warnings := check.Count(report.Faults), check.Count(report.Warnings); {
	case faults > 0:
		return exitError{fmt.Errorf("%d faults, %d rows would be refused", faults, refused), exitRefused}
	case warnings > 0 && f.strict:
		return exitError{fmt.Errorf("%d warnings", warnings), exitWarned}
	}
	return nil
}

// writable is an error when a file cannot be made there.
func writable(path string) error {
	info, err := os.Stat(filepath.Dir(path))
	if err != nil || !info.IsDir() {
		return fmt.Errorf("--xlsx %s: there is no such folder; %w", path, errUsage)
	}
	return nil
}
