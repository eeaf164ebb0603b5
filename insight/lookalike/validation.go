package lookalike

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// validation holds seeds, candidates, the candidates that each seed should find, and the products of their parts.
type validation struct {
	seeds            []int32
	candidates       []int32
	wanted           [][]int32   // indices of candidates; ascending
	excluded         [][]int32   // indices of existing partners and the seed itself
	products         [][]float32 // by part; none for positions
	positionProducts [][]float32 // by exponent
}

// newValidation draws seeds and candidates from a holdout and computes the products of all parts but positions.
func newValidation(m *Model, rows []float32, n *network, l *holdout, r *rand.Rand) *validation {
	t := &validation{}
	for p := range int32(n.people()) {
		if to, _ := n.partners(int(p)); len(to) > 0 && len(l.wanted[p]) > 0 {
			t.seeds = append(t.seeds, p)
		}
	}
	r.Shuffle(len(t.seeds), func(i, j int) { t.seeds[i], t.seeds[j] = t.seeds[j], t.seeds[i] })
	t.seeds = t.seeds[:min(len(t.seeds), maxPairs/max(1, min(n.people(), maxCandidates)))]
	t.drawCandidates(n.people(), l, r)
	for _, p := range t.seeds {
		known, _ := n.partners(int(p))
		t.excluded = append(t.excluded, t.places(append([]int32{p}, known...)))
		t.wanted = append(t.wanted, t.places(l.wanted[p]))
	}
	t.multiplyParts(m, rows)
	return t
}

func (t *validation) drawCandidates(people int, l *holdout, r *rand.Rand) {
	in := map[int32]bool{}
	if people <= maxCandidates {
		for p := range int32(people) {
			in[p] = true
		}
	} else {
		for _, p := range t.seeds {
			for _, w := range l.wanted[p] {
				in[w] = true
			}
		}
		for len(in) < maxCandidates {
			in[int32(r.IntN(people))] = true
		}
	}
	for p := range in {
		t.candidates = append(t.candidates, p)
	}
	slices.Sort(t.candidates)
}

func (t *validation) places(people []int32) []int32 {
	var places []int32
	for _, p := range people {
		if at, there := slices.BinarySearch(t.candidates, p); there {
			places = append(places, int32(at))
		}
	}
	slices.Sort(places)
	return places
}

// multiplyParts computes the products of all parts but positions, which come first.
func (t *validation) multiplyParts(m *Model, rows []float32) {
	width := len(t.candidates)
	t.products = make([][]float32, len(m.Parts))
	for j := range m.Parts[1:] {
		t.products[j+1] = make([]float32, len(t.seeds)*width)
	}
	dense.Rows(len(t.seeds), func(first, end int) {
		a := make([]float32, m.Width)
		for i := first; i < end; i++ {
			copy(a, rows[int(t.seeds[i])*m.Width:])
			for _, d := range m.Numeric {
				d.toQuery(a, 1)
			}
			for k, c := range t.candidates {
				b := rows[int(c)*m.Width : int(c+1)*m.Width]
				for j, p := range m.Parts {
					switch {
					case j == 0:
					case p.SeedFree:
						t.products[j][i*width+k] = b[p.At]
					default:
						t.products[j][i*width+k] = dot(a[p.At:p.At+p.Width], b[p.At:p.At+p.Width])
					}
				}
			}
		}
	})
}

// positions computes the products of positions, by exponent.
func (t *validation) positions(where []float32, width int) [][]float32 {
	longest, lengths := 0.0, make([]float64, len(where)/width)
	for i := range lengths {
		lengths[i] = length(where[i*width : (i+1)*width])
		longest = max(longest, lengths[i])
	}
	var near [][]float32
	people := len(t.candidates)
	for _, g := range exponents {
		one, scale := make([]float32, len(t.seeds)*people), make([]float32, people)
		for k, c := range t.candidates {
			scale[k] = lengthScale(lengths[c], longest, g)
		}
		dense.Rows(len(t.seeds), func(first, end int) {
			scaled := make([]float32, width)
			for i := first; i < end; i++ {
				a := where[int(t.seeds[i])*width : int(t.seeds[i]+1)*width]
				clear(scaled)
				axpy(scaled, lengthScale(lengths[t.seeds[i]], longest, g), a)
				for k, c := range t.candidates {
					one[i*people+k] = dot(scaled, where[int(c)*width:int(c+1)*width]) * scale[k]
				}
			}
		})
		near = append(near, one)
	}
	return near
}

// lengthScale is the factor that a position of a length is scaled by.
func lengthScale(l, longest, exponent float64) float32 {
	if l == 0 {
		return 0
	}
	return float32(math.Pow(l/longest, 1-exponent) / l)
}

// none stands for no part in weightedSum.
const none = -1

// weightedSum adds up all parts but one.
func (t *validation) weightedSum(weights []float64, but int, near []float32) []float32 {
	sum := make([]float32, len(t.seeds)*len(t.candidates))
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

// quality is the mean of top.quality over seeds.
func (t *validation) quality(without []float32, weight float64, products []float32) float64 {
	figures := make([]float64, len(t.seeds))
	width := len(t.candidates)
	dense.Rows(len(t.seeds), func(first, end int) {
		scores := make([]float32, width)
		top := newTop(recallDepth)
		for i := first; i < end; i++ {
			copy(scores, without[i*width:(i+1)*width])
			axpy(scores, float32(weight), products[i*width:(i+1)*width])
			for _, c := range t.excluded[i] {
				scores[c] = float32(math.Inf(-1))
			}
			figures[i] = top.of(scores).quality(t.wanted[i])
		}
	})
	sum := 0.0
	for _, f := range figures {
		sum += f
	}
	return sum / float64(max(len(figures), 1))
}
