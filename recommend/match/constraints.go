package match

import (
	"fmt"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight/match"
	"github.com/creatorgraph/creatorgraph/insight/plan"
)

// Tiers' bounds as the market uses them: 头部 from a million followers, 腰部 from a hundred thousand.
const (
	headFrom = 1_000_000
	midFrom  = 100_000
)

// constraints are a PlanConstraints as read.
type constraints struct {
	locked, excluded             []int32
	tiers                        []tier
	maxPerAgency, maxPerCategory int
	platforms                    []platform
	reserve, maxFrequency        float64
	contacts                     int
	minImpressions               int64
	minAcceptance, explore       float64
}

type tier struct {
	from, below           int64 // below 0 is no end
	least, most           int   // most −1 is no bound
	leastShare, mostShare float64
}

func (t *tier) holds(followers int64) bool {
	return followers >= t.from && (t.below == 0 || followers < t.below)
}

type platform struct {
	of          int32
	least, most int64 // most −1 is no bound
}

// limits reads constraints; what is wrong of itself is told.
type limits struct {
	*lookup
	in  map[string]any
	c   constraints
	err error
}

func (l *limits) refuse(what, remedy string, path ...any) {
	if l.err == nil {
		l.err = wrong(what, remedy, append([]any{"constraints"}, path...)...)
	}
}

// Constraints reads a PlanConstraints for a budget and a number of creators.
func readConstraints(m *match.Model, b *match.Brief, in map[string]any, budget int64, most int) (*constraints, error) {
	l := &limits{lookup: newLookup(m), in: in}
	l.c.locked, l.c.excluded = l.creators("locked"), l.creators("excluded")
	l.checkLocked(m, b, most)
	l.c.maxPerAgency, l.c.maxPerCategory = l.whole("maxPerAgency", 0, 1, 1000), l.whole("maxPerCategory", 0, 1, 1000)
	l.c.contacts = l.whole("effectiveFrequency", 1, 1, 10)
	l.c.reserve, l.c.explore = l.share("reserve", 0, "reserve"), l.share("explore", 0, "explore")
	if l.c.reserve >= 1 {
		l.refuse("the reserve is the whole budget", "give less than 1", "reserve")
	}
	l.c.minAcceptance = l.share("minAcceptance", 0, "minAcceptance")
	if f := l.in["maxFrequency"]; f != nil {
		if l.c.maxFrequency = decimal(f); !(l.c.maxFrequency >= 1) {
			l.refuse(fmt.Sprintf("a maxFrequency of %v: whoever is reached is so at least once", f), "give at least 1", "maxFrequency")
		}
	}
	if n := l.in["minImpressions"]; n != nil {
		least, err := compile.Long(n)
		if err != nil || least < 0 {
			l.refuse(fmt.Sprintf("minImpressions of %v", n), "give at least 0", "minImpressions")
		}
		l.c.minImpressions = least
	}
	l.readTiers(most)
	l.readPlatforms(budget)
	return &l.c, l.err
}

// checkLocked refuses locked creators who are excluded, and more of them than there may be.
func (l *limits) checkLocked(m *match.Model, b *match.Brief, most int) {
	for i, p := range l.c.locked {
		if slices.Contains(l.c.excluded, p) {
			l.refuse(fmt.Sprintf("creator %q is both locked and excluded", m.Book().Creators[p].Key), "take it out of one of them", "locked", i)
		}
		if b.Excluded[p] {
			l.refuse(fmt.Sprintf("creator %q is locked, and brief.excludeCreators leaves it out", m.Book().Creators[p].Key), "take it out of one of them", "locked", i)
		}
	}
	if len(l.c.locked) > most {
		l.refuse(fmt.Sprintf("%d creators are locked, maxCreators is %d: %d too many", len(l.c.locked), most, len(l.c.locked)-most),
			"lock fewer or raise maxCreators", "locked")
	}
}

func decimal(value any) float64 {
	x, ok := computed.Number(value)
	if !ok {
		return math.NaN()
	}
	return x
}

