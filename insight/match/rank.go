package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// underspendPenalty weighs ln of the unspent part of the budget per creator against a creator who costs less: 0 ranks by value per
// fee, 1 by value per creator.
const underspendPenalty = 0.2

// assumedCreators is the number of creators that a budget is divided by: about the mean of campaigns (docs/market.md).
const assumedCreators = 16

// Match is a creator in a format for a brief.
type Match struct {
	Creator     int32
	Format      Format
	Fee         int64
	Published   bool // the fee is the asking price, not the typical one of the size
	Acceptance  float64
	Score       float64 // ln of the value per fee, relative to the market
	Predicted   Predicted
	budgetFit   float64 // term of Score: the penalty for underspending
	wantedShare float64
	x           features
}

// Predicted is what is expected of a match if it is accepted.
type Predicted struct {
	Impressions, ImpressionsLow, ImpressionsHigh float64
	CTR, CTRLow, CTRHigh                         float64
	CVR                                          float64
	Conversions, GMV                             float64 // GMV 0 where no order's value is known
	Evidence                                     int     // number of the creator's results
}

// query is a brief prepared for scoring many creators.
type query struct {
	m                  *Model
	b                  *Brief
	target             *target
	nearness           []int8
	profile            profile
	logShare           float64 // ln of the budget per creator
	formats            []Format
	logUsualAcceptance float64 // ln of the mean acceptance rate
	accept             func(creator int32, f Format, offer int64) float64
	value              float64 // of a conversion
	scratch            []Match // options of one creator, reused
}

// query prepares a brief.
func (m *Model) query(b *Brief) *query {
	q := &query{m: m, b: b, target: m.audiences.target(b.Segments), nearness: m.book.nearness(b.Categories),
		formats: b.formats(), logUsualAcceptance: math.Log(m.acceptanceRate()), logShare: math.Log(m.fee), accept: m.acceptance.Ask(b)}
	if b.Budget > 0 {
		q.logShare = math.Log(float64(b.Budget) / assumedCreators)
	}
	industry := ""
	if b.Brand >= 0 {
		m.buildProfile(&q.profile, b.Brand, q.nearness, insight.Unknown)
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

// options are the formats in which a creator is available, each with its score as if acceptance were certain. They are valid until
// the next call.
func (q *query) options(p int32) []Match {
	m, c := q.m, &q.m.book.Creators[p]
	var x features
	x.own(c)
	x.setObjective(q.b.Objective)
	met := m.setFit(&x, c, q.nearness, q.target)
	x[contentCosine] = m.contentSimilarity(p, &q.profile)
	publishes := priced(c)
	all := q.scratch[:0]
	for _, f := range q.formats {
		fee, published := m.feeOf(c, f)
		if fee <= 0 || publishes && !published || q.b.MaxFee > 0 && fee > q.b.MaxFee || q.b.Budget > 0 && fee > q.b.Budget {
			continue
		}
		x.setFormat(f)
		all = append(all, Match{Creator: p, Format: f, Fee: fee, Published: published, wantedShare: met, x: x})
		q.score(&all[len(all)-1])
	}
	q.scratch = all
	return all
}

// score sets a match's score as if its acceptance were certain.
func (q *query) score(one *Match) {
	m, value := q.m, 0.0
	group := m.group(&m.book.Creators[one.Creator])
	for k := range q.b.counted() {
		r, e := m.rates[k], m.effects[k][one.Creator]
		value += r.fixed(&one.x) + r.group[group] + e.mean + (e.variance+r.byCampaign)/2 + math.Log(r.level)
	}
	fee := math.Log(float64(one.Fee))
	one.budgetFit = underspendPenalty * math.Min(0, fee-q.logShare)
	one.Score = value - fee + one.budgetFit - q.logUsualAcceptance
}

// upperBound bounds a creator's score by that of certain acceptance; false if no format is available.
func (q *query) upperBound(p int32) (most float64, has bool) {
	options := q.options(p)
	most = math.Inf(-1)
	for i := range options {
		most = max(most, options[i].Score)
	}
	return most, len(options) > 0
}

// match scores a creator in its best format; false if there is none.
func (q *query) match(p int32) (best Match, has bool) {
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

// counted is the number of rates whose product the objective maximises.
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

// predict fills in the predictions for a match.
func (q *query) predict(one *Match) {
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

// Rank gives the best creators for a brief, best first, equal ones by key, and emptied as Pool does. Predicting acceptance is
// expensive, so candidates are sorted by their scores under certain acceptance, and scored in that order until no other can be
// among the first (Fagin's threshold algorithm).
func (m *Model) Rank(b *Brief, first int) (best []Match, emptied string) {
	q := m.query(b)
	waiting, pass := q.bounds()
	if emptied := m.emptied(b, pass); emptied != "" {
		return nil, emptied
	}
	if len(waiting) == 0 && pass > 0 {
		return nil, "formats"
	}
	first = min(first, len(waiting))
	slices.SortFunc(waiting, func(x, y bound) int { return cmp.Compare(y.most, x.most) })
	scores := make([]float64, 0, first+1) // of the best so far, ascending
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
	m.sortMatches(best)
	best = best[:first]
	for i := range best {
		q.predict(&best[i])
	}
	return best, ""
}

// bound is an upper bound on a creator's score.
type bound struct {
	creator int32
	most    float64
}

// bounds are the upper bounds of the creators in the brief's pool who are available in some format; pass counts the pool. Each
// creator is read once, since reading costs cache misses.
func (q *query) bounds() (all []bound, pass int) {
	for p := range q.m.passing(q.b) {
		pass++
		if most, has := q.upperBound(p); has {
			all = append(all, bound{p, most})
		}
	}
	return all, pass
}

// RankOf gives a creator's rank among all matches of a brief, from 1, and its score; false if the creator is not available in the
// brief's formats.
func (m *Model) RankOf(b *Brief, p int32) (rank int, score float64, has bool) {
	q := m.query(b)
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

func (m *Model) sortMatches(all []Match) {
	slices.SortFunc(all, func(x, y Match) int { return m.compare(&x, &y) })
}

// compare orders matches: the best first, equal ones by key.
func (m *Model) compare(x, y *Match) int {
	if by := cmp.Compare(y.Score, x.Score); by != 0 {
		return by
	}
	return cmp.Compare(m.book.Creators[x.Creator].Key, m.book.Creators[y.Creator].Key)
}

// Of gives the matches of some creators, in their order, whether a condition excludes them or not; a fee of 0 is unknown.
func (m *Model) Of(b *Brief, creators []int32) []Match {
	free := *b
	free.MaxFee, free.Budget = 0, 0
	q := m.query(b)
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

// Cheapest is the least published price in a brief's pool; false if there is none.
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

// PerMoney is a match's score without the penalty for underspending.
func (one *Match) PerMoney() float64 { return one.Score - one.budgetFit }
