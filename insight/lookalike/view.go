package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// view is one kind of terms with the projections of a sample of creators (multi-view learning).
type view struct {
	part   *Part
	kind   termKind
	tfidf  *TFIDF
	sample *sparseRows // weighted terms
	rows   []float32
}

// crossFitted are the parts whose projections are learned from each other.
var crossFitted = []string{audience, category, words}

const (
	// crossRounds is the number of rounds.
	crossRounds = 3
	// ownWeight is the weight of a part's own projection beside the other parts': enough to complete it where they know
	// little.
	ownWeight = 0.1
)

// learnTFIDFs learns the projections of all kinds of terms, with the brands first worked for before a day. Each kind starts with the
// directions of greatest variance of its own terms; those of audiences, categories and words are then replaced, for some rounds,
// by the directions of greatest covariance with the other kinds (Tucker, An inter-battery method of factor analysis, 1958). What
// the kinds have in common characterises a creator; what only one of them shows is mostly chance.
func (m *Model) learnTFIDFs(market *insight.Market, before int32, seed uint64) {
	views := map[string]*view{}
	for i := range m.Parts {
		if v := m.learnTFIDF(market, &m.Parts[i], before, seed); v != nil {
			views[v.part.Name] = v
		}
	}
	for range crossRounds {
		next := map[string]Numbers{}
		for _, name := range crossFitted {
			if views[name] != nil {
				next[name] = views[name].crossProjection(views)
			}
		}
		for name, project := range next {
			v := views[name]
			v.tfidf.Project = project
			v.rows = v.tfidf.normaliseRows(v.sample, v.part.Width, v.kind)
		}
	}
}

// learnTFIDF learns the projection of one kind of terms by itself; nil if the part has no terms.
func (m *Model) learnTFIDF(market *insight.Market, p *Part, before int32, seed uint64) *view {
	kinds := map[string]termKind{
		brands:   {market.Brands, true, false, false, 0},
		audience: {market.Segments, false, true, false, 0},
		home:     {homes(market), true, true, false, minLength},
		category: {market.Categories, true, true, true, minLength},
		words:    {nil, true, true, false, 0},
	}
	kind, is := kinds[p.Name]
	if !is {
		return nil
	}
	terms := len(kind.keys)
	if p.Name == words {
		terms = insight.WordBuckets
	}
	if terms == 0 {
		delete(m.TFIDF, p.Name)
		return nil
	}
	m.TFIDF[p.Name] = &TFIDF{Keys: kind.keys, IDF: ones(terms)}
	filled := gather(len(market.Creators), func(of int, to []term) []term {
		f := changedCreator(market, int32(of), before)
		return m.terms(p.Name, &f, to)
	})
	if len(filled.terms) == 0 {
		delete(m.TFIDF, p.Name)
		return nil
	}
	v := &view{part: p, kind: kind}
	v.tfidf, v.sample = newTFIDF(filled, terms, p.Width, kind)
	v.tfidf.Project = directions(v.sample, terms, p.Width, kind.raise, seed)
	v.rows = v.tfidf.normaliseRows(v.sample, p.Width, kind)
	m.TFIDF[p.Name] = v.tfidf
	return v
}

// minLength is termKind.least of categories and homes: without the mean, the length is 0 for terms that everybody has and nearly 1
// for rare ones.
const minLength = 0.5

// crossProjection gives the directions of a view's terms of greatest covariance with all views' projections, scaled by it.
func (v *view) crossProjection(all map[string]*view) Numbers {
	wide, with := 0, []*view{}
	for _, name := range []string{brands, audience, category, words} {
		if all[name] != nil {
			wide, with = wide+all[name].part.Width, append(with, all[name])
		}
	}
	var seen []int // terms that occur
	place := make([]int, len(v.tfidf.IDF))
	for i, r := range v.tfidf.IDF {
		if place[i] = len(seen); r > 0 {
			seen = append(seen, i)
		}
	}
	together, mean := make([]float32, len(seen)*wide), make([]float32, wide)
	z, often, n := make([]float32, wide), make([]float32, len(seen)), 0
	for p := range v.sample.people() {
		if len(v.sample.of(p)) == 0 {
			continue
		}
		n++
		v.concatenate(p, with, z)
		add(mean, 1, z)
		for _, t := range v.sample.of(p) {
			at := place[t.row]
			axpy(together[at*wide:(at+1)*wide], t.amount, z)
			often[at] += t.amount
		}
	}
	for i, o := range often {
		add(together[i*wide:(i+1)*wide], -o/float32(max(n, 1)), mean)
	}
	width := v.part.Width
	keep := min(width, wide)
	leading, squares := dense.Leading(together, wide, keep)
	out := make(Numbers, len(place)*width)
	for at, i := range seen {
		for k := range keep {
			if squares[k] > 0 {
				out[i*width+k] = leading[at*keep+k] * float32(math.Pow(squares[k]/squares[0], 0.25))
			}
		}
	}
	return out
}

// concatenate fills in the projections of a creator of the sample by several views.
func (v *view) concatenate(p int, with []*view, into []float32) {
	at := 0
	for _, other := range with {
		width := other.part.Width
		part := into[at : at+width]
		copy(part, other.rows[p*width:(p+1)*width])
		if other == v {
			for k := range part {
				part[k] *= ownWeight
			}
		}
		at += width
	}
}
