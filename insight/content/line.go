package content

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// lineFeatures are those that the line reads: each with a mark where it is unknown.
var lineFeatures = [...]int{back30m, back1, back2, back4, back8, back24, back72, slope, slopeBefore, likeRate, shareRate, past, pace, ahead, against}

// lineTerms is how many terms a line has: a constant, ln of the age, and two for each feature.
const lineTerms = 2 + 2*len(lineFeatures)

// lineLeast is how many examples a line is learned from, and lineRidge the weight of a term's square.
const (
	lineLeast = 200
	lineRidge = 1.0
)

// lines are ridge regressions for each horizon and age: what trees, which know steps only, go on from.
type lines [len(horizons)][ages]line

// line is one of them; without weights it predicts 0.
type line struct {
	Weights []float64
	// What it learned came to no less and no more; nor does what it says, so that a leap nobody made before is not
	// carried on without end.
	Least, Most float64
}

// terms lays a row out for a line.
func terms(row, to []float64) {
	to[0], to[1] = 1, math.Log(max(row[ageHours], minAge))
	for i, f := range lineFeatures {
		to[2+2*i], to[3+2*i] = row[f], 0
		if math.IsNaN(row[f]) {
			to[2+2*i], to[3+2*i] = 0, 1
		}
	}
}

// learnLines learns them.
func learnLines(examples []example) *lines {
	type sums struct {
		squares *mat.SymDense
		values  *mat.VecDense
		rows    int

		least, most float64
	}
	var all [len(horizons)][ages]sums
	x := make([]float64, lineTerms)
	for i := range examples {
		e := &examples[i]
		s := &all[slices.Index(horizons[:], e.row[horizonHours])][ageBand(e.row[ageHours])]
		if s.squares == nil {
			s.squares, s.values = mat.NewSymDense(lineTerms, nil), mat.NewVecDense(lineTerms, nil)
			s.least, s.most = e.target, e.target
		}
		s.least, s.most = min(s.least, e.target), max(s.most, e.target)
		terms(e.row[:], x)
		s.squares.SymRankOne(s.squares, 1, mat.NewVecDense(lineTerms, x))
		s.values.AddScaledVec(s.values, e.target, mat.NewVecDense(lineTerms, x))
		s.rows++
	}
	var l lines
	for h := range all {
		for band := range all[h] {
			if s := &all[h][band]; s.rows >= lineLeast {
				l[h][band] = line{solveRidge(s.squares, s.values), s.least, s.most}
			}
		}
	}
	return &l
}

// solveRidge gives the weights; nil where there are none.
func solveRidge(squares *mat.SymDense, values *mat.VecDense) []float64 {
	n := values.Len()
	for i := range n {
		squares.SetSym(i, i, squares.At(i, i)+lineRidge)
	}
	weights := make([]float64, n)
	var factor mat.Cholesky
	if !factor.Factorize(squares) || factor.SolveVecTo(mat.NewVecDense(n, weights), values) != nil {
		return nil
	}
	return weights
}

// at is what the line of a row's horizon and age says.
func (l *lines) at(row []float64) float64 {
	of := &l[slices.Index(horizons[:], row[horizonHours])][ageBand(row[ageHours])]
	if of.Weights == nil {
		return 0
	}
	var x [lineTerms]float64
	terms(row, x[:])
	sum := 0.0
	for i, w := range of.Weights {
		sum += w * x[i]
	}
	return min(max(sum, of.Least), of.Most)
}
