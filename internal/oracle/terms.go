package oracle

import (
	"cmp"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

func listed(n *Node, property string) []string {
	values, _ := n.Props[property].([]string)
	return values
}

func dayOf(n int64) Day { return Day(time.Unix(n*24*60*60, 0).UTC().Format(time.DateOnly)) }

func dayNumber(day string) int64 {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return noDay
	}
	return at.Unix() / (24 * 60 * 60)
}

// at gives the element of a list that may be absent; unknown where it is.
func at(values []int64, i int, unknown int64) int64 {
	if i >= len(values) {
		return unknown
	}
	return values[i]
}

// rateRows are a creator's rates in the order of their lists.
func rateRows(c *Node) []rate {
	var all []rate
	for i, format := range listed(c, "rateFormats") {
		all = append(all, rate{format: slices.Index(formats, format),
			least: at(ints(c, "rateMinSeconds"), i, -1), most: at(ints(c, "rateMaxSeconds"), i, -1),
			since: at(ints(c, "rateSince"), i, noDay), until: at(ints(c, "rateUntil"), i, noDay),
			price: ints(c, "ratePrices")[i]})
	}
	return all
}

func (r rate) row() map[string]any {
	row := map[string]any{"format": formats[r.format], "price": r.price}
	for name, n := range map[string]int64{"minSeconds": r.least, "maxSeconds": r.most} {
		if n >= 0 {
			row[name] = n
		}
	}
	for name, n := range map[string]int64{"since": r.since, "until": r.until} {
		if n != noDay {
			row[name] = dayOf(n)
		}
	}
	return row
}

// rates gives the rates in force on a day: for each length the one that began last.
func rates(x *execution, c *Node, f *ast.Field) any {
	day := int64(todayDayNumber)
	if at, ok := x.args(f).text("at"); ok {
		day = dayNumber(at)
	}
	rows := []map[string]any{}
	all := slices.DeleteFunc(rateRows(c), func(r rate) bool {
		return r.since > day || r.until != noDay && r.until < day
	})
	for i, r := range all {
		isLast := !slices.ContainsFunc(all[i+1:], func(o rate) bool {
			return o.format == r.format && o.least == r.least && o.most == r.most
		})
		if isLast {
			rows = append(rows, r.row())
		}
	}
	return rows
}

func rateHistory(x *execution, c *Node, f *ast.Field) any {
	a := x.args(f)
	format, asked := a.text("format")
	all := slices.DeleteFunc(rateRows(c), func(r rate) bool { return asked && formats[r.format] != format })
	slices.SortStableFunc(all, func(a, b rate) int { return cmp.Compare(b.since, a.since) })
	first, ok := a.number("first")
	if !ok {
		first = 50
	}
	rows := []map[string]any{}
	for _, r := range all[:min(len(all), max(int(first), 0))] {
		rows = append(rows, r.row())
	}
	return rows
}

// slotAt gives the row that takes a day, -1 for none: a booked one, of equals the one that began first.
func slotAt(c *Node, day int64) int {
	from, to, states := ints(c, "slotFrom"), ints(c, "slotTo"), listed(c, "slotStates")
	found := -1
	for i := range from {
		if from[i] <= day && day <= to[i] && (found < 0 || states[i] == "BOOKED" && states[found] != "BOOKED") {
			found = i
		}
	}
	return found
}

// availability goes through a period day by day.
func availability(x *execution, c *Node, f *ast.Field) any {
	a := x.args(f)
	from, _ := a.text("from")
	to, _ := a.text("to")
	slots := []map[string]any{}
	before := -2
	for day := dayNumber(from); day <= dayNumber(to); day++ {
		row := slotAt(c, day)
		if row != before {
			slot := map[string]any{"from": dayOf(day), "state": "FREE"}
			if row >= 0 {
				slot["state"] = listed(c, "slotStates")[row]
				if keys := listed(c, "slotCampaigns"); keys != nil {
					slot["campaign"] = orNil(x.Graph.Node("Campaign", keys[row]))
				}
			}
			slots, before = append(slots, slot), row
		}
		slots[len(slots)-1]["to"] = dayOf(day)
	}
	return slots
}

// isAvailable says whether every day of a period is.
func (f args) isAvailable(c *Node) bool {
	from, asked := f.text("from")
	to, _ := f.text("to")
	for day := dayNumber(from); asked && day <= dayNumber(to); day++ {
		if slotAt(c, day) >= 0 {
			return false
		}
	}
	return true
}

// contentStats summarizes the latest metrics of recent contents.
func contentStats(x *execution, c *Node, f *ast.Field) any {
	days, ok := x.args(f).number("days")
	if !ok {
		days = 90
	}
	contents := map[bool][]*Node{}
	for _, e := range c.out["POSTED"] {
		published, _ := e.To.Props["published"].(Moment)
		age := todayDayNumber - dayNumber(string(published)[:len(time.DateOnly)])
		if age >= 0 && float64(age) < days {
			isSponsored := len(e.To.out["FOR_CAMPAIGN"]) > 0
			contents[isSponsored] = append(contents[isSponsored], e.To)
		}
	}
	own := median(oldViews(slices.Concat(contents[true], contents[false])))
	return map[string]any{"sponsored": summarizeContents(contents[true], own), "organic": summarizeContents(contents[false], own)}
}

func summarizeContents(contents []*Node, own any) map[string]any {
	old := oldViews(contents)
	row := map[string]any{"contents": int64(len(contents)), "medianViews": median(old)}
	var completed, begun, engaged, seen float64
	for _, c := range contents {
		views, isSeen := latest(c, "Views")
		if watched, isKnown := latest(c, "Completed"); isKnown && isSeen {
			completed, begun = completed+watched, begun+views
		}
		acts, isKnown := 0.0, false
		for _, name := range []string{"Likes", "Comments", "Shares"} {
			n, has := latest(c, name)
			acts, isKnown = acts+n, isKnown || has
		}
		if isKnown && isSeen {
			engaged, seen = engaged+acts, seen+views
		}
	}
	if begun > 0 && completed <= begun {
		row["completion"] = completed / begun
	}
	if seen > 0 {
		row["engagement"] = engaged / seen
	}
	if m, known := own.(float64); known && m > 0 && len(old) > 0 {
		hits := 0
		for _, views := range old {
			if views >= 3*m {
				hits++
			}
		}
		row["hitRate"] = float64(hits) / float64(len(old))
	}
	return row
}

// latest gives the last count of a content.
func latest(c *Node, name string) (n float64, known bool) {
	values := ints(c, "metrics"+name)
	if len(values) == 0 || values[len(values)-1] < 0 {
		return 0, false
	}
	return float64(values[len(values)-1]), true
}

// oldViews are the known views of contents of at least 7 days, ascending.
func oldViews(contents []*Node) []float64 {
	var all []float64
	for _, c := range contents {
		published, _ := c.Props["published"].(Moment)
		if views, known := latest(c, "Views"); known && todayDayNumber-dayNumber(string(published)[:len(time.DateOnly)]) >= 7 {
			all = append(all, views)
		}
	}
	slices.Sort(all)
	return all
}

func median(sorted []float64) any {
	n := len(sorted)
	if n == 0 {
		return nil
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
