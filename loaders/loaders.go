// Package loaders batches concurrent reads of many callers into one statement: one mapped
// loader for each kind of key and value. What an operation's own statement can return needs no loader.
package loaders

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/vikstrous/dataloadgen"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// batchWait is how long a loader waits for more keys, and batchSize how many it asks for at once.
const (
	batchWait = 5 * time.Millisecond
	batchSize = 1000
)

// batchTime bounds one batch; it is not bound to any one asker, whose leaving must not fail others.
const batchTime = 10 * time.Second

// Loaders are the loaders of one server.
type Loaders struct {
	campaigns, lists *dataloadgen.Loader[string, int64] // revisions by key
}

// New makes the loaders over a store.
func New(store *graph.Store) *Loaders {
	return &Loaders{campaigns: newRevisions(store, "campaign/revisions"), lists: newRevisions(store, "list/revisions")}
}

// newRevisions makes a loader of what a statement tells of keys.
func newRevisions(store *graph.Store, statement string) *dataloadgen.Loader[string, int64] {
	return dataloadgen.NewMappedLoader(func(ctx context.Context, keys []string) (map[string]int64, error) {
		return revisions(ctx, store, statement, keys)
	}, dataloadgen.WithWait(batchWait), dataloadgen.WithBatchCapacity(batchSize), dataloadgen.WithoutCache())
}

// Revision says how often what a campaign's totals count has changed: subscriptions look at it to
// know whether to read the totals again. It is read from the graph each time, together with those
// that others ask for just then. A campaign that does not exist is graph.NotFound.
func (l *Loaders) Revision(ctx context.Context, campaign string) (int64, error) {
	return revision(ctx, l.campaigns, campaign, "campaign")
}

// ListRevision says how often a list or one of its items has changed, as Revision does of a campaign.
func (l *Loaders) ListRevision(ctx context.Context, list string) (int64, error) {
	return revision(ctx, l.lists, list, "creatorList")
}

func revision(ctx context.Context, of *dataloadgen.Loader[string, int64], key, noun string) (int64, error) {
	n, err := of.Load(ctx, key)
	if errors.Is(err, dataloadgen.ErrNotFound) {
		return 0, graph.Errorf(graph.NotFound, "look it up with "+noun+"s", "there is no %s %q", noun, key)
	}
	if err != nil {
		return 0, fmt.Errorf("%s %q: revision: %w", noun, key, err)
	}
	return n, nil
}

func revisions(ctx context.Context, store *graph.Store, statement string, keys []string) (map[string]int64, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), batchTime)
	defer cancel()

	rows, err := store.Read(ctx, graph.Statement{
		Text: statements.Text(statement), Params: map[string]any{"keys": keys}})
	found := make(map[string]int64, len(rows))
	for _, row := range rows {
		key, _ := row["key"].(string)
		found[key], _ = row["revision"].(int64)
	}
	return found, err
}
