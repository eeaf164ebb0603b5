package match

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/creatorgraph/creatorgraph/insight"
)

// The rates that are modelled.
const (
	views       = iota // impressions of a creator's part in a campaign
	clicks             // per impression
	conversions        // per click
	rates
)

// Model is a book with the models learned from it. It is for one writer or many readers at a time.
type Model struct {
	book      *Book
	groups    int
	audiences *audiences
	tastes    *brandTastes
	rates     [rates]*rate
	effects   [rates][]effect // by creator
	known     []int32         // results by creator
	places    map[string]int32
	// publishing lists creators by category; entries that have become outdated stay.
	publishing [][]int32
	brands     map[string]int32
	responses  responses
	prices     [FormatCount]priceCurve
	fee        float64 // median of fees paid
	orders     map[string]order
	accepted   [2]float64 // of all answers: the accepted ones, and their number
	acceptance Acceptance
}

// order is the value of an industry's conversions.
type order struct{ gmv, conversions float64 }

// New learns from a book, which belongs to the model afterwards.
func New(b *Book) *Model {
	m := &Model{book: b, groups: len(b.Categories), audiences: newAudiences(b), tastes: newTastes(b),
		places: make(map[string]int32, len(b.Creators)), brands: map[string]int32{}, orders: map[string]order{}}
	for p := range b.Creators {
		m.places[b.Creators[p].Key] = int32(p)
		m.listCategories(int32(p), nil)
	}
	for i := range b.Brands {
		m.brands[b.Brands[i].Key] = int32(i)
	}
	m.learnPrices()
	var all [rates][]observation
	m.results(m.works(), &all)
	var each sync.WaitGroup
	for k := range m.rates {
		each.Go(func() {
			m.rates[k] = learn(all[k], len(b.Creators), m.groups+1, len(b.Campaigns))
			m.calibrate(m.rates[k], all[k])
		})
	}
	each.Wait()
	for k := range m.effects {
		m.effects[k] = make([]effect, len(b.Creators))
	}
	m.known = make([]int32, len(b.Creators))
	for k := range m.effects {
		m.estimateEffects(k, all[k])
	}
	m.responses = m.learnResponses()
	for p := range b.Creators {
		for _, a := range b.Creators[p].Answers {
			m.count(&a, 1)
		}
	}
	m.acceptance = smoothedRate{m}
	return m
}

// listCategories lists a creator under its new categories.
func (m *Model) listCategories(p int32, before []int32) {
	m.publishing = append(m.publishing, make([][]int32, len(m.book.Categories)-len(m.publishing))...)
	for _, of := range m.book.Creators[p].Categories {
		if !slices.Contains(before, of) {
			m.publishing[of] = append(m.publishing[of], p)
		}
	}
}

// works are all that are known, campaign by campaign.
func (m *Model) works() []hire {
	var all []hire
	for p := range m.book.Creators {
		for _, w := range m.book.Creators[p].Works {
			all = append(all, hire{creator: int32(p), campaign: w.Campaign})
		}
	}
	slices.SortStableFunc(all, func(a, b hire) int { return cmp.Compare(a.campaign, b.campaign) })
	return all
}

// estimateEffects estimates the creators' effects on a rate from their results.
func (m *Model) estimateEffects(k int, all []observation) {
	for p := range m.effects[k] {
		m.effects[k][p] = effect{0, m.rates[k].byCreator}
	}
	m.rates[k].effectsOf(all, func(p int32, e effect, results int) {
		m.effects[k][p] = e
		if k == views {
			m.known[p] = int32(results)
		}
	})
}

