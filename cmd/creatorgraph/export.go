package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

func exportCommand(env *environment) *cobra.Command {
	var opts load.ExportOptions
	command := &cobra.Command{
		Use:   "export DIR",
		Short: "Write the graph as a data set",
		Long: `Writes the graph as a data set into DIR, an empty or a new folder, which import takes as it is. Rows
are ordered by their keys, so that equal graphs give equal files.`,
		Example: "  creatorgraph export backup --gzip",
		Args:    cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, args []string) error {
			db, err := env.openReady(command.Context())
			if err != nil {
				return err
			}
			defer db.close(env.log)
			rows, err := load.Export(command.Context(), db.Store, args[0], opts)
			if err != nil {
				return err
			}
			table := tabwriter.NewWriter(command.OutOrStdout(), 0, 0, 2, ' ', tabwriter.AlignRight)
			for _, t := range dataset.Tables() {
				fmt.Fprintf(table, "%s\t%d\trows\t\n", t.Name, rows[t.Name])
			}
			return table.Flush()
		},
	}
	command.Flags().BoolVar(&opts.Gzip, "gzip", false, "write .csv.gz files")
	return command
}
