package content

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/creatorgraph/creatorgraph/insight/boost"
	"github.com/creatorgraph/creatorgraph/insight/conformal"
)

// Params are the training parameters.
type Params struct {
	Seed uint64
	Rows int // most that are learned from; 140,000
}

// horizons are the ages, in hours, whose views are learned.
var horizons = [...]float64{24, 72, 168, 720}

// ageBounds part the ages, in hours, at which outcomes are told apart; the first is before any count.
var ageBounds = [...]float64{0.01, 1.5, 3, 6, 16, 48}

const ages = len(ageBounds) + 1

func ageBand(age float64) int {
	band := 0
	for _, bound := range ageBounds {
		if age >= bound {
			band++
		}
	}
	return band
}

// ErrShort is the error of contents too few to learn from.
var ErrShort = errors.New("too few contents have counts of views to forecast by: 100 with counts at several ages, a day or more apart, are needed")

const minRows = 100

// example is a content at one of its counts, with what came of it at a horizon.
type example struct {
	row       [features]float64
	target    float64 // ln of views at the horizon less the last count's, or what is usual before any
	published int64
	tier      int
	views     float64 // at the horizon
}

// Learn learns from contents and their counts until a moment.
func Learn(all []Creator, until int64, p Params) (*Model, error) {
	p.Rows = cmp.Or(p.Rows, 140_000)
	origins := originsOf(all, until)
	if len(origins) < minRows {
		return nil, ErrShort
	}
	m := &Model{}
	m.usual(origins)
	for _, o := range origins {
		o.setPrior(m.weights)
	}
	examples := makeExamples(origins, p)
	if len(examples) < 2*minRows {
		return nil, ErrShort
	}
	m.Rows = len(examples)
	for _, e := range examples {
		m.Longest = max(m.Longest, e.row[horizonHours])
	}
	m.learnPeerQuantiles(examples)
	return m, m.fit(examples, p)
}

// originsOf gives all contents that were counted at all, the earliest first.
func originsOf(all []Creator, until int64) []*origin {
	var origins []*origin
	for i := range all {
		for k := range all[i].Contents {
			content := &all[i].Contents[k]
			if len(content.Counts) == 0 || content.Published > until {
				continue
			}
			if o := originOf(&all[i], content, until); len(o.curve) > 0 {
				origins = append(origins, o)
			}
		}
	}
	slices.SortStableFunc(origins, func(a, b *origin) int { return cmp.Compare(a.content.Published, b.content.Published) })
	return origins
}

// usual learns, by ridge regression, how many views creators usually have.
func (m *Model) usual(origins []*origin) {
	n := usualTerms
	squares, sums := mat.NewSymDense(n, nil), mat.NewVecDense(n, nil)
	for _, o := range origins {
		y := o.curve.end()
		if math.IsNaN(y) {
			continue
		}
		squares.SymRankOne(squares, 1, mat.NewVecDense(n, o.usual))
		sums.AddScaledVec(sums, y, mat.NewVecDense(n, o.usual))
	}
	if m.weights = solveRidge(squares, sums); m.weights == nil {
		m.weights = make([]float64, n)
	}
}

// makeExamples makes the examples: each content at each of its counts for each horizon, so many of them, those of doneHours first. Half of
// those with earlier counts come a second time without some of these, so that gaps are known.
func makeExamples(origins []*origin, p Params) []example {
	r := rand.New(rand.NewPCG(p.Seed, 31))
	var most, others []example
	add := func(o *origin, k int) {
		for _, hours := range horizons {
			e, ok := o.example(k, hours)
			switch {
			case !ok:
			case hours == doneHours:
				most = append(most, e)
			default:
				others = append(others, e)
			}
		}
	}
	for _, o := range origins {
		for k := range len(o.curve) + 1 {
			add(o, k)
			if k > 1 && r.IntN(2) == 0 {
				thin := o.withGaps(k, r)
				add(thin, k-(len(o.curve)-len(thin.curve)))
			}
		}
	}
	thin := func(list []example, n int) []example {
		n = max(n, 0)
		if len(list) <= n {
			return list
		}
		r.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
		return list[:n]
	}
	most = thin(most, p.Rows*4/5)
	list := append(most, thin(others, p.Rows-len(most))...)
	slices.SortStableFunc(list, func(a, b example) int { return cmp.Compare(a.published, b.published) })
	return list
}

