package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/thin"
)

// How much weights are learned from.
const (
	mostPairs      = 4_000_000 // of askers and candidates
	mostCandidates = 10_000
	sweeps         = 3
	leastGain      = 1e-3 // of the figure that is made large
)

// The least that a block and, within it, a part counts, of the whole: so that callers may raise any of them.
const (
	leastBlock = 0.02
	leastPart  = 0.005
)

// exponents are tried for how much length a position keeps: its length to the power of one minus this.
var exponents = []float64{0, 0.25, 0.5}

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
	best       float64     // the figure with them
	weights    []float64
	fixed      []bool // what is not learned
	exponent   int
}

// newTrial draws askers and candidates and multiplies their parts, all but positions.
func newTrial(m *Model, rows []float32, n *network, l *lesson, r *rand.Rand) *trial {
	t := &trial{best: math.Inf(-1), weights: prior(), fixed: make([]bool, len(m.Parts))}
	for j, p := range m.Parts {
		// What came of a hidden campaign is part of the results, and would tell who was in it. Those who begin
		// with a brand have not both worked for it before, which says nothing of those who come back.
		t.fixed[j] = p.Name == results || p.Name == brands
	}
	for p := range int32(n.people()) {
		if to, _ := n.partners(int(p)); len(to) > 0 && len(l.wanted[p]) > 0 {
			t.askers = append(t.askers, p)
		}
	}
	r.Shuffle(len(t.askers), func(i, j int) { t.askers[i], t.askers[j] = t.askers[j], t.askers[i] })
	t.askers = t.askers[:min(len(t.askers), mostPairs/max(1, min(n.people(), mostCandidates)))]
	t.draw(n.people(), n, l, r)
	t.multiply(m, rows)
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

// multiply works out the products of all parts but positions, which are the first.
func (t *trial) multiply(m *Model, rows []float32) {
	width := len(t.candidates)
	t.products = make([][]float32, len(m.Parts))
	for j := range m.Parts[1:] {
		t.products[j+1] = make([]float32, len(t.askers)*width)
	}
	thin.Rows(len(t.askers), func(first, end int) {
		for i := first; i < end; i++ {
			a := rows[int(t.askers[i])*m.Width : int(t.askers[i]+1)*m.Width]
			for k, c := range t.candidates {
				b := rows[int(c)*m.Width : int(c+1)*m.Width]
				for j, p := range m.Parts {
					switch {
					case j == 0:
					case p.Ask:
						t.products[j][i*width+k] = b[p.At]
					default:
						t.products[j][i*width+k] = dot(a[p.At:p.At+p.Width], b[p.At:p.At+p.Width])
					}
				}
			}
		}
	})
}

// try takes positions in if they put those wanted clearly further ahead than what was taken in before, and says
// whether.
func (t *trial) try(where []float32, width int) bool {
	near := t.positions(where, width)
	without, best, exponent := t.total(0), math.Inf(-1), 0
	for e := range exponents {
		if got := t.figure(without, float32(t.weights[0]), near[e]); got > best {
			best, exponent = got, e
		}
	}
	if t.near != nil && best < t.best*clearlyBetter {
		return false
	}
	t.best, t.near, t.exponent = best, near, exponent
	return true
}

// clearlyBetter is by how much other positions must do better, so that chance does not choose.
const clearlyBetter = 1.01

// positions works out the products of positions, by exponent.
func (t *trial) positions(where []float32, width int) [][]float32 {
	longest, lengths := 0.0, make([]float64, len(where)/width)
	for i := range lengths {
		lengths[i] = length(where[i*width : (i+1)*width])
		longest = max(longest, lengths[i])
	}
	var near [][]float32
	people := len(t.candidates)
	for _, g := range exponents {
		one, scale := make([]float32, len(t.askers)*people), make([]float32, people)
		for k, c := range t.candidates {
			scale[k] = lengthen(lengths[c], longest, g)
		}
		thin.Rows(len(t.askers), func(first, end int) {
			scaled := make([]float32, width)
			for i := first; i < end; i++ {
				a := where[int(t.askers[i])*width : int(t.askers[i]+1)*width]
				clear(scaled)
				axpy(scaled, lengthen(lengths[t.askers[i]], longest, g), a)
				for k, c := range t.candidates {
					one[i*people+k] = dot(scaled, where[int(c)*width:int(c+1)*width]) * scale[k]
				}
			}
		})
		near = append(near, one)
	}
	return near
}

// lengthen is what a position of such a length is multiplied by.
func lengthen(l, longest, exponent float64) float32 {
	if l == 0 {
		return 0
	}
	return float32(math.Pow(l/longest, 1-exponent) / l)
}

// learn looks for weights of parts, and an exponent, that put those wanted first: one after the other, each by
// factors, as long as that helps (coordinate ascent; Metzler and Croft, Linear feature-based models for
// information retrieval, 2007). Positions are the first part.
func (t *trial) learn() {
	best := t.best
	for range sweeps {
		before := best
		for j := range t.weights {
			without := t.total(j)
			if t.fixed[j] {
				continue
			}
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
