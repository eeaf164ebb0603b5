package oracle

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
)

// sortKey gives a row's sort key; format is that of the order, where it has one.
type sortKey func(row any, format string) any

// orderBy reads the order that a field asks for: ties are broken by the key, in the direction of the last.
func (x *execution) orderBy(f *ast.Field, by map[string]sortKey) []order {
	var orders []order
	desc := false
	items, _ := x.args(f).list("orderBy")
	for _, item := range items {
		o, _ := item.(map[string]any)
		name, _ := args(o).text("field")
		format, _ := args(o).text("format")
		direction, _ := args(o).text("direction")
		desc = direction == "DESC"
		key := func(row any) any { return by[name](row, format) }
		orders = append(orders, order{name + format, key, desc})
		if name == "KEY" { // keys differ, so what follows says nothing more
			return orders
		}
	}
	return append(orders, order{"KEY", func(row any) any { return by["KEY"](row, "") }, desc})
}

func (x *execution) participations(f *ast.Field, all []*Edge, key func(any) any) any {
	filter := x.args(f).object("filter")
	var rows []any
	for _, p := range all {
		if filter.participation(p) {
			rows = append(rows, p)
		}
	}
	property := func(name string) sortKey {
		return func(row any, _ string) any { return edgeOf(row).Props[name] }
	}
	rate := func(name string) sortKey {
		return func(row any, _ string) any { return ratio(name, edgeOf(row).Props) }
	}
	return x.page(f, rows, x.orderBy(f, map[string]sortKey{
		"KEY": func(row any, _ string) any { return key(row) },
		"FEE": property("fee"), "IMPRESSIONS": property("impressions"), "CLICKS": property("clicks"),
		"CPM": rate("cpm"), "CTR": rate("ctr"), "ROI": rate("roi"),
		"STARTS": func(row any, _ string) any { return edgeOf(row).To.Props["starts"] },
	}))
}

func propertyKey(name string) sortKey {
	return func(row any, _ string) any { return nodeOf(row).Props[name] }
}

func keyOrder(row any, _ string) any { return nodeOf(row).Key }

func nameOrder(row any, _ string) any {
	name, _ := nodeOf(row).Props["name"].(string)
	return graph.SortKey(name)
}

// sumOf adds up a property; 0 where it is unknown in all.
func sumOf(all []*Edge, property string) any {
	if total := sum(all, property); total != nil {
		return total
	}
	return int64(0)
}

// workTotal makes an order of a node's participations.
func workTotal(work func(*Node) []*Edge, total func([]*Edge) any) sortKey {
	return func(row any, _ string) any { return total(work(nodeOf(row))) }
}

func participationsOfCreator(n *Node) []*Edge { return n.out["PARTICIPATED_IN"] }

func participationsOfCampaign(n *Node) []*Edge { return n.in["PARTICIPATED_IN"] }

func fees(all []*Edge) any { return sumOf(all, "fee") }

func count(all []*Edge) any { return len(all) }

func countDistinct(of func(*Edge) any) func([]*Edge) any {
	return func(all []*Edge) any {
		var seen []any
		for _, e := range all {
			if v := of(e); v != nil && !slices.Contains(seen, v) {
				seen = append(seen, v)
			}
		}
		return len(seen)
	}
}

var creatorOrders = map[string]sortKey{
	"KEY": keyOrder, "NAME": nameOrder, "FOLLOWERS": propertyKey("followers"), "JOINED": propertyKey("joined"),
	"PRICE":     func(row any, format string) any { return nodeOf(row).Props["price"+formatSuffixes[format]] },
	"CAMPAIGNS": workTotal(participationsOfCreator, count),
	"BRANDS":    workTotal(participationsOfCreator, countDistinct(func(p *Edge) any { return firstSource(p.To.in["RAN"]) })),
	"SPEND":     workTotal(participationsOfCreator, fees),
	"CPM":       workTotal(participationsOfCreator, func(all []*Edge) any { return performance(all)["cpm"] }),
	"GROWTH":    func(row any, _ string) any { return growth(nodeOf(row), 30) },
}

var agencyOrders = map[string]sortKey{
	"KEY": keyOrder, "NAME": nameOrder, "SPEND": workTotal(underContract, fees),
	"CREATORS": func(row any, _ string) any { return len(creatorsUnderContract(nodeOf(row))) },
	"FOLLOWERS": func(row any, _ string) any {
		total := 0.0
		for _, c := range creatorsUnderContract(nodeOf(row)) {
			followers, _ := number(c.Props["followers"])
			total += followers
		}
		return total
	},
}

var brandOrders = map[string]sortKey{
	"KEY": keyOrder, "NAME": nameOrder, "SPEND": workTotal(participationsFor, fees),
	"CAMPAIGNS": func(row any, _ string) any { return len(campaignsOf(nodeOf(row))) },
	"CREATORS":  workTotal(participationsFor, countDistinct(func(p *Edge) any { return p.From })),
}

var campaignOrders = map[string]sortKey{
	"KEY": keyOrder, "NAME": nameOrder, "STARTS": propertyKey("starts"), "BUDGET": propertyKey("budget"),
	"CREATORS": workTotal(participationsOfCampaign, count), "SPEND": workTotal(participationsOfCampaign, fees),
	"IMPRESSIONS": workTotal(participationsOfCampaign, func(all []*Edge) any { return sumOf(all, "impressions") }),
}
