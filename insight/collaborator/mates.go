package collaborator

import (
	"cmp"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/quickselect"
)

// mates are the creators who share something other than partners, by the number of what they share: an agency, a
// category, a brand. The best connected come first.
type mates struct {
	agency, category, brand [][]int32
}

func newMates(m *insight.Market, n *network) *mates {
	all := &mates{}
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

// add notes what a creator shares with others. Nothing is taken away when it no longer does: who looks for mates
// asks the creators themselves.
func (t *mates) add(p int32, c *insight.Creator) {
	if c.Agency != insight.Unknown {
		put(&t.agency, c.Agency, p)
	}
	for _, category := range c.Categories {
		put(&t.category, category, p)
	}
	for _, brand := range c.Brands {
		put(&t.brand, brand, p)
	}
}

func put(lists *[][]int32, of, p int32) {
	for int(of) >= len(*lists) {
		*lists = append(*lists, nil)
	}
	(*lists)[of] = append((*lists)[of], p)
}

func listed(lists [][]int32, of int32) []int32 {
	if of == insight.Unknown || int(of) >= len(lists) {
		return nil
	}
	return lists[of]
}

// How many are looked at in a market where not everybody can be: those that walks meet most; and of each list of
// mates the best connected, and as many more from all over the rest, so that the new ones are seen.
const (
	allLooked    = 4000
	walkedLooked = 1500
	matesLooked  = 150
)

// shortlist gives whom to score as partners of the asker: everybody whom walks meet, and everybody of the same
// agency, of the same categories, of the same brands; where the market is large, the likeliest of them. Those that
// skip says true of do not count among them.
func (a *asker) shortlist(skip func(c int32) bool) []int32 {
	people := a.v.network.people()
	a.listed.forget(people)
	for _, c := range a.push.touched {
		if a.push.rank(c) > 0 && c != a.of && !skip(c) {
			a.listed.add(c)
		}
	}
	chosen := slices.Clone(a.listed.all)
	take := func(c int32) {
		a.listed.add(c)
		chosen = append(chosen, c)
	}
	if people > allLooked && len(chosen) > walkedLooked {
		chosen = a.likeliest(chosen, walkedLooked)
		a.listed.forget(people)
		for _, c := range chosen {
			a.listed.add(c)
		}
	}
	most := people
	if people > allLooked {
		most = matesLooked
	}
	me := &a.v.market.Creators[a.of]
	var free []int32
	for _, list := range a.v.mates.of(me) {
		free = free[:0]
		for _, c := range list {
			if !a.listed.has(c) && c != a.of && !skip(c) {
				free = append(free, c)
			}
		}
		for _, c := range free[:min(most, len(free))] {
			take(c)
		}
		rest := free[min(most, len(free)):]
		step := len(rest)/most + 1
		for i := int(a.of) % step; i < len(rest); i += step {
			take(rest[i])
		}
	}
	return chosen
}

// likeliest are those whom walks meet most, of equals the first.
func (a *asker) likeliest(of []int32, most int) []int32 {
	ranks := make([]float32, len(of))
	for i, c := range of {
		ranks[i] = a.push.rank(c)
	}
	return quickselect.Top(of, ranks, most)
}

// of gives the lists that a creator stands in.
func (t *mates) of(c *insight.Creator) [][]int32 {
	lists := [][]int32{listed(t.agency, c.Agency)}
	for _, category := range c.Categories {
		lists = append(lists, listed(t.category, category))
	}
	for _, brand := range c.Brands {
		lists = append(lists, listed(t.brand, brand))
	}
	return lists
}
