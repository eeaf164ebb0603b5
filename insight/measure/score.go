package measure

import "math"

// QuantileLoss is the pinball loss of a predicted quantile: in expectation least at the true one.
func QuantileLoss(level, predicted, came float64) float64 {
	if came >= predicted {
		return level * (came - predicted)
	}
	return (1 - level) * (predicted - came)
}

// IntervalScore is the width of a central interval of a level and what missing it costs (Gneiting and Raftery, 2007):
// less is better, and only the true quantiles reach the least in expectation.
func IntervalScore(level, low, high, came float64) float64 {
	penalty := 2 / (1 - level)
	return high - low + penalty*max(0, low-came) + penalty*max(0, came-high)
}

// LogLoss is −ln of the chance given to what happened.
func LogLoss(chance float64, happened bool) float64 {
	if !happened {
		chance = 1 - chance
	}
	return -math.Log(max(chance, 1e-15))
}

// Bool is 1 for true.
func Bool(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
