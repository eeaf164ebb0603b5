package graph_test

import (
	"context"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// A statement of a request tells the moment, so that none is asked for it: until something was committed, which shows in the
// next request, and in the same one where it wrote itself.
func TestMomentIsToldByTheRequestsOwnStatement(t *testing.T) {
	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, `(ann:Creator)`)
	write := func(ctx context.Context) {
		t.Helper()
		err := store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			_, err := tx.Run(ctx, graph.Statement{Text: `MATCH (c:Creator {key: $key}) SET c.followers = coalesce(c.followers, 0) + 1`,
				Params: map[string]any{"key": d.Key("ann")}})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	asked := func(ctx context.Context) (string, time.Time) {
		t.Helper()
		moment, at, err := store.MomentAsked(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return moment, at
	}
	now, err := store.Moment(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	ctx, _ := graph.WithBookmarks(t.Context(), nil)
	if err := store.Verify(ctx); err != nil {
		t.Fatal(err)
	}
	read := time.Now()
	if moment, at := asked(ctx); moment != now || at.After(read) || !graph.AskedSince(ctx, at) {
		t.Errorf("the moment is %s of %s, want %s of before %s", moment, at, now, read)
	}
	write(t.Context()) // another client
	next, _ := graph.WithBookmarks(t.Context(), nil)
	later, _ := asked(next)
	if later == now {
		t.Error("the next request has the moment of before the write")
	}
	write(next)
	if moment, _ := asked(next); moment == later {
		t.Error("what the request wrote itself does not show")
	}
}
