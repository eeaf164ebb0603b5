package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// server is one of the three.
type server int

const (
	ours server = iota
	handwritten
	peer
)

// servers are in the order in which they take turns.
var servers = [...]server{ours, handwritten, peer}

// names are those of the report and of the logs.
var names = [...]string{ours: "ours", handwritten: "hand-written", peer: "@neo4j/graphql"}

func (s server) String() string { return names[s] }

// path is where a server answers a case.
func (s server) path(q question) string {
	if s == handwritten {
		return "/" + q.Name
	}
	return "/graphql"
}

// peerFolder holds the Node peer.
var peerFolder = filepath.Join("bench", "peers", "neo4j-graphql")

// running are the three servers and the database under them.
type running struct {
	processes [len(servers)]*process
	database  int // Neo4j's process
}

// startAll starts ours, which starts the database or joins it, and then the others on the same database.
func startAll(ctx context.Context, c config) (*running, error) {
	r := &running{}
	var err error
	if r.processes[ours], err = startOurs(ctx, c); err != nil {
		return r, err
	}
	env, err := environment(c.dataDir)
	if err != nil {
		return r, err
	}
	if r.database, err = databaseProcess(c.dataDir); err != nil {
		return r, err
	}
	hand := exec.Command(filepath.Join(c.work, "handwritten"), "-cases", filepath.Join("bench", "cases"))
	hand.Env = env
	if r.processes[handwritten], err = start(ctx, c.work, "handwritten", hand); err != nil {
		return r, err
	}
	node := exec.Command("node", "server.js")
	node.Dir = peerFolder
	node.Env = append(env, "NODE_ENV=production", "LISTEN=127.0.0.1:0", fmt.Sprintf("PROCESSES=%d", c.processes))
	r.processes[peer], err = start(ctx, c.work, "peer", node)
	return r, err
}

// startOurs starts our server and waits until it answers questions. What has started is given even so.
func startOurs(ctx context.Context, c config) (*process, error) {
	p, err := start(ctx, c.work, "ours",
		exec.Command(c.binary, append([]string{"serve", "--data-dir", c.dataDir, "--listen", "127.0.0.1:0",
			"--analyze-every", "0"}, c.serve...)...))
	if err != nil {
		return nil, err
	}
	return p, p.ready(ctx)
}

// stop ends the servers, ours last since the database may be its child.
func (r *running) stop() error {
	var failed error
	for i := len(r.processes) - 1; i >= 0; i-- {
		if p := r.processes[i]; p != nil {
			failed = errors.Join(failed, p.stop())
		}
	}
	return failed
}

// environment gives our own with where the database of a folder answers.
func environment(dataDir string) ([]string, error) {
	raw, err := os.ReadFile(filepath.Join(dataDir, "neo4j.env"))
	if err != nil {
		return nil, fmt.Errorf("the database does not say where it answers: %w", err)
	}
	return append(os.Environ(), strings.Fields(string(raw))...), nil
}

func databaseProcess(dataDir string) (int, error) {
	raw, err := os.ReadFile(filepath.Join(dataDir, "run", "neo4j.pid"))
	if err != nil {
		return 0, err
	}
	var pid int
	if _, err := fmt.Sscan(string(raw), &pid); err != nil {
		return 0, fmt.Errorf("neo4j.pid %q: %w", raw, err)
	}
	return pid, nil
}
