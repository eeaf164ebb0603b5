package collaborator

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// peerIndex lists creators by the agency, the categories and the brands that they share with others (an inverted index). In
// each list the best connected come first.
type peerIndex struct {
	agency, category, brand [][]int32
}

func newPeerIndex(m *insight.Market, n *network) *peerIndex {
	all := &peerIndex{}
	order := make([]int32, len(m.Creators))
	for p := range order {
		order[p] = int32(p)
	}
	slices.SortStableFunc(order, func(p, q int32) int { return cmp.Compare(n.degree[q], n.degree[p]) })
	for _, p := range order {
		all.add(p, &m.Creators[p])
	}
	return all
}

// add lists a creator. Entries that have become outdated stay: they only suggest candidates, and features are read from the
// creators themselves.
func (t *peerIndex) add(p int32, c *insight.Creator) {
	if c.Agency != insight.Unknown {
		addPosting(&t.agency, c.Agency, p)
	}
	for _, category := range c.Categories {
		addPosting(&t.category, category, p)
	}
	for _, brand := range c.Brands {
		addPosting(&t.brand, brand, p)
	}
}

func addPosting(lists *[][]int32, of, p int32) {
	for int(of) >= len(*lists) {
		*lists = append(*lists, nil)
	}
	(*lists)[of] = append((*lists)[of], p)
}

func postings(lists [][]int32, of int32) []int32 {
	if of == insight.Unknown || int(of) >= len(lists) {
		return nil
	}
	return lists[of]
}

// Sizes of a shortlist in a market of more than exhaustiveLimit creators: those of highest PageRank and, of each list of
// peers, the best connected and as many spread evenly over the rest, so that newcomers are seen.
const (
	exhaustiveLimit = 4000
	maxByRank       = 1500
	maxByPeers      = 150
)

// shortlist gives the candidates to score as partners of the source: everybody whom walks reach and everybody with the same
// agency, a common category or a common brand; in a large market, the likeliest of them. It leaves out whoever skip
// returns true for. The list is valid until the next call.
func (s *source) shortlist(skip func(c int32) bool) []int32 {
	people := s.v.network.people()
	s.shortlisted.reset(people)
	for _, c := range s.pageRank.touched {
		if s.pageRank.rank(c) > 0 && c != s.creator && !skip(c) {
			s.shortlisted.add(c)
		}
	}
	if people > exhaustiveLimit && len(s.shortlisted.members) > maxByRank {
		best := s.topByRank(s.shortlisted.members, maxByRank)
		s.shortlisted.reset(people)
		for _, c := range best {
			s.shortlisted.add(c)
		}
	}
	most := people
	if people > exhaustiveLimit {
		most = maxByPeers
	}
	me := &s.v.market.Creators[s.creator]
	free := s.free
	for _, list := range s.v.peers.postings(me) {
		free = free[:0]
		for _, c := range list {
			if !s.shortlisted.has(c) && c != s.creator && !skip(c) {
				free = append(free, c)
			}
		}
		for _, c := range free[:min(most, len(free))] {
			s.shortlisted.add(c)
		}
		rest := free[min(most, len(free)):]
		step := len(rest)/most + 1
		for i := int(s.creator) % step; i < len(rest); i += step {
			s.shortlisted.add(rest[i])
		}
	}
	s.free = free
	return s.shortlisted.members
}

// topByRank are those of highest PageRank, the first among equals.
func (s *source) topByRank(of []int32, most int) []int32 {
	ranks := make([]float32, len(of))
	for i, c := range of {
		ranks[i] = s.pageRank.rank(c)
	}
	return quickselect.Top(of, ranks, most)
}

// postings are the lists that a creator belongs to.
func (t *peerIndex) postings(c *insight.Creator) [][]int32 {
	lists := [][]int32{postings(t.agency, c.Agency)}
	for _, category := range c.Categories {
		lists = append(lists, postings(t.category, category))
	}
	for _, brand := range c.Brands {
		lists = append(lists, postings(t.brand, brand))
	}
	return lists
}
