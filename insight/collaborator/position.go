package collaborator

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"github.com/creatorgraph/creatorgraph/insight/dense"
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
		dense.Orthonormalise(y, width)
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
	dense.Rows(n.people(), func(first, end int) {
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

// lowest estimates the least eigenvalue of N within the span of y, z being N·y.
func lowest(y, z []float32, width int) float64 {
	var eigen mat.EigenSym
	if !eigen.Factorize(dense.Symmetric(dense.Products(y, z, width)), false) {
		return 0
	}
	return min(max(eigen.Values(nil)[0], -0.5), 0.9)
}

// project gives the leading eigenvectors within the span of y, times the roots of their eigenvalues of N; z
// is (N + I)/2 · y.
func project(y, z []float32, people, width, dims int) []float32 {
	var eigen mat.EigenSym
	if !eigen.Factorize(dense.Symmetric(dense.Products(y, z, width)), true) {
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
	return dense.Turn(y, by, width, dims)
}
