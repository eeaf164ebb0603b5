package resolvers_test

import (
	"slices"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// What is recorded shows in the next answer: who has met is left out, whoever came by them is recommended for it, and
// a participation that is taken away by hand no longer keeps two apart.
func TestRecommendationsFollowTheGraph(t *testing.T) {
	store := graphtest.Own(t, true)
	a := setUpOn(t, store, 0)
	d := graphtest.Draw(t, store, recommended+`
		(dot)-[:PARTICIPATED_IN]->(four:Campaign {ends: date('2026-06-01')})`)
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	to := func(key string) []string {
		t.Helper()
		answer := d.Unsuffixed(a.ask(t, d.In(`{ creator(key: '`+key+`') { recommendedCollaborators(first: 100) {
			entity { key kind } score reasons { kind weight text evidence { __typename key } } } } }`), nil))
		var keys []string
		for _, one := range recommendations(t, answer) {
			keys = append(keys, one.Entity.Key)
		}
		return keys
	}
	record := func(campaign, creator string) {
		t.Helper()
		a.ask(t, `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) { userErrors { message } } }`,
			map[string]any{"in": map[string]any{"campaign": id(d, "Campaign", campaign), "creator": id(d, "Creator", creator)}})
	}
	if got := to("ann"); !slices.Equal(got, []string{"dot", "eve"}) {
		t.Fatalf("ann is recommended %v, want dot and eve", got)
	}
	record("three", "ann")
	if got := to("ann"); !slices.Equal(got, []string{"eve"}) {
		t.Errorf("ann, who has met dot since, is recommended %v, want eve alone", got)
	}
	record("one", "fay")
	if got := to("fay"); !slices.Contains(got, "cid") || slices.Contains(got, "ann") {
		t.Errorf("fay, who has met ann and bea, is recommended %v, want their partner cid and neither of them", got)
	}
	_, err := store.Schema(t.Context(), graph.Statement{
		Text:   `MATCH (:Creator {key: $ann})-[did:PARTICIPATED_IN]->(:Campaign {key: $three}) DELETE did`,
		Params: map[string]any{"ann": d.Key("ann"), "three": d.Key("three")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := to("ann"); !slices.Contains(got, "dot") {
		t.Errorf("ann, whose part in the campaign with dot was deleted, is recommended %v, want dot among them", got)
	}
}
