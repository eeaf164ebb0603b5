package lookalike

import "math"

// IsEmbedded says whether anything at all is known of whoever a vector is of: more than its filler.
func IsEmbedded(row []float32) bool {
	for _, x := range row[:len(row)-1] {
		if x != 0 {
			return true
		}
	}
	return false
}

// Learned asks for what was learned.
func Learned() Weights { return Weights{math.NaN(), math.NaN(), math.NaN(), math.NaN()} }

// Scales is what the products of each part add to a score, at most about as much; those of all parts sum to 1.
type Scales []float64

// Scales are the caller's weights of blocks, shared out among parts as was learned. What is left out (NaN) keeps its
// learned weight. Whoever among the seeds has worked with nobody counts by what was learned for such. The caller has
// made sure that one weight is above 0 and none below.
func (m *Model) Scales(asked Weights, seeds ...[]float32) Scales {
	alone := m.alone(seeds)
	scales, blocks := make(Scales, len(m.Parts)), Weights{}
	for i, p := range m.Parts {
		scales[i] = (1-alone)*m.Weights[p.Block]*p.Share + alone*p.Alone
		blocks[p.Block] += scales[i]
	}
	sum := 0.0
	for b := range asked {
		if math.IsNaN(asked[b]) {
			asked[b] = blocks[b]
		}
		sum += asked[b]
	}
	for i, p := range m.Parts {
		if blocks[p.Block] > 0 {
			scales[i] *= asked[p.Block] / sum / blocks[p.Block]
		}
	}
	return scales
}

// alone is the part of the seeds that have worked with nobody, so that they stand nowhere in the network.
func (m *Model) alone(seeds [][]float32) float64 {
	if len(seeds) == 0 {
		return 0
	}
	p, n := m.part(position), 0.0
	for _, seed := range seeds {
		if length(seed[p.At:p.At+p.Width]) == 0 {
			n++
		}
	}
	return n / float64(len(seeds))
}

// counts is what a product of two kept parts is multiplied by for what it adds to a score.
func (m *Model) counts(part int, scales Scales) float32 {
	return float32(scales[part] / (m.Parts[part].Root * m.Parts[part].Root))
}

// Query is what to search with for whoever is like some seeds taken together: the mean of what is asked for each, each
// part scaled; what only speaks for candidates is the same whoever is asked about. Its product with a stored vector is
// the score.
func (m *Model) Query(seeds [][]float32, scales Scales) []float32 {
	q, one := make([]float32, m.Width), make([]float32, m.Width)
	for _, seed := range seeds {
		copy(one, seed)
		m.ask(one)
		add(q, 1/float32(len(seeds)), one)
	}
	m.scale(q, scales)
	return q
}

// ask makes of a kept vector what is asked for, at equal scales.
func (m *Model) ask(row []float32) {
	for _, d := range m.Dials {
		d.ask(row, m.rootAt(d.At))
	}
	for _, p := range m.Parts {
		if p.Ask {
			row[p.At] = float32(p.Root)
		}
	}
	row[m.Width-1] = 0
}

// rootAt is what the numbers at a place are kept times.
func (m *Model) rootAt(at int) float32 {
	for _, p := range m.Parts {
		if at >= p.At && at < p.At+p.Width {
			return float32(p.Root)
		}
	}
	return 0
}

func (m *Model) scale(row []float32, scales Scales) {
	for i, p := range m.Parts {
		counts := m.counts(i, scales)
		for k := p.At; k < p.At+p.Width; k++ {
			row[k] *= counts
		}
	}
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
