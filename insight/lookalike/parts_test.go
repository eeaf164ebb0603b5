package lookalike

import (
	"math"
	"testing"
)

// The product of two numbers' parts falls with the distance between their powers of ten, whatever they are.
func TestRadialProductsFallWithDistance(t *testing.T) {
	t.Parallel()

	product := func(x, y float64) float64 {
		a, b := make([]float32, 10), make([]float32, 10)
		radial(x, 12, a)
		radial(y, 12, b)
		return float64(dot(a, b))
	}
	if p := product(3, 3); math.Abs(p-1) > 1e-6 {
		t.Errorf("the product of a number with itself is %v, want 1", p)
	}
	before := 1.0
	for distance := 0.1; distance < 6; distance += 0.1 {
		near, far := product(2, 2+distance), product(5, 5+distance)
		if math.Abs(near-far) > 1e-6 {
			t.Errorf("%v powers of ten apart, products are %v and %v, want the same", distance, near, far)
		}
		if near >= before {
			t.Errorf("%v powers of ten apart the product is %v, want less than %v", distance, near, before)
		}
		before = near
	}
}

// The equations of a position are solved: what is left of them is next to nothing.
func TestSolverSolves(t *testing.T) {
	t.Parallel()

	f := &FoldIn{Spectrum: Numbers{0.5, 0.2, 0.1}, Ridge: 0.02, Background: 10}
	partners := [][]float32{{1, 0, 0.5}, {0.2, 0.7, 0}}
	weight := []float32{1, 2}
	x := make([]float32, 3)
	newSolver(f, 3).solve(x, weight, func(i int) []float32 { return partners[i] })
	for k := range x {
		left := (f.Spectrum[k] + f.Ridge*(3+f.Background)) * x[k]
		for i, p := range partners {
			left += weight[i] * (dot(x, p) - 1) * p[k]
		}
		if math.Abs(float64(left)) > 1e-3 {
			t.Errorf("equation %d is off by %v", k, left)
		}
	}
}

// The greatest are found in order, among equals the first, and what is barred is not.
func TestTop(t *testing.T) {
	t.Parallel()

	bar := float32(math.Inf(-1))
	got := newTop(3).of([]float32{1, 5, bar, 3, 5, 0, 4}).found
	want := []int32{1, 4, 6}
	for i, w := range want {
		if got[i].place != w {
			t.Errorf("place %d is %d, want %d", i, got[i].place, w)
		}
	}
	if f := newTop(3).of([]float32{0, 9, 8}).quality([]int32{1}); f != 2 {
		t.Errorf("the one wanted is first: the figure is %v, want 2", f)
	}
}
