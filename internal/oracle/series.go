package oracle

import (
	"slices"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

func ints(n *Node, property string) []int64 {
	values, _ := n.Props[property].([]int64)
	return values
}

// history gives a creator's followers day by day, within a period.
func history(x *execution, c *Node, f *ast.Field) any {
	a := x.args(f)
	period := args{"gte": a["from"], "lte": a["to"]}
	points := []map[string]any{}
	followers := ints(c, "historyFollowers")
	for i, day := range ints(c, "historyDays") {
		date := Day(time.Unix(day*24*60*60, 0).UTC().Format(time.DateOnly))
		if period.within(date) {
			points = append(points, map[string]any{"date": date, "followers": followers[i]})
		}
	}
	return points
}

// growth is the share of followers gained over the last days of the history; nil when it does not reach
// back that far, or when there was nobody.
func growth(c *Node, days int64) any {
	at, followers := ints(c, "historyDays"), ints(c, "historyFollowers")
	var then any
	for i, day := range at {
		if day <= at[len(at)-1]-days {
			then = followers[i]
		}
	}
	before, _ := number(then)
	if before == 0 {
		return nil
	}
	return (float64(followers[len(followers)-1]) - before) / before
}

// metrics gives a content's counts, oldest first.
func metrics(_ *execution, c *Node, _ *ast.Field) any {
	rows := []map[string]any{}
	for i, when := range ints(c, "metricsAt") {
		row := map[string]any{"at": Moment(time.Unix(when, 0).UTC().Format(time.RFC3339))}
		for _, name := range slices.Concat(counts, laterCounts) {
			if v := at(ints(c, "metrics"+name), i, -1); v >= 0 {
				row[strings.ToLower(name)] = v
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// shares gives an audience, the largest share first, then by key.
func shares(reaches []*Edge, wanted func(segment *Node) bool) any {
	rows := []map[string]any{}
	for _, e := range reaches {
		if wanted(e.To) {
			rows = append(rows, map[string]any{"segment": e.To, "share": e.Props["share"]})
		}
	}
	slices.SortFunc(rows, func(a, b map[string]any) int {
		if c := compare(b["share"], a["share"]); c != 0 {
			return c
		}
		return compare(nodeOf(a["segment"]).Key, nodeOf(b["segment"]).Key)
	})
	return rows
}

// weighted gives the audience of a package: those of its contents' creators, weighted by the greatest
// number of views known of each content; a creator without any counts as one view. Within a dimension
// only the creators of whom it is known count, so that its shares add up to 1.
func weighted(p *Node) any {
	views := map[*Node]float64{}
	for _, e := range p.out["FROM"] {
		if author, known := firstSource(e.To.in["POSTED"]).(*Node); known {
			views[author] += float64(slices.Max(append([]int64{0}, ints(e.To, "metricsViews")...)))
		}
	}
	totals := map[any]float64{} // of a dimension
	for author := range views {
		if views[author] == 0 {
			views[author] = 1
		}
		known := map[any]bool{}
		for _, e := range author.out["REACHES"] {
			known[e.To.Props["dimension"]] = true
		}
		for dimension := range known {
			totals[dimension] += views[author]
		}
	}
	sums := map[*Node]float64{}
	for author, weight := range views {
		for _, e := range author.out["REACHES"] {
			share, _ := number(e.Props["share"])
			sums[e.To] += weight / totals[e.To.Props["dimension"]] * share
		}
	}
	var reaches []*Edge
	size, _ := number(p.Props["size"])
	for segment, share := range sums {
		if share*size < 50 { // too few people to be told
			continue
		}
		reaches = append(reaches, &Edge{To: segment, Props: map[string]any{"share": share}})
	}
	return shares(reaches, func(*Node) bool { return true })
}
