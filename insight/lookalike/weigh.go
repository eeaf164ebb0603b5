package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/thin"
)

// How much weights are learned from.
const (
	mostAskers     = 250
	mostCandidates = 20_000
	sweeps         = 3
	leastGain      = 1e-4 // of the figure that is made large
)

// The least that a block and, within it, a part counts, of the whole: so that callers may raise any of them.
const (
	leastBlock = 0.02
	leastPart  = 0.005
)

// exponents are tried for how much length a position keeps: its length to the power of one minus this.
var exponents = []float64{0, 0.25, 0.5, 0.75}

// factors are tried for each part's weight.
var factors = []float64{0.1, 0.3, 0.6, 1, 1.7, 3, 10}

// trial is askers, candidates and the products of their parts.
type trial struct {
	askers     []int32
	candidates []int32
	wanted     [][]int32 // places among candidates; ascending
	barred     [][]int32 // places of those known already, and the asker
	products   [][]float32
	near       [][]float32 // of positions, by exponent
	weights    []float64
	exponent   int
}

// newTrial draws askers and candidates and multiplies their parts.
func newTrial(m *Model, rows []float32, lengths []float32, n *network, l *lesson, r *rand.Rand) *trial {
	t := &trial{weights: make([]float64, len(m.Parts))}
	for p := range int32(n.people()) {
		if to, _ := n.partners(int(p)); len(to) > 0 && len(l.wanted[p]) > 0 {
			t.askers = append(t.askers, p)
		}
	}
	r.Shuffle(len(t.askers), func(i, j int) { t.askers[i], t.askers[j] = t.askers[j], t.askers[i] })
	t.askers = t.askers[:min(len(t.askers), mostAskers)]
	t.draw(n.people(), n, l, r)
	t.multiply(m, rows, lengths)
	return t
}

func (t *trial) draw(people int, n *network, l *lesson, r *rand.Rand) {
	in := map[int32]bool{}
	if people <= mostCandidates {
		for p := range int32(people) {
			in[p] = true
		}
	} else {
		for _, p := range t.askers {
			for _, w := range l.wanted[p] {
				in[w] = true
			}
		}
		for len(in) < mostCandidates {
			in[int32(r.IntN(people))] = true
		}
	}
	for p := range in {
		t.candidates = append(t.candidates, p)
	}
	slices.Sort(t.candidates)
	for _, p := range t.askers {
		known, _ := n.partners(int(p))
		barred := append([]int32{p}, known...)
		t.barred = append(t.barred, t.places(barred))
		t.wanted = append(t.wanted, t.places(l.wanted[p]))
	}
}

func (t *trial) places(people []int32) []int32 {
	var places []int32
	for _, p := range people {
		if at, there := slices.BinarySearch(t.candidates, p); there {
			places = append(places, int32(at))
		}
	}
	return places
}

// multiply works out the products of all parts; positions come with their lengths apart.
func (t *trial) multiply(m *Model, rows, lengths []float32) {
	width := len(t.candidates)
	for range m.Parts {
		t.products = append(t.products, make([]float32, len(t.askers)*width))
	}
	for range exponents {
		t.near = append(t.near, make([]float32, len(t.askers)*width))
	}
	longest := float32(0)
	for _, l := range lengths {
		longest = max(longest, l)
	}
	thin.Rows(len(t.askers), func(first, end int) {
		for i := first; i < end; i++ {
			a := rows[int(t.askers[i])*m.Width : int(t.askers[i]+1)*m.Width]
			for k, c := range t.candidates {
				b := rows[int(c)*m.Width : int(c+1)*m.Width]
				for j, p := range m.Parts {
					if p.Ask {
						t.products[j][i*width+k] = b[p.At]
						continue
					}
					t.products[j][i*width+k] = dot(a[p.At:p.At+p.Width], b[p.At:p.At+p.Width])
				}
				both := lengths[t.askers[i]] * lengths[c] / longest / longest
				for e, g := range exponents {
					if both > 0 {
						near := t.products[0][i*width+k] / longest / longest
						t.near[e][i*width+k] = near * float32(math.Pow(float64(both), -g))
					}
				}
			}
		}
	})
}

// learn looks for weights of parts, and an exponent, that put those wanted first: one after the other, each by
// factors, as long as that helps (coordinate ascent; Metzler and Croft, Linear feature-based models for
// information retrieval, 2007). Positions are the first part.
func (t *trial) learn() {
	for j := range t.weights {
		t.weights[j] = 0.1
	}
	t.weights[0] = 1
	best := math.Inf(-1)
	for range sweeps {
		before := best
		for j := range t.weights {
			without := t.total(j)
			if j > 0 {
				best = t.climb(without, j, t.products[j], best)
				continue
			}
			for e, near := range t.near {
				if got := t.climb(without, 0, near, best); got > best {
					best, t.exponent = got, e
				}
			}
		}
		if best-before <= leastGain {
			return
		}
	}
}

// climb tries other weights of a part and keeps the best, if it is better than what there was.
func (t *trial) climb(without []float32, part int, products []float32, best float64) float64 {
	was := t.weights[part]
	for _, f := range factors {
		if got := t.figure(without, float32(was*f), products); got > best+leastGain {
			best, t.weights[part] = got, was*f
		}
	}
	return best
}

// total adds up all parts but one.
func (t *trial) total(but int) []float32 {
	sum := make([]float32, len(t.askers)*len(t.candidates))
	for j, w := range t.weights {
		if j == but {
			continue
		}
		products := t.products[j]
		if j == 0 {
			products = t.near[t.exponent]
		}
		axpy(sum, float32(w), products)
	}
	return sum
}

// figure is the mean over askers of NDCG among the first 20 and recall among the first 100.
func (t *trial) figure(without []float32, weight float32, products []float32) float64 {
	figures := make([]float64, len(t.askers))
	width := len(t.candidates)
	thin.Rows(len(t.askers), func(first, end int) {
		scores := make([]float32, width)
		top := newTop(mostRecalled)
		for i := first; i < end; i++ {
			copy(scores, without[i*width:(i+1)*width])
			axpy(scores, weight, products[i*width:(i+1)*width])
			for _, c := range t.barred[i] {
				scores[c] = float32(math.Inf(-1))
			}
			figures[i] = top.of(scores).figure(t.wanted[i])
		}
	})
	sum := 0.0
	for _, f := range figures {
		sum += f
	}
	return sum / float64(max(len(figures), 1))
}
