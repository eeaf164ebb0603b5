package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"
)

// watchEvery is how often a joined database's owner is looked for.
const watchEvery = 250 * time.Millisecond

// Open joins the database that runs on cfg.DataDir, waiting for one that is just starting, and starts it
// when there is none. Of several that open a folder at once, one becomes the owner.
func Open(ctx context.Context, cfg Config) (*Server, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	for {
		server, err := join(ctx, cfg)
		if !errors.Is(err, ErrNotRunning) {
			return server, err
		}
		server, err = Start(ctx, cfg)
		var held *HeldError
		if !errors.As(err, &held) {
			return server, err
		}
	}
}

// Join gives the database that runs on dataDir, and ErrNotRunning when nobody owns the folder. While the
// owner is starting (or stopping) it waits, at most three minutes; an owner that does not get ready gives
// a *HeldError. The files it reads are the owner's, so another user cannot join.
func Join(ctx context.Context, dataDir string) (*Server, error) {
	cfg, err := Config{DataDir: dataDir}.withDefaults()
	if err != nil {
		return nil, err
	}
	return join(ctx, cfg)
}

func join(ctx context.Context, cfg Config) (*Server, error) {
	ctx, cancel := context.WithTimeout(ctx, cfg.StartTimeout)
	defer cancel()
	last := errors.New("it has not been asked")
	for {
		if !isLocked(cfg.DataDir) {
			return nil, fmt.Errorf("%s: %w", cfg.DataDir, ErrNotRunning)
		}
		a, err := readEnv(cfg.DataDir)
		if err == nil {
			err = ping(ctx, a, cfg.DataDir)
		}
		if err == nil {
			return newJoined(cfg, a), nil
		}
		if ctx.Err() == nil {
			last = err
		}
		select {
		case <-ctx.Done():
			held := &HeldError{cfg.DataDir, readHolder(cfg.DataDir)}
			return nil, fmt.Errorf("%w; its database does not answer: %w", held, last)
		case <-time.After(lockRetry):
		}
	}
}

func newJoined(cfg Config, a access) *Server {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Server{access: a, dataDir: cfg.DataDir, done: make(chan struct{}), part: cancel}
	cfg.Logger.Info("joined the running Neo4j", "uri", a.uri, "owner", readHolder(cfg.DataDir).String())
	go s.watchOwner(ctx)
	return s
}

// watchOwner closes done when the owner has given up the database that was joined.
func (s *Server) watchOwner(ctx context.Context) {
	defer close(s.done)
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if now, err := readEnv(s.dataDir); err != nil || now != s.access || !isLocked(s.dataDir) {
			s.err = &Error{
				What:   fmt.Sprintf("the owner of the Neo4j on %q has ended it", filepath.Clean(s.dataDir)),
				Remedy: "run the command again; it starts the database itself",
			}
			return
		}
	}
}
