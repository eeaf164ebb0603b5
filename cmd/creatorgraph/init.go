package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset/columns"
)

func initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Write empty tables for you to fill in",
		Long: `Writes templates into DIR, an empty or a new folder: templates.xlsx with a sheet a table, the same as
CSV files, columns.yaml that says what their columns mean, and a README. Headings are in Chinese and
English with their units, and each table has an example row, which is never imported. Fill in what you
have, in the workbook or in the CSV files, leave out the rest, and import it with columns.yaml.

` + importDocs,
		Example: "  creatorgraph init market\n  creatorgraph import --map market/columns.yaml market/templates.xlsx",
		Args:    cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, args []string) error {
			files, err := columns.WriteTemplates(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(command.OutOrStdout(), "wrote %d files to %s; begin with its README.md\n", files, args[0])
			return err
		},
	}
}
