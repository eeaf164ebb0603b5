package analyze

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// circles draws groups of creators who each meet with all of their own, and one bridge between each two groups.
func circles(t *testing.T, store *graph.Store, groups, members int) {
	t.Helper()

	change(t, store, `
		MERGE (food:Category {key: 'food', name: '美食'})
		MERGE (beauty:Category {key: 'beauty', name: '美妆'})
		WITH food, beauty
		UNWIND range(0, $groups - 1) AS g
		UNWIND range(0, $members - 1) AS i
		CREATE (creator:Creator {key: 'c-' + g + '-' + i, name: 'c-' + g + '-' + i})
		FOREACH (_ IN CASE WHEN g = 0 THEN [1] ELSE [] END | CREATE (creator)-[:IN_CATEGORY {position: 0}]->(food))
		FOREACH (_ IN CASE WHEN g = 0 AND i < 2 THEN [1] ELSE [] END |
		  CREATE (creator)-[:IN_CATEGORY {position: 1}]->(beauty))
		WITH g, collect(creator) AS met
		UNWIND range(0, size(met) - 2) AS i
		UNWIND range(i + 1, size(met) - 1) AS j
		WITH g, i, j, met[i] AS one, met[j] AS other
		CREATE (x:Campaign {key: 'x-' + g + '-' + i + '-' + j, ends: date('2026-11-25')})
		CREATE (one)-[:PARTICIPATED_IN]->(x)<-[:PARTICIPATED_IN]-(other)`,
		map[string]any{"groups": groups, "members": members})
	change(t, store, `
		MATCH (one:Creator {key: 'c-0-0'}), (other:Creator)
		WHERE other.key ENDS WITH '-1' AND other.key <> 'c-0-1'
		CREATE (x:Campaign {key: 'bridge-' + other.key, ends: date('2025-01-01')})
		CREATE (one)-[:PARTICIPATED_IN]->(x)<-[:PARTICIPATED_IN]-(other)`, nil)
}

// Groups are found, are named by what they are about, and those who met nobody are in none.
func TestCommunities(t *testing.T) {
	store := graphtest.Own(t, true)
	circles(t, store, 3, 6)
	graphtest.Draw(t, store, "(alone:Creator)-[:PARTICIPATED_IN]->(y:Campaign)")
	mustRun(t, store, Options{Today: today}, steps()...)
	of := gathered(t, store)
	for g := range 3 {
		for i := range 6 {
			if got, first := of[fmt.Sprintf("c-%d-%d", g, i)], of[fmt.Sprintf("c-%d-0", g)]; got != first {
				t.Errorf("c-%d-%d is in %v, its group in %v", g, i, got, first)
			}
		}
	}
	if len(of) != 3*6+3 {
		t.Errorf("communities and creators in them: %v", of)
	}
	rows, err := store.Read(t.Context(), graph.Statement{Text: `
		MATCH (:Creator {key: 'c-0-0'})-[in:IN_COMMUNITY]->(community)
		RETURN community.name AS name, community.size AS size, in.degree > 0 AND in.pageRank > 0.15 AS central`})
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Record{{"name": "美食 · 美妆", "size": int64(6), "central": true}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("the group of food (-want +got):\n%s", diff)
	}
}

// Keys survive a run on the same graph and a small change.
func TestCommunitiesKeepTheirKeys(t *testing.T) {
	store := graphtest.Own(t, true)
	circles(t, store, 5, 6)
	mustRun(t, store, Options{Today: today}, steps()...)
	before := gathered(t, store)
	mustRun(t, store, Options{Today: today, Full: true}, steps()...)
	if diff := cmp.Diff(before, gathered(t, store)); diff != "" {
		t.Errorf("on the same graph (-want +got):\n%s", diff)
	}
	change(t, store, `
		MATCH (one:Creator {key: 'c-1-2'}), (other:Creator {key: 'c-1-3'})
		CREATE (newcomer:Creator {key: 'newcomer', name: 'newcomer'})
		FOREACH (i IN [1, 2] | CREATE (x:Campaign {key: 'late-' + i, ends: date('2026-11-25')})
		  FOREACH (by IN [one, other, newcomer] | CREATE (by)-[:PARTICIPATED_IN]->(x)))`, nil)
	mustRun(t, store, Options{Today: today, Full: true}, steps()...)
	after := gathered(t, store)
	if after["newcomer"] != before["c-1-2"] {
		t.Errorf("the newcomer is in %v, the group was %v", after["newcomer"], before["c-1-2"])
	}
	for key, of := range before {
		if _, isGroup := of.(string); isGroup && after[key] != of {
			t.Errorf("%s was in %v and is in %v", key, of, after[key])
		}
	}
}

// A community that splits leaves its key to the part that is most of it; a new key is one never given before.
func TestKeysAreInherited(t *testing.T) {
	t.Parallel()

	group := func(creators ...int64) community {
		var c community
		for _, id := range creators {
			c.members = append(c.members, member{creator: id})
		}
		return c
	}
	before := map[int64]string{1: "a", 2: "a", 3: "a", 4: "a", 5: "b", 6: "b"}
	now := generation{group(1, 2, 3), group(4, 5, 6), group(7, 8)}
	numbered := now.inherit(before, map[string]int{"a": 4, "b": 2}, 9)
	got := []string{now[0].key, now[1].key, now[2].key}
	if diff := cmp.Diff([]string{"a", "b", "community-10"}, got); diff != "" || numbered != 10 {
		t.Errorf("numbered %d, keys (-want +got):\n%s", numbered, diff)
	}
}

// A graph in which nobody met anybody is analysed, too.
func TestNoCollaborations(t *testing.T) {
	store := graphtest.Own(t, true)
	mustRun(t, store, Options{Today: today}, steps()...)
	graphtest.Draw(t, store, "(ann:Creator)-[:PARTICIPATED_IN]->(x:Campaign)")
	report := mustRun(t, store, Options{Today: today}, steps()...)
	if got := report.Steps[0].Made; got != "0 collaborations, 0 new, 0 ended" {
		t.Errorf("made %s", got)
	}
}
