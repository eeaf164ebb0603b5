package neo4jd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// lockRetry is how often a held lock is tried again.
const lockRetry = 50 * time.Millisecond

// A lock is one process's, or shared by those who only look.
const (
	exclusive = true
	shared    = false
)

var errHeld = errors.New("held by another process")

// tryLock opens the file and takes its flock, or gives errHeld. The lock lasts until every descriptor
// that stems from this one is closed, children's included.
func tryLock(file string) (*os.File, error) {
	f, err := os.OpenFile(file, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err := flock(f, exclusive); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// waitForLock is tryLock until it is free or ctx ends.
func waitForLock(ctx context.Context, file string) (*os.File, error) {
	for {
		f, err := tryLock(file)
		if !errors.Is(err, errHeld) {
			return f, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("%s: %w: %w", file, errHeld, context.Cause(ctx))
		case <-time.After(lockRetry):
		}
	}
}

// hold makes this process the owner of a data folder, and writes down who it is.
func hold(ctx context.Context, cfg Config) (*os.File, error) {
	// Somebody who only asks, in isHeld, has the lock for some microseconds.
	patient, cancel := context.WithTimeout(ctx, 3*lockRetry)
	defer cancel()
	f, err := waitForLock(patient, lockFile(cfg.DataDir))
	if errors.Is(err, errHeld) {
		return nil, &HeldError{cfg.DataDir, readHolder(cfg.DataDir)}
	}
	if err != nil {
		return nil, unwritable(cfg.DataDir, err)
	}
	host, _ := os.Hostname() // only told to people
	holder, err := json.Marshal(Holder{os.Getpid(), cfg.Command, host, time.Now().Truncate(time.Second)})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(append(holder, '\n'), 0)
	}
	if err != nil {
		f.Close()
		return nil, unwritable(cfg.DataDir, err)
	}
	return f, nil
}

// isHeld reports whether somebody owns the data folder: its owner, or a Neo4j that outlives the owner
// for a moment. It asks for a shared lock, so that two askers do not take each other for an owner.
func isHeld(dataDir string) bool {
	f, err := os.Open(lockFile(dataDir))
	if err != nil {
		return false
	}
	defer f.Close()
	return errors.Is(flock(f, shared), errHeld)
}

// readHolder gives what the lock file says, empty when its owner is just writing it.
func readHolder(dataDir string) Holder {
	var holder Holder
	if text, err := os.ReadFile(lockFile(dataDir)); err == nil {
		_ = json.Unmarshal(text, &holder) // half-written is as good as unknown
	}
	return holder
}

func lockFile(dataDir string) string { return filepath.Join(dataDir, "neo4j.lock") }
