package graph

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Moment names how far the graph has been written: while it stays the same nothing was committed, whoever
// writes. It costs a statement that reads nothing, and holds at least what the client of ctx has written.
// That it differs need not mean a change: the members of a cluster name theirs differently.
func (s *Store) Moment(ctx context.Context) (string, error) {
	return apart(ctx, s, func(ctx context.Context, within time.Duration) (string, error) {
		session, _ := s.session(ctx, neo4j.AccessModeRead)
		defer closeSession(ctx, session)

		result, err := session.Run(ctx, nothing, nil, neo4j.WithTxTimeout(within))
		if err != nil {
			return "", interpret(ctx, err)
		}
		if _, err := result.Consume(ctx); err != nil {
			return "", interpret(ctx, err)
		}
		marks := neo4j.BookmarksToRawValues(session.LastBookmarks())
		slices.Sort(marks)
		return strings.Join(marks, " "), nil
	})
}
