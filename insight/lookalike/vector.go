package lookalike

import (
	"math"

	"gonum.org/v1/gonum/blas/gonum"
)

// dot uses gonum's implementation, whose inner loops are in assembly.
func dot(x, y []float32) float32 { return gonum.Implementation{}.Sdot(len(x), x, 1, y, 1) }

// axpy adds times·what to to.
func axpy(to []float32, times float32, what []float32) {
	gonum.Implementation{}.Saxpy(len(what), times, what, 1, to, 1)
}

func add(to []float32, times float32, what []float32) {
	for k, x := range what {
		to[k] += times * x
	}
}

func length(x []float32) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum)
}

// divideByLength divides by the length, or by least if that is greater.
func divideByLength(x []float32, least float32) {
	by := max(float32(length(x)), least)
	if by == 0 {
		return
	}
	for k := range x {
		x[k] /= by
	}
}
