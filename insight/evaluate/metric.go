package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// ranking is how well one list of candidates holds what came true.
type ranking struct {
	ndcg10, ndcg20, ndcg100, recall10, recall100, reciprocal float64
	novelty                                                  float64
	shown                                                    []int32 // where it counts who is
}

// rank measures a list by where in it the wanted ones stand: places from 0, ascending; wanted is how many
// there are to be found. NDCG is that of Järvelin and Kekäläinen (2002) with gains of 0 and 1.
func rank(places []int, wanted int) ranking {
	var r ranking
	if len(places) > 0 {
		r.reciprocal = 1 / float64(places[0]+1)
	}
	r.ndcg10, r.recall10 = within(places, wanted, 10)
	r.ndcg20, _ = within(places, wanted, 20)
	r.ndcg100, r.recall100 = within(places, wanted, 100)
	return r
}

func within(places []int, wanted, k int) (ndcg, recall float64) {
	gain, ideal, hits := 0.0, 0.0, 0
	for _, at := range places {
		if at < k {
			gain += 1 / math.Log2(float64(at)+2)
			hits++
		}
	}
	for at := range min(k, wanted) {
		ideal += 1 / math.Log2(float64(at)+2)
	}
	return gain / ideal, float64(hits) / float64(wanted)
}

// aucSample is scores of pairs that came true and of others, in order, so that the area under the curve of
// any weighting of them is one walk.
type aucSample struct {
	order []int32 // numbers of scores ascending; those below trues are of pairs that came true
	equal []bool  // whether a score equals the one before in order
	trues int
}

func newAUCSample(trues, others []float64) *aucSample {
	all := slices.Concat(trues, others)
	c := &aucSample{order: make([]int32, len(all)), equal: make([]bool, len(all)), trues: len(trues)}
	for i := range c.order {
		c.order[i] = int32(i)
	}
	slices.SortFunc(c.order, func(a, b int32) int { return cmp.Compare(all[a], all[b]) })
	for i := 1; i < len(all); i++ {
		c.equal[i] = all[c.order[i]] == all[c.order[i-1]]
	}
	return c
}

// auc is the chance that a pair that came true has the greater score, equal ones counting half; weight
// says how often each counts, nil once.
func (c *aucSample) auc(weight []int32) float64 {
	below, won, trues, others := 0.0, 0.0, 0.0, 0.0
	for i := 0; i < len(c.order); {
		t, o := 0.0, 0.0
		for first := i; i < len(c.order) && (i == first || c.equal[i]); i++ {
			w := 1.0
			if weight != nil {
				w = float64(weight[c.order[i]])
			}
			if int(c.order[i]) < c.trues {
				t += w
			} else {
				o += w
			}
		}
		won += t * (below + o/2)
		below += o
		trues += t
		others += o
	}
	if trues == 0 || others == 0 {
		return math.NaN()
	}
	return won / trues / others
}
