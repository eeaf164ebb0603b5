package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// leaseSeconds is how long a lease's holder may be silent before another process may take over: ample for
// the longest transaction of those that hold one, each of which renews it.
const leaseSeconds = 60

// Lease is the right to do something that one process at a time may do, among all that use a database. It
// is renewed while it is used and runs out by itself when its holder dies.
type Lease struct {
	store *Store
	name  string
	owner string
}

// HeldError says that another process holds a lease.
type HeldError struct {
	Who   string    // the process, as in "process 4711 on host"
	Since time.Time // when it took the lease, by the database's clock
}

// Error says who holds it since when.
func (e *HeldError) Error() string {
	return fmt.Sprintf("%s has it since %s", e.Who, e.Since.UTC().Format(time.RFC3339))
}

// errLost is given to what was done under a lease that another process took over.
var errLost = Errorf(Conflict, "run it again when the other process is done",
	"this process was silent for more than %d s, and another one took over its work", leaseSeconds)

// Lease takes a lease by its name. A *HeldError tells of another process that has it.
func (s *Store) Lease(ctx context.Context, name string) (*Lease, error) {
	if _, err := s.Schema(ctx, Statement{Text: statements.Text("lease/guard")}); err != nil {
		return nil, fmt.Errorf("lease %s: guard: %w", name, err)
	}
	l := &Lease{store: s, name: name, owner: owner()}
	if err := l.Renew(ctx); err != nil {
		return nil, err
	}
	return l, nil
}

// await is Lease, waiting as long as another process has it.
func (s *Store) await(ctx context.Context, name string) (*Lease, error) {
	lease, err := s.Lease(ctx, name)
	var held *HeldError
	for errors.As(err, &held) {
		select {
		case <-ctx.Done():
			return nil, Errorf(Unavailable, "try again when the other process is done", "%s: %s", name, held)
		case <-time.After(200 * time.Millisecond):
		}
		lease = &Lease{store: s, name: name, owner: owner()}
		if err = lease.Renew(ctx); ctx.Err() != nil {
			err = held
		}
	}
	return lease, err
}

// Renew makes the lease last again as long as at its beginning; a *HeldError tells that it was lost.
func (l *Lease) Renew(ctx context.Context) error {
	return l.Write(ctx, func(context.Context, Tx) error { return nil })
}

// Write runs work in one write transaction, as Store.Write does, that also renews the lease. Where another
// process has the lease meanwhile nothing is written, and nobody can take it until the transaction ends.
func (l *Lease) Write(ctx context.Context, work func(ctx context.Context, tx Tx) error) error {
	return l.store.Write(ctx, func(ctx context.Context, tx Tx) error {
		rows, err := tx.Run(ctx, Statement{Text: statements.Text("lease/take"), Params: map[string]any{
			"name": l.name, "owner": l.owner, "who": who(), "seconds": leaseSeconds}})
		if err != nil {
			return fmt.Errorf("lease %s: %w", l.name, err)
		}
		if held, _ := rows[0]["held"].(bool); !held {
			name, _ := rows[0]["who"].(string)
			since, _ := rows[0]["since"].(int64)
			return &HeldError{Who: name, Since: time.Unix(since, 0)}
		}
		return work(ctx, tx)
	})
}

// Keep renews the lease until stop is called, for what takes longer than a lease lasts. The context it
// gives ends when the lease is lost, its cause saying so.
func (l *Lease) Keep(ctx context.Context) (kept context.Context, stop func()) {
	kept, cancel := context.WithCancelCause(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		l.keep(kept, cancel)
	}()
	return kept, func() {
		cancel(context.Canceled)
		<-ended
	}
}

func (l *Lease) keep(ctx context.Context, lost context.CancelCauseFunc) {
	renewed := time.Now()
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(leaseSeconds * time.Second / 6):
		}
		err := l.Renew(ctx)
		var held *HeldError
		switch {
		case err == nil:
			renewed = time.Now()
		case errors.As(err, &held) || time.Since(renewed) > leaseSeconds*time.Second:
			lost(errLost)
			return
		}
	}
}

// GiveBack ends the lease; one that cannot be given back runs out by itself.
func (l *Lease) GiveBack(ctx context.Context) {
	err := l.store.note(ctx, "lease/give_back", map[string]any{"name": l.name, "owner": l.owner})
	if err != nil {
		l.store.log.Warn("lease not given back; it runs out by itself", "lease", l.name, "error", err)
	}
}

// who is how a lease names this process to people.
func who() string { return fmt.Sprintf("process %d on %s", os.Getpid(), host()) }

// owner is how a lease tells its holders apart, two of one process included.
func owner() string { return fmt.Sprintf("%s-%d-%d", host(), os.Getpid(), time.Now().UnixNano()) }

func host() string {
	host, err := os.Hostname()
	if err != nil {
		return "unknown"
	}
	return host
}
