package oracle

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// Statuses are those of the creators on a list, in the order of the schema.
var Statuses = []string{"CANDIDATE", "SHORTLISTED", "SENT", "APPROVED", "REJECTED", "NEGOTIATING", "CONFIRMED", "DECLINED"}

// lists draws lists of creators.
func (d *graphDrawer) lists(creators, campaigns []*Node) {
	for _, l := range d.plain("CreatorList", 4) {
		set(l, "note", maybe(d, "first", `"quoted"`))
		l.Props["created"], l.Props["changed"], l.Props["version"] = d.moment(), d.moment(), int64(1+d.r.IntN(3))
		if d.r.IntN(3) > 0 {
			d.g.edge(l, "MADE_FOR", pick(d.r, campaigns), nil)
		}
		for _, at := range d.r.Perm(len(creators))[:d.r.IntN(9)] {
			d.g.edge(l, "LISTS", creators[at], map[string]any{
				"status": pick(d.r, Statuses), "position": d.r.Int64N(4), "grade": maybe(d, "S", "A+"),
				"note": maybe(d, "two\nlines", "🎉"), "reason": maybe(d, "受众匹配"), "format": maybe(d, formats...),
				"price": maybe(d, int64(0), 500, 80000), "replaces": maybe(d, pick(d.r, creators).Key, pick(d.r, creators).Key),
				"added": d.moment(), "changed": d.moment(),
			})
			if d.r.IntN(2) == 0 {
				items := l.out["LISTS"]
				items[len(items)-1].Props["tags"] = []string{"护肤", "b"}[:1+d.r.IntN(2)]
			}
		}
	}
}

var listResolvers = map[string]resolver[*Node]{
	"CreatorList.campaign": func(_ *execution, l *Node, _ *ast.Field) any { return firstTarget(l.out["MADE_FOR"]) },
	"CreatorList.items": func(x *execution, l *Node, f *ast.Field) any {
		statuses, asked := x.args(f).texts("status")
		items := slices.DeleteFunc(slices.Clone(l.out["LISTS"]), func(e *Edge) bool {
			status, _ := e.Props["status"].(string)
			return asked && !statuses[status]
		})
		by, given := x.args(f).text("orderBy")
		if !given {
			by = "ADDED"
		}
		return x.page(f, edges(items), x.itemOrders(by))
	},
}

// itemOrders gives the sort keys of list items.
func (x *execution) itemOrders(by string) []order {
	price := func(row any) any { return currentPrice(edgeOf(row)) }
	status := func(row any) any {
		text, _ := edgeOf(row).Props["status"].(string)
		return slices.Index(Statuses, text)
	}
	followers := func(row any) any { return edgeOf(row).To.Props["followers"] }
	return map[string][]order{
		"ADDED":     {{"added", edgeProp("added"), false}, {"key", toKey, false}},
		"CHANGED":   {{"changed", edgeProp("changed"), true}, {"key", toKey, true}},
		"POSITION":  {{"position", edgeProp("position"), false}, {"key", toKey, false}},
		"FOLLOWERS": {{"followers", followers, true}, {"key", toKey, true}},
		"PRICE":     {{"price", price, false}, {"key", toKey, false}},
		"STATUS":    {{"status", status, false}, {"position", edgeProp("position"), false}, {"key", toKey, false}},
	}[by]
}

// currentPrice is the price agreed or else asked.
func currentPrice(e *Edge) any {
	if price := e.Props["price"]; price != nil {
		return price
	}
	format, _ := e.Props["format"].(string)
	return e.To.Props["price"+formatSuffixes[format]]
}

var listItemResolvers = map[string]resolver[*Edge]{
	"ListItem.list": from, "ListItem.creator": to,
	"ListItem.tags": func(_ *execution, e *Edge, _ *ast.Field) any {
		tags, _ := e.Props["tags"].([]string) // never said, it is an empty list
		return append([]string{}, tags...)
	},
	"ListItem.currentPrice": func(_ *execution, e *Edge, _ *ast.Field) any { return currentPrice(e) },
	"ListItem.replaces": func(x *execution, e *Edge, _ *ast.Field) any {
		key, _ := e.Props["replaces"].(string)
		return orNil(x.Graph.Node("Creator", key))
	},
}

// listed asks of the set of keys of the lists that a creator is on.
func (f args) listed(n *Node) bool {
	since, dated := f.text("since")
	keys := map[string]bool{}
	for _, e := range n.in["LISTS"] {
		added, _ := e.Props["added"].(Moment)
		if !dated || string(added[:len("2026-01-01")]) >= since {
			keys[e.From.Key] = true
		}
	}
	return f.quantified(keys)
}
