package resolvers_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// analysed makes sure that some analysis counts, so that ties which were always there are seen.
func analysed(t *testing.T, store *graph.Store) {
	t.Helper()

	exec(t, store, "MERGE (analysis:Analysis {key: 'collaboration'}) SET analysis.run = coalesce(analysis.run, 1)", nil)
}

func exec(t *testing.T, store *graph.Store, text string, params map[string]any) {
	t.Helper()

	if _, err := store.Schema(context.WithoutCancel(t.Context()), graph.Statement{Text: text, Params: params}); err != nil {
		t.Fatal(err)
	}
}

const ties = `
	(ann:Creator {region: 'REGION'})-[:COLLABORATED_WITH {weight: 5.0, campaigns: 1, contents: 1, from: 0}]->(bea:Creator {region: 'REGION'})
	(bea)-[:COLLABORATED_WITH {weight: 4.0, campaigns: 2, contents: 0, from: 0}]->(cyd:Creator {region: 'REGION'})
	(cyd)-[:COLLABORATED_WITH {weight: 1.0, campaigns: 3, contents: 0, from: 0}]->(ann)
	(dan:Creator {region: 'REGION'})-[:COLLABORATED_WITH {weight: 3.0, campaigns: 2, contents: 0, from: 0}]->(ann)
	(eve:Creator)-[:COLLABORATED_WITH {weight: 9.0, campaigns: 9, contents: 0, from: 0}]->(ann)
	(bea)-[:COLLABORATED_WITH {weight: 6.0, campaigns: 1, contents: 0, from: 0}]->(dan)
	(dan)-[:COLLABORATED_WITH {weight: 8.0, campaigns: 8, contents: 0, from: 1000000000}]->(cyd)
	(cyd)-[:COLLABORATED_WITH {weight: 7.0, campaigns: 8, contents: 0, from: 0, until: 1}]->(dan)`

// A network is of the creators whom the strongest ties name that count, pass and shared enough, and of all such
// ties among them; what did not fit in is told.
func TestCollaborationNetwork(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	analysed(t, a.store)
	d := graphtest.Draw(t, a.store, ties)
	const question = `{ collaborationNetwork(minShared: 2, limit: LIMIT, filter: {key: {in: ['ann', 'bea', 'cyd', 'dan']}})
		{ truncated nodes { name } edges { weight } } }`
	for limit, want := range map[string]string{
		"3": `"truncated":true,"nodes":[{"name":"ann"},{"name":"bea"},{"name":"cyd"}],"edges":[{"weight":5},{"weight":4},{"weight":1}]`,
		"4": `"truncated":false,"nodes":[{"name":"ann"},{"name":"bea"},{"name":"cyd"},{"name":"dan"}],` +
			`"edges":[{"weight":5},{"weight":4},{"weight":1},{"weight":3}]`,
	} {
		got := d.Unsuffixed(a.ask(t, d.In(strings.ReplaceAll(question, "LIMIT", limit)), nil))
		if diff := cmp.Diff(`{"data":{"collaborationNetwork":{`+want+`}}}`, got); diff != "" {
			t.Errorf("%s creators (-want +got):\n%s", limit, diff)
		}
	}
}

// Where many pass the filter, the ties are walked from the strongest on, to the same end.
func TestCollaborationNetworkOfMany(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	analysed(t, a.store)
	region := t.Name()
	d := graphtest.Draw(t, a.store, strings.ReplaceAll(ties, "REGION", region))
	exec(t, a.store, "UNWIND range(1, 3000) AS i CREATE (:Creator {key: $region + '-' + i, region: $region})",
		map[string]any{"region": region})
	t.Cleanup(func() {
		exec(t, a.store, "MATCH (creator:Creator {region: $region}) DETACH DELETE creator", map[string]any{"region": region})
	})
	const question = `query($region: String!) { collaborationNetwork(limit: 4, filter: {regions: [$region]})
		{ truncated nodes { name } edges { weight } } }`
	got := d.Unsuffixed(a.ask(t, question, map[string]any{"region": region}))
	want := `{"data":{"collaborationNetwork":{"truncated":false,"nodes":[{"name":"ann"},{"name":"bea"},{"name":"cyd"},{"name":"dan"}],` +
		`"edges":[{"weight":5},{"weight":4},{"weight":1},{"weight":3}]}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("network (-want +got):\n%s", diff)
	}
}

// Communities come largest first; a creator's is the one that counts, not one that is being made.
func TestCommunityOfACreator(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `
		(ann:Creator)-[:IN_COMMUNITY {pageRank: 1.5, degree: 2.5}]->(now:Community {size: 2})
		(bea:Creator)-[:IN_COMMUNITY {pageRank: 2.5, degree: 3.5}]->(now)
		(ann)-[:IN_COMMUNITY {pageRank: 9.5, degree: 9.5}]->(soon:NextCommunity {size: 9})
		(ann)-[:IN_COMMUNITY {pageRank: 9.5, degree: 9.5}]->(once:PastCommunity {size: 9})
		(now)-[:TOP_CATEGORY {position: 1}]->(art:Category)
		(now)-[:TOP_CATEGORY {position: 0}]->(zoo:Category)
		(cyd:Creator)`)
	got := d.Unsuffixed(a.ask(t, d.In(`{ ann: creator(key: 'ann') { centrality { degree pageRank } community { name size
		topCategories { name } members { totalCount nodes { name } } } } cyd: creator(key: 'cyd') { community { id } centrality { degree } } }`), nil))
	want := `{"data":{"ann":{"centrality":{"degree":2.5,"pageRank":1.5},"community":{"name":"now","size":2,` +
		`"topCategories":[{"name":"zoo"},{"name":"art"}],"members":{"totalCount":2,"nodes":[{"name":"bea"},{"name":"ann"}]}}},` +
		`"cyd":{"community":null,"centrality":null}}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("communities (-want +got):\n%s", diff)
	}
}

// Numbers out of bounds are refused with the place and the bounds.
func TestCollaborationNetworkRefuses(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	for _, arguments := range []string{"limit: 0", "limit: 1000000", "minShared: 0", "minShared: -5"} {
		got := a.ask(t, "{ collaborationNetwork("+arguments+") { truncated } }", nil)
		if !strings.Contains(got, `"code":"BAD_USER_INPUT"`) || !strings.Contains(got, "give 1 to") {
			t.Errorf("%s: %s", arguments, got)
		}
	}
}
