package oracle

import (
	"cmp"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// sum adds up a property; nil when it is unknown in all of them.
func sum(all []*Edge, property string) any {
	var total int64
	known := false
	for _, e := range all {
		if v, ok := e.Props[property].(int64); ok {
			total, known = total+v, true
		}
	}
	if !known {
		return nil
	}
	return total
}

// ratio gives a ratio of sister values; nil when one is unknown, the denominator is zero, or a part exceeds its whole.
func ratio(name string, of map[string]any) any {
	r := map[string]struct {
		of, minus, per string
		times          float64
	}{
		"cpm": {"fee", "", "impressions", 1000}, "cpe": {"fee", "", "engagements", 1},
		"ctr": {"clicks", "", "impressions", 1}, "cvr": {"conversions", "", "clicks", 1},
		"roas": {"gmv", "", "fee", 1}, "roi": {"gmv", "fee", "fee", 1},
	}[name]
	above, ok := number(of[r.of])
	minus, minusKnown := number(of[r.minus])
	per, perKnown := number(of[r.per])
	isPart := name == "ctr" || name == "cvr"
	if !ok || r.minus != "" && !minusKnown || !perKnown || per == 0 || isPart && above > per {
		return nil
	}
	return r.times * (above - minus) / per
}

// performance gives the totals of participations and their ratios.
func performance(all []*Edge) map[string]any {
	creators := map[*Node]bool{}
	for _, p := range all {
		creators[p.From] = true
	}
	row := map[string]any{"participations": len(all), "creators": len(creators)}
	for _, name := range []string{"fee", "impressions", "engagements", "clicks", "conversions", "gmv"} {
		row[name] = sum(all, name)
	}
	for _, name := range []string{"cpm", "cpe", "ctr", "cvr", "roas", "roi"} {
		row[name] = ratio(name, row)
	}
	return row
}

// performanceOf is a performance over the campaigns that began in a period; one whose start is unknown
// is in no period that has a bound.
func performanceOf(participations func(*Node) []*Edge) resolver[*Node] {
	return func(x *execution, n *Node, f *ast.Field) any {
		a := x.args(f)
		period := args{"gte": a["from"], "lte": a["to"]}
		var all []*Edge
		for _, p := range participations(n) {
			if period.within(p.To.Props["starts"]) {
				all = append(all, p)
			}
		}
		return performance(all)
	}
}

// pairs groups participations by the other side, most campaigns first, then by its key; the order is
// descending throughout.
func (x *execution) pairs(f *ast.Field, all []*Edge, side string) any {
	groups := map[*Node][]*Edge{}
	for _, p := range all {
		other := p.From
		if side == "brand" {
			brand, known := firstSource(p.To.in["RAN"]).(*Node)
			if !known {
				continue
			}
			other = brand
		}
		groups[other] = append(groups[other], p)
	}
	var rows []any
	for other, done := range groups {
		var last any
		for _, p := range done {
			if ends := p.To.Props["ends"]; compare(ends, last) > 0 {
				last = ends
			}
		}
		rows = append(rows, map[string]any{"node": other, "creator": done[0].From,
			"brand": firstSource(done[0].To.in["RAN"]), "campaigns": len(done), "fee": sum(done, "fee"), "last": last,
			"performance": performance(done), "done": done})
	}
	return x.page(f, rows, []order{
		{"campaigns", func(row any) any { return objectOf(row)["campaigns"] }, true},
		{side, func(row any) any { return nodeOf(objectOf(row)["node"]).Key }, false}})
}

// evaluation is a campaign seen as how it went.
type evaluation struct{ campaign *Node }

var evaluationResolvers = map[string]resolver[*Node]{
	"total": func(_ *execution, c *Node, _ *ast.Field) any { return performance(c.in["PARTICIPATED_IN"]) },
	"bySource": func(_ *execution, c *Node, _ *ast.Field) any {
		return performanceByGroup(c, "source", func(p *Edge) any { return p.Props["source"] }, false)
	},
	"byCategory": func(_ *execution, c *Node, _ *ast.Field) any {
		return performanceByGroup(c, "category", func(p *Edge) any { return mainCategory(p.From) }, false)
	},
	"byAgency": func(_ *execution, c *Node, _ *ast.Field) any {
		day, known := c.Props["starts"].(Day)
		if !known {
			day = Today
		}
		return performanceByGroup(c, "agency", func(p *Edge) any { return orNil(agencyAt(p.From, day)) }, true)
	},
	"benchmark":      benchmark,
	"acceptanceRate": acceptance,
}

// performanceByGroup gives a campaign's performance by group, in the groups' order. The unknown group comes last, or not at
// all.
func performanceByGroup(c *Node, name string, by func(*Edge) any, unknown bool) any {
	groups := map[any][]*Edge{}
	for _, p := range c.in["PARTICIPATED_IN"] {
		if group := by(p); group != nil || unknown {
			groups[group] = append(groups[group], p)
		}
	}
	rows := []map[string]any{}
	for group, done := range groups {
		rows = append(rows, map[string]any{name: group, "performance": performance(done)})
	}
	sortable := func(row map[string]any) string {
		if n, ok := row[name].(*Node); ok {
			return "0" + n.Key
		}
		if s, ok := row[name].(string); ok {
			return "0" + s
		}
		return "1"
	}
	slices.SortFunc(rows, func(a, b map[string]any) int { return cmp.Compare(sortable(a), sortable(b)) })
	return rows
}

func mainCategory(creator *Node) any {
	for _, e := range creator.out["IN_CATEGORY"] {
		if e.Props["position"] == int64(0) {
			return e.To
		}
	}
	return nil
}

// benchmark is over other campaigns of a shared category that began in the 90 days before.
func benchmark(x *execution, c *Node, _ *ast.Field) any {
	day, known := c.Props["starts"].(Day)
	var all []*Edge
	for _, other := range x.Graph.Nodes["Campaign"] {
		starts, began := other.Props["starts"].(Day)
		if !known || !began || other == c || !shareCategory(c, other) {
			continue
		}
		first := Day(day.time().AddDate(0, 0, -90).Format(time.DateOnly))
		if starts >= first && starts < day {
			all = append(all, other.in["PARTICIPATED_IN"]...)
		}
	}
	return performance(all)
}

func shareCategory(a, b *Node) bool {
	return slices.ContainsFunc(a.out["IN_CATEGORY"], func(e *Edge) bool { return b.leads("IN_CATEGORY", e.To) })
}

func acceptance(_ *execution, c *Node, _ *ast.Field) any {
	accepted, closed := 0, 0
	for _, e := range c.out["INVITED"] {
		if e.Props["answer"] != nil {
			closed++
		}
		if e.Props["answer"] == "ACCEPTED" {
			accepted++
		}
	}
	if closed == 0 {
		return nil
	}
	return float64(accepted) / float64(closed)
}
