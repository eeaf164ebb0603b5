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

var errLocked = errors.New("held by another process")

// tryLock opens the file and takes its flock, or gives errLocked. The lock lasts until every descriptor
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
		if !errors.Is(err, errLocked) {
			return f, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("%s: %w: %w", file, errLocked, context.Cause(ctx))
		case <-time.After(lockRetry):
		}
	}
}

// lockDataDir makes this process the owner of a data folder, and records who it is.
func lockDataDir(ctx context.Context, cfg Config) (*os.File, error) {
	// Somebody who only asks, in isLocked, has the lock for some microseconds.
	patient, cancel := context.WithTimeout(ctx, 3*lockRetry)
	defer cancel()
	f, err := waitForLock(patient, lockFile(cfg.DataDir))
	if errors.Is(err, errLocked) {
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

// isLocked reports whether somebody owns the data folder: its owner, or a Neo4j that outlives the owner
// for a moment. It asks for a shared lock, so that two askers do not take each other for an owner.
func isLocked(dataDir string) bool {
	f, err := os.Open(lockFile(dataDir))
	if err != nil {
		return false
	}
	defer f.Close()
	return errors.Is(flock(f, shared), errLocked)
}

// readHolder reads the lock file; empty while its owner is writing it.
func readHolder(dataDir string) Holder {
	var holder Holder
	if text, err := os.ReadFile(lockFile(dataDir)); err == nil {
		_ = json.Unmarshal(text, &holder) // half-written is as good as unknown
	}
	return holder
}

func lockFile(dataDir string) string { return filepath.Join(dataDir, "neo4j.lock") }
