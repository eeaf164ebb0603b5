package collaborator

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"gonum.org/v1/gonum/mat"
)

// Dimensions is how many numbers say where a creator stands in the network; in a large one fewer do, so
// that they are found in the time there is.
const (
	Dimensions    = 64
	fewDimensions = 32
)

// Subspace iteration: so many directions more than are kept, and so many rounds of a polynomial of such a
// degree, settle the leading ones.
const (
	spareDirections = 16
	rounds          = 4
	degree          = 10
)

// positions gives each creator coordinates whose products are the best approximation, of so many dimensions,
// of the normalised network D^-1/2 W D^-1/2, where D are the strengths: the leading eigenvectors, each times
// the root of its eigenvalue. They are found by subspace iteration with Rayleigh and Ritz's projection
// (Halko, Martinsson and Tropp, Finding structure with randomness, 2011). Rows of dims numbers, one after
// the other; a creator without partners stands at the origin.
func positions(n *network, dims int, seed uint64) []float32 {
	people := n.people()
	if len(n.to) == 0 {
		return make([]float32, people*dims)
	}
	width := min(dims+spareDirections, people)
	root := make([]float32, people)
	for p, s := range n.strength {
		if s > 0 {
			root[p] = float32(1 / math.Sqrt(float64(s)))
		}
	}
	y, z := make([]float32, people*width), make([]float32, people*width)
	r := rand.New(rand.NewPCG(seed, 1))
	for p := range people {
		if root[p] > 0 {
			for k := range width {
				y[p*width+k] = float32(r.NormFloat64())
			}
		}
	}
	low := 0.0
	for range rounds {
		y, z = n.filter(root, y, z, width, low)
		orthonormalise(y, width)
		n.multiply(root, y, z, width, 1, 0, 0)
		low = lowest(y, z, width)
	}
	return project(y, z, people, width, min(dims, width))
}

// filter gives a polynomial of N times y which is small where eigenvalues lie between −1 and low, and grows
// fast above: Chebyshev's (Zhou and Saad, 2007). Both tables are used up; the first given is the result.
func (n *network) filter(root, y, z []float32, width int, low float64) (result, spare []float32) {
	half, middle := float32((low+1)/2), float32((low-1)/2)
	n.multiply(root, y, z, width, 1/half, -middle/half, 0)
	for range degree - 1 {
		n.multiply(root, z, y, width, 2/half, -2*middle/half, -1)
		y, z = z, y
	}
	return z, y
}

// multiply sets z to a·N·y + b·y + c·z, N being the normalised network.
func (n *network) multiply(root, y, z []float32, width int, a, b, c float32) {
	rows(n.people(), func(first, end int) {
		for p := first; p < end; p++ {
			out := z[p*width : (p+1)*width]
			in := y[p*width : (p+1)*width]
			for k := range out {
				if c == 0 {
					out[k] = b * in[k]
				} else {
					out[k] = b*in[k] + c*out[k]
				}
			}
			to, weight := n.partners(int32(p))
			for i, q := range to {
				w := a * weight[i] * root[p] * root[q]
				from := y[int(q)*width : (int(q)+1)*width]
				for k, v := range from {
					out[k] += w * v
				}
			}
		}
	})
}

// rows shares a range out among the processors.
func rows(n int, work func(first, end int)) {
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

// products gives aᵀb of two tables of rows.
func products(a, b []float32, width int) *mat.Dense {
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

func symmetric(d *mat.Dense) *mat.SymDense {
	n, _ := d.Dims()
	s := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			s.SetSym(i, j, (d.At(i, j)+d.At(j, i))/2)
		}
	}
	return s
}

// orthonormalise makes columns orthogonal and of length one; directions that have vanished become zero.
func orthonormalise(y []float32, width int) {
	var eigen mat.EigenSym
	if !eigen.Factorize(symmetric(products(y, y, width)), true) {
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
	turn(y, &v, width, width)
}

// turn multiplies each row by a matrix in place and gives the rows, now of so many columns.
func turn(y []float32, by *mat.Dense, width, columns int) []float32 {
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
	rows(people, func(first, end int) {
		row := make([]float32, columns)
		for p := first; p < end; p++ {
			clear(row)
			for i, v := range y[p*width : (p+1)*width] {
				for j, f := range flat[i*columns : (i+1)*columns] {
					row[j] += v * f
				}
			}
			copy(out[p*columns:], row)
		}
	})
	return out
}

// lowest estimates the least eigenvalue of N within the span of y, z being N·y.
func lowest(y, z []float32, width int) float64 {
	var eigen mat.EigenSym
	if !eigen.Factorize(symmetric(products(y, z, width)), false) {
		return 0
	}
	return min(max(eigen.Values(nil)[0], -0.5), 0.9)
}

// project gives the leading eigenvectors within the span of y, times the roots of their eigenvalues of N; z
// is (N + I)/2 · y.
func project(y, z []float32, people, width, dims int) []float32 {
	var eigen mat.EigenSym
	if !eigen.Factorize(symmetric(products(y, z, width)), true) {
		return make([]float32, people*dims)
	}
	var v mat.Dense
	eigen.VectorsTo(&v)
	values := eigen.Values(nil)
	by := mat.NewDense(width, dims, nil)
	for j := range dims {
		at := width - 1 - j
		value := math.Sqrt(max(values[at], 0))
		for i := range width {
			by.Set(i, j, v.At(i, at)*value)
		}
	}
	return turn(y, by, width, dims)
}
