package reference_test

import (
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/internal/reference"
)

// paged is how many of each kind are read page by page, those with the longest lists.
const paged = 5

// paging holds that pages of three, one after the other, make up the reference's list: nothing twice, nothing lost,
// although most of these lists' rows are tied in what they are ordered by first.
func (s *sides) paging(t *testing.T) {
	creators := sample(s.market.Creators, func(c *reference.Creator) int { return len(c.Participations) })
	brands := sample(s.market.Brands, func(b *reference.Brand) int { return len(b.Campaigns) })
	agencies := sample(s.market.Agencies, func(a *reference.Agency) int { return len(a.Contracts) })
	for _, key := range creators[:min(paged, len(creators))] {
		s.compareKeys(t, "Creator", key, "brands", "brand", keysOf("brand", s.market.Creators[key].Brands()))
	}
	for _, key := range brands[:min(paged, len(brands))] {
		want := keysOf("creator", s.market.Brands[key].Creators())
		s.compareKeys(t, "Brand", key, "creators", "creator", want)
	}
	for _, key := range agencies[:min(paged, len(agencies))] {
		s.compareKeys(t, "Agency", key, "brands", "node", s.market.Agencies[key].Brands())
	}
}

// longest bounds what is read of one list, in pages.
const longest = 60

func (s *sides) compareKeys(t *testing.T, typ, key, field, end string, want []string) {
	t.Helper()

	query := "query($id: ID!, $after: String) { node(id: $id) { ... on " + typ + " { list: " + field +
		"(first: 3, after: $after) { edges { end: " + end + " { key } } pageInfo { hasNextPage endCursor } } } } }"
	vars := map[string]any{"id": compile.ID(typ, key)}
	var got []string
	for range longest {
		list := s.ask(t, query, vars)["node"].(reference.Row)["list"].(reference.Row)
		for _, edge := range list["edges"].([]any) {
			got = append(got, edge.(reference.Row)["end"].(reference.Row)["key"].(string))
		}
		page := list["pageInfo"].(reference.Row)
		if more := len(got) < len(want); page["hasNextPage"] != more {
			t.Fatalf("%s: %s: %d of %d read, more: %v", key, field, len(got), len(want), page["hasNextPage"])
		}
		if page["hasNextPage"] == false {
			break
		}
		vars["after"] = page["endCursor"]
	}
	same(t, key+": "+field+", page by page", want[:min(3*longest, len(want))], got)
}

func keysOf(end string, edges []reference.Row) []string {
	var keys []string
	for _, edge := range edges {
		keys = append(keys, edge[end].(reference.Row)["key"].(string))
	}
	return keys
}
