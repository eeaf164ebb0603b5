package graph

import (
	"context"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	// reachTime is how long a client waits for the database to reach its bookmarks: members of a cluster agree
	// within seconds.
	reachTime = 3 * time.Second
	// reaching is how many connections wait for bookmarks at once, of those that all share.
	reaching = 4
	// reachedKept is how many bookmarks are remembered as reached.
	reachedKept = 10_000
)

// Reach waits until the database has come as far as bookmarks say, each once: the error is Invalid for those that
// are none of this database's, or that it does not reach in time, such as ones from before it was restored. The
// database makes whoever asks with such a bookmark wait, with the connection; so it is tried out on a few first.
func (s *Store) Reach(ctx context.Context, marks []string) error {
	if !slices.ContainsFunc(marks, func(mark string) bool { return !s.reached.Contains(mark) }) {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, reachTime)
	defer cancel()
	select {
	case s.reaching <- struct{}{}:
	case <-ctx.Done():
		return unreached(ctx.Err())
	}
	done := make(chan error, 1)
	go func() {
		defer func() { <-s.reaching }()
		done <- s.reach(context.WithoutCancel(ctx), marks)
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return unreached(ctx.Err())
	}
}

func (s *Store) reach(ctx context.Context, marks []string) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead,
		DatabaseName: s.database, Bookmarks: neo4j.BookmarksFromRawValues(marks...)})
	defer closeSession(ctx, session)
	result, err := session.Run(ctx, nothing, nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if _, ok := answered(err); ok {
		return unreached(err)
	}
	if err != nil {
		return interpret(ctx, err)
	}
	for _, mark := range marks {
		s.reached.Add(mark, struct{}{})
	}
	return nil
}
