package oracle

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
)

// orderer gives what a row is sorted by; format is that of the order, where it has one.
type orderer func(row any, format string) any

// ordered reads the order that a field asks for: ties are broken by the key, in the direction of the last.
func (x *execution) ordered(f *ast.Field, by map[string]orderer) []order {
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
	property := func(name string) orderer {
		return func(row any, _ string) any { return edgeOf(row).Props[name] }
	}
	rate := func(name string) orderer {
		return func(row any, _ string) any { return ratio(name, edgeOf(row).Props) }
	}
	return x.page(f, rows, x.ordered(f, map[string]orderer{
		"KEY": func(row any, _ string) any { return key(row) },
		"FEE": property("fee"), "IMPRESSIONS": property("impressions"), "CLICKS": property("clicks"),
		"CPM": rate("cpm"), "CTR": rate("ctr"), "ROI": rate("roi"),
		"STARTS": func(row any, _ string) any { return edgeOf(row).To.Props["starts"] },
	}))
}

func ofProp(name string) orderer {
	return func(row any, _ string) any { return nodeOf(row).Props[name] }
}

func keyOrder(row any, _ string) any { return nodeOf(row).Key }

func nameOrder(row any, _ string) any {
	name, _ := nodeOf(row).Props["name"].(string)
	return graph.SortKey(name)
}

// spent adds up fees; what was never paid is nothing.
func spent(all []*Edge, property string) any {
	if total := sum(all, property); total != nil {
		return total
	}
	return int64(0)
}

// ofWork makes an order of a node's participations.
func ofWork(work func(*Node) []*Edge, total func([]*Edge) any) orderer {
	return func(row any, _ string) any { return total(work(nodeOf(row))) }
}

func done(n *Node) []*Edge { return n.out["PARTICIPATED_IN"] }

func got(n *Node) []*Edge { return n.in["PARTICIPATED_IN"] }

func fees(all []*Edge) any { return spent(all, "fee") }

func count(all []*Edge) any { return len(all) }

func different(of func(*Edge) any) func([]*Edge) any {
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

var creatorOrders = map[string]orderer{
	"KEY": keyOrder, "NAME": nameOrder, "FOLLOWERS": ofProp("followers"), "JOINED": ofProp("joined"),
	"PRICE":     func(row any, format string) any { return nodeOf(row).Props["price"+suffixes[format]] },
	"CAMPAIGNS": ofWork(done, count),
	"BRANDS":    ofWork(done, different(func(p *Edge) any { return start(p.To.in["RAN"]) })),
	"SPEND":     ofWork(done, fees),
	"CPM":       ofWork(done, func(all []*Edge) any { return performance(all)["cpm"] }),
	"GROWTH":    func(row any, _ string) any { return growth(nodeOf(row), 30) },
}

var agencyOrders = map[string]orderer{
	"KEY": keyOrder, "NAME": nameOrder, "SPEND": ofWork(underContract, fees),
	"CREATORS": func(row any, _ string) any { return len(signed(nodeOf(row))) },
	"FOLLOWERS": func(row any, _ string) any {
		total := 0.0
		for _, c := range signed(nodeOf(row)) {
			followers, _ := number(c.Props["followers"])
			total += followers
		}
		return total
	},
}

var brandOrders = map[string]orderer{
	"KEY": keyOrder, "NAME": nameOrder, "SPEND": ofWork(participationsFor, fees),
	"CAMPAIGNS": func(row any, _ string) any { return len(campaignsOf(nodeOf(row))) },
	"CREATORS":  ofWork(participationsFor, different(func(p *Edge) any { return p.From })),
}

var campaignOrders = map[string]orderer{
	"KEY": keyOrder, "NAME": nameOrder, "STARTS": ofProp("starts"), "BUDGET": ofProp("budget"),
	"CREATORS": ofWork(got, count), "SPEND": ofWork(got, fees),
	"IMPRESSIONS": ofWork(got, func(all []*Edge) any { return spent(all, "impressions") }),
}
