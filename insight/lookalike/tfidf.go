package lookalike

import (
	"math"
	"math/rand/v2"
	"sync"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// TFIDF turns a creator's terms (words, categories, segments) into a short vector: weighted by IDF, normalised to length one, and
// projected to the directions of greatest variance (latent semantic analysis: Deerwester and others, 1990).
type TFIDF struct {
	Keys    []string `json:"keys,omitempty"` // of the rows below; none where terms are numbers themselves
	IDF     Numbers  `json:"rarity"`
	Project Numbers  `json:"project"` // for each term a row
	Mean    Numbers  `json:"mean"`    // of the projections; it is subtracted
	// Least is the least divisor when vectors are normalised, so that short, vague vectors stay short.
	Least float32 `json:"least"`

	once sync.Once
	row  map[string]int32 // of Keys
}

// term is a word, category or segment, and how much of it.
type term struct {
	row    int32
	amount float32
}

// sparseRows are the terms of all creators, one creator after the other.
type sparseRows struct {
	from  []int64
	terms []term
}

func (b *sparseRows) of(p int) []term { return b.terms[b.from[p]:b.from[p+1]] }
func (b *sparseRows) people() int     { return len(b.from) - 1 }

// gather asks for the terms of each creator.
func gather(people int, add func(p int, to []term) []term) *sparseRows {
	b := &sparseRows{from: make([]int64, people+1)}
	for p := range people {
		b.terms = add(p, b.terms)
		b.from[p+1] = int64(len(b.terms))
	}
	return b
}

// Parameters of the projection: the size of the sample, the rounds of subspace iteration and the extra directions.
const (
	maxSampled       = 50_000
	projectionRounds = 5
	spareDirections  = 8
)

// termKind says how terms are projected: whether IDF counts, whether the mean is subtracted, whether directions of lower variance
// are amplified, so that rare terms are distinguished as well, and the least length to normalise by, so that terms which all
// creators share count little.
type termKind struct {
	keys                []string
	rare, centre, raise bool
	least               float32
}

// newTFIDF computes the IDF of terms and the weighted terms of a sample of creators.
func newTFIDF(b *sparseRows, terms, width int, kind termKind) (*TFIDF, *sparseRows) {
	tfidf := &TFIDF{Keys: kind.keys, IDF: inverseDocumentFrequencies(b, terms, kind.rare), Mean: make(Numbers, width)}
	return tfidf, tfidf.sample(b)
}

// normaliseRows projects a sample, learns the mean and the least length, and returns the normalised rows.
func (g *TFIDF) normaliseRows(sample *sparseRows, width int, kind termKind) []float32 {
	rows := make([]float32, sample.people()*width)
	for p := range sample.people() {
		g.project(sample.of(p), rows[p*width:(p+1)*width])
	}
	clear(g.Mean)
	if kind.centre {
		g.centre(rows, sample)
	}
	lengths, n := 0.0, 0
	for p := range sample.people() {
		if len(sample.of(p)) > 0 {
			lengths, n = lengths+length(rows[p*width:(p+1)*width]), n+1
		}
	}
	g.Least = kind.least
	if n > 0 {
		g.Least = max(g.Least, float32(lengths/float64(n)/2))
	}
	for p := range sample.people() {
		divideByLength(rows[p*width:(p+1)*width], g.Least)
	}
	return rows
}

func inverseDocumentFrequencies(b *sparseRows, terms int, rare bool) Numbers {
	rarity := make(Numbers, terms)
	for _, t := range b.terms {
		rarity[t.row]++
	}
	for i, n := range rarity {
		switch {
		case n == 0:
			rarity[i] = 0
		case rare:
			rarity[i] = float32(math.Log(float64(b.people()+1) / float64(n)))
		default:
			rarity[i] = 1
		}
	}
	return rarity
}

// sample weighs the terms of some creators, spread evenly, each to length one.
func (g *TFIDF) sample(b *sparseRows) *sparseRows {
	step := max(1, b.people()/maxSampled)
	return gather(b.people()/step, func(p int, to []term) []term { return g.weigh(b.of(p*step), to) })
}

// weigh appends terms, weighed by rarity and of length one.
func (g *TFIDF) weigh(terms, to []term) []term {
	sum := 0.0
	for _, t := range terms {
		x := float64(t.amount * g.IDF[t.row])
		sum += x * x
	}
	if sum == 0 {
		return to
	}
	for _, t := range terms {
		to = append(to, term{t.row, t.amount * g.IDF[t.row] / float32(math.Sqrt(sum))})
	}
	return to
}

// directions are the leading right singular vectors, by subspace iteration; raise divides each by the root of its singular value
// relative to the greatest.
func directions(b *sparseRows, terms, width int, raise bool, seed uint64) Numbers {
	wide := min(width+spareDirections, terms)
	r := rand.New(rand.NewPCG(seed, 4))
	q := make([]float32, terms*wide)
	for i := range q {
		q[i] = float32(r.NormFloat64())
	}
	y, next := make([]float32, wide), make([]float32, terms*wide)
	for range projectionRounds {
		dense.Orthonormalise(q, wide)
		clear(next)
		for p := range b.people() {
			clear(y)
			for _, t := range b.of(p) {
				add(y, t.amount, q[int(t.row)*wide:(int(t.row)+1)*wide])
			}
			for _, t := range b.of(p) {
				add(next[int(t.row)*wide:(int(t.row)+1)*wide], t.amount, y)
			}
		}
		q, next = next, q
	}
	keep := min(width, wide)
	leading, squares := dense.Leading(q, wide, keep) // of fourth powers, as q went through the terms twice
	out := make(Numbers, terms*width)
	for i := range terms {
		for k := range keep {
			out[i*width+k] = leading[i*keep+k]
			if raise && squares[k] > 0 {
				out[i*width+k] *= float32(math.Pow(squares[0]/squares[k], 1.0/8))
			}
		}
	}
	return out
}

func (g *TFIDF) project(terms []term, into []float32) {
	for _, t := range terms {
		add(into, t.amount, g.Project[int(t.row)*len(into):(int(t.row)+1)*len(into)])
	}
}

// centre subtracts the mean of all non-empty rows from them.
func (g *TFIDF) centre(rows []float32, of *sparseRows) {
	width, n := len(g.Mean), 0
	for p := range of.people() {
		if len(of.of(p)) > 0 {
			add(g.Mean, 1, rows[p*width:(p+1)*width])
			n++
		}
	}
	for k := range g.Mean {
		g.Mean[k] /= float32(max(n, 1))
	}
	for p := range of.people() {
		if len(of.of(p)) > 0 {
			add(rows[p*width:(p+1)*width], -1, g.Mean)
		}
	}
}

// embed fills in the part of a creator with these terms; zeros where there are none.
func (g *TFIDF) embed(terms []term, into []float32) {
	weighed := g.weigh(terms, nil)
	if len(weighed) == 0 {
		return
	}
	g.project(weighed, into)
	add(into, -1, g.Mean)
	divideByLength(into, g.Least)
}

// rowOf gives the row of a key; false where it was not there when the model was learned.
func (g *TFIDF) rowOf(key string) (int32, bool) {
	g.once.Do(func() {
		g.row = make(map[string]int32, len(g.Keys))
		for i, k := range g.Keys {
			g.row[k] = int32(i)
		}
	})
	row, known := g.row[key]
	return row, known && g.IDF[row] > 0
}
