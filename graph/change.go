package graph

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// changeAttempts is more than a read's: changes of the same things at once wait for each other, and the
// database undoes one of two that wait in a circle.
const changeAttempts = 10

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
			most := changeAttempts
			if neo4j.IsConnectivityError(err) {
				most = readAttempts
			}
			if !neo4j.IsRetryable(err) || attempt >= most || time.Now().After(ends) {
				return nil, interpret(ctx, err)
			}
			time.Sleep(time.Duration(attempt)*time.Millisecond + rand.N(10*time.Millisecond)) // the other goes on at once
		}
	})
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
