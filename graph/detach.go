package graph

import (
	"context"
	"errors"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// detach runs work that outlives its caller when the caller's time is up: without a deadline in its
// context the driver reads in place, where for one with a deadline it starts a goroutine for each read
// from the network, ten and more for each statement. The database is told the time limit and ends the
// statement by itself; one whose client goes before that is ended there by its name.
func detach[T any](
	ctx context.Context, s *Store, work func(ctx context.Context, within time.Duration) (T, error),
) (T, error) {
	if _, bounded := ctx.Deadline(); !bounded {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, s.timeout)
		defer cancel()
	}
	type outcome struct {
		value T
		err   error
	}
	r := &read{name: s.name + "-" + strconv.FormatInt(s.reads.Add(1), 10)}
	done := make(chan outcome, 1)
	go func() {
		value, err := work(context.WithValue(context.WithoutCancel(ctx), readKey{}, r), limit(ctx, s.timeout))
		done <- outcome{value, err}
	}()
	select {
	case got := <-done:
		return got.value, got.err
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			r.isGivenUp.Store(true)
			go s.giveUp(r.name)
		}
		var none T
		return none, interpret(ctx, ctx.Err())
	}
}

// read is a question by the name that its transaction has in the database.
type read struct {
	name      string
	isGivenUp atomic.Bool // nobody waits for the answer
}

type readKey struct{}

// named tells the database a transaction's name; errGone where nobody waits for it anymore.
func named(ctx context.Context) (func(*neo4j.TransactionConfig), error) {
	r, _ := ctx.Value(readKey{}).(*read)
	switch {
	case r == nil:
		return func(*neo4j.TransactionConfig) {}, nil
	case r.isGivenUp.Load():
		return nil, errGone
	}
	return neo4j.WithTxMetadata(map[string]any{"read": r.name}), nil
}

var errGone = errors.New("the client has given up the question")

// endings ends what is given up, many in one go.
func endings(s *Store) *Group[string, struct{}] {
	return NewGroup(s, 1000, func(ctx context.Context, _ string, reads []string) ([]Outcome[struct{}], error) {
		_, err := s.readOnce(ctx, s.timeout, Statement{Text: statements.Text("transaction/terminate"),
			Params: map[string]any{"reads": reads}}, func(*neo4j.Record) error { return nil })
		return make([]Outcome[struct{}], len(reads)), err
	})
}

// giveUp ends a read in the database. A user who may not end her own transactions waits for the time limit.
func (s *Store) giveUp(name string) {
	if _, err := s.ends.Do(context.Background(), "reads", name); err != nil {
		s.log.Debug("a question that was given up runs on until its time limit", "error", err)
	}
}
