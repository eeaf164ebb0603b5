// Package dense works on dense matrices of many short rows, stored one after the other, as the models store
// vectors.
package dense

import (
	"math"
	"runtime"
	"sync"

	"gonum.org/v1/gonum/blas/gonum"
	"gonum.org/v1/gonum/mat"
)

// Rows shares a range out among the processors.
func Rows(n int, work func(first, end int)) {
	parts := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for i := range parts {
		wait.Add(1)
		go func() {
			defer wait.Done()
			work(n*i/parts, n*(i+1)/parts)
		}()
	}
	wait.Wait()
}

// Products gives aᵀb of two tables of rows.
func Products(a, b []float32, width int) *mat.Dense {
	const block = 4096
	sum := mat.NewDense(width, width, nil)
	people := len(a) / width
	x, y := make([]float64, block*width), make([]float64, block*width)
	var part mat.Dense
	for first := 0; first < people; first += block {
		size := min(block, people-first)
		for i := range size * width {
			x[i], y[i] = float64(a[first*width+i]), float64(b[first*width+i])
		}
		part.Mul(mat.NewDense(size, width, x[:size*width]).T(), mat.NewDense(size, width, y[:size*width]))
		sum.Add(sum, &part)
	}
	return sum
}

// Symmetric takes the mean of a square matrix and its transpose.
func Symmetric(d *mat.Dense) *mat.SymDense {
	n, _ := d.Dims()
	s := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			s.SetSym(i, j, (d.At(i, j)+d.At(j, i))/2)
		}
	}
	return s
}

// Orthonormalise makes columns orthogonal and of length one; directions that have vanished become zero.
func Orthonormalise(y []float32, width int) {
	var eigen mat.EigenSym
	if !eigen.Factorize(Symmetric(Products(y, y, width)), true) {
		return
	}
	var v mat.Dense
	eigen.VectorsTo(&v)
	values := eigen.Values(nil)
	least := values[width-1] * 1e-10
	for j, value := range values {
		scale := 0.0
		if value > least {
			scale = 1 / math.Sqrt(value)
		}
		for i := range width {
			v.Set(i, j, v.At(i, j)*scale)
		}
	}
	Turn(y, &v, width, width)
}

// Turn multiplies each row by a matrix in place and gives the rows, now of so many columns.
func Turn(y []float32, by *mat.Dense, width, columns int) []float32 {
	flat := make([]float32, width*columns)
	for i := range width {
		for j := range columns {
			flat[i*columns+j] = float32(by.At(i, j))
		}
	}
	people := len(y) / width
	out := y
	if columns != width {
		out = make([]float32, people*columns)
	}
	Rows(people, func(first, end int) {
		row := make([]float32, columns)
		for p := first; p < end; p++ {
			clear(row)
			for i, v := range y[p*width : (p+1)*width] {
				gonum.Implementation{}.Saxpy(columns, v, flat[i*columns:], 1, row, 1)
			}
			copy(out[p*columns:], row)
		}
	})
	return out
}

// Leading turns columns whose squares are spread over the rows into orthonormal ones, the greatest first, and
// keeps some; with them come their squared lengths before.
func Leading(y []float32, width, keep int) ([]float32, []float64) {
	var eigen mat.EigenSym
	if !eigen.Factorize(Symmetric(Products(y, y, width)), true) {
		return make([]float32, len(y)/width*keep), make([]float64, keep)
	}
	var v mat.Dense
	eigen.VectorsTo(&v)
	values := eigen.Values(nil)
	by, squares := mat.NewDense(width, keep, nil), make([]float64, keep)
	for j := range keep {
		at := width - 1 - j
		squares[j] = max(values[at], 0)
		if values[at] <= values[width-1]*1e-10 {
			continue
		}
		for i := range width {
			by.Set(i, j, v.At(i, at)/math.Sqrt(values[at]))
		}
	}
	return Turn(y, by, width, keep), squares
}
