package evaluation

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// ridge is the weight of squared coefficients, of columns of spread 1, as so many observations. The constant has none.
const ridge = 0.5

// Bounds of linear predictors and of probabilities, which keep Newton's steps and weights finite.
const (
	linearMost  = 12
	chanceLeast = 0.01
)

// stepsMost bounds Newton's steps.
const stepsMost = 30

// newton takes steps towards the coefficients of a generalised linear model with canonical link. Rows are the cells with x;
// for each, at its linear predictor, point gives the residual and the weight, both summed over the cell's participations.
func newton(cells []cell, extra bool, beta []float64, point func(i int, linear float64) (residual, weight float64)) {
	n := len(beta)
	row := make([]float64, n)
	for range stepsMost {
		slope, curve := make([]float64, n), make([]float64, n*n)
		for i := range cells {
			fill(row, &cells[i], extra)
			residual, weight := point(i, dot(row, beta))
			for a, x := range row {
				slope[a] += residual * x
				if weight*x != 0 {
					for b := a; b < n; b++ {
						curve[a*n+b] += weight * x * row[b]
					}
				}
			}
		}
		for a := 1; a < n; a++ {
			slope[a] -= ridge * beta[a]
			curve[a*n+a] += ridge
		}
		curve[0] += 1e-9
		var factor mat.Cholesky
		step := mat.NewVecDense(n, nil)
		if !factor.Factorize(mat.NewSymDense(n, curve)) || factor.SolveVecTo(step, mat.NewVecDense(n, slope)) != nil {
			return
		}
		longest := mat.Norm(step, math.Inf(1))
		damp := min(1, 2/max(longest, 1e-12))
		for a := range beta {
			beta[a] += damp * step.AtVec(a)
		}
		if longest < 1e-8 {
			return
		}
	}
}

// fill lays a cell's covariates out; extra puts the source at the end.
func fill(row []float64, c *cell, extra bool) {
	copy(row, c.x)
	if extra {
		row[len(row)-1] = 0
		if c.recommended {
			row[len(row)-1] = 1
		}
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += x * b[i]
	}
	return min(max(sum, -linearMost), linearMost)
}

// fits are the coefficients of all regressions.
type fits struct{ chance, over, under []float64 }

func newFits(columns int) fits {
	return fits{make([]float64, columns), make([]float64, columns+1), make([]float64, columns+1)}
}

// fit learns all regressions: a logistic one of the source, and log-linear ones (quasi-Poisson) of what stands above and below
// the line, per participation.
func (f fits) fit(cells []cell) {
	newton(cells, false, f.chance, func(i int, linear float64) (residual, weight float64) {
		c := &cells[i]
		n, p := c.count, 1/(1+math.Exp(-linear))
		came := 0.0
		if c.recommended {
			came = 1
		}
		return n * (came - p), n * p * (1 - p)
	})
	for _, side := range [...]struct {
		beta []float64
		of   func(*cell) float64
	}{{f.over, func(c *cell) float64 { return c.over }}, {f.under, func(c *cell) float64 { return c.under }}} {
		newton(cells, true, side.beta, func(i int, linear float64) (residual, weight float64) {
			c := &cells[i]
			mean := c.count * math.Exp(linear)
			return side.of(c) - mean, mean
		})
	}
}

// part is what the participations of one campaign add to the adjusted comparison, by source.
type part struct {
	model   [2][2]float64 // what the regressions expect above and below the line, by overlap
	rest    [2][2]float64 // what came beyond that, by weight
	weights [2]float64
	squares [2]float64
	overlap float64
}

// parts gives each campaign's.
func (f fits) parts(cells []cell, clusters int) []part {
	all := make([]part, clusters)
	row := make([]float64, len(f.over))
	for i := range cells {
		c := &cells[i]
		to := &all[c.campaign]
		p := min(max(1/(1+math.Exp(-dot(c.x, f.chance))), chanceLeast), 1-chanceLeast)
		source, w := 0, p
		if c.recommended {
			source, w = 1, 1-p
		}
		h := p * (1 - p) * c.count
		to.overlap += h
		to.weights[source] += w * c.count
		to.squares[source] += w * w * c.count
		fill(row, c, true)
		for z := range 2 {
			row[len(row)-1] = float64(z)
			over, under := math.Exp(dot(row, f.over)), math.Exp(dot(row, f.under))
			to.model[z][0] += h * over
			to.model[z][1] += h * under
			if z == source {
				to.rest[z][0] += w * (c.over - c.count*over)
				to.rest[z][1] += w * (c.under - c.count*under)
			}
		}
	}
	return all
}

// adjusted gives ln of the ratio of ratios, doubly robust, with each campaign counted so many times.
func adjusted(parts []part, times []float64) float64 {
	var sum part
	for k := range parts {
		n, p := times[k], &parts[k]
		if n == 0 {
			continue
		}
		sum.overlap += n * p.overlap
		for z := range 2 {
			sum.weights[z] += n * p.weights[z]
			for side := range 2 {
				sum.model[z][side] += n * p.model[z][side]
				sum.rest[z][side] += n * p.rest[z][side]
			}
		}
	}
	logs := [2]float64{}
	for z := range 2 {
		over := sum.model[z][0]/sum.overlap + sum.rest[z][0]/sum.weights[z]
		under := sum.model[z][1]/sum.overlap + sum.rest[z][1]/sum.weights[z]
		logs[z] = math.Log(over) - math.Log(under)
	}
	return logs[1] - logs[0]
}

// effective is Kish's effective number of participations under the overlap weights, of the scarcer source.
func effective(parts []part) float64 {
	var weights, squares [2]float64
	for _, p := range parts {
		for z := range 2 {
			weights[z] += p.weights[z]
			squares[z] += p.squares[z]
		}
	}
	return min(weights[0]*weights[0]/squares[0], weights[1]*weights[1]/squares[1])
}
