package collaborator

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
	n          *network
	rank, rest []float32
	queue      []int32
	touched    []int32
}

func newPush(n *network) push {
	return push{n: n, rank: make([]float32, n.people()), rest: make([]float32, n.people())}
}

func (w *push) from(of int32) {
	for _, p := range w.touched {
		w.rank[p], w.rest[p] = 0, 0
	}
	w.touched, w.queue = append(w.touched[:0], of), append(w.queue[:0], of)
	w.rest[of] = 1
	for at := 0; at < len(w.queue); at++ {
		w.walkOn(w.queue[at])
	}
}

func (w *push) walkOn(p int32) {
	rest := w.rest[p]
	w.rest[p] = 0
	w.rank[p] += restart * rest
	partners, weight := w.n.partners(p)
	if len(partners) == 0 {
		return
	}
	each := (1 - restart) * rest / w.n.strength[p]
	for i, q := range partners {
		before := w.rest[q]
		if before == 0 && w.rank[q] == 0 {
			w.touched = append(w.touched, q)
		}
		w.rest[q] += each * weight[i]
		least := leastPush * float32(w.n.degree[q])
		if before < least && w.rest[q] >= least {
			w.queue = append(w.queue, q)
		}
	}
}
