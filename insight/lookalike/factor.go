package lookalike

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// Parameters of the factorisation. All pairs without a tie weigh negativeWeight times as much as all ties, chosen on the data
// that docs/lookalikes.md names. A warm start that knows most ties needs few rounds.
const (
	negativeWeight = 10
	rounds         = 10
	warmRounds     = 2
)

// ridges are the candidates for the regularisation per tie; the first is the default, which another has to beat clearly.
var ridges = []float32{0.02, 0.01, 0.03}

// FoldIn places a creator by its partners: at the vector x that minimises
//
//	Σ over partners of w·(1 − x·p)² + Σ over k of Spectrum[k]·x[k]² + Ridge·(Σ w + Background)·|x|²
//
// where p is a partner's vector and w the weight of the tie. It is one row of implicit alternating least
// squares (Hu, Koren and Volinsky, Collaborative filtering for implicit feedback datasets, 2008), with the
// frequency-scaled ridge of Rendle and others (Revisiting the performance of iALS, 2021), so new creators are placed as all
// others were.
type FoldIn struct {
	Spectrum       Numbers `json:"spectrum"` // weight of pairs without a tie, by direction
	Ridge          float32 `json:"ridge"`
	Background     float32 `json:"rest"`
	MeanWeight     float32 `json:"typical"` // the mean weight of a tie
	Exponent       float64 `json:"exponent"`
	MaxLength      float32 `json:"longest"` // the length that is scaled to one
	MaxLogPartners float32 `json:"most"`    // the greatest ln(1 + partners)
}

// factorise places all creators by alternating least squares: rows of width numbers whose products approximate 1 for ties and 0 for
// other pairs. It averages the last two rounds, and overwrites the start, if any.
func factorise(n *network, width int, ridge float32, start []float32, seed uint64) ([]float32, *FoldIn) {
	people := n.people()
	f := &FoldIn{Ridge: ridge, MeanWeight: n.typical}
	if len(n.to) == 0 {
		f.Spectrum = make(Numbers, width)
		return make([]float32, people*width), f
	}
	each := negativeWeight * float64(len(n.to)) / float64(people) / float64(people)
	f.Background = float32(each * float64(people))
	rows, most := start, warmRounds
	if rows == nil {
		rows, most = randomStart(n, width, seed), rounds
		if len(n.to) > 2*manyTies {
			most = rounds - 3 // large markets converge as fast and take longest
		}
	}
	next := make([]float32, people*width)
	for round := range most {
		f.Spectrum = orthogonalise(rows, width, each)
		dense.Rows(people, func(first, end int) {
			s := newSolver(f, width)
			for p := first; p < end; p++ {
				to, weight := n.partners(p)
				s.solve(next[p*width:(p+1)*width], weight, func(i int) []float32 {
					q := int(to[i]) * width
					return rows[q : q+width]
				})
			}
		})
		if round == most-1 {
			add(rows, 1, next)
			for i := range rows {
				rows[i] /= 2
			}
			break
		}
		rows, next = next, rows
	}
	f.Spectrum = orthogonalise(rows, width, each)
	return rows, f
}

// randomStart puts creators with partners at random near the origin.
func randomStart(n *network, width int, seed uint64) []float32 {
	r := rand.New(rand.NewPCG(seed, 5))
	rows := make([]float32, n.people()*width)
	for p := range n.people() {
		if to, _ := n.partners(p); len(to) > 0 {
			for k := range width {
				rows[p*width+k] = float32(r.NormFloat64() * 0.1 / math.Sqrt(float64(width)))
			}
		}
	}
	return rows
}

// orthogonalise rotates rows so that their columns are orthogonal, which preserves products, and returns the columns' squared
// norms times a factor.
func orthogonalise(rows []float32, width int, factor float64) Numbers {
	spectrum := make(Numbers, width)
	var eigen mat.EigenSym
	if !eigen.Factorize(dense.Symmetric(dense.Products(rows, rows, width)), true) {
		return spectrum
	}
	var v mat.Dense
	eigen.VectorsTo(&v)
	for k, value := range eigen.Values(nil) {
		spectrum[k] = float32(factor * max(value, 0))
	}
	dense.Turn(rows, &v, width, width)
	return spectrum
}

// solver places one creator after another; it is for one goroutine.
type solver struct {
	f                                      *FoldIn
	diagonal, residual, direction, product []float32
	precondition                           []float32
}

func newSolver(f *FoldIn, width int) *solver {
	return &solver{f, make([]float32, width), make([]float32, width), make([]float32, width), make([]float32, width),
		make([]float32, width)}
}

// When conjugate gradients stop: after maxSteps, or when the residual is that small a part of the first.
const (
	maxSteps  = 12
	tolerance = 1e-3
)

// solve fills in the vector of a creator, by the weights of its ties and the vectors of its partners, with conjugate gradients
// (Hestenes and Stiefel, 1952) preconditioned by the diagonal.
func (s *solver) solve(into []float32, weight []float32, partner func(i int) []float32) {
	clear(into)
	clear(s.residual)
	total := float32(0)
	for k := range s.diagonal {
		s.precondition[k] = 0
	}
	for i, w := range weight {
		v := partner(i)
		axpy(s.residual, w, v)
		total += w
		for k, x := range v {
			s.precondition[k] += w * x * x
		}
	}
	if total == 0 {
		return
	}
	for k := range s.diagonal {
		s.diagonal[k] = s.f.Spectrum[k] + s.f.Ridge*(total+s.f.Background)
		s.precondition[k] = 1 / (s.precondition[k] + s.diagonal[k])
	}
	s.conjugateGradient(into, weight, partner)
}

func (s *solver) conjugateGradient(into []float32, weight []float32, partner func(i int) []float32) {
	gain := float32(0)
	for k, r := range s.residual {
		s.direction[k] = r * s.precondition[k]
		gain += r * s.direction[k]
	}
	enough := gain * tolerance * tolerance
	for range maxSteps {
		if !(gain > 0) { // all partners are at the origin
			return
		}
		for k, x := range s.direction {
			s.product[k] = s.diagonal[k] * x
		}
		for i, w := range weight {
			v := partner(i)
			axpy(s.product, w*dot(s.direction, v), v)
		}
		bend := dot(s.direction, s.product)
		if !(bend > 0) {
			return // below the precision of numbers
		}
		far := gain / bend
		axpy(into, far, s.direction)
		axpy(s.residual, -far, s.product)
		left := float32(0)
		for k, r := range s.residual {
			left += r * r * s.precondition[k]
		}
		if left <= enough {
			return
		}
		for k, r := range s.residual {
			s.direction[k] = r*s.precondition[k] + left/gain*s.direction[k]
		}
		gain = left
	}
}
