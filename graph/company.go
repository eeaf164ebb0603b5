package graph

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// shapesKept bounds the shapes whose companies are known, to as many as Neo4j keeps plans of by default.
const shapesKept = 1000

// How long a question waits at most for what is under way to come back: patience times as long as statements of its shape
// take, within bounds. Then it goes beside it, so that nobody waits for a heavy neighbour, or for a statement that the
// database has yet to plan.
const (
	patience     = 4
	waitsAtLeast = 20 * time.Millisecond
	waitsAtMost  = 200 * time.Millisecond
)

// costly is how long a question takes whose asking is no longer what costs most.
const costly = 500 * time.Microsecond

// companies let reads of one shape travel together, as Group does changes of one thing: while a statement of a shape is
// under way those that come gather, and go together when it is back. A small read costs the database some 0.1 ms
// before it does anything, which those who travel together pay once. Nobody waits for others to come: what is
// alone goes alone, at once and by its own statement.
type companies struct {
	store  *Store
	size   int                        // how many travel together at most; below 2 all go alone
	shapes *lru.Cache[string, *shape] // by the text of what is asked together

	count CompanyCount // changed by atomic operations
}

func newCompanies(s *Store, size int) (*companies, error) {
	shapes, err := lru.New[string, *shape](shapesKept)
	if err != nil {
		return nil, fmt.Errorf("cache of companies: %w", err)
	}
	if size == 0 {
		size = compile.CompanySize
	}
	return &companies{store: s, shapes: shapes, size: size}, nil
}

// shape is what is known of the questions of one shape.
type shape struct {
	statements, questions atomic.Int64 // that were asked together, and that they answered
	usual                 atomic.Int64 // how long a statement takes of late, nanoseconds
	each                  atomic.Int64 // and, of one that answers many, for each of them

	mu        sync.Mutex
	gathering map[string]*gathering // by the values that all of a company share; it is there while something is under way
}

func (c *companies) shape(text string) *shape {
	if known, ok := c.shapes.Get(text); ok {
		return known
	}
	made := &shape{gathering: map[string]*gathering{}}
	if known, ok, _ := c.shapes.PeekOrAdd(text, made); ok {
		return known
	}
	return made
}

// row is Store.Row for a statement that may travel.
func (c *companies) row(ctx context.Context, st Statement) ([]any, error) {
	equal := nameOf(st.Company.Equal, st.Params)
	if equal == "" {
		return c.store.rowAlone(ctx, st)
	}
	mine, g := c.shape(st.Company.Text).enter(ctx, c, st, equal)
	if mine == nil {
		defer c.returned(g, time.Now())
		return c.store.rowAlone(ctx, st)
	}
	select {
	case t := <-mine.told:
		return t.row, t.err
	case <-ctx.Done():
		mine.leave()
		return nil, interpret(ctx, ctx.Err())
	}
}

// enter gives the gathering to return to for a question that goes at once; otherwise it waits there.
func (s *shape) enter(ctx context.Context, c *companies, st Statement, equal string) (*asker, *gathering) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.gathering[equal]
	if g == nil {
		g = &gathering{shape: s, equal: equal, terms: st.Company}
		s.gathering[equal] = g
	}
	if g.underWay < s.ways() {
		g.underWay++
		return nil, g
	}
	if len(g.waiting) == 0 {
		g.overdue = time.AfterFunc(s.patience(), func() { c.beside(g) })
	}
	return g.wait(ctx, c, st), g
}

// returned lets those go who have gathered while a statement was under way.
func (c *companies) returned(g *gathering, began time.Time) {
	average(&g.shape.usual, time.Since(began))
	if next := g.next(c.size, true); next != nil {
		go c.carry(g, next)
	}
}

// beside lets those go who have waited too long.
func (c *companies) beside(g *gathering) {
	if next := g.next(c.size, false); next != nil {
		c.carry(g, next)
	}
}

// carry asks for those who have gathered, and for those who have meanwhile, until nobody has.
func (c *companies) carry(g *gathering, next []*traveller) {
	for ; next != nil; next = g.next(c.size, true) {
		began := time.Now()
		c.ask(g, next)
		took := time.Since(began)
		average(&g.shape.usual, took)
		if len(next) > 1 {
			average(&g.shape.each, took/time.Duration(len(next)))
		}
	}
}

// average takes a time into an average in which the last eight or so count.
func average(of *atomic.Int64, d time.Duration) {
	before := of.Load()
	of.Store(before + (int64(d)-before)/8) // that one of two at once may get lost does no harm
}

// ways is how many statements of a shape, with the same limits, are under way before questions gather: half as many as
// there are processors, since the statements that the others wait for keep one each busy; and all of them for questions
// that cost the database more by themselves than being asked.
func (s *shape) ways() int {
	n := runtime.GOMAXPROCS(0)
	if time.Duration(s.each.Load()) > costly {
		return n
	}
	return max(n/2, 1)
}

// patience is how long a question waits for what is under way.
func (s *shape) patience() time.Duration {
	return min(max(patience*time.Duration(s.usual.Load()), waitsAtLeast), waitsAtMost)
}

type warmingKey struct{}

// WithWarming gives a context in which each question is also asked as a company of one, so that the database has planned
// both its statements before clients come.
func WithWarming(ctx context.Context) context.Context {
	return context.WithValue(ctx, warmingKey{}, true)
}

// warm is row for a question that warms the database. What fails in company is left to be told to whoever asks.
func (c *companies) warm(ctx context.Context, st Statement) ([]any, error) {
	many := Statement{Text: st.Company.Text, Params: shared(st.Company, []*traveller{{statement: st}})}
	_, _ = c.store.rowAlone(ctx, many)
	return c.store.rowAlone(ctx, st)
}
