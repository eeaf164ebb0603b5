package content

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// floor forecasts plainly: ln of views from the counts at an age and before.
type floor struct {
	name    string
	weights []float64 // of a constant and of the counts, the last one first
	errors  []float64 // past ones, ascending
}

// floorRow is a constant and ln of views at the ages of all early counts, the last one first.
func (o *origin) floorRow(ages []float64) []float64 {
	row := []float64{1}
	for _, age := range slices.Backward(ages) {
		row = append(row, o.curve.at(age))
	}
	return row
}

// pair is what a floor learns from: the counts at several ages and ln of views at the horizon.
type pair struct {
	row  []float64
	came float64
}

// floorsOf learns the floors: Szabo and Huberman's form, whose logarithm has slope one, by its mean, exp(β + σ²/2), and by its
// median; and the regression on all counts so far.
func floorsOf(pairs []pair) []floor {
	var ratios []float64
	for _, p := range pairs {
		ratios = append(ratios, p.came-p.row[1])
	}
	mean := 0.0
	for _, y := range ratios {
		mean += y / float64(len(ratios))
	}
	spread := 0.0
	for _, y := range ratios {
		spread += (y - mean) * (y - mean) / float64(len(ratios))
	}
	one := func(name string, added float64) floor {
		w := make([]float64, len(pairs[0].row))
		w[0], w[1] = added, 1
		return floor{name: name, weights: w}
	}
	list := []floor{one(meanForm, mean+spread/2), one(medianForm, median(ratios)), {name: allPoints, weights: leastSquares(pairs)}}
	for i := range list {
		for _, p := range pairs {
			list[i].errors = append(list[i].errors, p.came-list[i].predict(p.row))
		}
		slices.Sort(list[i].errors)
	}
	return list
}

func (f floor) predict(row []float64) float64 {
	sum := 0.0
	for i, w := range f.weights {
		sum += w * row[i]
	}
	return sum
}

func leastSquares(pairs []pair) []float64 {
	n := len(pairs[0].row)
	squares, sums := mat.NewSymDense(n, nil), mat.NewVecDense(n, nil)
	for _, p := range pairs {
		x := mat.NewVecDense(n, p.row)
		squares.SymRankOne(squares, 1, x)
		sums.AddScaledVec(sums, p.came, x)
	}
	for i := range n {
		squares.SetSym(i, i, squares.At(i, i)+1e-6)
	}
	weights := make([]float64, n)
	var factor mat.Cholesky
	if factor.Factorize(squares) {
		_ = factor.SolveVecTo(mat.NewVecDense(n, weights), sums)
	}
	return weights
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return math.NaN()
	}
	return (sorted[n/2] + sorted[(n-1)/2]) / 2
}
