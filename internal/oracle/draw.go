package oracle

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// Today is the day of every graph drawn here: contracts begin and end around it.
const Today = "2026-11-11"

// names are few, so that some are equal, and hard: scripts, case, numbers, quotes, signs outside the BMP.
var names = []string{"Ann", "ann", "Ann Lee", "李子柒", "张三", "张三", "饕餮🎉", `Say "hi"`, "back\\slash", "two\nlines",
	"Émile", "Zoë 2", "Zoë 10", "阿宝", "ｚ", "🎉", "o'Neil", "<b>&", "$today", "tab\there"}

// keySuffixes make keys that sort differently by code point and by UTF-16, and that hold what a parser could
// stumble on.
var keySuffixes = []string{"", "", "", "", "é", "ｚ", "🎉", ":x", `"q"`, " b", "李"}

type graphDrawer struct {
	r *rand.Rand
	g *Graph
}

// Draw makes a random graph; the same seed gives the same graph.
func Draw(seed uint64) *Graph {
	d := &graphDrawer{r: rand.New(rand.NewPCG(seed, 1)), g: newGraph()}
	platforms := d.plain("Platform", 3)
	categories := d.categories()
	segments := d.segments()
	agencies := d.agencies()
	brands := d.brands(categories)
	d.programmes()
	creators := d.creators()
	campaigns := d.campaigns(brands, categories, segments)
	for _, c := range creators {
		d.places(c, "ON_PLATFORM", platforms, 3)
		d.places(c, "IN_CATEGORY", categories, 3)
		d.audience(c, segments)
		d.contracts(c, agencies)
		d.work(c, campaigns)
	}
	contents := d.contents(creators, campaigns)
	d.packages(contents)
	d.lists(creators, campaigns)
	d.terms(creators, campaigns, contents)
	for label, nodes := range d.g.Nodes {
		d.g.Nodes[label] = byKey(nodes)
	}
	return d.g
}

func (d *graphDrawer) key(prefix string, i int) string {
	return fmt.Sprintf("%s-%d%s", prefix, d.r.IntN(4), pick(d.r, keySuffixes)) + fmt.Sprint(i)
}

func (d *graphDrawer) name() string { return pick(d.r, names) }

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// maybe gives one of some values, or nothing three times in ten.
func maybe[T any](d *graphDrawer, from ...T) any {
	if d.r.IntN(10) < 3 {
		return nil
	}
	return pick(d.r, from)
}

// day gives a day near today: often the very day, or one beside it.
func (d *graphDrawer) day(spread int) Day {
	base := time.Date(2026, 11, 11, 0, 0, 0, 0, time.UTC)
	return Day(base.AddDate(0, 0, d.r.IntN(2*spread+1)-spread).Format(time.DateOnly))
}

func (d *graphDrawer) maybeDay(spread int) any {
	if d.r.IntN(5) == 0 {
		return nil
	}
	return d.day(spread)
}

func (d *graphDrawer) moment() Moment {
	fraction := pick(d.r, []string{"", "", "", ".125"})
	return Moment(fmt.Sprintf("2026-%02d-%02dT%02d:00:%02d%sZ", 1+d.r.IntN(12), 1+d.r.IntN(3), d.r.IntN(2),
		d.r.IntN(2)*30, fraction))
}

func (d *graphDrawer) plain(label string, count int) []*Node {
	var all []*Node
	for i := range count {
		all = append(all, d.g.node(label, d.key(label[:2], i), map[string]any{"name": d.name()}))
	}
	return all
}

func (d *graphDrawer) categories() []*Node {
	all := d.plain("Category", 6)
	for i, c := range all[2:] {
		d.g.edge(c, "PART_OF", all[i/2], nil)
	}
	return all
}

func (d *graphDrawer) segments() []*Node {
	all := d.plain("Segment", 8)
	for _, s := range all {
		s.Props["dimension"] = pick(d.r, []string{"AGE", "GENDER", "REGION", "INTEREST"})
	}
	return all
}

func (d *graphDrawer) agencies() []*Node {
	all := d.plain("Agency", 4)
	for _, a := range all {
		set(a, "region", maybe(d, "四川", "Zürich"))
		set(a, "founded", d.maybeDay(2000))
	}
	return all
}

func (d *graphDrawer) brands(categories []*Node) []*Node {
	all := d.plain("Brand", 4)
	for _, b := range all {
		set(b, "industry", maybe(d, "beauty", "sport", "美妆"))
		d.places(b, "IN_CATEGORY", categories, 2)
	}
	return all
}

func (d *graphDrawer) programmes() {
	for _, p := range d.plain("Programme", 2) {
		set(p, "starts", d.maybeDay(200))
		set(p, "ends", d.maybeDay(200))
		set(p, "budget", maybe(d, int64(0), 500000))
	}
}

func (d *graphDrawer) creators() []*Node {
	all := d.plain("Creator", 25)
	for _, c := range all {
		set(c, "handle", maybe(d, "ann", "b_2", "李"))
		set(c, "bio", maybe(d, "bio 🎉", `"quoted"`))
		set(c, "region", maybe(d, "四川", "广东", "Zürich"))
		set(c, "language", maybe(d, "zh-Hans", "en"))
		set(c, "gender", maybe(d, "female", "male"))
		set(c, "verified", maybe(d, true, false))
		set(c, "followers", maybe(d, int64(0), 100, 100, 5000, 9_000_000_000))
		set(c, "joined", d.maybeDay(1000))
		for _, format := range []string{"ShortVideo", "MidVideo", "ImageText", "Live"} {
			set(c, "price"+format, maybe(d, int64(0), 500, 500, 99900))
		}
		d.history(c)
	}
	return all
}

func (d *graphDrawer) history(c *Node) {
	count := d.r.IntN(7)
	if count == 0 {
		return
	}
	var days, followers []int64
	at := int64(20700) + d.r.Int64N(20)
	for range count {
		days, followers = append(days, at), append(followers, pick(d.r, []int64{0, 100, 110, 5000}))
		at += 1 + d.r.Int64N(20)
	}
	c.Props["historyDays"], c.Props["historyFollowers"] = days, followers
}

func set(n *Node, property string, value any) {
	if value != nil {
		n.Props[property] = value
	}
}

// places joins a node to some others in an order, the first being the main one.
func (d *graphDrawer) places(n *Node, typ string, to []*Node, most int) {
	for i, at := range d.r.Perm(len(to))[:d.r.IntN(most+1)] {
		d.g.edge(n, typ, to[at], map[string]any{"position": int64(i)})
	}
}

// audience draws shares in 64ths, so that their sums are exact in any order.
func (d *graphDrawer) audience(c *Node, segments []*Node) {
	for _, at := range d.r.Perm(len(segments))[:d.r.IntN(5)] {
		d.g.edge(c, "REACHES", segments[at], map[string]any{"share": float64(1+d.r.IntN(8)*4) / 64})
	}
}

func (d *graphDrawer) contracts(c *Node, agencies []*Node) {
	for range d.r.IntN(4) {
		agency, since := pick(d.r, agencies), d.day(pick(d.r, []int{1, 30, 300}))
		same := func(e *Edge) bool { return e.To == agency && e.Props["since"] == since }
		if slices.ContainsFunc(c.out["SIGNED_WITH"], same) {
			continue
		}
		until := any(nil)
		if end := d.day(pick(d.r, []int{1, 30, 300})); d.r.IntN(2) == 0 && end >= since {
			until = end
		}
		d.g.edge(c, "SIGNED_WITH", agency,
			map[string]any{"since": since, "until": until, "exclusive": maybe(d, true, false)})
	}
}
