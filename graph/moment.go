package graph

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Moment names how far the graph has been written: while it stays the same nothing was committed, whoever
// writes. It costs a statement that reads nothing, and holds at least what the client of ctx has written.
// That it differs need not mean a change: the members of a cluster name theirs differently.
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
		return s.moments.told(began, session), nil
	})
}

// MomentAsked is a Moment for the request of ctx, and when it was that: where a statement has told one since the request
// came, whoever asked it, it costs nothing. Often that is the statement which found what the request is about.
func (s *Store) MomentAsked(ctx context.Context) (moment string, at time.Time, err error) {
	if last := s.moments.last.Load(); last != nil && !last.at.Before(askedAt(ctx)) {
		return last.moment, last.at, nil
	}
	at = time.Now()
	moment, err = s.Moment(ctx)
	return moment, at, err
}

// AskedSince says whether a time is no earlier than the request of ctx, so that what was right then answers it.
func AskedSince(ctx context.Context, at time.Time) bool { return !at.Before(askedAt(ctx)) }

// moments keeps the moment that a statement told last.
type moments struct{ last atomic.Pointer[toldMoment] }

type toldMoment struct {
	at     time.Time // before the statement was sent
	moment string
}

// told notes and gives the moment that a session's last statement, which has ended, tells.
func (m *moments) told(began time.Time, session neo4j.SessionWithContext) string {
	marks := neo4j.BookmarksToRawValues(session.LastBookmarks())
	slices.Sort(marks)
	now := &toldMoment{began, strings.Join(marks, " ")}
	for {
		last := m.last.Load()
		if last != nil && last.at.After(began) || m.last.CompareAndSwap(last, now) {
			return now.moment
		}
	}
}
