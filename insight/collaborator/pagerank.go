package collaborator

import "slices"

// restart is the probability with which a walk restarts at each step. A creator's residual is pushed to its partners only
// while it exceeds pushTolerance for each of them, which bounds the work by 1/(restart·pushTolerance) steps in a network of
// any size.
const (
	restart       = 0.15
	pushTolerance = 1e-5
)

// localPageRank approximates personalised PageRank from one creator by local pushes (Andersen, Chung and Lang, 2006) over
// weighted ties.
type localPageRank struct {
	n       *network
	visits  []visit // by creator
	queue   []int32
	touched []int32
}

// visit is what walks leave at one creator. The fields are read together and therefore stand side by side.
type visit struct {
	rank       float32 // approximate personalised PageRank
	residual   float32 // probability mass not pushed on yet
	oneStep    float32 // weight of walks of one step
	twoSteps   float32 // of two steps
	adamicAdar float32 // Adamic–Adar index: common partners, each counting 1/ln(its partners)
}

// rank is a creator's personalised PageRank.
func (w *localPageRank) rank(c int32) float32 { return w.visits[c].rank }

func (w *localPageRank) run(of int32) {
	for _, p := range w.touched {
		w.visits[p].rank, w.visits[p].residual = 0, 0
	}
	w.touched, w.queue = append(w.touched[:0], of), append(w.queue[:0], of)
	w.visits[of].residual = 1
	for at := 0; at < len(w.queue); at++ {
		w.push(w.queue[at])
	}
}

func (w *localPageRank) push(p int32) {
	rest := w.visits[p].residual
	w.visits[p].residual = 0
	w.visits[p].rank += restart * rest
	partners, weight := w.n.partners(p)
	if len(partners) == 0 {
		return
	}
	each := (1 - restart) * rest / w.n.strength[p]
	// Each partner is written to both lists before it is known whether it belongs there, and the lengths grow by 0 or 1: the
	// two conditions cannot be predicted, and a mispredicted branch would cost more than everything else here.
	weight, degree := weight[:len(partners)], w.n.degree
	touched, queue := grown(w.touched, len(partners)), grown(w.queue, len(partners))
	met, first, next := w.visits, len(w.touched), len(w.queue)
	for i, q := range partners {
		at := &met[q]
		before, least := at.residual, pushTolerance*float32(degree[q])
		after := before + each*weight[i]
		touched[first], queue[next] = q, q
		first += indicator(before == 0) & indicator(at.rank == 0)
		next += indicator(before < least) & indicator(after >= least)
		at.residual = after
	}
	w.touched, w.queue = touched[:first], queue[:next]
}

// grown is the list with so many elements more.
func grown(list []int32, more int) []int32 {
	list = slices.Grow(list, more)
	return list[:len(list)+more]
}

// indicator is 1 if the condition holds, otherwise 0.
func indicator(holds bool) int {
	if holds {
		return 1
	}
	return 0
}
