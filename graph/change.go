package graph

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Changes of the same things at once wait for each other, and the database undoes one of two that wait in a
// circle. The one undone waits a random while, at most undonePause the first time and twice as long each time
// after, up to undonePauses; it tries until its time is up, since another's end always lets one of them through.
const (
	undonePause  = 5 * time.Millisecond
	undonePauses = 500 * time.Millisecond
)

// Change runs a statement that changes something and gives its one row, as Row does: one round trip in
// auto-commit, where Write takes three at least. It is tried again where the database undid it, and where the
// connection broke, when nobody can tell whether it was carried out: so the statement must leave the same
// behind when it is run twice.
func (s *Store) Change(ctx context.Context, st Statement) ([]any, error) {
	return apart(ctx, s.timeout, func(ctx context.Context, within time.Duration) ([]any, error) {
		ends := time.Now().Add(within)
		for attempt := 1; ; attempt++ {
			begun := time.Now()
			values, err := s.changeOnce(ctx, time.Until(ends), st)
			s.observe(Observation{Write: true, Text: st.Text, Took: time.Since(begun), Err: interpreted(ctx, err)})
			if err == nil {
				return values, nil
			}
			if !neo4j.IsRetryable(err) || attempt >= readAttempts && !undone(err) || time.Now().After(ends) {
				return nil, interpret(ctx, err)
			}
			time.Sleep(rand.N(min(undonePause<<min(attempt-1, 10), undonePauses)))
		}
	})
}

// undone says whether the database took a transaction back so that another could go on.
func undone(err error) bool {
	var db *neo4j.Neo4jError
	return errors.As(err, &db) && strings.HasSuffix(db.Code, ".DeadlockDetected")
}

func (s *Store) changeOnce(ctx context.Context, within time.Duration, st Statement) ([]any, error) {
	session, marks := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)

	result, err := session.Run(ctx, st.Text, st.Params, neo4j.WithTxTimeout(max(within, time.Millisecond)))
	if err != nil {
		return nil, err
	}
	var values []any
	for result.Next(ctx) {
		values = result.Record().Values
	}
	if err := result.Err(); err != nil {
		return nil, err
	}
	marks.replace(session.LastBookmarks())
	return values, nil
}
