package resolvers_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// places asks where some creators live, and says what the answer is when they all live in one region.
func places(keys []string) (query string, vars map[string]any, answer func(region string) string) {
	query = `query($k: [String!]) { creators(filter: {key: {in: $k}}) { facets(by: REGION) { key count } } }`
	return query, map[string]any{"k": keys}, func(region string) string {
		return fmt.Sprintf(`{"data":{"creators":{"facets":[{"key":%q,"count":%d}]}}}`, region, len(keys))
	}
}

// move lets creators live elsewhere, and gives a context of the one who did it.
func move(t *testing.T, store *graph.Store, keys []string, region string) context.Context {
	t.Helper()

	ctx, _ := graph.WithBookmarks(t.Context(), nil)
	err := store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Run(ctx, graph.Statement{Text: "MATCH (c:Creator) WHERE c.key IN $keys SET c.region = $region",
			Params: map[string]any{"keys": keys, "region": region}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ctx
}

// What is kept is given again only as long as nothing was committed, whoever committed it.
func TestCachedFacetsSeeWhatWasCommitted(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, "(ann:Creator)\n(bea:Creator)")
	keys := []string{d.Key("ann"), d.Key("bea")}
	query, vars, answer := places(keys)
	for _, region := range []string{"四川", "广东", "Zürich"} {
		move(t, a.store, keys, region)
		for range 2 {
			if diff := cmp.Diff(answer(region), a.ask(t, query, vars)); diff != "" {
				t.Errorf("after moving to %s (-want +got):\n%s", region, diff)
			}
		}
	}
}

// Where facets may be old they are given without a round trip; but who has changed something sees it, and so do
// all from then on.
func TestOldFacetsAreNotForWhoWrote(t *testing.T) {
	t.Parallel()

	trips := &atomic.Int64{}
	store := graphtest.Open(t, func(graph.Observation) { trips.Add(1) })
	a := setUpAs(t, resolvers.Config{Store: store, FacetAge: time.Hour})
	d := graphtest.Draw(t, store, "(ann:Creator)\n(bea:Creator)")
	keys := []string{d.Key("ann"), d.Key("bea")}
	query, vars, answer := places(keys)

	move(t, store, keys, "四川")
	if diff := cmp.Diff(answer("四川"), a.ask(t, query, vars)); diff != "" {
		t.Errorf("asked first (-want +got):\n%s", diff)
	}
	writer := move(t, store, keys, "广东")
	before := trips.Load()
	if diff := cmp.Diff(answer("四川"), a.ask(t, query, vars)); diff != "" {
		t.Errorf("asked by somebody else (-want +got):\n%s", diff)
	}
	if n := trips.Load() - before; n != 0 {
		t.Errorf("what was kept took %d round trips", n)
	}
	if diff := cmp.Diff(answer("广东"), a.askIn(writer, t, query, vars)); diff != "" {
		t.Errorf("asked by who wrote (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(answer("广东"), a.ask(t, query, vars)); diff != "" {
		t.Errorf("asked after that (-want +got):\n%s", diff)
	}
}

// Statements that are to be shown run, kept answer or not; and the page of an operation is no part of what is kept.
func TestExplainedFacetsAreRead(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, "(ann:Creator)\n(bea:Creator)")
	query := `query($k: [String!]) { creators(filter: {key: {in: $k}}, first: 1) { nodes { key } facets(by: REGION) { count } } }`
	vars := map[string]any{"k": []string{d.Key("ann"), d.Key("bea")}}
	for range 2 {
		ctx, explained := resolvers.WithExplained(t.Context())
		a.askIn(ctx, t, query, vars)
		if n := len(explained.Statements); n != 2 {
			t.Errorf("%d statements, want the page's and the facet's", n)
		}
	}
}

// Clients that ask the same at once are all answered.
func TestFacetsAskedAtOnce(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(ann:Creator)`)
	query, vars, answer := places([]string{d.Key("ann")})
	move(t, a.store, []string{d.Key("ann")}, "四川")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if diff := cmp.Diff(answer("四川"), a.ask(t, query, vars)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	wait.Wait()
}
