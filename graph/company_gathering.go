package graph

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// gathering is who waits until what is under way comes back, in the order in which they came.
type gathering struct {
	shape    *shape
	equal    string // its name in the shape
	terms    *compile.Company
	underWay int
	waiting  []*traveller
	same     map[string]*traveller // those who wait, by what they ask
	overdue  *time.Timer           // lets them go when the first has waited too long
}

// traveller is a question that waits, of one client or of several who ask the very same.
type traveller struct {
	statement Statement
	askers    []*asker
	journey   atomic.Pointer[journey] // none while it waits
	answered  atomic.Bool
}

// asker is a client who waits for an answer.
type asker struct {
	ctx       context.Context // the client's
	traveller *traveller
	told      chan told
	gone      atomic.Bool
}

type told struct {
	row []any
	err error
}

// wait adds a question. It is asked once with another that is the same and has not left yet, whose answer holds all
// that this one's has to.
func (g *gathering) wait(ctx context.Context, c *companies, st Statement) *asker {
	own := nameOf(g.terms.Own, st.Params)
	t := g.same[own]
	if t == nil {
		t = &traveller{statement: st}
		g.waiting = append(g.waiting, t)
		if g.same == nil {
			g.same = map[string]*traveller{}
		}
		if own != "" {
			g.same[own] = t
		}
	} else {
		atomic.AddInt64(&c.count.Shared, 1)
	}
	a := &asker{ctx: ctx, traveller: t, told: make(chan told, 1)}
	t.askers = append(t.askers, a)
	return a
}

// next takes those who go now; none, which forgets the gathering once nothing is under way, where nobody waits. back
// says that a statement has come back.
func (g *gathering) next(most int, back bool) []*traveller {
	g.shape.mu.Lock()
	defer g.shape.mu.Unlock()
	if back {
		g.underWay--
	}
	n := min(len(g.waiting), g.terms.Most, most)
	if n == 0 {
		if g.underWay == 0 && g.shape.gathering[g.equal] == g {
			delete(g.shape.gathering, g.equal)
		}
		return nil
	}
	next := g.waiting[:n:n]
	g.waiting = g.waiting[n:]
	g.overdue.Stop()
	if len(g.waiting) > 0 {
		g.overdue.Reset(g.shape.patience())
	}
	clear(g.same) // whoever asks the same now may have to see more than those who were left behind
	g.underWay++
	return next
}

// leave is called by a client who no longer waits. What nobody waits for anymore is ended.
func (a *asker) leave() {
	a.gone.Store(true)
	if j := a.traveller.journey.Load(); j != nil && j.isDeserted() {
		j.cancel()
	}
}

// isDeserted says whether nobody waits for its answer.
func (t *traveller) isDeserted() bool {
	for _, a := range t.askers {
		if !a.gone.Load() {
			return false
		}
	}
	return true
}

// tell gives an answer to all who asked.
func (t *traveller) tell(row []any, err error) {
	if !t.answered.CompareAndSwap(false, true) {
		return // a late answer of a statement that was given up
	}
	for _, a := range t.askers {
		a.told <- told{row, err}
	}
}
