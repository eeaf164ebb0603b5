package collaborator

import "slices"

// restart is how likely a walk begins anew at each step. What is left of a walk at a creator is walked on with
// only where it is more than leastPush for each of its partners, which bounds the work by 1/(restart·leastPush)
// steps in a network of any size.
const (
	restart   = 0.15
	leastPush = 1e-5
)

// push finds where walks from one creator are met with: personalised PageRank by local pushes (Andersen, Chung
// and Lang, 2006), ties weighing what they weigh.
type push struct {
	n       *network
	met     []met // by creator
	queue   []int32
	touched []int32
}

// met is what walks leave at one creator, laid side by side since all of it is looked at together.
type met struct {
	rank   float32 // how many ended here
	rest   float32 // how many have yet to go on
	step   float32 // weight of walks of one step
	two    float32 // of two
	common float32 // common partners, each counting 1/ln(its partners)
}

// rank is how often walks are met with at a creator: its personalised PageRank.
func (w *push) rank(c int32) float32 { return w.met[c].rank }

func (w *push) from(of int32) {
	for _, p := range w.touched {
		w.met[p].rank, w.met[p].rest = 0, 0
	}
	w.touched, w.queue = append(w.touched[:0], of), append(w.queue[:0], of)
	w.met[of].rest = 1
	for at := 0; at < len(w.queue); at++ {
		w.walkOn(w.queue[at])
	}
}

func (w *push) walkOn(p int32) {
	rest := w.met[p].rest
	w.met[p].rest = 0
	w.met[p].rank += restart * rest
	partners, weight := w.n.partners(p)
	if len(partners) == 0 {
		return
	}
	each := (1 - restart) * rest / w.n.strength[p]
	// Whom walks meet first, and who now has enough to walk on, is written down first and counted afterwards: processors cannot
	// foresee either, and a branch that goes wrong costs more than all else here.
	weight, degree := weight[:len(partners)], w.n.degree
	touched, queue := room(w.touched, len(partners)), room(w.queue, len(partners))
	met, first, next := w.met, len(w.touched), len(w.queue)
	for i, q := range partners {
		at := &met[q]
		before, least := at.rest, leastPush*float32(degree[q])
		after := before + each*weight[i]
		touched[first], queue[next] = q, q
		first += number(before == 0) & number(at.rank == 0)
		next += number(before < least) & number(after >= least)
		at.rest = after
	}
	w.touched, w.queue = touched[:first], queue[:next]
}

// room gives a list with so many places more.
func room(list []int32, more int) []int32 {
	list = slices.Grow(list, more)
	return list[:len(list)+more]
}

// number is 1 for what holds.
func number(holds bool) int {
	if holds {
		return 1
	}
	return 0
}
