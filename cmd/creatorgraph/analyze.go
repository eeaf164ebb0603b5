package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// analyzeFlags are the flags of analyze as they were typed.
type analyzeFlags struct {
	full     bool
	progress string
}

func analyzeCommand(env *environment) *cobra.Command {
	var flags analyzeFlags
	command := &cobra.Command{
		Use:   "analyze",
		Short: "Derive collaborations, communities and models from the whole graph",
		Long: `Derives from the whole graph what questions then read: who has collaborated with whom how closely, the
communities creators form, what models learn. What has not changed since the last time is passed over.
Readers see the old values until the new are complete; one that is interrupted leaves the old ones. One
process at a time analyses a database; another is told who it is.`,
		Example: "  creatorgraph analyze\n  creatorgraph analyze --full --progress json",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return flags.run(command, env)
		},
	}
	on := command.Flags()
	on.BoolVar(&flags.full, "full", false, "also what has not changed since the last time")
	on.StringVar(&flags.progress, "progress", "bar", "bar, json or none, on standard error")
	return command
}

func (f analyzeFlags) run(command *cobra.Command, env *environment) error {
	progress, err := analyzeProgress(f.progress, command.ErrOrStderr())
	if err != nil {
		return err
	}
	ctx := command.Context()
	db, err := env.openReady(ctx)
	if err != nil {
		return err
	}
	defer db.close(env.log)
	report, err := analyzed(ctx, db.Store, analyze.Options{Full: f.full, Progress: progress})
	if len(report.Steps) == 0 && err != nil {
		return err
	}
	return errors.Join(printAnalysis(command.OutOrStdout(), report), err)
}

// analyzed counts what totals are stale, which an analysis may read, then analyses.
func analyzed(ctx context.Context, store *graph.Store, opts analyze.Options) (analyze.Report, error) {
	if err := load.Totals(ctx, store, time.Now().UTC()); err != nil {
		return analyze.Report{}, err
	}
	return analyze.Run(ctx, store, opts)
}

// printAnalysis writes what became of each step.
func printAnalysis(out io.Writer, r analyze.Report) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "step\twhat\tseconds")
	for _, s := range r.Steps {
		seconds := fmt.Sprintf("%.1f", s.Took.Seconds())
		if s.Skipped {
			seconds = "-"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", s.Name, s.Made, seconds)
	}
	fmt.Fprintf(table, "all\t\t%.1f\n", r.Took.Seconds())
	return table.Flush()
}

// settle is how long a server answers undisturbed before it analyses for the first time.
const settle = 10 * time.Second

// analyzeEvery analyses the graph soon after ready is closed and then at every interval, until ctx ends. An
// analysis of a graph that has not changed costs a few questions; while another process is at it, it is
// left to that one.
func analyzeEvery(
	ctx context.Context, every time.Duration, ready <-chan struct{}, store *graph.Store, log *slog.Logger,
) {
	if every <= 0 {
		return
	}
	select {
	case <-ready:
	case <-ctx.Done():
	}
	for wait := min(settle, every); ; wait = every {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		analyzeOnce(ctx, store, log)
	}
}

func analyzeOnce(ctx context.Context, store *graph.Store, log *slog.Logger) {
	report, err := analyzed(ctx, store, analyze.Options{})
	var held *graph.HeldError
	switch {
	case ctx.Err() != nil:
	case errors.As(err, &held):
		log.InfoContext(ctx, "another process analyses the graph", "who", held.Who, "since", held.Since)
	case err != nil:
		log.WarnContext(ctx, "the graph was not wholly analysed; what was there before still answers", "error", err)
	}
	for _, s := range report.Steps {
		if !s.Skipped {
			log.InfoContext(ctx, "analysed", "step", s.Name, "made", s.Made, "seconds", tenths(s.Took))
		}
	}
}
