package match

import (
	"iter"
	"maps"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// rivalDays is for how many days a creator counts as a competitor's after working for it.
const rivalDays = 180

// Brief describes the creators wanted. Indices refer to the book's tables; nil, 0 and insight.Unknown set no condition.
type Brief struct {
	Brand                      int32 // insight.Unknown for a new one
	Objective                  Objective
	Categories, Segments       []int32
	Formats                    []Format
	Budget, MaxFee             int64
	Regions                    []string
	Platforms                  []int32
	MinFollowers, MaxFollowers int64
	Excluded                   map[int32]bool
	Rivals                     int32          // brand whose competitors' creators are excluded
	Among                      map[int32]bool // nil is everybody
	Starts                     int32          // the campaign's first day; 0 is not known
	Before                     int32          // day as of which it is matched; 0 is the book's
}

// condition is one requirement of a brief.
type condition struct {
	name  string // of the brief's field
	holds func(p int32) bool
}

// conditions are all requirements of a brief, the cheapest first.
func (m *Model) conditions(b *Brief) []condition {
	book := m.book
	var all []condition
	ask := func(asks bool, name string, holds func(p int32, c *Creator) bool) {
		if asks {
			all = append(all, condition{name, func(p int32) bool { return holds(p, &book.Creators[p]) }})
		}
	}
	ask(len(b.Excluded) > 0, "excludeCreators", func(p int32, _ *Creator) bool { return !b.Excluded[p] })
	ask(b.Among != nil, "filter", func(p int32, _ *Creator) bool { return b.Among[p] })
	ask(b.MinFollowers > 0, "minFollowers", func(_ int32, c *Creator) bool { return c.Followers >= b.MinFollowers })
	ask(b.MaxFollowers > 0, "maxFollowers", func(_ int32, c *Creator) bool {
		return c.Followers != insight.Unknown && c.Followers <= b.MaxFollowers
	})
	ask(len(b.Regions) > 0, "regions", func(_ int32, c *Creator) bool { return slices.Contains(b.Regions, c.Region) })
	ask(len(b.Platforms) > 0, "platforms", func(_ int32, c *Creator) bool {
		return slices.ContainsFunc(c.Platforms, func(one int32) bool { return slices.Contains(b.Platforms, one) })
	})
	nearness := book.nearness(b.Categories)
	ask(len(b.Categories) > 0, "categories", func(_ int32, c *Creator) bool { return nearest(c.Categories, nearness) == 2 })
	ask(len(b.Formats) > 0, "formats", func(_ int32, c *Creator) bool {
		return !priced(c) || slices.ContainsFunc(b.Formats, func(f Format) bool { return c.Prices[f] > 0 })
	})
	within := func(most int64) func(int32, *Creator) bool {
		return func(_ int32, c *Creator) bool {
			return !priced(c) || slices.ContainsFunc(b.formats(), func(f Format) bool { return c.Prices[f] > 0 && c.Prices[f] <= most })
		}
	}
	ask(b.MaxFee > 0, "maxFee", within(b.MaxFee))
	ask(b.Budget > 0, "budget", within(b.Budget))
	if b.Rivals >= 0 {
		rivals := m.rivals(b.Rivals)
		ask(len(rivals) > 0, "excludeCompetitorsOf", func(_ int32, c *Creator) bool {
			return !slices.ContainsFunc(c.Works, func(w Work) bool {
				campaign := &book.Campaigns[w.Campaign]
				return rivals[campaign.Brand] && campaign.Day != insight.Unknown && campaign.Day >= book.Day-rivalDays
			})
		})
	}
	return all
}

// rivals are the brands of the same industry.
func (m *Model) rivals(brand int32) map[int32]bool {
	all := map[int32]bool{}
	industry := m.book.Brands[brand].Industry
	for i := range m.book.Brands {
		if int32(i) != brand && industry != "" && m.book.Brands[i].Industry == industry {
			all[int32(i)] = true
		}
	}
	return all
}

// formats are those that the brief allows.
func (b *Brief) formats() []Format {
	if len(b.Formats) > 0 {
		return b.Formats
	}
	return []Format{0, 1, 2, 3}
}

// priced says whether a creator publishes any price.
func priced(c *Creator) bool {
	return slices.ContainsFunc(c.Prices[:], func(price int64) bool { return price > 0 })
}

// Pool are the creators who satisfy all of a brief's conditions. If there are none, emptied names the condition that excluded the last
// of those who satisfy the conditions before it.
func (m *Model) Pool(b *Brief) (pool []int32, emptied string) {
	pool = slices.Collect(m.passing(b))
	return pool, m.emptied(b, len(pool))
}

// passing iterates over Pool.
func (m *Model) passing(b *Brief) iter.Seq[int32] {
	conditions := m.conditions(b)
	return func(yield func(int32) bool) {
		for _, p := range m.among(b) {
			if !slices.ContainsFunc(conditions, func(c condition) bool { return !c.holds(p) }) && !yield(p) {
				return
			}
		}
	}
}

// among gives, ascending, all creators who may satisfy a brief's conditions.
func (m *Model) among(b *Brief) []int32 {
	var some []int32
	switch {
	case b.Among != nil:
		some = slices.Collect(maps.Keys(b.Among))
	case len(b.Categories) > 0:
		for category, near := range m.book.nearness(b.Categories) {
			if near == 2 {
				some = append(some, m.publishing[category]...)
			}
		}
	default:
		some = make([]int32, len(m.book.Creators))
		for p := range some {
			some[p] = int32(p)
		}
		return some
	}
	slices.Sort(some)
	return slices.Compact(some)
}

// emptied names the condition that excluded the last creator, if nobody passes.
func (m *Model) emptied(b *Brief, pass int) string {
	if pass > 0 {
		return ""
	}
	conditions := m.conditions(b)
	if len(conditions) == 0 {
		return ""
	}
	reached := make([]int, len(conditions)+1)
	for p := range m.book.Creators {
		n := 0
		for n < len(conditions) && conditions[n].holds(int32(p)) {
			n++
		}
		reached[n]++
	}
	at := len(conditions) - 1
	for at > 0 && reached[at] == 0 { // nobody got so far
		at--
	}
	return conditions[at].name
}

// Refused names the conditions that a creator does not satisfy.
func (m *Model) Refused(b *Brief, p int32) []string {
	var all []string
	for _, c := range m.conditions(b) {
		if !c.holds(p) {
			all = append(all, c.name)
		}
	}
	return all
}

// Missing names the unknown properties of a creator that matching would use.
func (m *Model) Missing(p int32) []string {
	c := &m.book.Creators[p]
	var all []string
	for _, one := range []struct {
		name    string
		missing bool
	}{
		{"followers", c.Followers == insight.Unknown}, {"price", !priced(c)}, {"audience", len(c.Audience) == 0},
		{"categories", len(c.Categories) == 0}, {"results", m.known[p] == 0}, {"answers", len(c.Answers) == 0},
	} {
		if one.missing {
			all = append(all, one.name)
		}
	}
	return all
}