// Change replaces a creator, or appends a new one, with its results, and relearns its own effects only. Campaigns, brands and words
// that it refers to must be in the book already; see Add.
func (m *Model) Change(c Creator) {
	p, known := m.places[c.Key]
	if !known {
		p = int32(len(m.book.Creators))
		m.places[c.Key] = p
		m.book.Creators = append(m.book.Creators, Creator{})
		m.tastes.norm = append(m.tastes.norm, 0)
		m.known = append(m.known, 0)
		for k := range m.effects {
			m.effects[k] = append(m.effects[k], effect{})
		}
	}
	for _, a := range m.book.Creators[p].Answers {
		m.count(&a, -1)
	}
	m.tastes.remove(m.book, p)
	before := m.book.Creators[p].Categories
	m.book.Creators[p] = c
	m.tastes.add(m.book, p)
	m.listCategories(p, before)
	for _, a := range c.Answers {
		m.count(&a, 1)
	}
	m.acceptance.Changed(p)
	works := make([]hire, len(c.Works))
	for k, w := range c.Works {
		works[k] = hire{creator: p, campaign: w.Campaign}
		m.tastes.sortByDay(m.book, m.book.Campaigns[w.Campaign].Brand)
	}
	var all [rates][]observation
	m.results(works, &all)
	m.known[p] = int32(len(all[views]))
	for k := range m.effects {
		m.effects[k][p] = m.rates[k].effectOf(all[k])
	}
}

// Add appends campaigns, brands and words, which creators then can refer to.
func (m *Model) Add(campaigns []Campaign, brands []Brand, categories, segments, platforms, agencies []Word) {
	b := m.book
	for _, brand := range brands {
		m.brands[brand.Key] = int32(len(b.Brands))
		b.Brands = append(b.Brands, brand)
	}
	b.Campaigns, b.Categories = append(b.Campaigns, campaigns...), append(b.Categories, categories...)
	b.Segments, b.Platforms, b.Agencies = append(b.Segments, segments...), append(b.Platforms, platforms...), append(b.Agencies, agencies...)
	for range campaigns {
		for k := range m.rates {
			m.rates[k].campaign = append(m.rates[k].campaign, 0) // its own effect is learned when the book is read again
		}
	}
	if len(segments) > 0 {
		m.audiences = newAudiences(b)
	}
}

// Book gives the model's book, to read only.
func (m *Model) Book() *Book { return m.book }

// Find gives the number of a creator.
func (m *Model) Find(key string) (int32, bool) {
	p, known := m.places[key]
	return p, known
}

// Brand gives the number of a brand.
func (m *Model) Brand(key string) (int32, bool) {
	i, known := m.brands[key]
	return i, known
}

// calibrationDays is the period of the latest results that intervals are calibrated on.
const calibrationDays = 90

// calibrate scales a rate's intervals so that those predicted before the latest results cover 80 % of them.
func (m *Model) calibrate(r *rate, all []observation) {
	latest := int32(math.MinInt32)
	for i := range all {
		latest = max(latest, m.book.Campaigns[all[i].campaign].Day)
	}
	var before, after []observation
	for _, s := range all {
		if day := m.book.Campaigns[s.campaign].Day; day != insight.Unknown && day > latest-calibrationDays {
			after = append(after, s)
		} else {
			before = append(before, s)
		}
	}
	if len(after) >= 50 && len(before) >= len(after) {
		r.intervalScale = m.intervalScale(learn(before, len(m.book.Creators), m.groups+1, len(m.book.Campaigns)), before, after)
	}
}

// intervalScale is the factor by which intervals learned before must grow to cover 80 % of the results after.
func (m *Model) intervalScale(r *rate, before, after []observation) float64 {
	effects := make([]effect, len(m.book.Creators))
	for p := range effects {
		effects[p] = effect{0, r.byCreator}
	}
	r.effectsOf(before, func(p int32, e effect, _ int) { effects[p] = e })
	off := make([]float64, len(after))
	for i := range after {
		s := &after[i]
		e := effects[s.creator]
		expected := s.exposure * math.Exp(r.fixed(&s.x)+r.group[s.group]+e.mean)
		spread := r.noise + r.byCampaign + e.variance
		if s.exposure > 1 {
			spread += 1 / (expected + smoothing)
		}
		off[i] = math.Abs(math.Log(math.Max(s.count, 0.1)/expected)) / math.Sqrt(spread) / normalQuantile90
	}
	slices.Sort(off)
	return math.Max(0.5, math.Min(2.5, off[len(off)*4/5]))
}
