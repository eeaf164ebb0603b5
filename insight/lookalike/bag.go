package lookalike

import (
	"math"
	"math/rand/v2"
	"sync"

	"github.com/creatorgraph/creatorgraph/insight/thin"
)

// Bag says how a handful out of many things (words, categories, segments) becomes a few numbers: weighed by
// rarity, of length one, and projected to the directions in which creators differ most (latent semantic
// analysis: Deerwester and others, 1990).
type Bag struct {
	Keys    []string `json:"keys,omitempty"` // of the rows below; none where things are numbers themselves
	Rarity  Numbers  `json:"rarity"`
	Project Numbers  `json:"project"` // for each thing a row
	Mean    Numbers  `json:"mean"`    // of what is projected, which is taken away
	// Least is the length that what is left is divided by where it is shorter, so that hardly anything does
	// not count as much as something definite.
	Least float32 `json:"least"`

	once sync.Once
	row  map[string]int32 // of Keys
}

// thing is a thing in a bag and how much of it.
type thing struct {
	row    int32
	amount float32
}

// bags are the bags of all creators, one after the other.
type bags struct {
	from   []int64
	things []thing
}

func (b *bags) of(p int) []thing { return b.things[b.from[p]:b.from[p+1]] }
func (b *bags) people() int      { return len(b.from) - 1 }

// gather asks for the bag of each creator.
func gather(people int, add func(p int, to []thing) []thing) *bags {
	b := &bags{from: make([]int64, people+1)}
	for p := range people {
		b.things = add(p, b.things)
		b.from[p+1] = int64(len(b.things))
	}
	return b
}

// How projections are found: so many creators tell enough, in so many rounds, with so many directions to spare.
const (
	mostBags    = 50_000
	bagRounds   = 5
	spareInBags = 8
)

// kindOfThings says how things are projected: whether rarity counts, whether the mean is taken away, whether
// directions in which creators differ less are raised, so that things that few have are told apart as well, and
// the least length of what is left of a creator's things once the mean is gone, so that what all share says little.
type kindOfThings struct {
	keys                []string
	rare, centre, raise bool
	least               float32
}

// newBag finds the rarities of things and, of some creators, the bags they make.
func newBag(b *bags, things, width int, kind kindOfThings) (*Bag, *bags) {
	bag := &Bag{Keys: kind.keys, Rarity: rarities(b, things, kind.rare), Mean: make(Numbers, width)}
	return bag, bag.sample(b)
}

// settle finds the mean and the least length of what a sample is projected to, and gives where it stands.
func (g *Bag) settle(sample *bags, width int, kind kindOfThings) []float32 {
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

func rarities(b *bags, things int, rare bool) Numbers {
	rarity := make(Numbers, things)
	for _, t := range b.things {
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

// sample weighs the bags of some creators, spread evenly, each to length one.
func (g *Bag) sample(b *bags) *bags {
	step := max(1, b.people()/mostBags)
	return gather(b.people()/step, func(p int, to []thing) []thing { return g.weigh(b.of(p*step), to) })
}

// weigh appends a bag, weighed by rarity and of length one.
func (g *Bag) weigh(things, to []thing) []thing {
	sum := 0.0
	for _, t := range things {
		x := float64(t.amount * g.Rarity[t.row])
		sum += x * x
	}
	if sum == 0 {
		return to
	}
	for _, t := range things {
		to = append(to, thing{t.row, t.amount * g.Rarity[t.row] / float32(math.Sqrt(sum))})
	}
	return to
}

// directions are the leading right singular vectors, by subspace iteration; raised, each is divided by the root of
// its singular value's part of the greatest.
func directions(b *bags, things, width int, raise bool, seed uint64) Numbers {
	wide := min(width+spareInBags, things)
	r := rand.New(rand.NewPCG(seed, 4))
	q := make([]float32, things*wide)
	for i := range q {
		q[i] = float32(r.NormFloat64())
	}
	y, next := make([]float32, wide), make([]float32, things*wide)
	for range bagRounds {
		thin.Orthonormalise(q, wide)
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
	leading, squares := thin.Leading(q, wide, keep) // of fourth powers, as q went through the bags twice
	out := make(Numbers, things*width)
	for i := range things {
		for k := range keep {
			out[i*width+k] = leading[i*keep+k]
			if raise && squares[k] > 0 {
				out[i*width+k] *= float32(math.Pow(squares[0]/squares[k], 1.0/8))
			}
		}
	}
	return out
}

func (g *Bag) project(things []thing, into []float32) {
	for _, t := range things {
		add(into, t.amount, g.Project[int(t.row)*len(into):(int(t.row)+1)*len(into)])
	}
}

// centre takes the mean of rows that stand for something away from them.
func (g *Bag) centre(rows []float32, of *bags) {
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

// place fills in the part of a creator with these things; zeros where there are none.
func (g *Bag) place(things []thing, into []float32) {
	weighed := g.weigh(things, nil)
	if len(weighed) == 0 {
		return
	}
	g.project(weighed, into)
	add(into, -1, g.Mean)
	shorten(into, g.Least)
}

// rowOf gives the row of a key; false where it was not there when the model was learned.
func (g *Bag) rowOf(key string) (int32, bool) {
	g.once.Do(func() {
		g.row = make(map[string]int32, len(g.Keys))
		for i, k := range g.Keys {
			g.row[k] = int32(i)
		}
	})
	row, known := g.row[key]
	return row, known && g.Rarity[row] > 0
}
