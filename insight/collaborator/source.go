package collaborator

import "math"

// source is the creator whom candidates are compared with: what all its pairs have in common, worked out once.
type source struct {
	v                 *View
	creator           int32
	touched           []int32 // whom walks of one and two steps reach
	pageRank          localPageRank
	categories        []float32         // by category, of the creator
	partnerCategories []float32         // by category: the mean of the partners'
	audience          []float32         // by segment
	brand             []bool            // by brand: whether the creator has worked for it
	queries           uint32            // number of this query, by which cached similarities are valid
	similarities      []topicSimilarity // by topic
	excluded          creatorSet        // not to be shortlisted
	shortlisted       creatorSet        // on the shortlist
	free              []int32           // peers not on the shortlist: room for shortlist
	candidates        []candidate       // of the question
	sums              []float64         // of what the immediate stages add to each candidate's score
}

// creatorSet is a set of creators with constant-time lookup; emptying it costs no more than filling it did.
type creatorSet struct {
	member  []bool // by creator
	members []int32
}

func (m *creatorSet) add(c int32) {
	if !m.member[c] {
		m.member[c], m.members = true, append(m.members, c)
	}
}

func (m *creatorSet) has(c int32) bool { return m.member[c] }

// reset empties the set and makes room for so many creators.
func (m *creatorSet) reset(people int) {
	for _, c := range m.members {
		m.member[c] = false
	}
	m.members = m.members[:0]
	m.member = append(m.member, make([]bool, people-len(m.member))...)
}

func newSource(v *View) *source { return &source{v: v, pageRank: localPageRank{n: v.network}} }

// reset prepares for the pairs of another creator.
func (s *source) reset(of int32) {
	s.grow()
	s.creator = of
	if s.queries++; s.queries == 0 { // the counter has wrapped around
		clear(s.similarities)
		s.queries = 1
	}
	s.excluded.reset(len(s.pageRank.visits))
	for _, p := range s.touched {
		at := &s.pageRank.visits[p]
		at.oneStep, at.twoSteps, at.adamicAdar = 0, 0, 0
	}
	s.touched = s.touched[:0]
	s.shortWalks(of)
	s.pageRank.run(of)
	clear(s.categories)
	clear(s.partnerCategories)
	clear(s.audience)
	clear(s.brand)
	for _, brand := range s.v.market.Creators[of].Brands {
		s.brand[brand] = true
	}
	s.v.addCategories(s.categories, of, 1)
	to, weight := s.v.network.partners(of)
	for i, p := range to {
		s.v.addCategories(s.partnerCategories, p, weight[i])
	}
	normalise(s.partnerCategories)
	for _, share := range s.v.market.Creators[of].Audience {
		s.audience[share.Segment] = share.Part
	}
	normalise(s.audience)
}

// grow makes room for creators, brands and categories added since.
func (s *source) grow() {
	people, m := s.v.network.people(), s.v.market
	s.brand = append(s.brand, make([]bool, len(m.Brands)-len(s.brand))...)
	s.similarities = append(s.similarities, make([]topicSimilarity, len(s.v.topics.all)-len(s.similarities))...)
	s.pageRank.visits = append(s.pageRank.visits, make([]visit, people-len(s.pageRank.visits))...)
	for table, words := range map[*[]float32]int{&s.categories: len(m.Categories), &s.partnerCategories: len(m.Categories),
		&s.audience: len(m.Segments)} {
		*table = append(*table, make([]float32, words-len(*table))...)
	}
}

// shortWalks adds up the weights of walks of one and two steps along the normalised network.
func (s *source) shortWalks(of int32) {
	n := s.v.network
	to, weight := n.partners(of)
	for i, p := range to {
		s.touched = append(s.touched, p)
		s.pageRank.visits[p].oneStep = weight[i] * s.v.invSqrtStrength[of] * s.v.invSqrtStrength[p]
	}
	for _, p := range to {
		next, weight := n.partners(p)
		first := s.pageRank.visits[p].oneStep
		tells := float32(1 / math.Log(float64(max(s.v.network.degree[p], 2))))
		for i, c := range next {
			at := &s.pageRank.visits[c]
			if at.twoSteps == 0 {
				s.touched = append(s.touched, c)
			}
			at.adamicAdar += tells
			at.twoSteps += first * weight[i] * s.v.invSqrtStrength[p] * s.v.invSqrtStrength[c]
		}
	}
}

// walksOfThree is the weight of walks of three steps to a candidate that do not pass through the source.
func (s *source) walksOfThree(candidate int32) float32 {
	sum := float32(0)
	to, weight := s.v.network.partners(candidate)
	for i, p := range to {
		if p != s.creator {
			sum += s.pageRank.visits[p].twoSteps * weight[i] * s.v.invSqrtStrength[p]
		}
	}
	return sum * s.v.invSqrtStrength[candidate]
}
