package server

import (
	"context"
	"runtime/debug"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// startup waits until the database answers and then prepares it, once.
type startup struct {
	config Config
	warm   func(context.Context) // asks what makes the first answers quick

	mu     sync.Mutex
	ready  bool
	reason error // why not, as long as it is not
}

// databaseRetry is how often a database that does not answer is asked again.
const databaseRetry = time.Second

// run returns when the database is prepared, or with an error that waiting does not mend, such as a
// wrong password.
func (u *startup) run(ctx context.Context) error {
	for said := ""; ; {
		err := u.prepare(ctx)
		u.set(err)
		switch kind := graph.KindOf(err); {
		case err == nil:
			u.config.Logger.Info("ready: the database answers")
			return nil
		case ctx.Err() != nil:
			return nil
		case kind != graph.Unavailable && kind != graph.Timeout:
			return err
		}
		if text := err.Error(); text != said {
			said = text
			u.config.Logger.Warn("waiting for the database", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(databaseRetry):
		}
	}
}

func (u *startup) prepare(ctx context.Context) error {
	if err := u.config.Database.Verify(ctx); err != nil {
		return err
	}
	if u.config.Prepare != nil {
		if err := u.config.Prepare(ctx); err != nil {
			return err
		}
	}
	u.set(graph.Errorf(graph.Unavailable, graph.Unavailable.Remedy(), "common questions are asked once, so that the first answers are quick"))
	u.warm(ctx)
	// What a start reads leaves more garbage than it keeps, and the process would hold it.
	debug.FreeOSMemory()
	return nil
}

func (u *startup) set(err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.ready, u.reason = err == nil, err
}

// state tells whether the database is prepared, and if not, why.
func (u *startup) state() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	switch {
	case u.ready:
		return nil
	case u.reason != nil:
		return u.reason
	}
	return graph.Errorf(graph.Unavailable, graph.Unavailable.Remedy(), "the database is being prepared")
}

// refuse keeps operations from a database that is not prepared: without its constraints a write
// could make what they forbid.
func (u *startup) refuse() *gqlerror.Error {
	if u.state() == nil {
		return nil
	}
	return fault(graph.Unavailable, graph.Unavailable.Remedy(), "the database is not ready yet")
}
