package evaluate

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"sync"
	"time"
)

// Params bound an evaluation.
type Params struct {
	Goal     Goal // Partners unless another is given
	Seed     uint64
	Askers   int // at most so many creators are asked for; 0 for 2,000
	Pairs    int // at most so many pairs are compared; 0 for 20,000
	Resample int // how often the bootstrap draws anew; 0 for 1,000
	// Random also compares with so many pairs for each that came true drawn at random from all, which tells
	// popular from unpopular and little else; 0 for none.
	Random int
}

func (p Params) orDefaults() Params {
	if len(p.Goal.measures) == 0 {
		p.Goal = Partners()
	}
	if p.Askers == 0 {
		p.Askers = 2000
	}
	if p.Pairs == 0 {
		p.Pairs = 20_000
	}
	if p.Resample == 0 {
		p.Resample = 1000
	}
	return p
}

// outcome is what one method made of a study.
type outcome struct {
	rankings []ranking // by asker
	asked    []bool    // whether it was asked for each
	contest  *contest
	random   *contest // nil where none was asked for
	seconds  float64
	learning float64
}

// try runs one method on a study.
func (s *study) try(m Method) (*outcome, error) {
	began := time.Now()
	few := s.few(m.Few)
	ranker, err := m.Prepare(Question{Past: s.task.Past, Seed: s.params.Seed, Askers: few})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.Name, err)
	}
	o := &outcome{rankings: make([]ranking, len(s.askers)), asked: make([]bool, len(s.askers)),
		learning: time.Since(began).Seconds()}
	all := make([]int32, len(s.future))
	for i := range all {
		all[i] = int32(i)
	}
	may := make(map[int32]bool, len(few))
	for _, p := range few {
		may[p] = true
	}
	share(ranker, len(s.askers), func(r Ranker) func(i int) {
		scores := make([]float64, len(all))
		return func(i int) {
			if may[s.askers[i]] {
				o.rankings[i], o.asked[i] = s.askFor(r, s.askers[i], all, scores), true
			}
		}
	})
	if m.Few == 0 {
		may = nil
	}
	if !s.params.Goal.areas || m.Listed {
		o.seconds = time.Since(began).Seconds()
		return o, nil
	}
	trues := s.score(ranker, s.trues, may)
	o.contest = newContest(trues, s.score(ranker, s.others, may))
	if len(s.random) > 0 {
		o.random = newContest(trues, s.score(ranker, s.random, may))
	}
	o.seconds = time.Since(began).Seconds()
	return o, nil
}

// few gives all askers, or so many of them, spread evenly.
func (s *study) few(most int) []int32 {
	if most == 0 || most >= len(s.askers) {
		return s.askers
	}
	var some []int32
	for i := range most {
		some = append(some, s.askers[i*len(s.askers)/most])
	}
	return some
}

// share shares work out among the processors, each with a ranker of its own.
func share(ranker func() Ranker, n int, work func(Ranker) func(i int)) {
	parts := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for part := range parts {
		wait.Add(1)
		go func() {
			defer wait.Done()
			do := work(ranker())
			for i := part; i < n; i += parts {
				do(i)
			}
		}()
	}
	wait.Wait()
}

// askFor ranks everybody for one creator, those known and itself left out, and measures the list.
func (s *study) askFor(r Ranker, asker int32, all []int32, scores []float64) ranking {
	if lister, lists := r.(Lister); lists {
		lister.Rank(asker, scores)
	} else {
		r.Scores(asker, all, scores)
	}
	scores[asker] = math.Inf(-1)
	for _, p := range s.known.partners(asker) {
		scores[p] = math.Inf(-1)
	}
	if s.task.Wanted == nil {
		s.crowded.Each(asker, func(p int32) { scores[p] = math.Inf(-1) })
	}
	wanted := s.future[asker]
	places := make([]int, len(wanted))
	for i, w := range wanted {
		own, order := scores[w], s.tie[w]
		for c, score := range scores {
			if score > own || score == own && s.tie[c] < order {
				places[i]++
			}
		}
	}
	slices.Sort(places)
	made := rank(places, len(wanted))
	if s.params.Goal.shown {
		made.shown = s.shown(scores)
		made.novelty = s.novelty(made.shown)
	}
	return made
}

// score scores pairs, each as the mean of both ways of asking; where only some may ask, as the mean of the ways
// that are left, and pairs of which neither may ask are left out.
func (s *study) score(ranker func() Ranker, pairs []Pair, may map[int32]bool) []float64 {
	asked := map[int32][]int32{}
	for i, p := range pairs {
		for _, of := range []int32{p.A, p.B} {
			if may == nil || may[of] {
				asked[of] = append(asked[of], int32(i))
			}
		}
	}
	askers := slices.Sorted(maps.Keys(asked))
	sums, ways := make([][2]float64, len(pairs)), make([]float64, len(pairs))
	share(ranker, len(askers), func(r Ranker) func(i int) {
		var candidates []int32
		var scores []float64
		return func(i int) {
			of := askers[i]
			candidates = candidates[:0]
			for _, at := range asked[of] {
				candidates = append(candidates, pairs[at].A+pairs[at].B-of)
			}
			scores = append(scores[:0], make([]float64, len(candidates))...)
			r.Scores(of, candidates, scores)
			for k, at := range asked[of] {
				side := 0
				if pairs[at].B == of {
					side = 1
				}
				sums[at][side] = scores[k]
			}
		}
	})
	for _, of := range askers {
		for _, at := range asked[of] {
			ways[at]++
		}
	}
	var means []float64
	for i, sum := range sums {
		if ways[i] > 0 {
			means = append(means, (sum[0]+sum[1])/ways[i])
		}
	}
	return means
}
