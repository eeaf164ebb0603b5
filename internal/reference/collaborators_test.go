package reference_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/internal/reference"
)

// collaboratorFields are asked of each collaborator.
const collaboratorFields = "edges { campaignsTogether contentsTogether brandsTogether last weight node { key } }"

// collaborators compares all of them, and that a first page, which is found another way, is how they begin.
func (s *sides) collaborators(t *testing.T) {
	keys := sample(s.market.Creators, func(c *reference.Creator) int { return len(c.Participations) + len(c.Posted) })
	s.each(t, "Creator", "all: collaborators(first: 1000, minShared: 0) { totalCount "+collaboratorFields+" } "+
		"page: collaborators(first: 10) { "+collaboratorFields+" } "+
		"some: collaborators(first: 1000, minShared: 3) { totalCount "+collaboratorFields+" }", keys,
		func(t *testing.T, key string, got reference.Row) {
			want := s.market.Collaborators(s.market.Creators[key], today())
			all := got["all"].(reference.Row)
			compareCollaborators(t, key, want, all)
			var shared []reference.Collaborator
			for _, one := range want {
				if one.Campaigns+one.Contents+one.Brands >= 3 {
					shared = append(shared, one)
				}
			}
			compareCollaborators(t, key+": of three things", shared, got["some"].(reference.Row))
			edges := all["edges"].([]any)
			same(t, key+": first page", edges[:min(10, len(edges))], got["page"].(reference.Row)["edges"])
		})
}

func compareCollaborators(t *testing.T, what string, want []reference.Collaborator, got reference.Row) {
	t.Helper()

	same(t, what+": totalCount", float64(len(want)), got["totalCount"])
	expected := map[string]reference.Row{}
	for _, one := range want {
		row := reference.Row{"node": reference.Row{"key": one.Creator.Key}, "campaignsTogether": float64(one.Campaigns),
			"contentsTogether": float64(one.Contents), "brandsTogether": float64(one.Brands), "weight": one.Weight}
		if !one.Last.IsZero() {
			row["last"] = one.Last.Format(time.DateOnly)
		}
		expected[one.Creator.Key] = row
	}
	edges := got["edges"].([]any)
	if len(edges) != min(1000, len(want)) {
		t.Errorf("%s: %d collaborators, want %d", what, len(edges), min(1000, len(want)))
	}
	before := reference.Row{"weight": 1e9}
	for _, edge := range edges {
		edge := edge.(reference.Row)
		key := edge["node"].(reference.Row)["key"].(string)
		same(t, what+": "+key, expected[key], edge)
		weight, last := edge["weight"].(float64), before["weight"].(float64)
		if weight > last || weight == last && key < before["node"].(reference.Row)["key"].(string) {
			t.Errorf("%s: out of order (-before +after):\n%s", what, cmp.Diff(before, edge))
		}
		before = edge
	}
}
