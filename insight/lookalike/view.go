package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// view is one kind of terms that creators are seen by, and where it puts some of them, spread evenly.
type view struct {
	part   *Part
	kind   termKind
	tfidf  *TFIDF
	sample *sparseRows // of some, weighed
	rows   []float32
}

// agreeing are the parts whose directions are learned from each other.
var agreeing = []string{audience, category, words}

const (
	// agreements is in how many turns.
	agreements = 3
	// ownSay is what the directions in which a part's own terms differ count beside the other parts: enough to fill
	// up where these know little.
	ownSay = 0.1
)

// learnTFIDFs learns how all kinds of terms are projected. Of brands only those count that were first worked for
// before a day. Each kind is first projected to the directions in which its own terms differ; those of audiences,
// categories and words are then turned, some times over, to the directions that go with where the other kinds put a
// creator (the singular vectors of their covariance: Tucker, An inter-battery method of factor analysis, 1958). What
// they say in common is what a creator is about, and what one of them says alone is mostly chance.
func (m *Model) learnTFIDFs(market *insight.Market, before int32, seed uint64) {
	views := map[string]*view{}
	for i := range m.Parts {
		if v := m.learnTFIDF(market, &m.Parts[i], before, seed); v != nil {
			views[v.part.Name] = v
		}
	}
	for range agreements {
		next := map[string]Numbers{}
		for _, name := range agreeing {
			if views[name] != nil {
				next[name] = views[name].cross(views)
			}
		}
		for name, project := range next {
			v := views[name]
			v.tfidf.Project = project
			v.rows = v.tfidf.settle(v.sample, v.part.Width, v.kind)
		}
	}
}

// learnTFIDF learns how one kind of terms is projected by itself; nil where the part is not of terms, or there are none.
func (m *Model) learnTFIDF(market *insight.Market, p *Part, before int32, seed uint64) *view {
	kinds := map[string]termKind{
		brands:   {market.Brands, true, false, false, 0},
		audience: {market.Segments, false, true, false, 0},
		home:     {homes(market), true, true, false, definite},
		category: {market.Categories, true, true, true, definite},
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
	m.TFIDF[p.Name] = &TFIDF{Keys: kind.keys, Rarity: ones(terms)}
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
	v.rows = v.tfidf.settle(v.sample, p.Width, kind)
	m.TFIDF[p.Name] = v.tfidf
	return v
}

// definite is the least length of what is left of categories and homes without their mean, which is 0 for what
// everybody shares and nearly 1 for what hardly anybody does.
const definite = 0.5

// cross gives the directions of a view's terms that go with where the other views put creators; longer where they do
// more.
func (v *view) cross(all map[string]*view) Numbers {
	wide, with := 0, []*view{}
	for _, name := range []string{brands, audience, category, words} {
		if all[name] != nil {
			wide, with = wide+all[name].part.Width, append(with, all[name])
		}
	}
	var seen []int // terms that anybody has
	place := make([]int, len(v.tfidf.Rarity))
	for i, r := range v.tfidf.Rarity {
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
		v.stand(p, with, z)
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

// stand fills in where some views put a creator of the sample.
func (v *view) stand(p int, with []*view, into []float32) {
	at := 0
	for _, other := range with {
		width := other.part.Width
		part := into[at : at+width]
		copy(part, other.rows[p*width:(p+1)*width])
		if other == v {
			for k := range part {
				part[k] *= ownSay
			}
		}
		at += width
	}
}
