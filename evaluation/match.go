package evaluation

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/accepting"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

const (
	leastPool = 8 // invited creators of a brief, for it to be measured
	leastSelf = 3 // self-picked ones among them
	// invitedBefore is how many days before a campaign invitations usually go out.
	invitedBefore = 7
	// picked is what part of those invited are taken to be chosen.
	picked = 3
	// budgeted is what part of all their fees a budget is.
	budgeted = 0.3
)

// brief is one that is measured: who was invited, what is true of them, and what each method thinks of them.
type brief struct {
	objective match.Objective
	pool      []Expected
	scores    map[string][]float64
	isCold    bool // a brand without earlier results
}

const (
	ours       = "creatorgraph"
	selfPicked = "self-picked"
)

// methods in the order in which they are told; the first one is ours.
func methods() []string {
	return []string{ours, "most followers", "cheapest per follower", "past CPM", "past cost per click", "value for money alone",
		withTrue + "fees", withTrue + "acceptance", withTrue + "impressions", withTrue + "clicks", "truth"}
}

// withTrue are our own choice with one of its parts told by the truth: what it gains is what that part costs.
const withTrue = "creatorgraph with true "

// told adds our score with each of its parts, as ln, replaced by the true one.
func (b *brief) told(one *match.Match, e *Expected) {
	swap := func(name string, truth, ours float64) {
		b.add(withTrue+name, one.Score+math.Log(truth/math.Max(ours, 1e-12)))
	}
	swap("fees", float64(one.Fee), e.Fee)
	swap("acceptance", e.Accept, one.Acceptance)
	swap("impressions", e.Impressions, one.Predicted.Impressions)
	switch b.objective {
	case match.Awareness:
		swap("clicks", 1, 1)
	case match.Conversion:
		swap("clicks", e.CTR*e.CVR, one.Predicted.CTR*one.Predicted.CVR)
	case match.Consideration, match.NoObjective:
		swap("clicks", e.CTR, one.Predicted.CTR)
	}
}

// Match measures matching.
func Match(d *Data, truth Truth, cut int32, seed uint64) *Report {
	r := &Report{Science: "match", Seed: seed, Split: map[string]string{"by": "time", "cut": date(cut)}}
	m := learned(d, cut)
	briefs := gather(d, m, nil, truth, cut, math.MaxInt32)
	names := methods()
	slices.SortFunc(briefs, func(a, b *brief) int { return cmp.Compare(len(a.pool), len(b.pool)) })
	for _, slice := range []struct {
		name string
		of   func(*brief) bool
	}{
		{"all", func(*brief) bool { return true }}, {"awareness", func(b *brief) bool { return b.objective == match.Awareness }},
		{"consideration", func(b *brief) bool { return b.objective == match.Consideration }},
		{"conversion", func(b *brief) bool { return b.objective == match.Conversion }}, {"cold brands", func(b *brief) bool { return b.isCold }},
	} {
		some := slices.DeleteFunc(slices.Clone(briefs), func(b *brief) bool { return !slice.of(b) })
		for _, name := range names {
			r.judge(slice.name, name, some)
		}
	}
	r.predictions(d, m, cut)
	return r
}

// learned is what matching had learned by a day, answers included.
func learned(d *Data, day int32) *match.Model {
	past := d.Before(day)
	m := match.New(past)
	if weights, err := acceptance.Learn(accepting.Market(past), int64(day)*86400); err == nil {
		m.SetAcceptance(accepting.New(past, weights))
	}
	return m
}

func date(day int32) string { return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly) }

// gather lays out the briefs from a day until another, and what our model and others think of whom they invited.
func gather(d *Data, m *match.Model, others map[string]*match.Model, truth Truth, from, until int32) []*brief {
	var all []*brief
	hired := map[int32]bool{}
	for _, c := range m.Book().Creators {
		for _, w := range c.Works {
			hired[m.Book().Campaigns[w.Campaign].Brand] = true
		}
	}
	floors := newFloors(m.Book())
	for n := range d.Book.Campaigns {
		c, pool := &d.Book.Campaigns[n], truth[int32(n)]
		self := 0
		for _, e := range pool {
			if !e.Recommended {
				self++
			}
		}
		if c.Day < from || c.Day >= until || len(pool) < leastPool || self < leastSelf {
			continue
		}
		b := &brief{objective: c.Objective, pool: pool, scores: map[string][]float64{}, isCold: !hired[c.Brand]}
		for k := range pool {
			asked := &match.Brief{Brand: c.Brand, Rivals: insight.Unknown, Objective: c.Objective, Categories: c.Categories,
				Segments: c.Segments, Formats: []match.Format{pool[k].Format}, Starts: c.Day, Before: c.Day - invitedBefore}
			one := m.Of(asked, []int32{pool[k].Creator})[0]
			b.add(ours, one.Score)
			for name, other := range others {
				b.add(name, other.Of(asked, []int32{pool[k].Creator})[0].Score)
			}
			b.add("value for money alone", one.PerMoney())
			b.told(&one, &pool[k])
			floors.score(b, &pool[k])
			b.add("truth", math.Log(pool[k].value(c.Objective)/pool[k].Fee))
		}
		all = append(all, b)
	}
	return all
}

