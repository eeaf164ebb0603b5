package evaluate

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/insight/dense"
)

// Params bound an evaluation.
type Params struct {
	Goal     Goal // Partners unless another is given
	Seed     uint64
	Sources  int // at most so many creators are asked for; 0 for 2,000
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
	if p.Sources == 0 {
		p.Sources = 2000
	}
	if p.Pairs == 0 {
		p.Pairs = 20_000
	}
	if p.Resample == 0 {
		p.Resample = 1000
	}
	return p
}

// outcome is one method's results in a study.
type outcome struct {
	rankings []ranking // by source
	asked    []bool    // whether it was asked for each
	contest  *aucSample
	random   *aucSample // nil where none was asked for
	seconds  float64
	learning float64
}

// try evaluates one method.
func (s *study) try(m Method) (*outcome, error) {
	began := time.Now()
	few := s.subsample(m.Few)
	ranker, err := m.Prepare(Question{Past: s.task.Past, Seed: s.params.Seed, Sources: few})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.Name, err)
	}
	o := &outcome{rankings: make([]ranking, len(s.sources)), asked: make([]bool, len(s.sources)),
		learning: time.Since(began).Seconds()}
	all := make([]int32, len(s.future))
	for i := range all {
		all[i] = int32(i)
	}
	may := make(map[int32]bool, len(few))
	for _, p := range few {
		may[p] = true
	}
	parallel(ranker, len(s.sources), func(r Ranker) func(i int) {
		scores := make([]float64, len(all))
		return func(i int) {
			if may[s.sources[i]] {
				o.rankings[i], o.asked[i] = s.rankFor(r, s.sources[i], all, scores), true
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
	o.contest = newAUCSample(trues, s.score(ranker, s.others, may))
	if len(s.random) > 0 {
		o.random = newAUCSample(trues, s.score(ranker, s.random, may))
	}
	o.seconds = time.Since(began).Seconds()
	return o, nil
}

// subsample gives all source creators, or so many of them, spread evenly.
func (s *study) subsample(most int) []int32 {
	if most == 0 || most >= len(s.sources) {
		return s.sources
	}
	var some []int32
	for i := range most {
		some = append(some, s.sources[i*len(s.sources)/most])
	}
	return some
}

// parallel distributes work over the processors, each with its own ranker.
func parallel(ranker func() Ranker, n int, work func(Ranker) func(i int)) {
	dense.Rows(n, func(first, end int) {
		do := work(ranker())
		for i := first; i < end; i++ {
			do(i)
		}
	})
}

// rankFor ranks everybody for one creator, except known partners and itself, and measures the ranking.
func (s *study) rankFor(r Ranker, source int32, all []int32, scores []float64) ranking {
	if lister, lists := r.(Lister); lists {
		lister.Rank(source, scores)
	} else {
		r.Scores(source, all, scores)
	}
	scores[source] = math.Inf(-1)
	for _, p := range s.known.partners(source) {
		scores[p] = math.Inf(-1)
	}
	if s.task.Wanted == nil {
		s.crowded.Each(source, func(p int32) { scores[p] = math.Inf(-1) })
	}
	wanted := s.future[source]
	made := rank(s.places(wanted, scores), len(wanted))
	if s.params.Goal.shown {
		made.shown = s.shown(scores)
		made.novelty = s.novelty(made.shown)
	}
	return made
}

// places are the ranks of the wanted creators, from 0, ascending.
func (s *study) places(wanted []int32, scores []float64) []int {
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
	return places
}

// score scores pairs, each as the mean of both ways of asking; where only some may ask, as the mean of the ways
// that are left, and pairs of which neither may ask are left out.
func (s *study) score(ranker func() Ranker, pairs []Pair, may map[int32]bool) []float64 {
	asked := pairsBySource(pairs, may)
	sources := slices.Sorted(maps.Keys(asked))
	sums, ways := make([][2]float64, len(pairs)), make([]float64, len(pairs))
	parallel(ranker, len(sources), func(r Ranker) func(i int) {
		var candidates []int32
		var scores []float64
		return func(i int) {
			of := sources[i]
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
	for _, of := range sources {
		for _, at := range asked[of] {
			ways[at]++
		}
	}
	return sideMeans(sums, ways)
}

// pairsBySource gives the indices of the pairs of each creator that may ask.
func pairsBySource(pairs []Pair, may map[int32]bool) map[int32][]int32 {
	asked := map[int32][]int32{}
	for i, p := range pairs {
		for _, of := range []int32{p.A, p.B} {
			if may == nil || may[of] {
				asked[of] = append(asked[of], int32(i))
			}
		}
	}
	return asked
}

// sideMeans gives the mean over the sides that were scored of each pair, without pairs that have none.
func sideMeans(sums [][2]float64, ways []float64) []float64 {
	var means []float64
	for i, sum := range sums {
		if ways[i] > 0 {
			means = append(means, (sum[0]+sum[1])/ways[i])
		}
	}
	return means
}