func (l *limits) creators(field string) []int32 {
	var all []int32
	for i, item := range column.List(l.in[field]) {
		typ, key, ok := compile.ParseID(column.Text(item))
		if !ok || typ != "Creator" {
			l.refuse(fmt.Sprintf("%.200q is not the id of a creator", column.Text(item)), "use an id as the API gave it", field, i)
			continue
		}
		p, known := l.m.Find(key)
		if !known {
			if l.err == nil {
				l.err = graph.Errorf(graph.NotFound, "use an id as the API gave it", "constraints.%s[%d]: there is no Creator with the key %q", field, i, key)
			}
			continue
		}
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

func (l *limits) whole(field string, otherwise, least, most int) int {
	value, given := l.in[field]
	if !given || value == nil {
		return otherwise
	}
	n, err := compile.Long(value)
	if err != nil || n < int64(least) || n > int64(most) {
		l.refuse(fmt.Sprintf("%s of %v", field, value), fmt.Sprintf("give %d to %d", least, most), field)
		return otherwise
	}
	return int(n)
}

func (l *limits) share(field string, otherwise float64, path ...any) float64 {
	return l.shareOf(l.in, field, otherwise, path...)
}

func (l *limits) shareOf(in map[string]any, field string, otherwise float64, path ...any) float64 {
	value, given := in[field]
	if !given || value == nil {
		return otherwise
	}
	f := decimal(value)
	if !(f >= 0 && f <= 1) {
		l.refuse(fmt.Sprintf("%s of %v", field, value), "give 0 to 1", path...)
	}
	return f
}

func (l *limits) readTiers(most int) {
	leastShares, leastCreators := 0.0, 0
	for i, item := range column.List(l.in["tiers"]) {
		in, _ := item.(map[string]any)
		t := l.readTier(in, i)
		leastShares, leastCreators = leastShares+t.leastShare, leastCreators+t.least
		l.c.tiers = append(l.c.tiers, t)
	}
	if leastShares > 1+1e-9 {
		l.refuse(fmt.Sprintf("the tiers' minShare add up to %.0f %%, %.0f %% more than there is", 100*leastShares, 100*(leastShares-1)), "lower some", "tiers")
	}
	if leastCreators > most {
		l.refuse(fmt.Sprintf("the tiers' minCreators add up to %d, maxCreators is %d: %d too many", leastCreators, most, leastCreators-most),
			"lower some or raise maxCreators", "tiers")
	}
}

func (l *limits) readTier(in map[string]any, i int) tier {
	t := tier{most: plan.None, mostShare: 1}
	t.from, t.below = longOf(in["minFollowers"]), longOf(in["maxFollowers"])
	t.leastShare = l.shareOf(in, "minShare", 0, "tiers", i, "minShare")
	t.mostShare = l.shareOf(in, "maxShare", 1, "tiers", i, "maxShare")
	t.least = int(longOf(in["minCreators"]))
	if in["maxCreators"] != nil {
		t.most = int(longOf(in["maxCreators"]))
	}
	switch {
	case min(t.from, t.below, int64(t.least), longOf(in["maxCreators"])) < 0:
		l.refuse("a number below 0", "give at least 0", "tiers", i)
	case t.below > 0 && t.below <= t.from:
		l.refuse(fmt.Sprintf("maxFollowers of %d is not above minFollowers of %d", t.below, t.from), "raise it", "tiers", i, "maxFollowers")
	case t.leastShare > t.mostShare:
		l.refuse(fmt.Sprintf("minShare of %g is above maxShare of %g", t.leastShare, t.mostShare), "lower it", "tiers", i, "minShare")
	case t.most != plan.None && t.least > t.most:
		l.refuse(fmt.Sprintf("minCreators of %d is above maxCreators of %d", t.least, t.most), "lower it", "tiers", i, "minCreators")
	}
	return t
}

func longOf(value any) int64 {
	if value == nil {
		return 0
	}
	n, err := compile.Long(value)
	if err != nil {
		return -1
	}
	return n
}

func (l *limits) readPlatforms(budget int64) {
	least := int64(0)
	for i, item := range column.List(l.in["platforms"]) {
		in, _ := item.(map[string]any)
		n, known := l.lookup.platforms[column.Text(in["platform"])]
		if !known {
			l.refuse(fmt.Sprintf("there is no platform with the key %.100q", column.Text(in["platform"])), "give the key of a platform", "platforms", i, "platform")
			continue
		}
		p := l.readPlatform(in, i)
		p.of = n
		least += p.least
		l.c.platforms = append(l.c.platforms, p)
	}
	if least > budget {
		l.refuse(fmt.Sprintf("the platforms' min add up to %d, the budget is %d: %d too much", least, budget, least-budget), "lower some or raise the budget", "platforms")
	}
}

func (l *limits) readPlatform(in map[string]any, i int) platform {
	p := platform{least: longOf(in["min"]), most: plan.None}
	if in["max"] != nil {
		p.most = longOf(in["max"])
	}
	if min(p.least, longOf(in["max"])) < 0 {
		l.refuse("a budget below 0", "give at least 0", "platforms", i)
	}
	if p.most != plan.None && p.least > p.most {
		l.refuse(fmt.Sprintf("min of %d is above max of %d", p.least, p.most), "lower it", "platforms", i, "min")
	}
	return p
}
