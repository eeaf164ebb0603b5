package evaluate

import (
	"errors"
	"math/rand/v2"
	"slices"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Askers have several known and several future partners, where such are at least a part of those who have one
// of each, which are asked otherwise.
const (
	severalPartners = 5
	enoughAskers    = 0.2
)

// study is a task made ready: who is asked for, which pairs are compared.
type study struct {
	task    Task
	params  Params
	sources []int32
	several int // the least known and future partners of a source
	future  [][]int32
	known   *graph
	crowded insight.Crowded // who has met besides
	tie     []int32         // a creator's place among equals, drawn once so that no method gains by them
	trues   []Pair
	others  []Pair // of each of trues: creators with about as many partners, who never met
	random  []Pair
}

func newStudy(t Task, p Params) (*study, error) {
	if len(t.Past.Collaborations) == 0 {
		return nil, errors.New("nobody has worked with anybody in the part that is learned from; " +
			"name a later --cut, or data with campaigns or contents of several creators")
	}
	if len(t.Future) == 0 && len(t.Wanted) == 0 {
		return nil, errors.New("no new pair is to be found in the held-out part; " +
			"name an earlier --cut, or pairs by --truth")
	}
	s := &study{task: t, params: p, known: newGraph(t.Past), crowded: t.Past.Crowded(), future: make([][]int32, len(t.Past.Creators))}
	for _, pair := range t.Future {
		s.future[pair.A] = append(s.future[pair.A], pair.B)
		s.future[pair.B] = append(s.future[pair.B], pair.A)
	}
	s.fillWanted()
	r := rand.New(rand.NewPCG(p.Seed, 2))
	for _, p := range r.Perm(len(t.Past.Creators)) {
		s.tie = append(s.tie, int32(p))
	}
	s.chooseSources(r)
	if p.Goal.areas {
		s.matchPairs(r)
		s.drawPairs(r)
	}
	return s, nil
}

// fillWanted fills in the future partners of each source creator, known ones excluded.
func (s *study) fillWanted() {
	for p, wanted := range s.task.Wanted {
		known := s.known.partners(p)
		for _, w := range wanted {
			if !slices.Contains(known, w) {
				s.future[p] = append(s.future[p], w)
			}
		}
	}
}

// heldOut is how many pairs there are to be found; one that is looked for from both ends is one.
func (s *study) heldOut() int {
	if s.task.Wanted == nil {
		return len(s.task.Future)
	}
	n := 0
	for _, wanted := range s.future {
		n += len(wanted)
	}
	return n
}

func (s *study) chooseSources(r *rand.Rand) {
	if s.task.Wanted != nil {
		s.several = 0
		for p, wanted := range s.future {
			if len(wanted) > 0 {
				s.sources = append(s.sources, int32(p))
			}
		}
		s.drawSources(r)
		return
	}
	one, several := s.sourcesWith(1), s.sourcesWith(severalPartners)
	s.several, s.sources = 1, one
	if float64(len(several)) >= enoughAskers*float64(len(one)) {
		s.several, s.sources = severalPartners, several
	}
	s.drawSources(r)
}

func (s *study) drawSources(r *rand.Rand) {
	if len(s.sources) > s.params.Sources {
		r.Shuffle(len(s.sources), func(i, j int) { s.sources[i], s.sources[j] = s.sources[j], s.sources[i] })
		s.sources = s.sources[:s.params.Sources]
		slices.Sort(s.sources)
	}
}

// sourcesWith gives the creators with at least so many known and future partners.
func (s *study) sourcesWith(least int) []int32 {
	var sources []int32
	for p := range int32(len(s.future)) {
		if len(s.future[p]) >= least && int(s.known.degree(p)) >= least {
			sources = append(sources, p)
		}
	}
	return sources
}

// similarDegree is how many creators with the nearest numbers of partners one is exchanged for.
const similarDegree = 10

// matchPairs draws for each future pair one of creators with about as many known partners each.
func (s *study) matchPairs(r *rand.Rand) {
	met := s.met()
	order := make([]int32, len(s.future))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(s.known.degree(a)) - int(s.known.degree(b)) })
	class := s.classes(order)
	pairs := slices.Clone(s.task.Future)
	r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	for _, pair := range pairs {
		if len(s.trues) == s.params.Pairs {
			return
		}
		for range 50 {
			a, b := class(pair.A, r), class(pair.B, r)
			if other := PairOf(a, b); a != b && !met[other] {
				s.trues, s.others = append(s.trues, pair), append(s.others, other)
				break
			}
		}
	}
}

// classes draws one of the creators with as many partners, or with nearly as many where these are few.
func (s *study) classes(order []int32) func(p int32, r *rand.Rand) int32 {
	place := make([]int, len(order))
	for i, p := range order {
		place[p] = i
	}
	return func(p int32, r *rand.Rand) int32 {
		degree := s.known.degree(p)
		first, _ := slices.BinarySearchFunc(order, degree, func(q int32, d float64) int { return int(s.known.degree(q) - d) })
		end, _ := slices.BinarySearchFunc(order, degree+1, func(q int32, d float64) int { return int(s.known.degree(q) - d) })
		if end-first < similarDegree {
			first, end = max(0, place[p]-similarDegree), min(len(order), place[p]+similarDegree+1)
		}
		return order[first+r.IntN(end-first)]
	}
}

func (s *study) drawPairs(r *rand.Rand) {
	if s.params.Random == 0 {
		return
	}
	met := s.met()
	people := len(s.future)
	for tries := 0; len(s.random) < s.params.Random*len(s.trues) && tries < 50*s.params.Random*len(s.trues); tries++ {
		a, b := int32(r.IntN(people)), int32(r.IntN(people))
		if pair := PairOf(a, b); a != b && !met[pair] {
			s.random = append(s.random, pair)
		}
	}
}

func (s *study) met() map[Pair]bool {
	met := make(map[Pair]bool, len(s.task.Future)+len(s.task.Past.Collaborations))
	for _, pair := range s.task.Future {
		met[pair] = true
	}
	for _, t := range s.task.Past.Collaborations {
		met[Pair{t.A, t.B}] = true
	}
	return met
}
