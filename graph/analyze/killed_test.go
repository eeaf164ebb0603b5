package analyze

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// crowd has creators meet in campaigns, each with ten of the others.
func crowd(t *testing.T, store *graph.Store, from, to int) {
	t.Helper()

	change(t, store, `
		UNWIND range($from, $to) AS i
		MERGE (x:Campaign {key: 'x-' + i})
		SET x.ends = date('2026-11-25') - duration({days: i % 700})
		WITH x, i
		UNWIND range(0, 9) AS j
		MERGE (creator:Creator {key: 'c-' + toString((i * 7 + j * j * 3) % 211)})
		ON CREATE SET creator.name = creator.key
		MERGE (creator)-[:PARTICIPATED_IN]->(x)`, map[string]any{"from": from, "to": to})
}

// gathered reads the communities as readers do: each creator's, and the sizes.
func gathered(t *testing.T, store *graph.Store) map[string]any {
	t.Helper()

	rows, err := store.Read(t.Context(), graph.Statement{Text: `
		MATCH (community:Community)
		WITH community, COUNT { (community)<-[:IN_COMMUNITY]-() } AS members
		RETURN community.key AS key, [community.size, members] AS of
		UNION ALL
		MATCH (creator:Creator)-[:IN_COMMUNITY]->(community:Community)
		RETURN creator.key AS key, collect(community.key) AS of`})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	for _, r := range rows {
		of := r["of"].([]any)
		if size, isCommunity := of[0].(int64); isCommunity && size != of[1] || !isCommunity && len(of) != 1 {
			t.Errorf("%s is of %v", r["key"], of)
		}
		all[r["key"].(string)] = of[0]
	}
	return all
}

// runOf is the number of the run of a step that readers see.
func runOf(t *testing.T, store *graph.Store, name string) int64 {
	t.Helper()

	return number(t, store, "MATCH (analysis:Analysis {key: '"+name+"'}) RETURN coalesce(analysis.run, 0) AS n")
}

// mortal gives a store and a context that ends when so many statements have run.
func mortal(t *testing.T, statements int64) (context.Context, *graph.Store) {
	t.Helper()

	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	var left atomic.Int64
	left.Store(statements)
	config := graphtest.Server(t)
	config.Observe = func(graph.Observation) {
		if left.Add(-1) <= 0 {
			cancel()
		}
	}
	store, err := graph.Open(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(context.WithoutCancel(ctx)) })
	return ctx, store
}

// A run that is killed after any of its statements leaves what readers saw, or all of the new; the runs after
// it make whole what it left.
func TestKilledRunLeavesTheOld(t *testing.T) {
	store := graphtest.Own(t, true)
	crowd(t, store, 0, 60)
	mustRun(t, store, Options{Today: today}, steps()...)
	old := seen(t, store)
	crowd(t, store, 61, 120)
	mustRun(t, store, Options{Today: today, Full: true}, steps()...)
	fresh := seen(t, store)
	change(t, store, "MATCH (x:Campaign)<-[did:PARTICIPATED_IN]-() WHERE toInteger(substring(x.key, 2)) > 60 DELETE did", nil)
	mustRun(t, store, Options{Today: today, Full: true}, steps()...)
	if diff := cmp.Diff(old, seen(t, store)); diff != "" || len(fresh) <= len(old) {
		t.Fatalf("%d of %d, and what was taken back is not (-want +got):\n%s", len(old), len(fresh), diff)
	}
	crowd(t, store, 61, 120)
	oldCommunities := gathered(t, store)
	runs := [2]int64{runOf(t, store, collaborationStep), runOf(t, store, communitiesStep)}
	kills := 0
	for ; ; kills++ {
		ctx, dying := mortal(t, int64(kills+1))
		_, err := run(ctx, dying, Options{Today: today, Full: kills%2 == 0}, steps())
		if runOf(t, store, collaborationStep) != runs[0] {
			old = fresh
		}
		if diff := cmp.Diff(old, seen(t, store)); diff != "" {
			t.Fatalf("killed after %d statements, collaborations (-want +got):\n%s", kills+1, diff)
		}
		communities := gathered(t, store)
		if now := runOf(t, store, communitiesStep); now != runs[1] {
			runs[1], oldCommunities = now, communities
		}
		if diff := cmp.Diff(oldCommunities, communities); diff != "" {
			t.Fatalf("killed after %d statements, communities (-want +got):\n%s", kills+1, diff)
		}
		if err == nil {
			break
		}
	}
	if kills < 20 {
		t.Errorf("only %d runs were killed", kills)
	}
	mustRun(t, store, Options{Today: today, Full: true}, steps()...)
	if diff := cmp.Diff(fresh, seen(t, store)); diff != "" {
		t.Errorf("in the end, collaborations (-want +got):\n%s", diff)
	}
	const leftovers = `
		MATCH (left:NextCommunity|PastCommunity)
		RETURN count(left) + COUNT { MATCH ()-[tie:COLLABORATED_WITH]->() WHERE tie.until IS NOT NULL } AS n`
	if n := number(t, store, leftovers); n != 0 {
		t.Errorf("%d communities and collaborations are left over", n)
	}
}
