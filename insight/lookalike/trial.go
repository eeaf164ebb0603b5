package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// trial is askers, candidates, whom of these each asker should find, and the products of their parts.
type trial struct {
	askers     []int32
	candidates []int32
	wanted     [][]int32   // places among candidates; ascending
	barred     [][]int32   // places of those known already, and the asker
	products   [][]float32 // by part; of positions none
	near       [][]float32 // of positions, by exponent
}

// newTrial draws askers and candidates and multiplies their parts, all but positions; those hidden are wanted.
func newTrial(m *Model, rows []float32, n *network, l *lesson, r *rand.Rand) *trial {
	t := &trial{}
	for p := range int32(n.people()) {
		if to, _ := n.partners(int(p)); len(to) > 0 && len(l.wanted[p]) > 0 {
			t.askers = append(t.askers, p)
		}
	}
	r.Shuffle(len(t.askers), func(i, j int) { t.askers[i], t.askers[j] = t.askers[j], t.askers[i] })
	t.askers = t.askers[:min(len(t.askers), mostPairs/max(1, min(n.people(), mostCandidates)))]
	t.draw(n.people(), l, r)
	for _, p := range t.askers {
		known, _ := n.partners(int(p))
		t.barred = append(t.barred, t.places(append([]int32{p}, known...)))
		t.wanted = append(t.wanted, t.places(l.wanted[p]))
	}
	t.multiply(m, rows)
	return t
}

func (t *trial) draw(people int, l *lesson, r *rand.Rand) {
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
}

func (t *trial) places(people []int32) []int32 {
	var places []int32
	for _, p := range people {
		if at, there := slices.BinarySearch(t.candidates, p); there {
			places = append(places, int32(at))
		}
	}
	slices.Sort(places)
	return places
}

// multiply works out the products of all parts but positions, which are the first.
func (t *trial) multiply(m *Model, rows []float32) {
	width := len(t.candidates)
	t.products = make([][]float32, len(m.Parts))
	for j := range m.Parts[1:] {
		t.products[j+1] = make([]float32, len(t.askers)*width)
	}
	dense.Rows(len(t.askers), func(first, end int) {
		a := make([]float32, m.Width)
		for i := first; i < end; i++ {
			copy(a, rows[int(t.askers[i])*m.Width:])
			for _, d := range m.Dials {
				d.ask(a, 1)
			}
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
		dense.Rows(len(t.askers), func(first, end int) {
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

// none is what total leaves out where it leaves out nothing.
const none = -1

// total adds up all parts but one.
func (t *trial) total(weights []float64, but int, near []float32) []float32 {
	sum := make([]float32, len(t.askers)*len(t.candidates))
	for j, w := range weights {
		products := t.products[j]
		if j == 0 {
			products = near
		}
		if j != but {
			axpy(sum, float32(w), products)
		}
	}
	return sum
}

// figure is the mean over askers of NDCG among the first 20 and recall among the first 100.
func (t *trial) figure(without []float32, weight float64, products []float32) float64 {
	figures := make([]float64, len(t.askers))
	width := len(t.candidates)
	dense.Rows(len(t.askers), func(first, end int) {
		scores := make([]float32, width)
		top := newTop(mostRecalled)
		for i := first; i < end; i++ {
			copy(scores, without[i*width:(i+1)*width])
			axpy(scores, float32(weight), products[i*width:(i+1)*width])
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
