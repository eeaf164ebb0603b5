package graph

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// readAttempts bounds how often a read is tried when the database says that trying again may help.
const readAttempts = 3

// schemaAttempts is more, since replicas that start together meet again and again.
const schemaAttempts = 10

// Read runs a statement that changes nothing and gives all its rows. It is one round trip in
// auto-commit, tried again a few times where the database calls the trouble passing.
func (s *Store) Read(ctx context.Context, st Statement) ([]Record, error) {
	return detach(ctx, s, func(ctx context.Context, within time.Duration) ([]Record, error) {
		var rows []Record
		err := s.read(ctx, within, st, func(r *neo4j.Record) error {
			rows = append(rows, asMap(r))
			return nil
		}, func() { rows = nil })
		return rows, err
	})
}

// Row is Read for a statement of one row at most: its values in the order of the columns, nil where
// there is no row. A statement that may travel goes together with others of its shape where there are any.
func (s *Store) Row(ctx context.Context, st Statement) ([]any, error) {
	switch {
	case st.Company == nil || s.companies.size < 2 || s.companies.store != s:
		return s.rowAlone(ctx, st)
	case IsProfiled(ctx): // alone, so that its profile is its own
		return s.rowAlone(context.WithValue(ctx, companyKey{}, s.companies.profile(st.Company)), st)
	}
	if ctx.Value(warmingKey{}) != nil {
		return s.companies.warm(ctx, st)
	}
	return s.companies.row(ctx, st)
}

func (s *Store) rowAlone(ctx context.Context, st Statement) ([]any, error) {
	return detach(ctx, s, func(ctx context.Context, within time.Duration) ([]any, error) {
		var values []any
		err := s.read(ctx, within, st, func(r *neo4j.Record) error {
			values = r.Values
			return nil
		}, func() { values = nil })
		return values, err
	})
}

// Stream runs a statement that changes nothing and hands over one row at a time, so that answers
// of any length need little memory. It is not tried again once a row has been handed over.
func (s *Store) Stream(ctx context.Context, st Statement, row func(Record) error) error {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	return s.read(ctx, limit(ctx, s.timeout), st, func(r *neo4j.Record) error { return row(asMap(r)) }, nil)
}

// Schema runs a statement that changes indexes or constraints, or that manages its own
// transactions (CALL { … } IN TRANSACTIONS), which no transaction of ours may enclose. It is tried
// again where the database calls the trouble passing, as two replicas that create the same
// constraint bring it about, so it must do no harm when run twice.
func (s *Store) Schema(ctx context.Context, st Statement) ([]Record, error) {
	for attempt := 1; ; attempt++ {
		rows, err := s.schemaOnce(ctx, st)
		if err == nil {
			return rows, nil
		}
		if !isRetryable(err) || ctx.Err() != nil || attempt == schemaAttempts {
			return nil, interpret(ctx, err)
		}
		pause(ctx, attempt)
	}
}

func (s *Store) schemaOnce(ctx context.Context, st Statement) ([]Record, error) {
	session, marks := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)

	result, err := session.Run(ctx, st.Text, st.Params)
	if err != nil {
		return nil, err
	}
	rows, err := collect(ctx, result)
	if err != nil {
		return nil, err
	}
	marks.replace(session.LastBookmarks())
	return rows, nil
}

// read runs a statement in its own transaction, which may take as long as within says; each row is handed over.
func (s *Store) read(
	ctx context.Context, within time.Duration, st Statement, row func(*neo4j.Record) error, again func(),
) error {
	for attempt := 1; ; attempt++ {
		begun := time.Now()
		handed, err := s.readOnce(ctx, within, st, row)
		s.observe(Observation{Text: st.Text, Took: time.Since(begun), Err: interpret(ctx, err)})
		if err == nil {
			return nil
		}
		passing := isRetryable(err) && ctx.Err() == nil
		if !passing || attempt == readAttempts || handed && again == nil {
			return interpret(ctx, err)
		}
		if again != nil {
			again()
		}
		pause(ctx, attempt)
	}
}

func (s *Store) readOnce(
	ctx context.Context, within time.Duration, st Statement, row func(*neo4j.Record) error,
) (handed bool, err error) {
	name, err := named(ctx)
	if err != nil {
		return false, err
	}
	began := time.Now()
	session, _ := s.session(ctx, neo4j.AccessModeRead)
	defer closeSession(ctx, session)

	result, err := session.Run(ctx, st.Text, cypher.Sent(st.Params), neo4j.WithTxTimeout(within), name)
	if err != nil {
		return false, err
	}
	for result.Next(ctx) {
		handed = true
		if err := row(result.Record()); err != nil {
			return handed, err
		}
	}
	if err := result.Err(); err != nil {
		return handed, err
	}
	s.moments.record(began, session)
	return handed, nil
}

func (s *Store) session(
	ctx context.Context, mode neo4j.AccessMode,
) (neo4j.SessionWithContext, *Bookmarks) {
	marks := bookmarksOf(ctx)
	return profiling(ctx, s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode:   mode,
		DatabaseName: s.database,
		Bookmarks:    neo4j.BookmarksFromRawValues(marks.Marks()...),
	})), marks
}

// closeSession gives the connection back even when the request has ended: a session closed with an
// ended context throws its connection away.
func closeSession(ctx context.Context, session neo4j.SessionWithContext) {
	if ctx.Done() == nil {
		_ = session.Close(ctx)
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	_ = session.Close(ctx) // what matters was read or committed before
}

func collect(ctx context.Context, result neo4j.ResultWithContext) ([]Record, error) {
	var rows []Record
	for result.Next(ctx) {
		rows = append(rows, asMap(result.Record()))
	}
	return rows, result.Err()
}

func asMap(r *neo4j.Record) Record {
	row := make(Record, len(r.Keys))
	for i, key := range r.Keys {
		row[key] = r.Values[i]
	}
	return row
}

// limit is what the database may spend: what is left of the request's time, at most most.
func limit(ctx context.Context, most time.Duration) time.Duration {
	deadline, ok := ctx.Deadline()
	if !ok {
		return most
	}
	return min(max(time.Until(deadline), time.Millisecond), most)
}

// pause waits a little longer after each attempt.
func pause(ctx context.Context, attempt int) {
	rest(ctx, time.Duration(min(attempt, 10))*(50*time.Millisecond+rand.N(50*time.Millisecond)))
}

func rest(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
