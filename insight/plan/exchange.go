package plan

// betterBy is by how much an exchange must improve a plan to be made; it keeps rounding from going in circles.
const betterBy = 1e-7

// exchange improves a plan by the best addition or the best exchange of one pick for another, until none helps or the
// allowance is spent. Only among are looked at.
func (m *model) exchange(s *state, among []int, until int) *state {
	for m.spent < until {
		m.greedy(s, alone, among)
		out, in, best := None, None, s.value*(1+betterBy)
		for _, j := range append([]int(nil), s.picks...) {
			if m.locked[j] || m.spent > until {
				continue
			}
			t := s.clone()
			t.remove(j)
			for _, i := range among {
				if i == j || s.in[i] || !s.fits(i, j) || !s.releases(j, i) || s.seen-m.seen[j]+m.seen[i] < m.MinImpressions && m.seen[i] < m.seen[j] {
					continue
				}
				if value := t.value + t.gain(i); value > best && t.bearable(i) {
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
