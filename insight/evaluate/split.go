package evaluate

import (
	"cmp"
	"math"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Pair is two creators, A < B.
type Pair struct{ A, B int32 }

// PairOf puts two creators in order.
func PairOf(a, b int32) Pair { return Pair{min(a, b), max(a, b)} }

// Task is a link prediction task: to find the future pairs from the past.
type Task struct {
	Past   *insight.Market
	Future []Pair // each once, in order, none of them of two who had met, in however large a crowd
	// Wanted, where it is not nil, is whom to find for each who asks, instead of Future: also for those who have
	// worked with nobody yet.
	Wanted map[int32][]int32
}

// SplitAt makes the task of a day: the past is what had happened before it, the future the pairs that then
// met for the first time. Meetings without a day count as past.
func SplitAt(h *insight.History, day int32) Task {
	var before, after []insight.Meeting
	for _, m := range h.Meetings {
		if m.Dated && m.Day >= day {
			after = append(after, m)
		} else {
			before = append(before, m)
		}
	}
	t := Task{Past: marketAsOf(h, before, day)}
	future := map[Pair]bool{}
	for _, m := range after {
		insight.EachPair(m.People, func(a, b int32) { future[Pair{a, b}] = true })
	}
	t.setFuture(future)
	return t
}

// Held makes the task whose future is a list of pairs kept elsewhere.
func Held(h *insight.History, pairs []Pair) Task {
	day := int32(math.MinInt32)
	for _, m := range h.Meetings {
		if m.Dated {
			day = max(day, m.Day+1)
		}
	}
	t := Task{Past: marketAsOf(h, h.Meetings, day)}
	future := map[Pair]bool{}
	for _, p := range pairs {
		if p.A != p.B {
			future[PairOf(p.A, p.B)] = true
		}
	}
	t.setFuture(future)
	return t
}

func (t *Task) setFuture(pairs map[Pair]bool) {
	for _, tie := range t.Past.Collaborations {
		delete(pairs, Pair{tie.A, tie.B})
	}
	crowded := t.Past.Crowded()
	for p := range pairs {
		if crowded.Together(p.A, p.B) {
			continue
		}
		t.Future = append(t.Future, p)
	}
	slices.SortFunc(t.Future, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
}

// marketAsOf is the market as of a day, having seen some meetings.
func marketAsOf(h *insight.History, meetings []insight.Meeting, day int32) *insight.Market {
	m := h.Market
	m.Creators = slices.Clone(h.Creators)
	m.Collaborations, m.Crowds = insight.Collaborations(meetings, day), insight.CrowdsOf(meetings)
	since := make([]int32, len(m.Creators))
	for _, c := range h.Contracts {
		of := &m.Creators[c.Creator]
		if c.Since <= day && day < c.Until && (of.Agency == insight.Unknown || c.Since >= since[c.Creator]) {
			of.Agency, since[c.Creator] = c.Agency, c.Since
		}
	}
	addBrands(m.Creators, meetings)
	addWork(m.Creators, h, day)
	return &m
}

// addWork says what creators had written and what had come of their campaigns before a day.
func addWork(creators []insight.Creator, h *insight.History, day int32) {
	for i := range creators {
		creators[i].Words = slices.Clone(creators[i].Words)
	}
	for _, p := range h.Posts {
		if c := &creators[p.Creator]; !p.Dated || p.Day < day {
			c.Words = insight.MergeWords(c.Words, p.Words)
		}
	}
	for _, o := range h.Outcomes {
		if !o.Dated || o.Day < day {
			creators[o.Creator].Results.Add(o.Results)
		}
	}
}

// addBrands says for whom creators worked in meetings, and since when.
func addBrands(creators []insight.Creator, meetings []insight.Meeting) {
	since := firstWorks(meetings)
	for w := range since {
		creators[w.creator].Brands = append(creators[w.creator].Brands, w.brand)
	}
	for i := range creators {
		c := &creators[i]
		slices.Sort(c.Brands)
		for _, brand := range c.Brands {
			c.Since = append(c.Since, since[work{int32(i), brand}])
		}
	}
}

// work is a creator who worked for a brand.
type work struct{ creator, brand int32 }

// firstWorks gives the day on which each creator first worked for each brand; the least day if a meeting has none.
func firstWorks(meetings []insight.Meeting) map[work]int32 {
	since := map[work]int32{}
	for _, m := range meetings {
		if m.Brand == insight.Unknown {
			continue
		}
		day := int32(math.MinInt32)
		if m.Dated {
			day = m.Day
		}
		for _, p := range m.People {
			if before, again := since[work{p, m.Brand}]; !again || day < before {
				since[work{p, m.Brand}] = day
			}
		}
	}
	return since
}

// DefaultCut is the day by which four fifths of the dated collaborations have happened; false where no two
// days differ.
func DefaultCut(h *insight.History) (int32, bool) {
	var days []int32
	for _, m := range h.Meetings {
		if m.Dated && len(m.People) > 1 && len(m.People) <= insight.MostTogether {
			days = append(days, m.Day)
		}
	}
	slices.Sort(days)
	if len(days) == 0 || days[0] == days[len(days)-1] {
		return 0, false
	}
	cut := days[len(days)*4/5]
	return max(cut, days[0]+1), true
}
