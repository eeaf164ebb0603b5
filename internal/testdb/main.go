//go:build unix

// Command testdb runs a command with Neo4js for all of it: it starts embedded databases on folders of their own and
// ends them afterwards. One is named in NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD:
//
//	testdb go test ./graph
//
// `make test` runs so many packages at once as there are databases, each with one to itself:
//
//	testdb -databases 2 go test -p 2 -exec 'testdb lend' ./...
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	do, args := run, os.Args[1:]
	if len(args) > 0 && args[0] == "lend" {
		do, args = lend, args[1:]
	}
	code, err := do(ctx, args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "testdb:", err)
	}
	os.Exit(code)
}

// run starts the databases, then the command, and gives the command's exit code.
func run(ctx context.Context, args []string) (code int, err error) {
	flags := flag.NewFlagSet("testdb", flag.ContinueOnError)
	databases := flags.Int("databases", 1, "how many to start; of several, each test binary takes one with lend")
	if err := flags.Parse(args); err != nil {
		return 2, err
	}
	if flags.NArg() == 0 || *databases < 1 {
		return 2, errors.New("usage: testdb [-databases N] COMMAND [ARGUMENT …]")
	}
	if os.Getenv(javaOptions) == "" { // also for the databases that tests start
		if err := os.Setenv(javaOptions, quickJava); err != nil {
			return 1, err
		}
	}
	dir, err := os.MkdirTemp("", "creatorgraph-test-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	started := make([]*neo4jd.Server, *databases)
	defer func() {
		for _, s := range started {
			err = errors.Join(err, end(s))
		}
	}()
	if len(started) == 1 {
		if started[0], err = start(ctx, filepath.Join(dir, "0")); err != nil {
			return 1, err
		}
		return command(ctx, flags.Args(), started[0].Env())
	}
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	offered := make(chan error)
	go func() { // the command has tests to compile meanwhile
		err := offerAll(ctx, dir, started)
		if err != nil {
			fail(err)
		}
		offered <- err
	}()
	code, err = command(ctx, flags.Args(), []string{lendingEnv + "=" + dir})
	if failed := <-offered; failed != nil {
		return 1, errors.Join(failed, err)
	}
	return code, err
}

// offerAll starts databases and offers each as soon as it answers.
func offerAll(ctx context.Context, dir string, started []*neo4jd.Server) (err error) {
	for i := range started {
		if started[i], err = start(ctx, filepath.Join(dir, fmt.Sprint(i))); err != nil {
			return err
		}
		if err := offer(dir, i, started[i].Env()); err != nil {
			return err
		}
	}
	return nil
}

// The databases that tests start themselves live for a minute or two, in which Java's second compiler takes more time than it
// saves; those that are lent live for the whole run.
const javaOptions, quickJava = "CREATORGRAPH_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"

// start starts a database, the first on a machine twice: what its stop leaves behind saves each later start, of which the
// tests make many, five seconds.
func start(ctx context.Context, dir string) (*neo4jd.Server, error) {
	config := neo4jd.Config{DataDir: dir, HeapMB: 1024, PageCacheMB: 256, StartTimeout: 10 * time.Minute, JavaOptions: []string{},
		Logger: slog.New(slog.NewTextHandler(os.Stderr, nil))}
	server, err := neo4jd.Start(ctx, config)
	if err != nil || !server.WritesArchive() {
		return server, err
	}
	if err := end(server); err != nil {
		return nil, err
	}
	return neo4jd.Start(ctx, config)
}

func end(s *neo4jd.Server) error {
	if s == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	return s.Stop(ctx)
}

// command runs a command with more environment, hands interrupts on to it, and gives its exit code.
func command(ctx context.Context, args, env []string) (int, error) {
	child := exec.CommandContext(ctx, args[0], args[1:]...)
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NEO4J_") { // somebody's own database is not meant
			child.Env = append(child.Env, v)
		}
	}
	child.Env = append(child.Env, env...)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	child.Cancel = func() error { return child.Process.Signal(os.Interrupt) }
	err := child.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}
