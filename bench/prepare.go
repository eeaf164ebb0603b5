package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// prepare builds the peers and, when no database is given, makes one: a market, imported offline. What a
// former run made is used again.
func prepare(ctx context.Context, c *config) error {
	if err := do(ctx, "", "go", "build", "-o", filepath.Join(c.work, "handwritten"), "./bench/peers/handwritten"); err != nil {
		return err
	}
	if err := installPeer(ctx); err != nil {
		return err
	}
	if c.dataDir != "" {
		return nil
	}
	work, err := filepath.Abs(c.work) // offline import changes its folder
	if err != nil {
		return err
	}
	name, generate := filepath.Join(work, "market-"+strconv.Itoa(c.Creators)), []string{}
	if c.Quick { // no case reads the series, and they are half of the rows
		name += "-thin"
		generate = []string{"--keep", "follower_history=0.1,content_metrics=0.1"}
	}
	c.dataDir = name + ".db"
	done := filepath.Join(c.dataDir, "bench.ready")
	if _, err := os.Stat(done); err == nil {
		return nil
	}
	// What stands there without the mark is from a run that was interrupted.
	for _, half := range []string{name, c.dataDir} {
		if err := os.RemoveAll(half); err != nil {
			return err
		}
	}
	if err := do(ctx, "", c.binary,
		append([]string{"generate", name, "--creators", strconv.Itoa(c.Creators)}, generate...)...); err != nil {
		return err
	}
	if err := do(ctx, "", c.binary, "import", name, "--offline", "--progress", "none", "--data-dir", c.dataDir,
		"--rejects", filepath.Join(c.work, "rejects.csv")); err != nil {
		return err
	}
	if err := os.RemoveAll(name); err != nil {
		return err
	}
	if err := do(ctx, "", c.binary, "analyze", "--progress", "none", "--data-dir", c.dataDir); err != nil {
		return err
	}
	return os.WriteFile(done, nil, 0o644)
}

// installPeer brings in the Node peer's packages as its lock file names them, unless they are there.
func installPeer(ctx context.Context) error {
	lock, err := os.Stat(filepath.Join(peerFolder, "package-lock.json"))
	if err != nil {
		return fmt.Errorf("run this from the repository's root: %w", err)
	}
	installed, err := os.Stat(filepath.Join(peerFolder, "node_modules", ".package-lock.json"))
	if err == nil && installed.ModTime().After(lock.ModTime()) {
		return nil
	}
	return do(ctx, peerFolder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
}

// do runs a command in a folder and shows what it says.
func do(ctx context.Context, folder, name string, args ...string) error {
	command := exec.CommandContext(ctx, name, args...)
	command.Dir, command.Stdout, command.Stderr = folder, os.Stderr, os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	return nil
}
