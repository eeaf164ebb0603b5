package match

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/creatorgraph/creatorgraph/insight"
)

const (
	// responsePasses is the number of iterations that estimate the segments' variance.
	responsePasses = 8
	// responsePrior is the initial variance of the segments' responses, of ln.
	responsePrior = 0.1
)

// responses are the log ratios of each segment's click rate to that of all people.
type responses struct {
	segment []float64 // empty if there is nothing to learn from
	usual   float64   // of all people
}

// learnResponses regresses the creators' residual click rates on the shares of their audiences: ridge regression whose penalty is
// learned from the data (empirical Bayes; D. MacKay, Bayesian interpolation, 1992). What briefs and their fit account for is
// removed before.
func (m *Model) learnResponses() responses {
	n := len(m.book.Segments)
	gram, right, ok := m.responseEquations()
	if !ok {
		return responses{}
	}
	r, prior := responses{segment: make([]float64, n)}, responsePrior
	for range responsePasses {
		solved, covariance := solve(gram, right, prior)
		if solved == nil {
			return responses{}
		}
		copy(r.segment, solved)
		squares := 0.0
		for s, b := range r.segment {
			squares += b*b + covariance.At(s, s)
		}
		prior = math.Max(leastVariance, squares/float64(max(n, 1)))
	}
	for s, share := range m.audiences.share {
		r.usual += share * r.segment[s]
	}
	return r
}

// responseEquations are the normal equations of the regression, the intercept last; false if there is nothing to learn from.
func (m *Model) responseEquations() (gram *mat.SymDense, right *mat.VecDense, ok bool) {
	n := len(m.book.Segments)
	gram, right = mat.NewSymDense(n+1, nil), mat.NewVecDense(n+1, nil)
	for p := range m.book.Creators {
		rate, weight := m.clickRate(int32(p))
		audience := m.book.Creators[p].Audience
		if weight == 0 || len(audience) == 0 {
			continue
		}
		ok = true
		x := append(slices.Clone(audience), insight.Share{Segment: int32(n), Part: 1})
		for _, a := range x {
			i := int(a.Segment)
			right.SetVec(i, right.AtVec(i)+weight*rate*float64(a.Part))
			for _, b := range x {
				if j := int(b.Segment); j >= i {
					gram.SetSym(i, j, gram.At(i, j)+weight*float64(a.Part)*float64(b.Part))
				}
			}
		}
	}
	return gram, right, ok
}

// clickRate is a creator's log residual click rate, and its precision; 0 without results.
func (m *Model) clickRate(p int32) (rate, weight float64) {
	e, r := m.effects[clicks][p], m.rates[clicks]
	known := 1/e.variance - 1/r.byCreator // precision of its own results
	if known < 1e-9 {
		return 0, 0
	}
	own := e.mean / (known * e.variance) // before shrinkage
	return own + r.group[m.group(&m.book.Creators[p])], 1 / (1/known + r.byCreator)
}

// solve gives the coefficients and their covariance under a prior variance, which does not apply to the intercept.
func solve(gram *mat.SymDense, right *mat.VecDense, prior float64) ([]float64, *mat.SymDense) {
	n := right.Len()
	penalised := mat.NewSymDense(n, nil)
	penalised.CopySym(gram)
	for i := range n - 1 {
		penalised.SetSym(i, i, penalised.At(i, i)+1/prior)
	}
	penalised.SetSym(n-1, n-1, penalised.At(n-1, n-1)+leastVariance)
	var cholesky mat.Cholesky
	var solved mat.VecDense
	var covariance mat.SymDense
	if !cholesky.Factorize(penalised) || cholesky.SolveVecTo(&solved, right) != nil || cholesky.InverseTo(&covariance) != nil {
		return nil, nil
	}
	return solved.RawVector().Data[:n-1], &covariance
}

// Response is the click rate of a creator's audience relative to that of all people, whoever shows them what. False if the audience is
// unknown, or nothing was learned.
func (m *Model) Response(key string) (times float64, known bool) {
	p, known := m.places[key]
	if !known || len(m.book.Creators[p].Audience) == 0 || len(m.responses.segment) == 0 {
		return 0, false
	}
	sum := -m.responses.usual
	for _, s := range m.book.Creators[p].Audience {
		if int(s.Segment) < len(m.responses.segment) { // segments may have been added since
			sum += float64(s.Part) * m.responses.segment[s.Segment]
		}
	}
	return math.Exp(sum), true
}
