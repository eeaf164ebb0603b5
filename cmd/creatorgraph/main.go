// Command creatorgraph holds a graph of creators, agencies, brands and campaigns in Neo4j and answers
// questions about it over GraphQL. `creatorgraph help` lists what it can do.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes; `creatorgraph help` documents them.
const (
	exitFailure = 1
	exitUsage   = 2
	exitRefused = 3 // an import refused rows, a check found faults
	exitWarned  = 4 // check --strict found warnings
)

// exitError is an error with an exit code of its own.
type exitError struct {
	error
	code int
}

func (e exitError) Unwrap() error { return e.error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the whole program for one command line; it gives the exit code.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	command := rootCommand()
	command.SetArgs(args)
	command.SetOut(out)
	command.SetErr(errs)
	err := command.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	fmt.Fprintln(errs, "creatorgraph:", err)
	var exit exitError
	switch {
	case errors.As(err, &exit):
		return exit.code
	case errors.Is(err, errUsage):
		return exitUsage
	}
	return exitFailure
}

var errUsage = errors.New("see creatorgraph help")

func rootCommand() *cobra.Command {
	env := &environment{}
	root := &cobra.Command{
		Use:   "creatorgraph",
		Short: "Explore a creator ecosystem: who works with whom, who is like whom, how it went",
		Long: `Explore a creator ecosystem over GraphQL: creators, MCN agencies, brands and campaigns in Neo4j.

Every flag can be given as a variable instead: --data-dir is CREATORGRAPH_DATA_DIR, and so on.
Logs go to standard error, results to standard output.
Exit codes: 0 done, 1 failed, 2 a wrong command line, 3 an import refused rows or a
check found faults, 4 check --strict found warnings.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(command *cobra.Command, _ []string) error {
			if err := flagsFromVariables(command); err != nil {
				return err
			}
			return env.prepare(command.ErrOrStderr(), slog.LevelInfo)
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return fmt.Errorf("%w; %w", err, errUsage)
	})
	env.flags(root.PersistentFlags())
	root.AddCommand(generateCommand(), serveCommand(env), demoCommand(env), doctorCommand(env),
		initCommand(), mapCommand(), checkCommand(), importCommand(env), exportCommand(env), analyzeCommand(env),
		evaluateCommand(env), queryCommand(env), schemaCommand())
	return root
}
