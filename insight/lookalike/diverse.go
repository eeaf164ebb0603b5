package lookalike

// Diverse orders candidates by maximal marginal relevance (Carbonell and Goldstein, 1998): the next is the one of greatest
// (1−d)·score − d·(its greatest similarity to one before). Candidates come best first, and of equals the first wins. It returns
// the indices of the first most.
func (m *Model) Diverse(candidates [][]float32, scores []float64, scales Scales, diversity float64, most int) []int {
	most = min(most, len(candidates))
	near := make([]float64, len(candidates)) // greatest similarity to one taken
	taken := make([]bool, len(candidates))
	order := make([]int, 0, most)
	for len(order) < most {
		best, worth := -1, 0.0
		for i := range candidates {
			if taken[i] {
				continue
			}
			if w := (1-diversity)*scores[i] - diversity*near[i]; best < 0 || w > worth {
				best, worth = i, w
			}
		}
		taken[best] = true
		order = append(order, best)
		for i := range candidates {
			if !taken[i] {
				s := m.Product(candidates[i], candidates[best], scales)
				if len(order) == 1 || s > near[i] {
					near[i] = s
				}
			}
		}
	}
	return order
}
