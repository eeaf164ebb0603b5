package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// bySmallness is how much of ln of the unused money of a place counts against a creator who costs less than there is for
// one: 0 is value for money alone, 1 is value for each place alone.
const bySmallness = 0.2

// places is how many creators a budget is taken to be for: about the mean of campaigns (docs/market.md).
const places = 16

// Match is a creator in a format for a brief.
type Match struct {
	Creator    int32
	Format     Format
	Fee        int64
	Published  bool // the fee is the asking price, not what is typical of the size
	Acceptance float64
	Score      float64 // ln of what the money buys, against the market's usual
	Predicted  Predicted
	fits       float64 // in Score: how much of a place's money it uses
	met        float64
	x          features
}

// Predicted is what is expected of a match if it is accepted.
type Predicted struct {
	Impressions, ImpressionsLow, ImpressionsHigh float64
	CTR, CTRLow, CTRHigh                         float64
	CVR                                          float64
	Conversions, GMV                             float64 // GMV 0 where no order's value is known
	Evidence                                     int     // results of the creator that it rests on
}

// question is a brief made ready to be asked of many creators.
type question struct {
	m        *Model
	b        *Brief
	target   *target
	nearness []int8
	profile  profile
	share    float64 // ln of the part of the budget for a place
	formats  []Format
	usually  float64 // ln of how often invitations are accepted
	accept   func(creator int32, f Format, offer int64) float64
	value    float64 // of a conversion
	laid     []Match // the options of one creator
}

// ask makes a brief ready.
func (m *Model) ask(b *Brief) *question {
	q := &question{m: m, b: b, target: m.audiences.target(b.Segments), nearness: m.book.nearness(b.Categories),
		formats: b.formats(), usually: math.Log(m.usual()), share: math.Log(m.fee), accept: m.takes.Ask(b)}
	if b.Budget > 0 {
		q.share = math.Log(float64(b.Budget) / places)
	}
	industry := ""
	if b.Brand >= 0 {
		m.profile(&q.profile, b.Brand, q.nearness, insight.Unknown)
		industry = m.book.Brands[b.Brand].Industry
	}
	o := m.orders[industry]
	if o.conversions < 20 {
		o = m.orders[""]
	}
	if o.conversions > 0 {
		q.value = o.gmv / o.conversions
	}
	return q
}

// options are the formats in which a creator can be had, each with what it is worth if it is accepted; they stand until
// the next creator's.
func (q *question) options(p int32) []Match {
	m, c := q.m, &q.m.book.Creators[p]
	var x features
	x.own(c)
	x.setObjective(q.b.Objective)
	met := m.meet(&x, c, q.nearness, q.target)
	x[alike] = m.alike(p, &q.profile)
	publishes := priced(c)
	all := q.laid[:0]
	for _, f := range q.formats {
		fee, published := m.feeOf(c, f)
		if fee <= 0 || publishes && !published || q.b.MaxFee > 0 && fee > q.b.MaxFee || q.b.Budget > 0 && fee > q.b.Budget {
			continue
		}
		x.setFormat(f)
		all = append(all, Match{Creator: p, Format: f, Fee: fee, Published: published, met: met, x: x})
		q.weigh(&all[len(all)-1])
	}
	q.laid = all
	return all
}

// weigh works out a match's score as if its acceptance were certain.
func (q *question) weigh(one *Match) {
	m, value := q.m, 0.0
	group := m.group(&m.book.Creators[one.Creator])
	for k := range q.b.counted() {
		r, e := m.rates[k], m.effects[k][one.Creator]
		value += r.fixed(&one.x) + r.group[group] + e.mean + (e.variance+r.byCampaign)/2 + math.Log(r.level)
	}
	fee := math.Log(float64(one.Fee))
	one.fits = bySmallness * math.Min(0, fee-q.share)
	one.Score = value - fee + one.fits - q.usually
}

// most bounds a creator's score: what it would be if it certainly accepted; false where no format can be had of it.
func (q *question) most(p int32) (most float64, has bool) {
	options := q.options(p)
	most = math.Inf(-1)
	for i := range options {
		most = max(most, options[i].Score)
	}
	return most, len(options) > 0
}

// match weighs a creator in its best format; false where it has none.
func (q *question) match(p int32) (best Match, has bool) {
	options := q.options(p)
	for i := range options {
		one := &options[i]
		one.Acceptance = q.accept(p, one.Format, one.Fee)
		one.Score += math.Log(one.Acceptance)
		if !has || one.Score > best.Score {
			best, has = *one, true
		}
	}
	return best, has
}

// counted is how many of the rates, multiplied, are what the objective is after.
func (b *Brief) counted() int {
	switch b.Objective {
	case Awareness:
		return 1
	case Conversion:
		return 3
	case Consideration, NoObjective:
	}
	return 2
}

