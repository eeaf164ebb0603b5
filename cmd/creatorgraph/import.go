package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/check"
	"github.com/creatorgraph/creatorgraph/dataset/columns"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// importFlags are the flags of import as they were typed.
type importFlags struct {
	strict        bool
	offline       bool
	ignoreUnknown bool
	progress      string
	rejects       string
	mapping       string
}

func importCommand(env *environment) *cobra.Command {
	var flags importFlags
	command := &cobra.Command{
		Use:   "import DIR | --map columns.yaml FILE…",
		Short: "Bring a data set into the graph",
		Long: `Brings the data set in DIR, CSV or NDJSON files, gzipped or not, into the graph. What a row says
holds and what is there already stays, so that the same folder twice leaves the same graph. Rows that
cannot be used are refused, and the rest goes on; the exit code is then 3. Each fault is told in
rejects.csv with file, line, column, value and reason, and the refused rows stand whole and in their own
spelling in the folder rejects beside it: mend them there, then import them from there. An import that
was interrupted is completed by running it again.

With --map it brings your own spreadsheets in, the way the mapping says; map proposes one. check tells
the same faults without a database.

` + importDocs,
		Example: "  creatorgraph import market\n  creatorgraph import market --strict --progress json\n" +
			"  creatorgraph import --map columns.yaml 达人列表.xlsx 结算.csv",
		Args: dirOrFiles(&flags.mapping),
		RunE: func(command *cobra.Command, args []string) error {
			return flags.run(command, env, args)
		},
	}
	on := command.Flags()
	on.BoolVar(&flags.strict, "strict", false, "import nothing if any row is refused")
	on.BoolVar(&flags.offline, "offline", false,
		"bring it into an empty embedded database by neo4j-admin: the fast way for large data sets")
	on.BoolVar(&flags.ignoreUnknown, "ignore-unknown", false, "pass over unknown files and columns")
	on.StringVar(&flags.progress, "progress", "bar", "bar, json or none, on standard error")
	on.StringVar(&flags.rejects, "rejects", "rejects.csv",
		"the file for what is refused; a folder of its name, without .csv, takes the rows")
	mapFlag(command, &flags.mapping)
	return command
}

func (f importFlags) run(command *cobra.Command, env *environment, args []string) error {
	progress, err := importProgress(f.progress, command.ErrOrStderr())
	if err != nil {
		return err
	}
	set, db, err := f.open(command, env, args)
	if db != nil {
		defer db.close(env.log)
	}
	if err != nil {
		return err
	}
	rejects, err := dataset.CreateRejects(f.rejects, set)
	if err != nil {
		return err
	}
	found := newFindings()
	opts := load.Options{Strict: f.strict, Progress: progress, Row: found.row, Reject: func(r dataset.Reject) error {
		found.faults.Add(r)
		return rejects.Add(r)
	}}
	report, err := f.load(command.Context(), env, db, set, opts)
	faults, closing := rejects.Close()
	if err != nil && !errors.Is(err, load.ErrRefused) {
		return errors.Join(err, closing)
	}
	if closing != nil {
		return closing
	}
	if err := found.write(command.OutOrStdout(), set); err != nil {
		return err
	}
	if err := printImport(command.OutOrStdout(), report, err == nil); err != nil {
		return err
	}
	if faults > 0 {
		return exitError{f.refusal(report, rejects), exitRefused}
	}
	return nil
}

// open opens the data set and the database. Without a mapping the set comes first, so that a wrong name
// is told before a database starts; with one the graph is asked what the spreadsheets name. Offline
// there is no database, and the graph is empty.
func (f importFlags) open(command *cobra.Command, env *environment, args []string) (*dataset.Set, *database, error) {
	var set *dataset.Set
	var err error
	opts := columns.Options{IgnoreUnknown: f.ignoreUnknown}
	if f.mapping == "" {
		set, err = dataset.Open(args[0], dataset.Options{IgnoreUnknown: f.ignoreUnknown})
	} else {
		set, err = mappedSet(command.Context(), f.mapping, args, opts, command.ErrOrStderr())
	}
	if err != nil || f.offline {
		return set, nil, err
	}
	db, err := env.openReady(command.Context())
	if err == nil && f.mapping != "" {
		opts.Lookup, opts.Existing = graphLookup(db), graphExisting(db)
		set, err = mappedSet(command.Context(), f.mapping, args, opts, io.Discard)
	}
	return set, db, err
}

func (f importFlags) load(
	ctx context.Context, env *environment, db *database, set *dataset.Set, opts load.Options,
) (load.Report, error) {
	if f.offline {
		return importOffline(ctx, env, set, opts)
	}
	report, err := load.Import(ctx, db.Store, set, opts)
	if err != nil {
		return report, err
	}
	_, err = analyze.NewEmbedder(db.Store).EmbedAll(ctx, time.Now().UTC(), placedAfterImport)
	return report, err
}

// refusal tells how many rows were refused and where they are.
func (f importFlags) refusal(report load.Report, rejects *dataset.Rejects) error {
	remedy := "mend them and import again"
	again := rejects.Folder()
	if f.mapping != "" {
		again = fmt.Sprintf("--map %s %s", f.mapping, filepath.Join(again, "*"))
	}
	if rejects.Folder() != "" {
		remedy = fmt.Sprintf("mend them in the folder %s and import it: creatorgraph import %s", rejects.Folder(), again)
	}
	return fmt.Errorf("%d rows were refused, see %s; %s", report.Total().Refused, f.rejects, remedy)
}

// importFindings is what an import finds in the rows, as check reports it.
type importFindings struct {
	faults   check.Findings
	warnings check.Findings
	watch    *check.Linter
	tables   map[string]*check.TableLinter
}

func newFindings() *importFindings {
	f := &importFindings{tables: map[string]*check.TableLinter{}}
	f.watch = check.NewLinter(time.Now().UTC(), f.warnings.Add)
	return f
}

func (f *importFindings) row(file dataset.File, row dataset.Row) {
	watcher := f.tables[file.Name]
	if watcher == nil {
		watcher = f.watch.Table(file)
		f.tables[file.Name] = watcher
	}
	watcher.Row(row)
}

func (f *importFindings) write(out io.Writer, set *dataset.Set) error {
	for _, file := range set.Files {
		if watcher := f.tables[file.Name]; watcher != nil {
			watcher.End()
		}
	}
	report := check.Report{Faults: f.faults.Groups(), Warnings: f.warnings.Groups(), Skipped: check.SkippedOf(set)}
	var b bytes.Buffer
	report.WriteFindings(&b)
	_, err := out.Write(b.Bytes())
	return err
}

// printImport writes what became of each file's rows.
func printImport(out io.Writer, r load.Report, imported bool) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "file\tcreated\tupdated\tunchanged\trepeated\trefused\tdone before\t")
	all := r.Total()
	all.File = "all"
	for _, f := range append(r.Files, all) {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n",
			f.File, f.Created, f.Updated, f.Unchanged, f.Repeated, f.Refused, f.Resumed)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	verdict := ""
	switch {
	case !imported:
		verdict = "; nothing was imported"
	case all.Created+all.Updated+all.Resumed == 0:
		verdict = "; nothing changed"
	}
	_, err := fmt.Fprintf(out, "%d rows in %s, %.0f rows/s%s\n", all.Rows(),
		r.Took.Round(time.Millisecond), float64(all.Rows())/max(r.Took.Seconds(), 0.001), verdict)
	return err
}
