package lookalike

import "math"

// Placed says whether anything at all is known of whoever a vector is of: more than its filler.
func Placed(row []float32) bool {
	for _, x := range row[:len(row)-1] {
		if x != 0 {
			return true
		}
	}
	return false
}

// Scales are the caller's weights over the learned ones, normalised to sum 1. What is left out (NaN) keeps its
// learned weight. The caller has made sure that one is above 0 and none below.
func (m *Model) Scales(asked Weights) Weights {
	sum := 0.0
	for b := range asked {
		if math.IsNaN(asked[b]) {
			asked[b] = m.Weights[b]
		}
		sum += asked[b]
	}
	for b := range asked {
		asked[b] /= sum * m.Weights[b]
	}
	return asked
}

// counts is what a product of two kept parts is multiplied by for what it adds to a score.
func (m *Model) counts(p Part, scales Weights) float64 {
	return scales[p.Block] * m.Weights[p.Block] * p.Share / (p.Root * p.Root)
}

// Query is what to search with for whoever is like some seeds taken together: the mean of their vectors, each part
// scaled; what only speaks for candidates is the same whoever is asked about. Its product with a stored vector
// is the score.
func (m *Model) Query(seeds [][]float32, scales Weights) []float32 {
	q := make([]float32, m.Width)
	for _, seed := range seeds {
		add(q, 1/float32(len(seeds)), seed)
	}
	m.ask(q, scales)
	return q
}

// ask makes a query of a kept vector.
func (m *Model) ask(row []float32, scales Weights) {
	for _, p := range m.Parts {
		counts := float32(m.counts(p, scales))
		for k := p.At; k < p.At+p.Width; k++ {
			if p.Ask {
				row[k] = float32(p.Root)
			}
			row[k] *= counts
		}
	}
	row[m.Width-1] = 0
}

// Asks says whether a query asks for anything of the seeds' own.
func (m *Model) Asks(query []float32) bool {
	for _, p := range m.Parts {
		if p.Ask {
			continue
		}
		for _, x := range query[p.At : p.At+p.Width] {
			if x != 0 {
				return true
			}
		}
	}
	return false
}

// Products are what each part adds to the score of a vector under a query.
func (m *Model) Products(query, vector []float32) []float64 {
	products := make([]float64, len(m.Parts))
	for i, p := range m.Parts {
		for k := p.At; k < p.At+p.Width; k++ {
			products[i] += float64(query[k]) * float64(vector[k])
		}
	}
	return products
}

// Shown gives the score that is shown, 0 to 1, and what each part adds to it: parts that add up to less than 0
// are shown as nothing at all, and what rounding takes above 1 is taken back from all.
func Shown(products []float64) (float64, []float64) {
	sum := 0.0
	for _, x := range products {
		sum += x
	}
	shown := make([]float64, len(products))
	if sum <= 0 {
		return 0, shown
	}
	score := min(sum, 1)
	for i, x := range products {
		shown[i] = x * score / sum
	}
	return score, shown
}

// Length is the length of a vector. A score is the cosine times the lengths of query and stored vector.
func Length(x []float32) float64 { return length(x) }
