package lookalike

import "math"

// IsEmbedded says whether a vector holds anything besides its filler.
func IsEmbedded(row []float32) bool {
	for _, x := range row[:len(row)-1] {
		if x != 0 {
			return true
		}
	}
	return false
}

// Learned stands for the learned weights.
func Learned() Weights { return Weights{math.NaN(), math.NaN(), math.NaN(), math.NaN()} }

// Scales are the weights of parts in a score; they sum to 1.
type Scales []float64

// Scales distributes the caller's weights of blocks among parts in the learned proportions. NaN keeps the learned weight. Seeds
// without ties count by the weights for such creators. At least one weight must be above 0 and none below.
func (m *Model) Scales(asked Weights, seeds ...[]float32) Scales {
	alone := m.isolated(seeds)
	scales, blocks := make(Scales, len(m.Parts)), Weights{}
	for i, p := range m.Parts {
		scales[i] = (1-alone)*m.Weights[p.Block]*p.Share + alone*p.IsolatedShare
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

// isolated is the share of the seeds that have no ties, and therefore no position in the network.
func (m *Model) isolated(seeds [][]float32) float64 {
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

// multiplier turns a product of two stored parts into the part's term of a score.
func (m *Model) multiplier(part int, scales Scales) float32 {
	return float32(scales[part] / (m.Parts[part].Root * m.Parts[part].Root))
}

// Query gives the vector to search with for creators like all seeds together: the mean of the seeds' queries, scaled by part. Its
// product with a stored vector is the score.
func (m *Model) Query(seeds [][]float32, scales Scales) []float32 {
	q, one := make([]float32, m.Width), make([]float32, m.Width)
	for _, seed := range seeds {
		copy(one, seed)
		m.toQuery(one)
		add(q, 1/float32(len(seeds)), one)
	}
	m.scale(q, scales)
	return q
}

// toQuery turns a stored vector into a query, before scaling.
func (m *Model) toQuery(row []float32) {
	for _, d := range m.Numeric {
		d.toQuery(row, m.rootAt(d.Offset))
	}
	for _, p := range m.Parts {
		if p.SeedFree {
			row[p.At] = float32(p.Root)
		}
	}
	row[m.Width-1] = 0
}

// rootAt is the Root of the part at an offset.
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
		counts := m.multiplier(i, scales)
		for k := p.At; k < p.At+p.Width; k++ {
			row[k] *= counts
		}
	}
}

// HasSeedTerms says whether a query depends on its seeds at all.
func (m *Model) HasSeedTerms(query []float32) bool {
	for _, p := range m.Parts {
		if p.SeedFree {
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

// Products gives each part's term of the score of a vector under a query.
func (m *Model) Products(query, vector []float32) []float64 {
	products := make([]float64, len(m.Parts))
	for i, p := range m.Parts {
		for k := p.At; k < p.At+p.Width; k++ {
			products[i] += float64(query[k]) * float64(vector[k])
		}
	}
	return products
}

// DisplayScore gives the score clamped to 0 to 1, and the parts' terms scaled to add up to it.
func DisplayScore(products []float64) (float64, []float64) {
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
