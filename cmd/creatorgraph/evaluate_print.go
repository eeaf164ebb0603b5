package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

// printReport writes a report as a table.
func printReport(out io.Writer, r *evaluate.Report) error {
	fmt.Fprintf(out, "%d creators, %d known pairs, %d held out (by %s%s)\n", r.Creators, r.KnownPairs, r.HeldOut,
		r.Split["by"], strings.TrimRight(": "+r.Split["cut"]+r.Split["truth"], ": "))
	fmt.Fprintf(out, "%d creators asked for, with at least %d known and %d held-out partners each; everybody ranked\n",
		r.Sources, r.Several, r.Several)
	if r.Compared > 0 {
		fmt.Fprintf(out, "%d pairs compared with as many of like degrees\n", r.Compared)
	}
	fmt.Fprintf(out, "seed %d; 95 %% intervals of %d resamples\n\n", r.Seed, r.Resamples)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	names := slices.DeleteFunc(slices.Clone(r.Metrics), func(name string) bool {
		_, measured := r.Results[0].Figures[name]
		return !measured
	})
	fmt.Fprintf(table, "\t%s\tlearning\tall\n", strings.Join(names, "\t"))
	for _, result := range r.Results {
		if result.Failed != "" {
			fmt.Fprintf(table, "%s\tnot measured: %s\n", result.Method, result.Failed)
			continue
		}
		fmt.Fprint(table, result.Method)
		for _, name := range names {
			f, measured := result.Figures[name]
			printInterval(table, "\t%.4f [%.4f, %.4f]", measured, f.Value, f.Low, f.High)
		}
		fmt.Fprintf(table, "\t%.1f s\t%.1f s\n", result.Learning, result.Seconds)
	}
	fmt.Fprint(table, "lead over the best")
	for _, name := range names {
		l, leads := r.Leads[name]
		printInterval(table, "\t%+.1f %% [%+.1f, %+.1f]", leads, 100*l.Value, 100*l.Low, 100*l.High)
	}
	fmt.Fprint(table, "\n  which is")
	for _, name := range names {
		fmt.Fprintf(table, "\t%s", r.Leads[name].Over)
	}
	fmt.Fprintln(table)
	return table.Flush()
}
