package evaluation

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// ridge is the penalty of squared coefficients of standardized columns, in observations. The intercept has none.
const ridge = 0.5

// Bounds of linear predictors and of probabilities, which keep Newton's steps and weights finite.
const (
	maxLinear      = 12
	minProbability = 0.01
)

// maxSteps bounds Newton's method.
const maxSteps = 30

// newton fits a generalised linear model with canonical link by damped Newton steps. For each cell, point gives the residual and the
// weight at its linear predictor, both summed over the cell's participations; extra adds the source as the last covariate.
func newton(cells []cell, extra bool, beta []float64, point func(i int, linear float64) (residual, weight float64)) {
	n := len(beta)
	row := make([]float64, n)
	for range maxSteps {
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

// fill writes a cell's covariates to a row; extra appends the source.
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
	return min(max(sum, -maxLinear), maxLinear)
}

// models are the coefficients of all regressions.
type models struct{ propensity, numerator, denominator []float64 }

func newModels(columns int) models {
	return models{make([]float64, columns), make([]float64, columns+1), make([]float64, columns+1)}
}

// fit fits a logistic regression of the source (the propensity), and log-linear ones (quasi-Poisson) of the metric's numerator and
// denominator per participation.
func (f models) fit(cells []cell) {
	newton(cells, false, f.propensity, func(i int, linear float64) (residual, weight float64) {
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
	}{{f.numerator, func(c *cell) float64 { return c.numerator }}, {f.denominator, func(c *cell) float64 { return c.denominator }}} {
		newton(cells, true, side.beta, func(i int, linear float64) (residual, weight float64) {
			c := &cells[i]
			mean := c.count * math.Exp(linear)
			return side.of(c) - mean, mean
		})
	}
}

// campaignTerm is one campaign's term of the adjusted comparison, by source.
type campaignTerm struct {
	fitted   [2][2]float64 // fitted numerator and denominator, overlap-weighted
	residual [2][2]float64 // their residuals, weighted
	weights  [2]float64
	squares  [2]float64
	overlap  float64
}

// campaignTerms gives each campaign's term.
func (f models) campaignTerms(cells []cell, clusters int) []campaignTerm {
	all := make([]campaignTerm, clusters)
	row := make([]float64, len(f.numerator))
	for i := range cells {
		c := &cells[i]
		to := &all[c.campaign]
		p := min(max(1/(1+math.Exp(-dot(c.x, f.propensity))), minProbability), 1-minProbability)
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
			over, under := math.Exp(dot(row, f.numerator)), math.Exp(dot(row, f.denominator))
			to.fitted[z][0] += h * over
			to.fitted[z][1] += h * under
			if z == source {
				to.residual[z][0] += w * (c.numerator - c.count*over)
				to.residual[z][1] += w * (c.denominator - c.count*under)
			}
		}
	}
	return all
}

// adjustedLogRatio is the doubly robust estimate of ln of the ratio of ratios, with each campaign counted so many times.
func adjustedLogRatio(parts []campaignTerm, times []float64) float64 {
	var sum campaignTerm
	for k := range parts {
		n, p := times[k], &parts[k]
		if n == 0 {
			continue
		}
		sum.overlap += n * p.overlap
		for z := range 2 {
			sum.weights[z] += n * p.weights[z]
			for side := range 2 {
				sum.fitted[z][side] += n * p.fitted[z][side]
				sum.residual[z][side] += n * p.residual[z][side]
			}
		}
	}
	logs := [2]float64{}
	for z := range 2 {
		over := sum.fitted[z][0]/sum.overlap + sum.residual[z][0]/sum.weights[z]
		under := sum.fitted[z][1]/sum.overlap + sum.residual[z][1]/sum.weights[z]
		logs[z] = math.Log(over) - math.Log(under)
	}
	return logs[1] - logs[0]
}

// effectiveSize is Kish's effective sample size under the overlap weights, of the scarcer source.
func effectiveSize(parts []campaignTerm) float64 {
	var weights, squares [2]float64
	for _, p := range parts {
		for z := range 2 {
			weights[z] += p.weights[z]
			squares[z] += p.squares[z]
		}
	}
	return min(weights[0]*weights[0]/squares[0], weights[1]*weights[1]/squares[1])
}
