package collaborator

import (
	"maps"
	"math"
	"slices"
	"sync"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Live holds a whole market in memory for recommendations (ties, positions, who has met whom) and applies changes to it. It is safe
// for use by many goroutines.
type Live struct {
	mu         sync.RWMutex
	model      *Model
	maxIDF     float32
	day        int32 // as of which ties are weighed
	view       *View
	numbers    map[string]int32 // of creators, by key
	meetings   []insight.Meeting
	meetingsOf [][]int32 // by creator: indices of its meetings
	names      map[insight.Entity]string
	sources    *sync.Pool // of *source
}

// Live prepares a network for the recorded model. The network belongs to the result afterwards.
func (r *Record) Live(of *insight.Network) *Live {
	m := &of.Market
	n := newNetwork(len(m.Creators), insight.Collaborations(of.Meetings, of.Day), func(int) bool { return false })
	v := &View{market: m, network: n, dims: max(r.Dims, 1), meanWeight: math.Max(n.meanWeight(), 1e-9), before: math.MaxInt32}
	v.position = make([]float32, len(m.Creators)*v.dims)
	for p, b := range of.Positions {
		readPosition(b, v.position[p*v.dims:(p+1)*v.dims])
	}
	l := &Live{model: r.Model(), view: v, day: of.Day, numbers: make(map[string]int32, len(m.Creators)),
		meetings: of.Meetings, meetingsOf: make([][]int32, len(m.Creators)), names: of.Names}
	for _, rarity := range r.IDF {
		l.maxIDF = max(l.maxIDF, rarity)
	}
	l.setCategoryIDF(r)
	v.measure()
	v.peers = newPeerIndex(m, n)
	for p := range m.Creators {
		l.numbers[m.Creators[p].Key] = int32(p)
	}
	for i, meeting := range of.Meetings {
		for _, p := range meeting.People {
			l.meetingsOf[p] = append(l.meetingsOf[p], int32(i))
		}
	}
	l.sources = &sync.Pool{New: func() any { return newSource(v) }}
	return l
}

// setCategoryIDF sets the IDF of the market's categories; categories unknown to the model get the largest.
func (l *Live) setCategoryIDF(r *Record) {
	for _, key := range l.view.market.Categories {
		rarity, known := r.IDF[key]
		if !known {
			rarity = l.maxIDF
		}
		l.view.idf = append(l.view.idf, rarity)
	}
}

// Change applies changes.
func (l *Live) Change(c *insight.Changes) {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.view
	m := v.market
	m.Categories, m.Agencies = append(m.Categories, c.Categories...), append(m.Agencies, c.Agencies...)
	m.Brands, m.Segments = append(m.Brands, c.Brands...), append(m.Segments, c.Segments...)
	for len(v.idf) < len(m.Categories) {
		v.idf = append(v.idf, l.maxIDF)
	}
	maps.Copy(l.names, c.Names)
	l.grow(c)
	touched := map[int32]bool{}
	for p, creator := range c.Creators {
		v.market.Creators[p] = creator
		l.numbers[creator.Key] = p
		v.peers.add(p, &creator)
		touched[p] = true
	}
	for i, meeting := range c.Meetings {
		l.setMeeting(i, meeting, touched)
	}
	for p, of := range c.Of {
		l.leaveMeetings(p, of, touched)
	}
	for p := range touched {
		v.network.replace(p, l.partners(p))
		v.measureOne(p)
	}
}

// grow makes room for new creators and meetings.
func (l *Live) grow(c *insight.Changes) {
	v := l.view
	for p := range c.Creators {
		for int(p) >= len(v.market.Creators) {
			v.market.Creators = append(v.market.Creators, insight.Creator{Agency: insight.Unknown})
		}
	}
	people := len(v.market.Creators)
	for len(l.meetingsOf) < people {
		l.meetingsOf = append(l.meetingsOf, nil)
		v.position = append(v.position, make([]float32, v.dims)...)
		v.invSqrtStrength, v.norm, v.coarseNorm = append(v.invSqrtStrength, 0), append(v.norm, 0), append(v.coarseNorm, 0)
		v.scalars = append(v.scalars, scalars{})
	}
	v.network.grow(people)
	for i := range c.Meetings {
		for int(i) >= len(l.meetings) {
			l.meetings = append(l.meetings, insight.Meeting{Brand: insight.Unknown})
		}
	}
}

// setMeeting replaces a meeting, and adds the creators whose ties it may change to touched.
func (l *Live) setMeeting(i int32, now insight.Meeting, touched map[int32]bool) {
	before := l.meetings[i]
	ties := before.Weight(l.day) > 0 || now.Weight(l.day) > 0
	for _, people := range [][]int32{before.People, now.People} {
		for _, p := range people {
			if ties {
				touched[p] = true
			}
			if !slices.Contains(now.People, p) {
				l.meetingsOf[p] = slices.DeleteFunc(l.meetingsOf[p], func(m int32) bool { return m == i })
			} else if at, among := slices.BinarySearch(l.meetingsOf[p], i); !among {
				l.meetingsOf[p] = slices.Insert(l.meetingsOf[p], at, i)
			}
		}
	}
	l.meetings[i] = now
}

// leaveMeetings removes a creator from the meetings that it no longer belongs to.
func (l *Live) leaveMeetings(p int32, of []int32, touched map[int32]bool) {
	for _, i := range slices.Clone(l.meetingsOf[p]) {
		if !slices.Contains(of, i) {
			now := l.meetings[i]
			now.People = slices.DeleteFunc(slices.Clone(now.People), func(q int32) bool { return q == p })
			l.setMeeting(i, now, touched)
		}
	}
}

// partners sums a creator's ties in the order of newNetwork, so that the sums have the same digits as after a restart.
func (l *Live) partners(of int32) neighbours {
	sums := map[int32]float32{}
	for _, i := range l.meetingsOf[of] {
		weight := l.meetings[i].Weight(l.day)
		for _, p := range l.meetings[i].People {
			if p != of && weight > 0 {
				sums[p] += weight
			}
		}
	}
	r := neighbours{to: slices.Sorted(maps.Keys(sums))}
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
	s, _ := l.sources.Get().(*source)
	defer l.sources.Put(s)
	s.reset(of)
	for _, i := range l.meetingsOf[of] {
		for _, p := range l.meetings[i].People {
			s.excluded.add(p)
		}
	}
	names := l.name
	if !explained {
		names = nil
	}
	return l.model.recommend(s, s.shortlist(s.excluded.has), first, names), true
}

// name gives the name of the entity that a reason of a kind refers to.
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
