package resolvers_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Reasons add up to the score, are told once for each kind in both languages, and lead to what they name.
func (s *stage) testReasons(t *testing.T) {
	for _, vars := range []map[string]any{
		{"seeds": ids("Creator", "l-0002")},
		{"seeds": ids("Creator", "l-0002", "l-0011", "l-1401"), "weights": map[string]any{"audience": 3.0}},
		{"seeds": ids("Agency", "a-1")},
		{"seeds": ids("Brand", "b-9"), "diversity": 0.7},
	} {
		page := s.lookalikes(t, vars)
		if len(page.Edges) == 0 {
			t.Fatalf("%v: nobody", vars)
		}
		kinds := map[string]bool{}
		for _, edge := range page.Edges {
			sum, seen := 0.0, map[string]bool{}
			for i, reason := range edge.Reasons {
				sum += reason.Weight
				if seen[reason.Kind] || i > 0 && reason.Weight > edge.Reasons[i-1].Weight {
					t.Errorf("%s: %s comes twice or out of order", edge.Node.Key, reason.Kind)
				}
				seen[reason.Kind] = true
				if zh, en, both := strings.Cut(reason.Text, " · "); !both || zh == "" || en == "" {
					t.Errorf("%s: %q is not in two languages", edge.Node.Key, reason.Text)
				}
				if len(reason.Evidence) > 0 {
					kinds[reason.Kind] = true
				}
			}
			if math.Abs(sum-edge.Score) > 1e-6 || edge.Score < 0 || edge.Score > 1 {
				t.Errorf("%s: the reasons add up to %v, the score is %v", edge.Node.Key, sum, edge.Score)
			}
		}
		for _, kind := range []string{"SAME_CATEGORY", "SIMILAR_AUDIENCE"} {
			if !kinds[kind] && page.Edges[0].Node.Typename == "Creator" {
				t.Errorf("%v: no %s names anything", vars, kind)
			}
		}
	}
}

// Agencies and brands are compared exactly, from the object and at the root alike.
func (s *stage) testHouses(t *testing.T) {
	for typ, key := range map[string]string{"Agency": "a-2", "Brand": "b-9"} {
		page := s.lookalikes(t, map[string]any{"seeds": ids(typ, key)})
		want := s.force([]string{key}, learned, func(other string) bool { return other[0] == key[0] })
		s.same(t, want, page.Edges)
		for _, edge := range page.Edges {
			if edge.Node.Typename != typ {
				t.Errorf("like %s is a %s", key, edge.Node.Typename)
			}
		}
		field := strings.ToLower(typ)
		answer := s.ask(t, `{ `+field+`(key: "`+key+`") { lookalikes(first: 1) { nodes { key } } } }`, nil)
		if want := `{"data":{"` + field + `":{"lookalikes":{"nodes":[{"key":"` + page.Nodes[0].Key + `"}]}}}}`; answer != want {
			t.Errorf("got %s, want %s", answer, want)
		}
	}
	one := s.ask(t, `{ creators(filter: {key: {in: ["l-0001", "l-0002"]}}) { nodes { lookalikes(first: 1) { totalCount edges { score } } } } }`, nil)
	if strings.Count(one, `"score"`) != 2 || strings.Count(one, `"totalCount":1490`) != 2 {
		t.Errorf("of two creators: %s", one)
	}
}

// A campaign stands for its creators, none of whom is among the answers.
func (s *stage) testCampaigns(t *testing.T) {
	rows, err := s.store.Read(t.Context(), graph.Statement{Text: `
		MATCH (x:Campaign)<-[:PARTICIPATED_IN]-(c) WHERE x.key STARTS WITH 'x-k-3' RETURN x.key AS key, collect(c.key) AS hired LIMIT 1`})
	if err != nil {
		t.Fatal(err)
	}
	page := s.lookalikes(t, map[string]any{"seeds": ids("Campaign", rows[0]["key"].(string)), "first": 100})
	for _, edge := range page.Edges {
		if slices.Contains(rows[0]["hired"].([]any), any(edge.Node.Key)) {
			t.Errorf("%s is one of the seeds", edge.Node.Key)
		}
	}
	if len(page.Edges) != 100 {
		t.Errorf("%d are alike", len(page.Edges))
	}
}
