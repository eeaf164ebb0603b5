package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// profileFor is how long the nested question is asked while the server is profiled, after as long to warm up.
const profileFor = 5 * time.Second

// profileNested writes where our server's processor time goes while the nested question is asked.
func profileNested(ctx context.Context, c config, all []question) error {
	for _, q := range all {
		if q.Name == memoryCase {
			return profileOne(ctx, c, q)
		}
	}
	return nil
}

func profileOne(ctx context.Context, c config, q question) error {
	raw := filepath.Join(c.work, "nested.pprof")
	c.serve = append(c.serve, "--cpu-profile", raw)
	rate, err := loaded(ctx, c, q)
	if err != nil {
		return err
	}
	top, err := exec.CommandContext(ctx, "go", "tool", "pprof", "-top", "-cum", "-nodecount=70", c.binary, raw).Output()
	if err != nil {
		return fmt.Errorf("go tool pprof: %w", err)
	}
	head := fmt.Sprintf("Written by `go run ./bench -profile`: creatorgraph serve --cpu-profile, asked %s\n"+
		"by %d connections for two times %s, %.0f times a second; go tool pprof -top -cum.\n\n",
		q.Name, c.Connections, profileFor, rate)
	return os.WriteFile(c.profile, append([]byte(head), top...), 0o644)
}

// loaded runs our server under a question's load and gives how often a second it answered in the end.
func loaded(ctx context.Context, c config, q question) (rate float64, err error) {
	p, err := startOurs(ctx, c)
	if p != nil {
		defer func() { err = errors.Join(err, p.stop()) }()
	}
	if err != nil {
		return 0, err
	}
	asker := newClient(ours, p, c.Connections)
	all, err := sets(asker, q)
	if err != nil {
		return 0, err
	}
	shots, err := asker.requests(q, all)
	if err != nil {
		return 0, err
	}
	for range 2 {
		got, err := asker.run(ours.path(q), shots, c.Connections, profileFor)
		if err != nil {
			return 0, err
		}
		rate = float64(got.Requests) / got.Took.Seconds()
	}
	return rate, nil
}
