package server

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/google/renameio/v2/maybe"
	"github.com/vektah/gqlparser/v2/ast"
)

// What is remembered of the queries asked last: few enough to ask within Config.WarmUp, none of them long.
const (
	maxRecent           = 40
	maxRecentBytes      = 16 << 10
	recentWriteInterval = time.Minute
)

// recent remembers the queries asked last in a file. The next start asks them before the first client does, so that the
// database has planned the statements that this server's clients need.
type recent struct {
	file string // empty remembers nothing

	mu      sync.Mutex
	queries []recentQuery // the one asked last at the end
	changed bool          // since they were written
}

// recentQuery is a query with the variables it first came with, or a mutation without.
type recentQuery struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName,omitempty"`
	Variables     map[string]any `json:"variables,omitempty"`
}

// add remembers a request that was admitted; text is its document's.
func (r *recent) add(ctx context.Context, text string, operation *ast.OperationDefinition, q *requestParams) {
	if r.file == "" || operation.Operation == ast.Subscription || isWarming(ctx) || r.moveToEnd(text, q.OperationName) {
		return
	}
	one, ok := newRecentQuery(text, operation, q)
	if !ok {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.queries = append(r.queries, one)
	r.queries = r.queries[max(0, len(r.queries)-maxRecent):]
	r.changed = true
}

// newRecentQuery copies what a request asks; false for what is too long to keep. Of a mutation no variables are kept:
// they are what somebody has changed.
func newRecentQuery(text string, operation *ast.OperationDefinition, q *requestParams) (recentQuery, bool) {
	given := q.Variables
	if operation.Operation == ast.Mutation {
		given = nil
	}
	variables, err := json.Marshal(given)
	if err != nil || len(text)+len(variables) > maxRecentBytes {
		return recentQuery{}, false
	}
	one := recentQuery{Query: text, OperationName: q.OperationName}
	err = json.Unmarshal(variables, &one.Variables) // a copy: the request's own belong to it
	return one, err == nil
}

// moveToEnd puts a query that is known last; false where it is not known.
func (r *recent) moveToEnd(text, operation string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	at := slices.IndexFunc(r.queries, func(q recentQuery) bool { return q.Query == text && q.OperationName == operation })
	if at < 0 {
		return false
	}
	one := r.queries[at]
	r.queries = append(slices.Delete(r.queries, at, at+1), one)
	return true
}

// read takes in what was asked before the last stop, and gives it, the latest first.
func (r *recent) read() ([]recentQuery, error) {
	if r.file == "" {
		return nil, nil
	}
	raw, err := os.ReadFile(r.file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var all []recentQuery
	if err == nil {
		err = json.Unmarshal(raw, &all)
	}
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.queries = append(slices.Clone(all), r.queries...)
	r.queries = r.queries[max(0, len(r.queries)-maxRecent):]
	slices.Reverse(all)
	return all, nil
}

// write writes the queries where new ones have come. The file is whole at all times.
func (r *recent) write() error {
	r.mu.Lock()
	changed := r.changed
	raw, err := json.MarshalIndent(r.queries, "", " ")
	r.changed = false
	r.mu.Unlock()
	if !changed || err != nil {
		return err
	}
	return maybe.WriteFile(r.file, raw, 0o600)
}

// keepRecent writes every minute, and once more when ctx ends.
func (s *Server) keepRecent(ctx context.Context) {
	for ended := false; !ended; {
		select {
		case <-ctx.Done():
			ended = true
		case <-time.After(recentWriteInterval):
		}
		if err := s.recent.write(); err != nil {
			s.config.Logger.WarnContext(ctx, "the queries asked last are not kept for the next start", "error", err)
		}
	}
}