// predict fills in what is expected of a match.
func (q *question) predict(one *Match) {
	m := q.m
	group := m.group(&m.book.Creators[one.Creator])
	var eta [rates]float64
	var mean [rates]float64
	for k, r := range m.rates {
		eta[k] = r.fixed(&one.x) + r.group[group] + m.effects[k][one.Creator].mean
		mean[k] = r.expected(eta[k], m.effects[k][one.Creator])
	}
	d := &one.Predicted
	d.Impressions, d.CTR, d.CVR = mean[views], math.Min(1, mean[clicks]), math.Min(1, mean[conversions])
	d.ImpressionsLow, d.ImpressionsHigh = m.rates[views].interval(eta[views], m.effects[views][one.Creator], 0)
	d.CTRLow, d.CTRHigh = m.rates[clicks].interval(eta[clicks], m.effects[clicks][one.Creator], mean[views])
	d.CTRHigh = math.Min(1, d.CTRHigh)
	d.Conversions = d.Impressions * d.CTR * d.CVR
	d.GMV = d.Conversions * q.value
	d.Evidence = int(m.known[one.Creator])
}

// Rank gives the best creators for a brief, best first, equal ones by key; emptied as Pool has it where nobody is left.
// Asking whether a creator accepts costs much. So all are laid out by what they would score if they certainly did, and
// asked in that order until nobody further can be among the first (Fagin's threshold algorithm).
func (m *Model) Rank(b *Brief, first int) (best []Match, emptied string) {
	q := m.ask(b)
	waiting, pass := q.bounds()
	if emptied := m.emptied(b, pass); emptied != "" {
		return nil, emptied
	}
	if len(waiting) == 0 && pass > 0 {
		return nil, "formats"
	}
	first = min(first, len(waiting))
	slices.SortFunc(waiting, func(x, y bound) int { return cmp.Compare(y.most, x.most) })
	scores := make([]float64, 0, first+1) // of the first, the least first
	for _, next := range waiting {
		if len(scores) == first && (first == 0 || next.most < scores[0]) {
			break
		}
		one, _ := q.match(next.creator)
		best = append(best, one)
		at, _ := slices.BinarySearch(scores, one.Score)
		scores = slices.Insert(scores, at, one.Score)
		scores = scores[max(0, len(scores)-first):]
	}
	m.order(best)
	best = best[:first]
	for i := range best {
		q.predict(&best[i])
	}
	return best, ""
}

// bound is what a creator's score cannot be more than.
type bound struct {
	creator int32
	most    float64
}

// bounds are those of the brief's pool who can be had in some format; pass counts the pool. Each is looked at once, since what
// is known of creators is all over the memory.
func (q *question) bounds() (all []bound, pass int) {
	for p := range q.m.passing(q.b) {
		pass++
		if most, has := q.most(p); has {
			all = append(all, bound{p, most})
		}
	}
	return all, pass
}

// Stands says where among everybody matched to a brief a creator is, from 1, and with which score; false where no format of
// the brief's can be had of it.
func (m *Model) Stands(b *Brief, p int32) (rank int, score float64, has bool) {
	q := m.ask(b)
	it, has := q.match(p)
	if !has {
		return 0, 0, false
	}
	rank = 1
	others, _ := q.bounds()
	for _, other := range others {
		if other.creator == p || other.most < it.Score {
			continue
		}
		if one, _ := q.match(other.creator); m.compare(&one, &it) < 0 {
			rank++
		}
	}
	return rank, it.Score, true
}

func (m *Model) order(all []Match) {
	slices.SortFunc(all, func(x, y Match) int { return m.compare(&x, &y) })
}

// compare orders matches: the best first, equal ones by key.
func (m *Model) compare(x, y *Match) int {
	if by := cmp.Compare(y.Score, x.Score); by != 0 {
		return by
	}
	return cmp.Compare(m.book.Creators[x.Creator].Key, m.book.Creators[y.Creator].Key)
}

// Of gives what is expected of some creators in a brief, in their order, whether they are refused or not; a fee of 0 where
// nothing tells one.
func (m *Model) Of(b *Brief, creators []int32) []Match {
	free := *b
	free.MaxFee, free.Budget = 0, 0
	q := m.ask(b)
	q.b = &free
	all := make([]Match, len(creators))
	for i, p := range creators {
		one, has := q.match(p)
		if !has {
			q.formats = []Format{0, 1, 2, 3}
			one, has = q.match(p)
			q.formats = b.formats()
		}
		if !has {
			one = Match{Creator: p, Acceptance: q.accept(p, 0, 0)}
			one.x.own(&m.book.Creators[p])
		}
		q.predict(&one)
		all[i] = one
	}
	return all
}

// Cheapest is the least published price of those who pass a brief; false where nobody does or nobody publishes one.
func (m *Model) Cheapest(b *Brief) (fee int64, known bool) {
	pool, _ := m.Pool(b)
	for _, p := range pool {
		for _, f := range b.formats() {
			if price := m.book.Creators[p].Prices[f]; price > 0 && (!known || price < fee) {
				fee, known = price, true
			}
		}
	}
	return fee, known
}

// PerMoney is a match's score without regard to how much of a budget it uses.
func (one *Match) PerMoney() float64 { return one.Score - one.fits }
