// Command testdb runs a command with one Neo4j for all of it: it starts the embedded database on a
// folder of its own, names it in NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, and ends it afterwards.
// `make test` runs the tests of all packages under it.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	code, err := run(ctx, os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "testdb:", err)
	}
	os.Exit(code)
}

func run(ctx context.Context, args []string) (code int, err error) {
	if len(args) == 0 {
		return 2, errors.New("usage: testdb COMMAND [ARGUMENT …]")
	}
	dir, err := os.MkdirTemp("", "creatorgraph-test-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	server, err := neo4jd.Start(ctx, neo4jd.Config{DataDir: dir, HeapMB: 1024, PageCacheMB: 256,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	if err != nil {
		return 1, err
	}
	defer func() {
		stopCtx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		err = errors.Join(err, server.Stop(stopCtx))
	}()
	child := exec.CommandContext(ctx, args[0], args[1:]...)
	child.Env = append(os.Environ(), server.Env()...)
	child.Stdin, child.Stdout, child.Stderr = os.Stdin, os.Stdout, os.Stderr
	child.Cancel = func() error { return child.Process.Signal(os.Interrupt) }
	err = child.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}
