package oracle

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// group is a group of a facet. The zero group holds the rows whose value is unknown.
type group struct {
	key, label string
	node       *Node
	rank       int // before the key, among groups of the same size
}

// groupBy gives the groups of a row; none is the group of the unknown.
type groupBy func(row any) []group

// facets counts the rows of all pages in groups, the largest first, then by key, tiers from small to large, and
// the unknown last.
func (x *execution) facets(f *ast.Field, p *page) any {
	connection := f.ObjectDefinition.Name
	by, _ := x.args(f).text("by")
	rows := map[group][]any{}
	for _, row := range p.all {
		groups := groupings[connection][by](row)
		if len(groups) == 0 {
			groups = []group{{}}
		}
		for _, g := range groups {
			rows[g] = append(rows[g], row)
		}
	}
	buckets := []any{}
	for g, of := range rows {
		bucket := totals(connection, of)
		bucket["key"], bucket["label"], bucket["entity"] = emptyToNull(g.key), emptyToNull(g.label), orNil(g.node)
		bucket["rank"] = g.rank
		buckets = append(buckets, bucket)
	}
	slices.SortFunc(buckets, func(a, b any) int {
		first, second := objectOf(a), objectOf(b)
		if c := compare(second["count"], first["count"]); c != 0 {
			return c
		}
		if c := nullsLast(first["key"]) - nullsLast(second["key"]); c != 0 {
			return c
		}
		if c := compare(first["rank"], second["rank"]); c != 0 {
			return c
		}
		return compare(first["key"], second["key"])
	})
	most, given := x.args(f).number("first")
	if !given {
		most = 20
	}
	return buckets[:min(len(buckets), int(most))]
}

// nullsLast puts the unknown after all that is known.
func nullsLast(key any) int {
	if key == nil {
		return 1
	}
	return 0
}

func emptyToNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// totals are the aggregates of rows.
func totals(connection string, rows []any) map[string]any {
	all := map[string]any{"count": len(rows)}
	switch connection {
	case "ParticipationConnection":
		all["performance"] = performance(edgesOf(rows))
	case "InvitationConnection":
		all["offer"] = sum(edgesOf(rows), "offer")
	}
	for name, of := range aggregatedProperties[connection] {
		all[name] = nil
		total, known := 0.0, 0.0
		for _, row := range rows {
			if value, ok := number(of(row, "")); ok {
				total, known = total+value, known+1
			}
		}
		if known > 0 {
			all[name] = int64(total)
			all["mean"+upper(name)] = total / known
		}
	}
	return all
}

func upper(name string) string { return string(name[0]-'a'+'A') + name[1:] }

// aggregates are the totals of all pages.
func aggregates(f *ast.Field, p *page) any {
	switch connection := f.ObjectDefinition.Name; connection {
	case "ParticipationConnection":
		return performance(edgesOf(p.all))
	case "CreatorBrandConnection":
		var all []*Edge
		for _, row := range p.all {
			done, _ := objectOf(row)["done"].([]*Edge)
			all = append(all, done...)
		}
		return performance(all)
	default:
		return totals(connection, p.all)
	}
}

func edgesOf(rows []any) []*Edge {
	var all []*Edge
	for _, row := range rows {
		all = append(all, edgeOf(row))
	}
	return all
}

// aggregatedProperties are the numbers that are added up, which orders know already.
var aggregatedProperties = map[string]map[string]sortKey{
	"CreatorConnection": {"followers": creatorOrders["FOLLOWERS"], "spend": creatorOrders["SPEND"],
		"participations": creatorOrders["CAMPAIGNS"]},
	"AgencyConnection": {"followers": agencyOrders["FOLLOWERS"], "spend": agencyOrders["SPEND"],
		"creators": agencyOrders["CREATORS"]},
	"BrandConnection": {"campaigns": brandOrders["CAMPAIGNS"], "spend": brandOrders["SPEND"]},
	"CampaignConnection": {"budget": campaignOrders["BUDGET"], "spend": campaignOrders["SPEND"],
		"impressions": campaignOrders["IMPRESSIONS"], "participations": campaignOrders["CREATORS"]},
}
