package acceptance

import "math"

// fit takes a Newton step of all weights; an offer's and the creator's own are kept from falling below nothing.
func (m *Model) fit(rows []row, order []event, known func(row) bool) {
	var slope [count]float64
	var curve [count][count]float64
	m.follow(rows, order, known, func(r row, z *[count]float64, s Standing) {
		k := shrunk(s.Variance)
		x := *z
		x[own] = s.Mean
		p := sigmoid(m.logOdds(z, s))
		off, weight := k*(bool01(r.Accepted)-p), k*k*p*(1-p)
		for i := range x {
			slope[i] += off * x[i]
			for j := range i + 1 {
				curve[i][j] += weight * x[i] * x[j]
			}
		}
	})
	for i := range count {
		prior := 0.0
		if i != constant {
			prior = ridge
		}
		target := bool01(i == own)
		slope[i] -= prior * (m.Weights[i] - target)
		curve[i][i] += prior + 1e-9
		for j := range i {
			curve[j][i] = curve[i][j]
		}
	}
	m.OfferVar = 1 / curve[offer][offer]
	step := solve(curve, slope)
	for i := range count {
		m.Weights[i] += min(max(step[i], -1), 1)
	}
	m.Weights[offer], m.Weights[own] = max(m.Weights[offer], 0), max(m.Weights[own], 0)
}

// solve gives x of curve · x = slope by Cholesky's method; curve is positive definite.
func solve(curve [count][count]float64, slope [count]float64) (x [count]float64) {
	for i := range count {
		for j := range i + 1 {
			sum := curve[i][j]
			for k := range j {
				sum -= curve[i][k] * curve[j][k]
			}
			if i == j {
				curve[i][i] = math.Sqrt(max(sum, 1e-12))
			} else {
				curve[i][j] = sum / curve[j][j]
			}
		}
	}
	for i := range count {
		x[i] = slope[i]
		for k := range i {
			x[i] -= curve[i][k] * x[k]
		}
		x[i] /= curve[i][i]
	}
	for i := count - 1; i >= 0; i-- {
		for k := i + 1; k < count; k++ {
			x[i] -= curve[k][i] * x[k]
		}
		x[i] /= curve[i][i]
	}
	return x
}
