package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	c, err := parse(args)
	if err != nil {
		return err
	}
	if c.crowd != "" {
		return crowd(c)
	}
	if len(c.live) > 0 {
		return live(ctx, c)
	}
	all, err := questions(c.cases)
	if err != nil {
		return err
	}
	if c.flat != nil {
		return flat(ctx, c, all)
	}
	if c.recall > 0 && c.dataDir != "" {
		return recall(ctx, c)
	}
	begun := time.Now()
	if err := prepare(ctx, &c); err != nil {
		return err
	}
	if c.recall > 0 {
		return recall(ctx, c)
	}
	if c.profile != "" {
		return profileNested(ctx, c, all)
	}
	return compareAll(ctx, c, all, begun)
}

// compareAll starts the servers, puts the questions to each and writes the report.
func compareAll(ctx context.Context, c config, all []question, begun time.Time) (err error) {
	servers, err := startAll(ctx, c)
	defer func() { err = errors.Join(err, servers.stop()) }()
	if err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(c.work, "samples.jsonl"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	b := newBench(c, servers, json.NewEncoder(file))
	machine, err := describeMachine(c, servers)
	if err != nil {
		return err
	}
	if c.Creators, err = creatorCount(b.clients[ours]); err != nil {
		return err
	}
	b.config = c
	// A case that fails does not hide the others; the report names it and the run fails in the end.
	var failures []error
	for _, q := range all {
		err := b.measure(ctx, q)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			fmt.Fprintln(os.Stderr, "bench:", err)
			failures = append(failures, fmt.Errorf("%s: %w", q.Name, err))
		}
	}
	if err := b.depth(ctx); err != nil {
		return err
	}
	if err := b.crowded(ctx); err != nil {
		return err
	}
	refused, err := b.refusals(ctx)
	if err != nil {
		return err
	}
	large, creators, err := b.larger(ctx)
	if err != nil {
		return err
	}
	return errors.Join(errors.Join(failures...), writeReport(c, report{
		Machine: machine, Begun: begun.UTC(), Took: time.Since(begun).Round(time.Second),
		Config: c, Questions: b.order, Large: large, LargeCreators: creators, samples: b.samples, Refusals: refused, Failures: failures,
	}))
}

func newBench(c config, r *running, file *json.Encoder) *bench {
	b := &bench{config: c, running: r, file: file, done: map[string]measured{}}
	for _, s := range servers {
		b.clients[s] = newClient(s, r.processes[s], max(c.Connections, maxConnections))
	}
	return b
}
