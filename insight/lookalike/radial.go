package lookalike

import "math"

// radial fills in numbers whose products fall with the distance of two values, from 1 at none to −1 at half a period:
// the cosines and sines of a Fourier series, each times the root of its coefficient (Rahimi and Recht, Random features
// for large-scale kernel machines, 2007, with frequencies that are fixed as there is but one dimension). Coefficients
// fall no slower than one over the frequency, so that the products' slope, a sum of sines with falling coefficients, is
// never above 0 (by Abel's summation). The length is one.
func radial(x, period float64, into []float32) {
	sum, frequencies := 0.0, len(into)/2
	for k := range frequencies {
		w := 2 * math.Pi * (float64(k) + 0.5) / period
		c := (1 - float64(k)/float64(2*frequencies)) / float64(2*k+1)
		sum += c
		into[2*k], into[2*k+1] = float32(math.Sqrt(c)*math.Cos(w*x)), float32(math.Sqrt(c)*math.Sin(w*x))
	}
	for k := range into {
		into[k] /= float32(math.Sqrt(sum))
	}
}
