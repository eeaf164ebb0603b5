package oracle

import "slices"

var (
	sources = []string{"SELF_PICKED", "RECOMMENDED"}
	formats = []string{"SHORT_VIDEO", "MID_VIDEO", "IMAGE_TEXT", "LIVE"}
)

// broken is how many campaigns have no brand, and how many contents neither a creator nor a format: the last
// of them. It is a graph that does not keep its promises, so that fields that must not be null are.
const broken = 2

func (d *graphDrawer) campaigns(brands, categories, segments []*Node) []*Node {
	all := d.plain("Campaign", 10+broken)
	for i, c := range all {
		set(c, "objective", maybe(d, "AWARENESS", "CONSIDERATION", "CONVERSION"))
		set(c, "budget", maybe(d, int64(0), 100000, 100000, 5_000_000_000))
		set(c, "starts", d.maybeDay(pick(d.r, []int{2, 60, 200})))
		set(c, "ends", d.maybeDay(200))
		if d.r.IntN(4) > 0 {
			c.Props["formats"] = slices.Clone(formats[:d.r.IntN(5)])
		}
		d.places(c, "IN_CATEGORY", categories, 3)
		d.places(c, "TARGETS", segments, 3)
		if i < len(all)-broken {
			d.g.edge(pick(d.r, brands), "RAN", c, nil)
		}
	}
	return all
}

// work draws whom a creator worked for and who asked.
func (d *graphDrawer) work(c *Node, campaigns []*Node) {
	count := d.r.IntN(5)
	for i, at := range d.r.Perm(len(campaigns)) {
		campaign := campaigns[at]
		whole := at < len(campaigns)-broken || d.r.IntN(8) == 0
		if i < count && whole {
			d.g.edge(c, "PARTICIPATED_IN", campaign, map[string]any{
				"source": maybe(d, sources...),
				"fee":    maybe(d, int64(0), 1000, 3000, 3000, 999),
				// The largest makes ratios that are written with an exponent.
				"impressions": maybe(d, int64(0), 50000, 7, 900_000_000),
				"engagements": maybe(d, int64(0), 333),
				"clicks":      maybe(d, int64(0), 650, 1),
				"conversions": maybe(d, int64(0), 5),
				"gmv":         maybe(d, int64(0), 3000, 7001),
			})
		}
		if d.r.IntN(8) == 0 {
			d.g.edge(campaign, "INVITED", c, map[string]any{
				"at": d.moment(), "source": pick(d.r, sources), "offer": maybe(d, int64(0), 800),
				"answer": maybe(d, "ACCEPTED", "DECLINED", "EXPIRED"), "answered": maybe(d, d.moment()),
			})
		}
	}
}

// contents draws what creators published.
func (d *graphDrawer) contents(creators, campaigns []*Node) []*Node {
	all := d.plain("Content", 40)
	for i, c := range all {
		c.Props["published"] = d.moment()
		if i < len(all)-broken {
			c.Props["format"] = pick(d.r, formats)
			author := pick(d.r, creators)
			d.g.edge(author, "POSTED", c, nil)
			for range d.r.IntN(3) {
				if other := pick(d.r, creators); other != author && !other.leads("APPEARS_IN", c) {
					d.g.edge(other, "APPEARS_IN", c, nil)
				}
			}
		}
		if d.r.IntN(2) == 0 {
			d.g.edge(c, "FOR_CAMPAIGN", pick(d.r, campaigns), nil)
		}
		d.metrics(c)
	}
	return all
}

var (
	counts      = []string{"Views", "Likes", "Comments", "Shares", "Clicks", "Conversions"}
	laterCounts = []string{"Completed", "Searches"}
)

func (d *graphDrawer) metrics(c *Node) {
	count := d.r.IntN(4)
	if count == 0 {
		return
	}
	var at []int64
	for i := range count {
		at = append(at, 1_790_000_000+int64(i)*3601+d.r.Int64N(3000))
	}
	c.Props["metricsAt"] = at
	for _, name := range counts {
		var values []int64
		for range count {
			values = append(values, pick(d.r, []int64{-1, 0, 100, 300, 12345}))
		}
		c.Props["metrics"+name] = values
	}
}

// packages draws packages of the contents of at most two creators: sums of more than two numbers depend
// on the order in which a database makes them.
func (d *graphDrawer) packages(contents []*Node) {
	for _, p := range d.plain("AudiencePackage", 4) {
		p.Props["size"] = float64(d.r.IntN(100000))
		p.Props["created"] = d.moment()
		authors := map[*Node]bool{}
		for _, at := range d.r.Perm(len(contents) - broken)[:10] {
			author := contents[at].in["POSTED"][0].From
			if authors[author] || len(authors) < 2 {
				authors[author] = true
				d.g.edge(p, "FROM", contents[at], nil)
			}
		}
	}
}
