package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/creatorgraph/creatorgraph/dataset/market"
)

// generateFlags are the flags of generate as they were typed.
type generateFlags struct {
	creators int
	seed     uint64
	truth    string
	today    string
	gzip     bool
	keep     map[string]string
}

func generateCommand() *cobra.Command {
	var flags generateFlags
	command := &cobra.Command{
		Use:   "generate DIR",
		Short: "Write a simulated creator marketplace as a data set",
		Long: `Writes a simulated creator marketplace into DIR, an empty or a new folder, ready to be imported.
The same flags give the same bytes. With --truth, what the market hides (tastes, qualities, chances of
acceptance, next month's followers) is written to another folder, for evaluation; it is never imported.`,
		Example: "  creatorgraph generate market --creators 20000 --seed 1 --truth truth",
		Args:    cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, args []string) error {
			params, err := flags.params(args[0])
			if err != nil {
				return err
			}
			summary, err := market.Generate(command.Context(), params, generateProgress(command.ErrOrStderr()))
			if err != nil {
				return err
			}
			return printMarket(command.OutOrStdout(), summary)
		},
	}
	on := command.Flags()
	on.IntVar(&flags.creators, "creators", 20000, "how many creators, 1 to "+strconv.Itoa(market.MaxCreators))
	on.Uint64Var(&flags.seed, "seed", 1, "which of the possible markets")
	on.StringVar(&flags.truth, "truth", "", "also write what the market hides to this folder")
	on.StringVar(&flags.today, "today", market.DefaultToday().Format(time.DateOnly),
		"the day on which the market is seen")
	on.BoolVar(&flags.gzip, "gzip", false, "write .csv.gz files")
	on.StringToStringVar(&flags.keep, "keep", nil,
		"thin files out, as in follower_history=0.1,content_metrics=0; any of "+
			strings.Join(market.Thinnable(), ", "))
	return command
}

func (f generateFlags) params(dir string) (market.Params, error) {
	today, err := time.Parse(time.DateOnly, f.today)
	if err != nil {
		return market.Params{}, fmt.Errorf("--today: %q is not a date: write it as 2026-11-23", f.today)
	}
	keep := map[string]float64{}
	for _, table := range slices.Sorted(maps.Keys(f.keep)) {
		share, err := strconv.ParseFloat(f.keep[table], 64)
		if err != nil {
			return market.Params{}, fmt.Errorf("--keep: %s=%q is not a share: write it as %s=0.1",
				table, f.keep[table], table)
		}
		keep[table] = share
	}
	return market.Params{Creators: f.creators, Seed: f.seed, Today: today, Dir: dir, TruthDir: f.truth,
		Gzip: f.gzip, Keep: keep}, nil
}

// generateProgress draws a bar on a terminal and nothing elsewhere, where it would only fill a log.
func generateProgress(out io.Writer) func(done, total int64) {
	file, isFile := out.(*os.File)
	if !isFile || !term.IsTerminal(int(file.Fd())) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int64) {
		if bar == nil {
			bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(out),
				progressbar.OptionSetDescription("generating"), progressbar.OptionSetPredictTime(true),
				progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		}
		_ = bar.Set64(done) // a bar that cannot be drawn is no reason to stop
	}
}

// printMarket writes the rows of each file and the figures that the market is calibrated to.
func printMarket(out io.Writer, s market.Summary) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, file := range s.Files {
		fmt.Fprintf(table, "%s\t%d\trows\t\n", file.Name, file.Rows)
	}
	fmt.Fprintf(table, "all\t%d\trows\t\n", s.Rows())
	for _, file := range s.Truth {
		fmt.Fprintf(table, "truth: %s\t%d\trows\t\n", file.Name, file.Rows)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "self-picked: %d participations, CPM %.1f yuan, CTR %.2f %%\n"+
		"recommended: %d participations, CPM %.1f yuan, CTR %.2f %%\naccepted: %.1f %% of invitations\n",
		s.SelfPicked.Participations, s.SelfPicked.CPMYuan(), 100*s.SelfPicked.CTR(),
		s.Recommended.Participations, s.Recommended.CPMYuan(), 100*s.Recommended.CTR(), 100*s.Acceptance())
	return err
}