// withGaps is a copy without a random half of the first k counts, the last of which stays.
func (o *origin) withGaps(k int, r *rand.Rand) *origin {
	one := *o
	one.curve = nil
	for i, p := range o.curve {
		if i >= k-1 || r.IntN(2) == 0 {
			one.curve = append(one.curve, p)
		}
	}
	return &one
}

// minHorizonRatio is the least ratio of a horizon to the age of the last count.
const minHorizonRatio = 1.2

func (o *origin) example(k int, hours float64) (e example, ok bool) {
	came := o.curve.at(hours)
	if math.IsNaN(came) || k > 0 && hours < minHorizonRatio*o.curve[k-1].age {
		return e, false
	}
	base := o.prior
	if k > 0 {
		base = o.curve[k-1].logs
	}
	e = example{target: came - base, published: o.content.Published, tier: o.tier(), views: math.Exp(came)}
	o.row(k, hours, e.row[:])
	return e, true
}

// levels are the quantiles that trees learn.
var levels = [...]float64{0.5, 0.1, 0.9}

// calibrationShare is the share of the latest examples that are held out for calibration.
const calibrationShare = 0.3

// fit learns trees from the earlier contents, calibrates by the later, and then learns as many trees from all. When to stop
// is told by every second one of the later, which do not calibrate.
func (m *Model) fit(examples []example, p Params) error {
	cut := int(float64(len(examples)) * (1 - calibrationShare))
	for cut > 0 && examples[cut-1].published == examples[cut].published { // a content is on one side
		cut--
	}
	early, late := examples[:cut], examples[cut:]
	var stop, measured []example
	for _, e := range late {
		if e.published/7%2 == 0 {
			stop = append(stop, e)
		} else {
			measured = append(measured, e)
		}
	}
	m.lines = *learnLines(early)
	check := m.rowsOf(stop)
	learn := func(rows boost.Rows, level float64, rounds int, check *boost.Rows) (*boost.Model, error) {
		return boost.Learn(rows, boost.Params{Loss: boost.Quantile, Level: level, Rounds: rounds, Leaves: 24, MinRows: 40,
			Rate: 0.08, Seed: p.Seed, Check: check, Patience: 15})
	}
	var err error
	rows := m.rowsOf(early)
	for k, level := range levels {
		if m.trees[k], err = learn(rows, level, 300, &check); err != nil {
			return err
		}
	}
	m.calibrate(measured)
	m.Figures = m.figures(measured, p.Seed)
	m.lines = *learnLines(examples)
	every := m.rowsOf(examples)
	for k, level := range levels {
		if m.trees[k], err = learn(every, level, max(1, m.trees[k].Trees()), nil); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf are what trees learn from: what the lines leave.
func (m *Model) rowsOf(examples []example) boost.Rows {
	rows := boost.Rows{Features: make([][]float64, features)}
	for i := range examples {
		for f, x := range examples[i].row {
			rows.Features[f] = append(rows.Features[f], x)
		}
		rows.Target = append(rows.Target, examples[i].target-m.lines.at(examples[i].row[:]))
	}
	return rows
}

// calibrate measures how far outcomes lay from the median, in units of the distance to the outer quantiles: for each age and
// horizon; where few tell, for each age.
func (m *Model) calibrate(late []example) {
	var all []float64
	var byAge [ages][]float64
	var own [len(horizons)][ages][]float64
	for i := range late {
		e := &late[i]
		middle, down, up := m.quantiles(e.row[:])
		off := (e.target - middle) / up
		if e.target < middle {
			off = (e.target - middle) / down
		}
		band, h := ageBand(e.row[ageHours]), slices.Index(horizons[:], e.row[horizonHours])
		all, byAge[band], own[h][band] = append(all, off), append(byAge[band], off), append(own[h][band], off)
	}
	every := conformal.Distribution(all, nil)
	for band := range ages {
		some := conformal.Distribution(byAge[band], every)
		for h := range horizons {
			m.outcomes[h][band] = conformal.Distribution(own[h][band], some)
		}
	}
}
