package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/load"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/server"
)

// demoFlags are the flags of demo as they were typed.
type demoFlags struct {
	serve    serveFlags
	once     bool
	creators int
	seed     uint64
}

func demoCommand(env *environment) *cobra.Command {
	var flags demoFlags
	command := &cobra.Command{
		Use:   "demo",
		Short: "Everything, from nothing: a database, a simulated market in it, the server",
		Long: `Starts the embedded database in a folder of its own (demo/ in the usual data folder, unless --data-dir
names another), generates a market, imports and analyses it unless it is there, and serves it. With --once it asks
ten questions itself, shows the answers and ends; exit code 1 if one fails.`,
		Example: "  creatorgraph demo --once --creators 2000",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			if !command.Flags().Changed("data-dir") {
				env.dataDir = filepath.Join(env.dataDir, "demo")
			}
			if err := flags.serve.check(); err != nil {
				return err
			}
			if flags.once { // what is shown are questions and answers
				if err := env.prepare(command.ErrOrStderr(), slog.LevelWarn); err != nil {
					return err
				}
			}
			return flags.run(command, env)
		},
	}
	on := command.Flags()
	on.BoolVar(&flags.once, "once", false, "ask ten questions, show the answers, end")
	on.IntVar(&flags.creators, "creators", 20000, "how many creators the market has")
	on.Uint64Var(&flags.seed, "seed", 1, "which of the possible markets")
	flags.serve.define(on)
	return command
}

func (f *demoFlags) run(command *cobra.Command, env *environment) error {
	ctx, out := command.Context(), command.OutOrStdout()
	listener, err := f.listen(ctx, command.Flags().Changed("listen"))
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }() // Serve has closed it already, unless it never ran
	db, err := f.filled(command, env)
	if err != nil {
		return err
	}
	defer db.close(env.log)
	f.serve.listen = listener.Addr().String()
	s, err := f.serve.server(env, db.Store)
	if err != nil {
		return err
	}
	return db.during(ctx, func(ctx context.Context) error {
		if f.once {
			return f.askAll(ctx, s, listener, out)
		}
		fmt.Fprintf(out, demoWelcome, listener.Addr())
		return f.serve.serve(ctx, s, db.Store, listener, env.log)
	})
}

const demoWelcome = `
Creatorgraph answers at http://%[1]s/graphql

Open http://%[1]s/ to explore it, or http://%[1]s/graphiql/ and paste a question:

  { creators(filter: {categories: ["beauty"]}, orderBy: [{field: FOLLOWERS, direction: DESC}], first: 5) {
      nodes { name followers price(format: SHORT_VIDEO) agency { name } performance { fee cpm ctr roi } } } }

Ctrl-C ends it; the data stays for the next time.
`

// listen takes the usual address, or any free one when that is busy and nobody asked for it.
func (f *demoFlags) listen(ctx context.Context, asked bool) (net.Listener, error) {
	address := f.serve.listen
	if f.once {
		address = "127.0.0.1:0"
	}
	listener, err := server.Listen(ctx, address)
	if err != nil && !asked {
		return server.Listen(ctx, "127.0.0.1:0")
	}
	return listener, err
}

// filled gives the database with the market in it. A new embedded one is filled offline, which is
// several times faster.
func (f *demoFlags) filled(command *cobra.Command, env *environment) (*database, error) {
	ctx := command.Context()
	_, err := os.Stat(filepath.Join(env.dataDir, "data", "databases"))
	if env.uri == "" && errors.Is(err, fs.ErrNotExist) {
		if err := f.fill(command, env, nil); err != nil {
			return nil, err
		}
	}
	db, err := env.openReady(ctx)
	if err != nil {
		return nil, err
	}
	if err := f.fillAndAnalyze(command, env, db.Store); err != nil {
		db.close(env.log)
		return nil, err
	}
	return db, nil
}

// fillAndAnalyze imports and analyses the market, unless it was before.
func (f *demoFlags) fillAndAnalyze(command *cobra.Command, env *environment, store *graph.Store) error {
	if err := f.fillMissing(command, env, store); err != nil {
		return err
	}
	out := command.ErrOrStderr()
	fmt.Fprintln(out, "analysing it …")
	progress, err := analyzeProgress("bar", out)
	if err != nil {
		return err
	}
	_, err = analyzed(command.Context(), store, analyze.Options{Progress: progress})
	return err
}

// fillMissing imports the market unless it is there already, whole.
func (f *demoFlags) fillMissing(command *cobra.Command, env *environment, store *graph.Store) error {
	rows, err := store.Read(command.Context(), graph.Statement{Text: statements.Text("demo/state")})
	if err != nil {
		return err
	}
	creators, _ := rows[0]["creators"].(int64)
	if creators > 0 && rows[0]["unfinished"] == false {
		fmt.Fprintf(command.ErrOrStderr(), "the database holds %d creators\n", creators)
		return nil
	}
	return f.fill(command, env, store)
}

// fill generates the market and imports it: through a store, or offline without one.
func (f *demoFlags) fill(command *cobra.Command, env *environment, store *graph.Store) error {
	ctx, out := command.Context(), command.ErrOrStderr()
	fmt.Fprintf(out, "making a market of %d creators …\n", f.creators)
	dir, err := f.market(ctx, env)
	if err != nil {
		return err
	}
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "importing it …")
	var report load.Report
	if store == nil {
		report, err = loadOffline(ctx, env, set, load.Options{})
	} else {
		report, err = load.Import(ctx, store, set, load.Options{})
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d rows in %s\n", report.Total().Rows(), report.Took.Round(100*time.Millisecond))
	return nil
}

// market generates the market into the data folder, unless it was before: the same parameters give
// the same bytes, so that an interrupted import goes on with them.
func (f *demoFlags) market(ctx context.Context, env *environment) (string, error) {
	dir := filepath.Join(env.dataDir, fmt.Sprintf("market-%d-%d", f.creators, f.seed))
	if _, err := os.Stat(filepath.Join(dir, "creators.csv")); err == nil {
		return dir, nil
	}
	_, err := market.Generate(ctx, market.Params{Creators: f.creators, Seed: f.seed, Dir: dir}, nil)
	return dir, err
}
