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
	minPool       = 8 // invited creators that a brief needs to be measured
	minSelfPicked = 3 // self-picked ones among them
	// inviteLeadDays is how many days before a campaign invitations usually go out.
	inviteLeadDays = 7
	// pickDivisor: one in so many of the invited creators is picked.
	pickDivisor = 3
	// budgetShare is the budget as a share of the fees of all invited.
	budgetShare = 0.3
)

// brief is a measured brief: the creators who were invited, their true values, and each method's scores.
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

// methods are in the order of the report; the first one is ours.
func methods() []string {
	return []string{ours, "most followers", "cheapest per follower", "past CPM", "past cost per click", "value for money alone",
		oraclePrefix + "fees", oraclePrefix + "acceptance", oraclePrefix + "impressions", oraclePrefix + "clicks", "truth"}
}

// oraclePrefix begins the names of our method with one estimate replaced by its true value: the gain is the price of that
// estimate's error.
const oraclePrefix = "creatorgraph with true "

// addOracleScores adds our score with each estimate, in logarithms, replaced by the true value.
func (b *brief) addOracleScores(one *match.Match, e *Expected) {
	swap := func(name string, truth, ours float64) {
		b.addScore(oraclePrefix+name, one.Score+math.Log(truth/math.Max(ours, 1e-12)))
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
	m := trainedModel(d, cut)
	briefs := collectBriefs(d, m, nil, truth, cut, math.MaxInt32)
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
			r.measure(slice.name, name, some)
		}
	}
	r.measurePredictions(d, m, cut)
	return r
}

// trainedModel is the matching model as learned by a day, answers included.
func trainedModel(d *Data, day int32) *match.Model {
	past := d.Before(day)
	m := match.New(past)
	if weights, err := acceptance.Learn(accepting.Market(past), int64(day)*86400); err == nil {
		m.SetAcceptance(accepting.New(past, weights))
	}
	return m
}

func date(day int32) string { return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly) }

// collectBriefs gives the measurable briefs from one day until another, with the scores of all methods.
func collectBriefs(d *Data, m *match.Model, others map[string]*match.Model, truth Truth, from, until int32) []*brief {
	var all []*brief
	hired := hiringBrands(m.Book())
	floors := newFloors(m.Book())
	for n := range d.Book.Campaigns {
		c, pool := &d.Book.Campaigns[n], truth[int32(n)]
		b := &brief{objective: c.Objective, pool: pool, scores: map[string][]float64{}, isCold: !hired[c.Brand]}
		if c.Day < from || c.Day >= until || len(pool) < minPool || len(b.selfPicked()) < minSelfPicked {
			continue
		}
		b.score(c, m, others, floors)
		all = append(all, b)
	}
	return all
}

// hiringBrands are the brands with results.
func hiringBrands(book *match.Book) map[int32]bool {
	brands := map[int32]bool{}
	for _, c := range book.Creators {
		for _, w := range c.Works {
			brands[book.Campaigns[w.Campaign].Brand] = true
		}
	}
	return brands
}

// score adds each method's scores of all whom a campaign invited.
func (b *brief) score(c *match.Campaign, m *match.Model, others map[string]*match.Model, floors *floors) {
	for k := range b.pool {
		e := &b.pool[k]
		asked := &match.Brief{Brand: c.Brand, Rivals: insight.Unknown, Objective: c.Objective, Categories: c.Categories,
			Segments: c.Segments, Formats: []match.Format{e.Format}, Starts: c.Day, Before: c.Day - inviteLeadDays}
		one := m.Of(asked, []int32{e.Creator})[0]
		b.addScore(ours, one.Score)
		for name, other := range others {
			b.addScore(name, other.Of(asked, []int32{e.Creator})[0].Score)
		}
		b.addScore("value for money alone", one.PerMoney())
		b.addOracleScores(&one, e)
		floors.score(b, e)
		b.addScore("truth", math.Log(e.value(c.Objective)/e.Fee))
	}
}

func (b *brief) addScore(method string, score float64) {
	b.scores[method] = append(b.scores[method], score)
}

// ranking is the pool by a method's scores, the best first.
func (b *brief) ranking(method string) []int {
	all := make([]int, len(b.pool))
	for k := range all {
		all[k] = k
	}
	scores := b.scores[method]
	slices.SortStableFunc(all, func(x, y int) int { return cmp.Compare(scores[y], scores[x]) })
	return all
}

// cost gives the expected fees of some of the pool, their expected value by the objective, and their mean acceptance.
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

// selection is a method's choice.
func (b *brief) selection(method string) []int {
	if method == selfPicked {
		return b.selfPicked()
	}
	return b.ranking(method)[:(len(b.pool)+pickDivisor-1)/pickDivisor]
}

// selfPicked are the creators whom the brand chose by itself.
func (b *brief) selfPicked() []int {
	var all []int
	for k := range b.pool {
		if !b.pool[k].Recommended {
			all = append(all, k)
		}
	}
	return all
}

// valueAtBudget is the value that a method's ranking buys greedily with the budget, as a share of the optimum of the
// fractional knapsack.
func (b *brief) valueAtBudget(method string) float64 {
	budget := 0.0
	for k := range b.pool {
		budget += budgetShare * b.pool[k].Fee
	}
	left, value := budget, 0.0
	for _, k := range b.ranking(method) {
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

// measure measures one method on some briefs: log gain is the mean of ln(self-picked ÷ picked) over that of the truth's own
// choice, both summed over briefs, since single quotients have no mean.
func (r *Report) measure(slice, method string, briefs []*brief) {
	column := func() []float64 { return make([]float64, len(briefs)) }
	gain, most, bought, accepted := column(), column(), column(), column()
	fee, seen, clicked := column(), column(), column()
	for i, b := range briefs {
		self, chosen := b.logCost(b.selfPicked()), b.selection(method)
		gain[i], most[i] = self-b.logCost(chosen), self-b.logCost(b.selection("truth"))
		fee[i], _, accepted[i] = b.cost(chosen)
		for _, k := range chosen {
			e := &b.pool[k]
			seen[i] += e.Accept * e.Impressions
			clicked[i] += e.Accept * e.Impressions * e.CTR
		}
		if method != selfPicked {
			bought[i] = b.valueAtBudget(method)
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
