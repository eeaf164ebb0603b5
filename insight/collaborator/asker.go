package collaborator

import "math"

// asker is one creator's side of all its pairs, laid out so that each candidate costs little.
type asker struct {
	v          *View
	of         int32
	touched    []int32 // where walks of one and two steps lead
	push       push
	categories []float32 // by category, of the creator
	circle     []float32 // by category, of the partners
	audience   []float32 // by segment
	brand      []bool    // by brand: whether the creator has worked for it
	asked      uint32    // how many it has been
	liked      []liked   // by topic
	skipped    marks     // whom the shortlist passes over
	listed     marks     // who is on it
	standing   []standing
}

// marks are some creators, found by number and forgotten in no more time than they were noted in.
type marks struct {
	is  []bool // by creator
	all []int32
}

func (m *marks) add(c int32) {
	if !m.is[c] {
		m.is[c], m.all = true, append(m.all, c)
	}
}

func (m *marks) has(c int32) bool { return m.is[c] }

// forget makes room for so many people and marks none of them.
func (m *marks) forget(people int) {
	for _, c := range m.all {
		m.is[c] = false
	}
	m.all = m.all[:0]
	m.is = append(m.is, make([]bool, people-len(m.is))...)
}

func newAsker(v *View) *asker { return &asker{v: v, push: push{n: v.network}} }

// ask prepares for the pairs of one creator.
func (a *asker) ask(of int32) {
	a.grow()
	a.of = of
	if a.asked++; a.asked == 0 { // so many that their numbers come again
		clear(a.liked)
		a.asked = 1
	}
	a.skipped.forget(len(a.push.met))
	for _, p := range a.touched {
		at := &a.push.met[p]
		at.step, at.two, at.common = 0, 0, 0
	}
	a.touched = a.touched[:0]
	a.walk(of)
	a.push.from(of)
	clear(a.categories)
	clear(a.circle)
	clear(a.audience)
	clear(a.brand)
	for _, brand := range a.v.market.Creators[of].Brands {
		a.brand[brand] = true
	}
	a.v.addCategories(a.categories, of, 1)
	to, weight := a.v.network.partners(of)
	for i, p := range to {
		a.v.addCategories(a.circle, p, weight[i])
	}
	normalise(a.circle)
	for _, s := range a.v.market.Creators[of].Audience {
		a.audience[s.Segment] = s.Part
	}
	normalise(a.audience)
}

// grow makes room for who and what has come since.
func (a *asker) grow() {
	people, m := a.v.network.people(), a.v.market
	a.brand = append(a.brand, make([]bool, len(m.Brands)-len(a.brand))...)
	a.liked = append(a.liked, make([]liked, len(a.v.topics.all)-len(a.liked))...)
	a.push.met = append(a.push.met, make([]met, people-len(a.push.met))...)
	for table, words := range map[*[]float32]int{&a.categories: len(m.Categories), &a.circle: len(m.Categories),
		&a.audience: len(m.Segments)} {
		*table = append(*table, make([]float32, words-len(*table))...)
	}
}

// walk weighs walks of one and of two steps along the normalised network.
func (a *asker) walk(of int32) {
	n := a.v.network
	to, weight := n.partners(of)
	for i, p := range to {
		a.touched = append(a.touched, p)
		a.push.met[p].step = weight[i] * a.v.root[of] * a.v.root[p]
	}
	for _, p := range to {
		next, weight := n.partners(p)
		first := a.push.met[p].step
		tells := float32(1 / math.Log(float64(max(a.v.network.degree[p], 2))))
		for i, c := range next {
			at := &a.push.met[c]
			if at.two == 0 {
				a.touched = append(a.touched, c)
			}
			at.common += tells
			at.two += first * weight[i] * a.v.root[p] * a.v.root[c]
		}
	}
}

// three weighs walks of three steps to a candidate, those left out that go by way of the asker.
func (a *asker) three(candidate int32) float32 {
	sum := float32(0)
	to, weight := a.v.network.partners(candidate)
	for i, p := range to {
		if p != a.of {
			sum += a.push.met[p].two * weight[i] * a.v.root[p]
		}
	}
	return sum * a.v.root[candidate]
}
