package collaborator

import (
	"maps"
	"math"
	"slices"
	"sync"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Live is a market held for recommending: all its ties, where its creators stand, and who has met whom, kept up
// with what changes. It is safe for use by many goroutines.
type Live struct {
	mu       sync.RWMutex
	model    *Model
	rarest   float32
	day      int32 // that ties are weighed as of
	view     *View
	numbers  map[string]int32 // of creators, by key
	meetings []insight.Meeting
	of       [][]int32 // by creator: the numbers of its meetings
	names    map[insight.Entity]string
	askers   *sync.Pool // of *asker
}

// Live holds a network for the model that was kept. What was given belongs to it afterwards.
func (r *Record) Live(of *insight.Network) *Live {
	m := &of.Market
	n := newNetwork(len(m.Creators), insight.Collaborations(of.Meetings, of.Day), func(int) bool { return false })
	v := &View{market: m, network: n, dims: max(r.Dims, 1), typical: math.Max(n.typical(), 1e-9), before: math.MaxInt32}
	v.position = make([]float32, len(m.Creators)*v.dims)
	for p, b := range of.Positions {
		readPosition(b, v.position[p*v.dims:(p+1)*v.dims])
	}
	l := &Live{model: r.Model(), view: v, day: of.Day, numbers: make(map[string]int32, len(m.Creators)),
		meetings: of.Meetings, of: make([][]int32, len(m.Creators)), names: of.Names}
	for _, rarity := range r.Rarity {
		l.rarest = max(l.rarest, rarity)
	}
	l.learnWords(r)
	v.measure()
	v.mates = newMates(m, n)
	for p := range m.Creators {
		l.numbers[m.Creators[p].Key] = int32(p)
	}
	for i, meeting := range of.Meetings {
		for _, p := range meeting.People {
			l.of[p] = append(l.of[p], int32(i))
		}
	}
	l.askers = &sync.Pool{New: func() any { return newAsker(v) }}
	return l
}

// learnWords notes how rare the market's categories are; of those that the model did not know, as the rarest.
func (l *Live) learnWords(r *Record) {
	for _, key := range l.view.market.Categories {
		rarity, known := r.Rarity[key]
		if !known {
			rarity = l.rarest
		}
		l.view.rarity = append(l.view.rarity, rarity)
	}
}

// Change brings in what has changed.
func (l *Live) Change(c *insight.Changes) {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.view
	m := v.market
	m.Categories, m.Agencies = append(m.Categories, c.Categories...), append(m.Agencies, c.Agencies...)
	m.Brands, m.Segments = append(m.Brands, c.Brands...), append(m.Segments, c.Segments...)
	for len(v.rarity) < len(m.Categories) {
		v.rarity = append(v.rarity, l.rarest)
	}
	maps.Copy(l.names, c.Names)
	l.grow(c)
	touched := map[int32]bool{}
	for p, creator := range c.Creators {
		v.market.Creators[p] = creator
		l.numbers[creator.Key] = p
		v.mates.add(p, &creator)
		touched[p] = true
	}
	for i, meeting := range c.Meetings {
		l.meet(i, meeting, touched)
	}
	for p, of := range c.Of {
		l.leave(p, of, touched)
	}
	for p := range touched {
		v.network.replace(p, l.partners(p))
		v.measureOne(p)
	}
}

// grow makes room for what is new.
func (l *Live) grow(c *insight.Changes) {
	v := l.view
	for p := range c.Creators {
		for int(p) >= len(v.market.Creators) {
			v.market.Creators = append(v.market.Creators, insight.Creator{Agency: insight.Unknown})
		}
	}
	people := len(v.market.Creators)
	for len(l.of) < people {
		l.of = append(l.of, nil)
		v.position = append(v.position, make([]float32, v.dims)...)
		v.root, v.length, v.coarse = append(v.root, 0), append(v.length, 0), append(v.coarse, 0)
		v.numbers = append(v.numbers, numbers{})
	}
	v.network.grow(people)
	for i := range c.Meetings {
		for int(i) >= len(l.meetings) {
			l.meetings = append(l.meetings, insight.Meeting{Brand: insight.Unknown})
		}
	}
}

// meet puts a meeting in the place of what it was, and adds whose ties may be others for it.
func (l *Live) meet(i int32, now insight.Meeting, touched map[int32]bool) {
	before := l.meetings[i]
	ties := before.Weight(l.day) > 0 || now.Weight(l.day) > 0
	for _, people := range [][]int32{before.People, now.People} {
		for _, p := range people {
			if ties {
				touched[p] = true
			}
			if !slices.Contains(now.People, p) {
				l.of[p] = slices.DeleteFunc(l.of[p], func(m int32) bool { return m == i })
			} else if at, among := slices.BinarySearch(l.of[p], i); !among {
				l.of[p] = slices.Insert(l.of[p], at, i)
			}
		}
	}
	l.meetings[i] = now
}

// leave takes a creator out of the meetings that it is no longer of.
func (l *Live) leave(p int32, of []int32, touched map[int32]bool) {
	for _, i := range slices.Clone(l.of[p]) {
		if !slices.Contains(of, i) {
			now := l.meetings[i]
			now.People = slices.DeleteFunc(slices.Clone(now.People), func(q int32) bool { return q == p })
			l.meet(i, now, touched)
		}
	}
}

// partners sums up a creator's ties anew, in the order in which a network lays them out, so that it is as if it had been
// read anew.
func (l *Live) partners(of int32) row {
	sums := map[int32]float32{}
	for _, i := range l.of[of] {
		weight := l.meetings[i].Weight(l.day)
		for _, p := range l.meetings[i].People {
			if p != of && weight > 0 {
				sums[p] += weight
			}
		}
	}
	r := row{to: slices.Sorted(maps.Keys(sums))}
	for _, p := range r.to {
		r.weight = append(r.weight, sums[p])
	}
	return r
}

// Recommend ranks whom a creator should work with for the first time, best first, equal ones by key: none it has a
// campaign or a content in common with, however many share it. Only explained ones come with reasons, which cost as much as
// the ranking does. False where there is no such creator.
func (l *Live) Recommend(key string, first int, explained bool) ([]insight.Recommendation, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	of, known := l.numbers[key]
	if !known {
		return nil, false
	}
	a, _ := l.askers.Get().(*asker)
	defer l.askers.Put(a)
	a.ask(of)
	for _, i := range l.of[of] {
		for _, p := range l.meetings[i].People {
			a.skipped.add(p)
		}
	}
	names := l.name
	if !explained {
		names = nil
	}
	return l.model.recommend(a, a.shortlist(a.skipped.has), first, names), true
}

// name gives the name of what a reason of a kind rests on.
func (l *Live) name(kind insight.Kind, key string) string {
	for _, of := range kind.Evidence(key) {
		if name := l.names[of]; name != "" {
			return name
		}
		if p, known := l.numbers[key]; of.Type == "Creator" && known && l.view.market.Creators[p].Name != "" {
			return l.view.market.Creators[p].Name
		}
	}
	return key
}
