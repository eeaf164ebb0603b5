package lookalike

import "math"

// Organization gives the vector of an agency or a brand: the mean of its creators' vectors and of one made of its own categories
// and segments. Each block is scaled to its full length, so that organizations of diverse creators score as high as uniform
// ones. Nil if nothing is known.
func (m *Model) Organization(creators [][]float32, categories, segments []string) []float32 {
	sum := make([]float32, m.Width)
	for _, row := range creators {
		add(sum, 1, row)
	}
	if len(categories)+len(segments) > 0 {
		own := ChangedCreator{Categories: categories, Followers: 0, Price: 0}
		for _, s := range segments {
			own.Audience = append(own.Audience, Reach{Segment: s, Part: 1 / float32(len(segments))})
		}
		add(sum, 1, m.Embed(own))
	}
	sum[m.Width-1] = 0
	var squares, most [Blocks]float64
	for _, p := range m.Parts {
		most[p.Block] += p.Root * p.Root
		for _, x := range sum[p.At : p.At+p.Width] {
			squares[p.Block] += float64(x) * float64(x)
		}
	}
	for _, p := range m.Parts {
		if squares[p.Block] == 0 {
			continue
		}
		by := float32(math.Sqrt(most[p.Block] / squares[p.Block]))
		for k := p.At; k < p.At+p.Width; k++ {
			sum[k] *= by
		}
	}
	if !IsEmbedded(sum) {
		return nil
	}
	m.setFiller(sum)
	return sum
}
