package load

import (
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
)

// tally counts the totals of docs/model.md while a data set is read, by the numbers of its nodes. It
// says in Go what statements/totals say in Cypher, and a test holds the two together.
type tally struct {
	today     int64
	creators  []creatorTally
	agencies  []agencyTally
	brands    []brandTally
	campaigns []campaignTally
	pairs     map[uint64]struct{} // creator and brand
	contracts map[uint32][]contractTally
}

type creatorTally struct {
	campaigns, brands  int64
	spend, impressions int64
	fees               int64 // how many are known
	followers          int64
	growth             float64
}

type agencyTally struct {
	creators, followers, spend int64
	next                       int64 // day; 0 for none
	counted                    map[uint32]bool
}

type brandTally struct{ campaigns, creators, spend int64 }

type campaignTally struct {
	brand                        uint32
	starts                       int64
	started                      bool
	creators, impressions, spend int64
}

type contractTally struct {
	agency       uint32
	since, until int64
	open         bool
}

func (c contractTally) covers(day int64) bool { return c.since <= day && (c.open || day <= c.until) }

func newTally(today time.Time) *tally {
	return &tally{today: daysOf(today), pairs: map[uint64]struct{}{},
		contracts: map[uint32][]contractTally{}}
}

const unknownGrowth = -2.0

func (t *tally) creator(followers any) {
	n, _ := followers.(int64) // unknown counts as none
	t.creators = append(t.creators, creatorTally{followers: n, growth: unknownGrowth})
}

func (t *tally) agency() { t.agencies = append(t.agencies, agencyTally{counted: map[uint32]bool{}}) }

func (t *tally) brand() { t.brands = append(t.brands, brandTally{}) }

func (t *tally) campaign(brand uint32, starts any) {
	day, started := starts.(time.Time)
	t.brands[brand].campaigns++
	t.campaigns = append(t.campaigns, campaignTally{brand: brand, starts: daysOf(day), started: started})
}

func (t *tally) contract(creator, agency uint32, since, until any) {
	from, _ := since.(time.Time) // required
	to, ends := until.(time.Time)
	c := contractTally{agency: agency, since: daysOf(from), until: daysOf(to), open: !ends}
	t.contracts[creator] = append(t.contracts[creator], c)
	a := &t.agencies[agency]
	if c.covers(t.today) && !a.counted[creator] {
		a.counted[creator] = true
		a.creators++
		a.followers = addCapped(a.followers, t.creators[creator].followers)
	}
	a.changes(c.since, t.today)
	if ends {
		a.changes(c.until+1, t.today)
	}
}

func (a *agencyTally) changes(day, today int64) {
	if day > today && (a.next == 0 || day < a.next) {
		a.next = day
	}
}

func (t *tally) participation(creator, campaign uint32, fee, impressions any) {
	paid, known := fee.(int64)
	seen, _ := impressions.(int64)
	c, k := &t.creators[creator], &t.campaigns[campaign]
	c.campaigns++
	c.spend = addCapped(c.spend, paid)
	c.impressions = addCapped(c.impressions, seen)
	if known {
		c.fees++
	}
	k.creators++
	k.spend = addCapped(k.spend, paid)
	k.impressions = addCapped(k.impressions, seen)
	t.brands[k.brand].spend = addCapped(t.brands[k.brand].spend, paid)
	pair := uint64(creator)<<32 | uint64(k.brand)
	if _, met := t.pairs[pair]; !met {
		t.pairs[pair] = struct{}{}
		c.brands++
		t.brands[k.brand].creators++
	}
	if k.started {
		t.underContract(creator, k.starts, paid)
	}
}

// underContract adds a fee to each agency that the creator was under contract with on a day, once.
func (t *tally) underContract(creator uint32, day, fee int64) {
	contracts := t.contracts[creator]
	for i, c := range contracts {
		counted := false
		for _, earlier := range contracts[:i] {
			counted = counted || earlier.agency == c.agency && earlier.covers(day)
		}
		if c.covers(day) && !counted {
			t.agencies[c.agency].spend = addCapped(t.agencies[c.agency].spend, fee)
		}
	}
}

// addCapped adds to a total, up to limit.MaxNumber.
func addCapped(total, n int64) int64 { return min(total+n, limit.MaxNumber) }

// growth is the share of followers gained in the last 30 days of a history.
func growth(history series) float64 {
	if len(history) == 0 || len(history[0]) == 0 {
		return unknownGrowth
	}
	days, followers := history[0], history[1]
	last := len(days) - 1
	for i := last; i >= 0; i-- {
		if days[i] > days[last]-30 {
			continue
		}
		if followers[i] > 0 {
			return float64(followers[last]-followers[i]) / float64(followers[i])
		}
		break
	}
	return unknownGrowth
}

// values gives what a node has besides its row, by property.
func (t *tally) values(table string, number uint32, history series) map[string]any {
	switch table {
	case "creators":
		c := t.creators[number]
		cpm := -1.0
		if c.fees > 0 && c.impressions > 0 {
			cpm = 1000 * float64(c.spend) / float64(c.impressions)
		}
		return map[string]any{"campaignCount": c.campaigns, "brandCount": c.brands, "spend": c.spend,
			"byCpm": cpm, "byGrowth": growth(history)}
	case "agencies":
		a := t.agencies[number]
		values := map[string]any{"creatorCount": a.creators, "byFollowers": a.followers, "spend": a.spend}
		if a.next != 0 {
			values["nextChange"] = graph.Day(time.Unix(a.next*secondsPerDay, 0).UTC())
		}
		return values
	case "brands":
		b := t.brands[number]
		return map[string]any{"campaignCount": b.campaigns, "creatorCount": b.creators, "spend": b.spend}
	case "campaigns":
		c := t.campaigns[number]
		return map[string]any{"creatorCount": c.creators, "impressions": c.impressions, "spend": c.spend}
	}
	return nil
}