func (b *brief) add(method string, score float64) { b.scores[method] = append(b.scores[method], score) }

// order is the pool by a method's scores, the best first.
func (b *brief) order(method string) []int {
	all := make([]int, len(b.pool))
	for k := range all {
		all[k] = k
	}
	scores := b.scores[method]
	slices.SortStableFunc(all, func(x, y int) int { return cmp.Compare(scores[y], scores[x]) })
	return all
}

// cost is what some of a pool cost for what the objective counts, with what they accept.
func (b *brief) cost(some []int) (cost, value, accepted float64) {
	for _, k := range some {
		e := &b.pool[k]
		cost += e.Accept * e.Fee
		value += e.Accept * e.value(b.objective)
		accepted += e.Accept
	}
	return cost, value, accepted / float64(len(some))
}

func (b *brief) logCost(some []int) float64 {
	cost, value, _ := b.cost(some)
	return math.Log(cost / value)
}

// top is a method's choice.
func (b *brief) top(method string) []int {
	if method == selfPicked {
		return b.self()
	}
	return b.order(method)[:(len(b.pool)+picked-1)/picked]
}

// self are those whom the brand chose by itself.
func (b *brief) self() []int {
	var all []int
	for k := range b.pool {
		if !b.pool[k].Recommended {
			all = append(all, k)
		}
	}
	return all
}

// bought is what walking down a method's list buys with the budget, as part of the most that fractions could.
func (b *brief) bought(method string) float64 {
	budget := 0.0
	for k := range b.pool {
		budget += budgeted * b.pool[k].Fee
	}
	left, value := budget, 0.0
	for _, k := range b.order(method) {
		if e := &b.pool[k]; e.Fee <= left {
			left -= e.Fee
			value += e.Accept * e.value(b.objective)
		}
	}
	best := make([]int, len(b.pool))
	for k := range best {
		best[k] = k
	}
	rate := func(k int) float64 { return b.pool[k].Accept * b.pool[k].value(b.objective) / b.pool[k].Fee }
	slices.SortFunc(best, func(x, y int) int { return cmp.Compare(rate(y), rate(x)) })
	left, most := budget, 0.0
	for _, k := range best {
		part := math.Min(1, left/b.pool[k].Fee)
		left -= part * b.pool[k].Fee
		most += part * b.pool[k].Accept * b.pool[k].value(b.objective)
	}
	return value / most
}

// judge measures one method on some briefs: log gain is the mean of ln(self-picked ÷ picked) over that of the truth's own
// choice, both summed over briefs, since single quotients have no mean.
func (r *Report) judge(slice, method string, briefs []*brief) {
	column := func() []float64 { return make([]float64, len(briefs)) }
	gain, most, bought, accepted := column(), column(), column(), column()
	fee, seen, clicked := column(), column(), column()
	for i, b := range briefs {
		self, chosen := b.logCost(b.self()), b.top(method)
		gain[i], most[i] = self-b.logCost(chosen), self-b.logCost(b.top("truth"))
		fee[i], _, accepted[i] = b.cost(chosen)
		for _, k := range chosen {
			e := &b.pool[k]
			seen[i] += e.Accept * e.Impressions
			clicked[i] += e.Accept * e.Impressions * e.CTR
		}
		if method != selfPicked {
			bought[i] = b.bought(method)
		}
	}
	r.add("log gain", slice, method, len(briefs), func(some []int) float64 { return sum(gain, some) / sum(most, some) })
	r.add("unit cost ÷ self-picked", slice, method, len(briefs), func(some []int) float64 { return math.Exp(-sum(gain, some) / float64(len(some))) })
	if method != selfPicked { // who has a list buys down it
		r.add("value at the budget", slice, method, len(briefs), func(some []int) float64 { return sum(bought, some) / float64(len(some)) })
	}
	r.add("acceptance", slice, method, len(briefs), func(some []int) float64 { return sum(accepted, some) / float64(len(some)) })
	r.add("CPM, yuan", slice, method, len(briefs), func(some []int) float64 { return 10 * sum(fee, some) / sum(seen, some) })
	r.add("CTR", slice, method, len(briefs), func(some []int) float64 { return sum(clicked, some) / sum(seen, some) })
}

func sum(x []float64, some []int) float64 {
	s := 0.0
	for _, i := range some {
		s += x[i]
	}
	return s
}
