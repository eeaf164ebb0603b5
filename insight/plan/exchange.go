package plan

// minImprovement is the relative gain that an exchange must bring; it keeps rounding errors from causing cycles.
const minImprovement = 1e-7

// exchange improves a plan by local search: the best addition or the best swap of one pick for a candidate among some, until none
// helps or the allowance is spent.
func (m *model) exchange(s *state, among []int, until int) *state {
	t := s.clone()
	for m.spent < until {
		m.greedy(s, gainOnly, among)
		out, in, best := None, None, s.value*(1+minImprovement)
		for _, j := range append([]int(nil), s.picks...) {
			if m.locked[j] || m.spent > until {
				continue
			}
			t.become(s)
			t.remove(j)
			for _, i := range among {
				if i == j || s.in[i] || !s.fits(i, j) || !s.canRelease(j, i) || s.seen-m.seen[j]+m.seen[i] < m.MinImpressions && m.seen[i] < m.seen[j] {
					continue
				}
				if value := t.value + t.gain(i); value > best && t.meetsFrequencyWith(i) {
					out, in, best = j, i, value
				}
			}
		}
		if in == None {
			return s
		}
		s.remove(out)
		s.add(in)
	}
	return s
}
