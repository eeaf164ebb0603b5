package lookalike

import "math"

// radial fills in numbers whose products are, over all values, exp(−(x−y)²/(2·spread²)): the cosines and sines
// of a Fourier series, each times the root of its coefficient (Rahimi and Recht, Random features for large-scale
// kernel machines, 2007, with frequencies that are fixed as there is but one dimension), as far as so few numbers can. Over period powers of ten
// the sign turns. The length is one.
func radial(x, spread, period float64, into []float32) {
	sum := 0.0
	for k := range len(into) / 2 {
		w := 2 * math.Pi * (float64(k) + 0.5) / period
		c := math.Exp(-w * w * spread * spread / 2)
		sum += c
		into[2*k], into[2*k+1] = float32(math.Sqrt(c)*math.Cos(w*x)), float32(math.Sqrt(c)*math.Sin(w*x))
	}
	for k := range into {
		into[k] /= float32(math.Sqrt(sum))
	}
}
