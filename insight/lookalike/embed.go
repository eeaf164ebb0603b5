package lookalike

import (
	"math"

	"github.com/creatorgraph/creatorgraph/insight"
)

// ChangedCreator is what is known of one creator right now, by keys, so that it can be placed without the market.
// Empty texts and lists, insight.Unknown and 0 results stand for what nobody knows.
type ChangedCreator struct {
	Categories       []string
	Brands           []string // worked for, each once
	Region, Language string
	Audience         []Reach
	Words            []insight.Word // see insight.AddWords
	Followers, Price int64
	Results          insight.Results
	Partners         []Partner
}

// Reach is how much of an audience belongs to a segment, from 0 to 1.
type Reach struct {
	Segment string
	Part    float32
}

// Partner is a creator's partner: the weight of their tie, and the partner's stored vector.
type Partner struct {
	Weight float32
	Vector []float32
}

// Embed gives the vector of one creator; partners whose vectors are not of this model are passed over. It is for
// any number of goroutines.
func (m *Model) Embed(f ChangedCreator) []float32 {
	row := make([]float32, m.Width)
	m.own(&f, row)
	part := m.part(position)
	var weights []float32
	var vectors [][]float32
	for _, p := range f.Partners {
		if len(p.Vector) == m.Width {
			weights = append(weights, relative(p.Weight, m.Graph.MeanWeight))
			vectors = append(vectors, m.original(p.Vector[part.At:part.At+part.Width]))
		}
	}
	newSolver(m.Graph, part.Width).solve(row[part.At:part.At+part.Width], weights,
		func(i int) []float32 { return vectors[i] })
	m.finish(row, len(f.Partners))
	m.setFiller(row)
	return row
}

// own fills in the parts that need no partners, each of length at most one.
func (m *Model) own(f *ChangedCreator, row []float32) {
	for name := range m.TFIDF {
		m.tfidf(name, f, row)
	}
	m.numbers(f, row)
}

func (m *Model) tfidf(name string, f *ChangedCreator, row []float32) {
	if tfidf := m.TFIDF[name]; tfidf != nil {
		p := m.part(name)
		tfidf.embed(m.terms(name, f, nil), row[p.At:p.At+p.Width])
	}
}

func (m *Model) known(partners int) float32 {
	if m.Graph.MaxLogPartners <= 0 {
		return 0
	}
	return min(1, float32(math.Log1p(float64(partners)))/m.Graph.MaxLogPartners)
}

// rescale gives a position its stored length, at most one.
func (f *FoldIn) rescale(where []float32) {
	l := length(where)
	if l == 0 {
		return
	}
	by := min(lengthScale(l, float64(f.MaxLength), f.Exponent), float32(1/l))
	for k := range where {
		where[k] *= by
	}
}

// original recovers a position from a stored vector.
func (m *Model) original(kept []float32) []float32 {
	p := m.part(position)
	root := p.Root
	where := make([]float32, len(kept))
	l := length(kept) / root
	if l == 0 {
		return where
	}
	to := math.Pow(l, 1/(1-m.Graph.Exponent)) * float64(m.Graph.MaxLength)
	for k, x := range kept {
		where[k] = x * float32(to/l/root)
	}
	return where
}

// finish fills in how well connected a creator is and scales the parts to their stored lengths.
func (m *Model) finish(row []float32, partners int) {
	p := m.part(position)
	m.Graph.rescale(row[p.At : p.At+p.Width])
	row[m.part(known).At] = m.known(partners)
	for _, p := range m.Parts {
		for k := p.At; k < p.At+p.Width; k++ {
			row[k] *= float32(p.Root)
		}
	}
}

// setFiller sets a vector's filler.
func (m *Model) setFiller(row []float32) {
	row[m.Width-1] = 0
	l := length(row)
	row[m.Width-1] = float32(math.Sqrt(max(0, m.Least*m.Least-l*l)))
}
