package lookalike

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// How positions are found: pairs that never met weigh together unmet times what ties do, chosen on the data that
// docs/lookalikes.md names. From a start that knows most ties already, few rounds are enough.
const (
	unmet     = 10
	rounds    = 10
	fewRounds = 2
)

// ridges are what may keep vectors short, for each tie; the first is taken unless another is clearly better, or
// where there is no time to try.
var ridges = []float32{0.02, 0.01, 0.03}

// Fold says how a creator is placed by those it has worked with: the vector x that makes
//
//	Σ over partners of w·(1 − x·p)² + Σ over k of Spectrum[k]·x[k]² + Ridge·(Σ w + Rest)·|x|²
//
// least, where p is a partner's vector and w how strong the tie is. It is the row of implicit alternating least
// squares (Hu, Koren and Volinsky, Collaborative filtering for implicit feedback datasets, 2008), with the
// frequency-scaled ridge of Rendle and others (Revisiting the performance of iALS, 2021), so that who comes later
// is placed as those before were.
type Fold struct {
	Spectrum Numbers `json:"spectrum"` // what pairs that never met weigh, by direction
	Ridge    float32 `json:"ridge"`
	Rest     float32 `json:"rest"`
	Typical  float32 `json:"typical"` // the mean weight of a tie
	Exponent float64 `json:"exponent"`
	Longest  float32 `json:"longest"` // the length, after its exponent, that becomes one
	Most     float32 `json:"most"`    // the greatest ln(1 + partners)
}

// factorise places all creators: rows of width numbers whose products are 1 for ties and 0 for others, as nearly
// as width numbers can. The rows solve for each other by turns; the last two turns are averaged. A start, if there
// is one, is used up.
func factorise(n *network, width int, ridge float32, start []float32, seed uint64) ([]float32, *Fold) {
	people := n.people()
	f := &Fold{Ridge: ridge, Typical: n.typical}
	if len(n.to) == 0 {
		f.Spectrum = make(Numbers, width)
		return make([]float32, people*width), f
	}
	each := unmet * float64(len(n.to)) / float64(people) / float64(people)
	f.Rest = float32(each * float64(people))
	rows, most := start, fewRounds
	if rows == nil {
		rows, most = scatter(n, width, seed), rounds
		if len(n.to) > 2*manyTies {
			most = rounds - 3 // large markets settle as fast, and time is dear there
		}
	}
	next := make([]float32, people*width)
	for round := range most {
		f.Spectrum = straighten(rows, width, each)
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
	f.Spectrum = straighten(rows, width, each)
	return rows, f
}

// scatter puts whoever has partners anywhere, near the origin.
func scatter(n *network, width int, seed uint64) []float32 {
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

// straighten turns rows so that their columns are orthogonal, which leaves products as they are, and gives the
// columns' squared lengths times a factor.
func straighten(rows []float32, width int, factor float64) Numbers {
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

// solver finds where one creator belongs; it is for one goroutine.
type solver struct {
	f                          *Fold
	diagonal, rest, step, back []float32
	precondition               []float32
}

func newSolver(f *Fold, width int) *solver {
	return &solver{f, make([]float32, width), make([]float32, width), make([]float32, width), make([]float32, width),
		make([]float32, width)}
}

// How far equations are solved: by so many steps, or until what is left is that small a part.
const (
	mostSteps = 12
	smallRest = 1e-3
)

// solve fills in the vector of who has ties of such weights with partners of such vectors: conjugate gradients
// (Hestenes and Stiefel, 1952), preconditioned by the diagonal.
func (s *solver) solve(into []float32, weight []float32, partner func(i int) []float32) {
	clear(into)
	clear(s.rest)
	total := float32(0)
	for k := range s.diagonal {
		s.precondition[k] = 0
	}
	for i, w := range weight {
		v := partner(i)
		axpy(s.rest, w, v)
		total += w
		for k, x := range v {
			s.precondition[k] += w * x * x
		}
	}
	if total == 0 {
		return
	}
	for k := range s.diagonal {
		s.diagonal[k] = s.f.Spectrum[k] + s.f.Ridge*(total+s.f.Rest)
		s.precondition[k] = 1 / (s.precondition[k] + s.diagonal[k])
	}
	s.descend(into, weight, partner)
}

func (s *solver) descend(into []float32, weight []float32, partner func(i int) []float32) {
	gain := float32(0)
	for k, r := range s.rest {
		s.step[k] = r * s.precondition[k]
		gain += r * s.step[k]
	}
	enough := gain * smallRest * smallRest
	for range mostSteps {
		if !(gain > 0) { // partners who stand at the origin draw nobody anywhere
			return
		}
		for k, x := range s.step {
			s.back[k] = s.diagonal[k] * x
		}
		for i, w := range weight {
			v := partner(i)
			axpy(s.back, w*dot(s.step, v), v)
		}
		bend := dot(s.step, s.back)
		if !(bend > 0) {
			return // too small to be told from nothing
		}
		far := gain / bend
		axpy(into, far, s.step)
		axpy(s.rest, -far, s.back)
		left := float32(0)
		for k, r := range s.rest {
			left += r * r * s.precondition[k]
		}
		if left <= enough {
			return
		}
		for k, r := range s.rest {
			s.step[k] = r*s.precondition[k] + left/gain*s.step[k]
		}
		gain = left
	}
}
