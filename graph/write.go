package graph

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Tx runs statements within one write transaction.
type Tx interface {
	// Run gives all rows of a statement.
	Run(ctx context.Context, st Statement) ([]Record, error)
}

// Changes of the same things at once wait for each other, and the database undoes one of two that wait in a
// circle. Those undone go one at a time through Store.undone, so that however many there are, they no longer
// stand in each other's way; only writes of other Stores can undo them again. Then they wait a random while, at
// most undonePause the first time and twice as long each time after, up to undonePauses, until their time is up.
const (
	undonePause  = 5 * time.Millisecond
	undonePauses = 500 * time.Millisecond
)

// passingTime bounds how long a write is tried again while the database calls the trouble passing.
const passingTime = 10 * time.Second

// Write runs work in one write transaction. It is run again where the database undid it or called the trouble
// passing, so work must do nothing but run statements. When the connection breaks during the commit nobody
// can tell whether it was carried out: that is Unavailable, and not tried again.
func (s *Store) Write(ctx context.Context, work func(ctx context.Context, tx Tx) error) error {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()

	begun, alone := time.Now(), false
	for attempt := 1; ; attempt++ {
		again, err := s.writeOnce(ctx, work)
		if err == nil || !again || ctx.Err() != nil {
			return interpret(ctx, err)
		}
		switch {
		case isUndone(err):
			rest(ctx, rand.N(min(undonePause<<min(attempt-1, 10), undonePauses)))
			if !alone {
				alone = true
				leave := s.queueUndone(ctx)
				defer leave()
			}
		case time.Since(begun) < passingTime:
			pause(ctx, attempt)
		default:
			return interpret(ctx, err)
		}
	}
}

// queueUndone waits until no other write that was undone is under way, or ctx ends; leave lets the next one in.
func (s *Store) queueUndone(ctx context.Context) (leave func()) {
	select {
	case s.undone <- struct{}{}:
		return func() { <-s.undone }
	case <-ctx.Done():
		return func() {}
	}
}

// writeOnce says whether what failed can be tried again.
func (s *Store) writeOnce(
	ctx context.Context, work func(ctx context.Context, tx Tx) error,
) (again bool, err error) {
	session, marks := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)

	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(limit(ctx, s.timeout)))
	if err != nil {
		return isRetryable(err), err
	}
	if err := work(ctx, open{tx, s.observe}); err != nil {
		rollback(ctx, tx)
		return isPassing(err), err
	}
	if err := tx.Commit(ctx); err != nil {
		return isUncommitted(err), err
	}
	marks.replace(session.LastBookmarks())
	return false, nil
}

// open is a transaction that has begun and not ended.
type open struct {
	tx      neo4j.ExplicitTransaction
	observe func(Observation)
}

func (o open) Run(ctx context.Context, st Statement) ([]Record, error) {
	begun := time.Now()
	rows, err := o.run(ctx, st)
	o.observe(Observation{Write: true, Text: st.Text, Took: time.Since(begun), Err: interpret(ctx, err)})
	return rows, err
}

func (o open) run(ctx context.Context, st Statement) ([]Record, error) {
	result, err := o.tx.Run(ctx, st.Text, st.Params)
	if err != nil {
		return nil, err
	}
	return collect(ctx, result)
}
