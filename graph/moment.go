package graph

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Moment identifies the graph's last committed transaction: while it stays the same, nobody has committed anything. It costs a
// statement that reads nothing, and covers at least what the client of ctx has written. A different value need not mean a
// change: the members of a cluster have their own.
func (s *Store) Moment(ctx context.Context) (string, error) {
	return detach(ctx, s, func(ctx context.Context, within time.Duration) (string, error) {
		began := time.Now()
		session, _ := s.session(ctx, neo4j.AccessModeRead)
		defer closeSession(ctx, session)

		result, err := session.Run(ctx, nothing, nil, neo4j.WithTxTimeout(within))
		if err != nil {
			return "", interpret(ctx, err)
		}
		if _, err := result.Consume(ctx); err != nil {
			return "", interpret(ctx, err)
		}
		return s.moments.record(began, session), nil
	})
}

// MomentAsked gives a Moment that is recent enough for the request of ctx, and its time. It costs nothing if any statement has
// returned one since the request arrived, often the statement that looked up the request's subject.
func (s *Store) MomentAsked(ctx context.Context) (moment string, at time.Time, err error) {
	if last := s.moments.last.Load(); last != nil && !last.at.Before(askedAt(ctx)) {
		return last.moment, last.at, nil
	}
	at = time.Now()
	moment, err = s.Moment(ctx)
	return moment, at, err
}

// AskedSince says whether a time is no earlier than the request of ctx, so that data of that time answers it.
func AskedSince(ctx context.Context, at time.Time) bool { return !at.Before(askedAt(ctx)) }

// moments keeps the moment observed last.
type moments struct {
	last atomic.Pointer[observedMoment]
}

type observedMoment struct {
	at     time.Time // before the statement was sent
	moment string
}

// record stores and returns the moment of a session's last statement, which has ended.
func (m *moments) record(began time.Time, session neo4j.SessionWithContext) string {
	marks := neo4j.BookmarksToRawValues(session.LastBookmarks())
	slices.Sort(marks)
	now := &observedMoment{began, strings.Join(marks, " ")}
	for {
		last := m.last.Load()
		if last != nil && last.at.After(began) || m.last.CompareAndSwap(last, now) {
			return now.moment
		}
	}
}
