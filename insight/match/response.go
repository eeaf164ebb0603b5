package match

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"github.com/creatorgraph/creatorgraph/insight"
)

const (
	// responsePasses is how often the segments' spread is estimated anew.
	responsePasses = 8
	// responsePrior is the variance, of ln, that segments are taken to have at first.
	responsePrior = 0.1
)

// responses are how readily the people of each segment click beside all people, as ln.
type responses struct {
	segment []float64 // none where nothing tells
	usual   float64   // of all people
}

// learnResponses learns them from the creators' click rates, with what briefs and their fit account for taken out: a creator's
// rate is the sum of its audience's shares times the segments' responses, and an appeal of its own. Ridge regression whose
// penalty is learned from the data (empirical Bayes; D. MacKay, Bayesian interpolation, 1992).
func (m *Model) learnResponses() responses {
	n, told := len(m.book.Segments), false
	gram, right := mat.NewSymDense(n+1, nil), mat.NewVecDense(n+1, nil) // the last is what all have in common
	for p := range m.book.Creators {
		rate, weight := m.clickRate(int32(p))
		audience := m.book.Creators[p].Audience
		if weight == 0 || len(audience) == 0 {
			continue
		}
		told = true
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
	if !told {
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

// clickRate is how far a creator is off what its briefs lead to expect, as ln, and how much that tells; none without results.
func (m *Model) clickRate(p int32) (rate, weight float64) {
	e, r := m.effects[clicks][p], m.rates[clicks]
	known := 1/e.variance - 1/r.byCreator // what its own results tell
	if known < 1e-9 {
		return 0, 0
	}
	own := e.mean / (known * e.variance) // before it was shrunk
	return own + r.group[m.group(&m.book.Creators[p])], 1 / (1/known + r.byCreator)
}

// solve gives the coefficients under a prior of a variance, which the last is free of, and how well they are known.
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

// Response tells how readily the people of a creator's audience click, whoever shows them what: 1 is as all people do. False
// where the audience is unknown, or nothing tells.
func (m *Model) Response(key string) (times float64, known bool) {
	p, known := m.places[key]
	if !known || len(m.book.Creators[p].Audience) == 0 || len(m.responses.segment) == 0 {
		return 0, false
	}
	sum := -m.responses.usual
	for _, s := range m.book.Creators[p].Audience {
		if int(s.Segment) < len(m.responses.segment) { // others came since it was learned
			sum += float64(s.Part) * m.responses.segment[s.Segment]
		}
	}
	return math.Exp(sum), true
}
