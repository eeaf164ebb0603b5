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
	revisions *dataloadgen.Loader[string, int64]
}

// New makes the loaders over a store.
func New(store *graph.Store) *Loaders {
	return &Loaders{
		revisions: dataloadgen.NewMappedLoader(func(ctx context.Context, keys []string) (map[string]int64, error) {
			return revisions(ctx, store, keys)
		}, dataloadgen.WithWait(batchWait), dataloadgen.WithBatchCapacity(batchSize),
			dataloadgen.WithoutCache()),
	}
}

// Revision says how often what a campaign's totals count has changed: subscriptions look at it to
// know whether to read the totals again. It is read from the graph each time, together with those
// that others ask for just then. A campaign that does not exist is graph.NotFound.
func (l *Loaders) Revision(ctx context.Context, campaign string) (int64, error) {
	revision, err := l.revisions.Load(ctx, campaign)
	if errors.Is(err, dataloadgen.ErrNotFound) {
		return 0, graph.Errorf(graph.NotFound, "look it up with campaigns",
			"there is no campaign %q", campaign)
	}
	if err != nil {
		return 0, fmt.Errorf("campaign %q: revision: %w", campaign, err)
	}
	return revision, nil
}

func revisions(ctx context.Context, store *graph.Store, keys []string) (map[string]int64, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), batchTime)
	defer cancel()

	rows, err := store.Read(ctx, graph.Statement{
		Text: statements.Text("campaign/revisions"), Params: map[string]any{"keys": keys}})
	found := make(map[string]int64, len(rows))
	for _, row := range rows {
		key, _ := row["key"].(string)
		found[key], _ = row["revision"].(int64)
	}
	return found, err
}
