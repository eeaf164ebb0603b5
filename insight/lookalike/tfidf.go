package lookalike

import (
	"math"
	"math/rand/v2"
	"sync"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// TFIDF says how a handful out of many terms (words, categories, segments) becomes a few numbers: weighed by
// rarity, of length one, and projected to the directions in which creators differ most (latent semantic
// analysis: Deerwester and others, 1990).
type TFIDF struct {
	Keys    []string `json:"keys,omitempty"` // of the rows below; none where terms are numbers themselves
	Rarity  Numbers  `json:"rarity"`
	Project Numbers  `json:"project"` // for each term a row
	Mean    Numbers  `json:"mean"`    // of what is projected, which is taken away
	// Least is the length that what is left is divided by where it is shorter, so that hardly anything does
	// not count as much as something definite.
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

// How projections are found: so many creators tell enough, in so many rounds, with so many directions to spare.
const (
	maxSampled       = 50_000
	projectionRounds = 5
	spareDirections  = 8
)

// termKind says how terms are projected: whether rarity counts, whether the mean is taken away, whether
// directions in which creators differ less are raised, so that terms that few have are told apart as well, and
// the least length of what is left of a creator's terms once the mean is gone, so that what all share says little.
type termKind struct {
	keys                []string
	rare, centre, raise bool
	least               float32
}

// newTFIDF finds the rarities of terms and, of some creators, their weighed terms.
func newTFIDF(b *sparseRows, terms, width int, kind termKind) (*TFIDF, *sparseRows) {
	tfidf := &TFIDF{Keys: kind.keys, Rarity: rarities(b, terms, kind.rare), Mean: make(Numbers, width)}
	return tfidf, tfidf.sample(b)
}

// settle finds the mean and the least length of what a sample is projected to, and gives where it stands.
func (g *TFIDF) settle(sample *sparseRows, width int, kind termKind) []float32 {
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
		shorten(rows[p*width:(p+1)*width], g.Least)
	}
	return rows
}

func rarities(b *sparseRows, terms int, rare bool) Numbers {
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
		x := float64(t.amount * g.Rarity[t.row])
		sum += x * x
	}
	if sum == 0 {
		return to
	}
	for _, t := range terms {
		to = append(to, term{t.row, t.amount * g.Rarity[t.row] / float32(math.Sqrt(sum))})
	}
	return to
}

// directions are the leading right singular vectors, by subspace iteration; raised, each is divided by the root of
// its singular value's part of the greatest.
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

// centre takes the mean of rows that stand for something away from them.
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
	shorten(into, g.Least)
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
	return row, known && g.Rarity[row] > 0
}
