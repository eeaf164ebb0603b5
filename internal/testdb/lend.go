//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// lendingEnv names the folder that has a file of environment variables for each database. Whoever holds the lock of a
// file has that database to itself.
const lendingEnv = "CREATORGRAPH_TEST_DATABASES"

// lendRetry is how often one looks for a free database. There are as many as packages under test at a time, so that
// only one that has just ended is waited for, and at first those that still start.
const lendRetry = 20 * time.Millisecond

func offer(dir string, number int, env []string) error {
	unfinished := filepath.Join(dir, fmt.Sprintf("%d.unfinished", number))
	if err := os.WriteFile(unfinished, []byte(strings.Join(env, "\n")), 0o600); err != nil {
		return err
	}
	return os.Rename(unfinished, filepath.Join(dir, fmt.Sprintf("%d.env", number)))
}

// lend runs a test binary with a database of the folder to itself, emptied, as `go test -exec` asks; most packages' tests
// know of no database and get none.
func lend(ctx context.Context, args []string) (int, error) {
	dir := os.Getenv(lendingEnv)
	if len(args) == 0 || dir == "" {
		return 2, errors.New("usage: testdb -databases N go test -exec 'testdb lend' …")
	}
	signal.Notify(make(chan os.Signal, 1), syscall.SIGQUIT) // go test's, to what takes too long; the binary's own time limit tells where
	uses, err := usesDatabase(args[0])
	if err != nil {
		return 1, err
	}
	if !uses {
		return command(ctx, args, nil)
	}
	file, err := borrow(ctx, dir)
	if err != nil {
		return 1, err
	}
	defer file.Close() // no child inherits it
	text, err := os.ReadFile(file.Name())
	if err != nil {
		return 1, err
	}
	env := strings.Split(string(text), "\n")
	if err := graphtest.Renew(ctx, graphtest.Named(variablesOf(env))); err != nil {
		return 1, fmt.Errorf("emptying the database of the test before: %w", err)
	}
	return command(ctx, args, append(env, graphtest.LentEnv+"=yes"))
}

// usesDatabase tells whether a test binary holds the name by which package graphtest asks for what is lent.
func usesDatabase(binary string) (bool, error) {
	text, err := os.ReadFile(binary)
	return bytes.Contains(text, []byte(graphtest.LentEnv)), err
}

// variablesOf gives the values of lines NAME=value.
func variablesOf(env []string) func(name string) string {
	return func(name string) string {
		for _, line := range env {
			if value, is := strings.CutPrefix(line, name+"="); is {
				return value
			}
		}
		return ""
	}
}

// borrow takes the lock of one of a folder's files, which come as the databases have started.
func borrow(ctx context.Context, dir string) (*os.File, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	for {
		if file, isLocked, err := lockAny(dir); isLocked || err != nil {
			return file, err
		}
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case <-time.After(lendRetry):
		}
	}
}

// lockAny takes the lock of a file that nobody holds; false where all are held.
func lockAny(dir string) (file *os.File, isLocked bool, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.env"))
	if err != nil {
		return nil, false, err
	}
	for _, name := range files {
		file, err = os.Open(name)
		if err != nil {
			return nil, false, err
		}
		err = unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err == nil {
			return file, true, nil
		}
		file.Close()
		if !errors.Is(err, unix.EWOULDBLOCK) {
			return nil, false, err
		}
	}
	return nil, false, nil
}
