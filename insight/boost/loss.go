package boost

import "math"

// first gives the best constant prediction.
func (p Params) first(rows Rows) float64 {
	switch p.Loss {
	case Absolute, Quantile:
		all := make([]weighted, len(rows.Target))
		for i, y := range rows.Target {
			all[i] = weighted{y, rows.weight(i)}
		}
		return quantile(all, p.Level)
	}
	sum, total := 0.0, 0.0
	for i, y := range rows.Target {
		sum += y * rows.weight(i)
		total += rows.weight(i)
	}
	if total == 0 {
		return 0
	}
	if p.Loss == Squared {
		return sum / total
	}
	share := min(max(sum/total, 1e-6), 1-1e-6)
	return math.Log(share / (1 - share))
}

// derivatives gives the first and second derivative of a row's loss.
func (p Params) derivatives(score, target float64) (gradient, curvature float64) {
	switch p.Loss {
	case Squared:
		return score - target, 1
	case Logistic:
		chance := Sigmoid(score)
		return chance - target, max(chance*(1-chance), 1e-12)
	}
	if score >= target {
		return 1 - p.Level, 1
	}
	return -p.Level, 1
}

// loss is the loss of one score.
func (p Params) loss(score, target float64) float64 {
	switch p.Loss {
	case Squared:
		return (score - target) * (score - target)
	case Logistic: // −ln of the chance given to what happened, written so that it does not overflow
		return max(score, 0) - score*target + math.Log1p(math.Exp(-math.Abs(score)))
	}
	if score >= target {
		return (1 - p.Level) * (score - target)
	}
	return p.Level * (target - score)
}

// Sigmoid turns log-odds into a probability.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
