package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

const (
	// maxLives is how often in a row the embedded database may end soon after its start, or not start at
	// all. What five starts do not mend, such as a full disk, a sixth will not.
	maxLives = 5
	// steady is how long it has to live for its end to count as the first again.
	steady = time.Minute
	// betweenStarts is the pause after a start that failed.
	betweenStarts = time.Second
)

// during runs work and meanwhile keeps the embedded database up: when it ends unasked, it is opened again
// and the Store finds it by itself. When that is beyond help, work is called off
// and the error says why.
func (d *database) during(ctx context.Context, work func(context.Context) error) error {
	if d.server == nil {
		return work(ctx)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	kept := make(chan error, 1)
	go func() {
		kept <- d.keep(ctx)
		stop()
	}()
	err := work(ctx)
	stop()
	if lost := <-kept; lost != nil {
		return lost // work only ended because of it
	}
	return err
}

// keep opens the embedded database again each time it has ended, until ctx ends. Of several processes on
// one folder, the first to come starts it and the others join.
func (d *database) keep(ctx context.Context) error {
	var lives restartBackoff
	var failed error // why it did not start, as long as it does not
	for opened := time.Now(); ; opened = time.Now() {
		select {
		case <-ctx.Done():
			return nil
		case <-d.server.Done():
		}
		why := errors.Join(d.server.Err(), failed)
		if !lives.mayRestart(time.Since(opened)) {
			return fmt.Errorf("the embedded database ended %d times in a row, each time within %s: %w",
				maxLives, steady, why)
		}
		d.config.Logger.Warn("the embedded database ended; opening it again", "error", why)
		failed = d.reopen(ctx)
		if ctx.Err() != nil {
			return nil
		}
	}
}

// reopen puts a database that answers in the place of the one that has ended, at whichever port: the Store asks
// where. A start that failed is followed by a pause.
func (d *database) reopen(ctx context.Context) error {
	server, err := neo4jd.Open(ctx, d.config)
	if err == nil && server.Password() != d.server.Password() {
		err = errors.Join(errReplaced, server.Stop(context.WithoutCancel(ctx)))
	}
	if err != nil {
		select {
		case <-ctx.Done():
		case <-time.After(betweenStarts):
		}
		return err
	}
	d.server = server
	d.address.Store(addressOf(server))
	return nil
}

// errReplaced is for a folder that somebody put in another's place under a running server.
var errReplaced = errors.New("the data folder is another one than before; start again")

// addressOf is host:port of an embedded database.
func addressOf(server *neo4jd.Server) *string {
	address := strings.TrimPrefix(server.URI(), "neo4j://")
	return &address
}

// restartBackoff counts how often in a row something has ended early.
type restartBackoff struct{ early int }

// mayRestart reports whether what has lived so long may be started once more.
func (l *restartBackoff) mayRestart(lived time.Duration) bool {
	if lived >= steady {
		l.early = 0
	}
	l.early++
	return l.early < maxLives
}
