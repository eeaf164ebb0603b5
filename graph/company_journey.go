package graph

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// journey is one statement that answers several questions.
type journey struct {
	travellers []*traveller
	cancel     context.CancelFunc
}

func (j *journey) isDeserted() bool {
	for _, t := range j.travellers {
		if !t.isDeserted() {
			return false
		}
	}
	return true
}

// ask asks for those who still wait. Where it fails, each who has no answer yet is asked for alone: one of them may be
// to blame, or only some have time left.
func (c *companies) ask(g *gathering, travellers []*traveller) {
	ctx, j := c.journey(travellers)
	defer j.cancel()
	switch len(j.travellers) {
	case 0:
		return
	case 1:
		c.alone(ctx, j.travellers[0])
		return
	}
	c.counted(g, j)
	_, err := detach(ctx, c.store, func(ctx context.Context, within time.Duration) (struct{}, error) {
		return struct{}{}, c.together(ctx, within, g.terms, j)
	})
	for _, t := range j.travellers {
		switch {
		case t.answered.Load():
		case err == nil:
			t.tell(nil, nil) // it has found nothing
		default:
			go c.separately(t)
		}
	}
}

// counted notes who goes together.
func (c *companies) counted(g *gathering, j *journey) {
	n := int64(len(j.travellers))
	g.shape.statements.Add(1)
	g.shape.questions.Add(n)
	atomic.AddInt64(&c.count.Statements, 1)
	atomic.AddInt64(&c.count.Questions, n)
}

// separately asks one question by its own statement.
func (c *companies) separately(t *traveller) {
	ctx, j := c.journey([]*traveller{t})
	defer j.cancel()
	if len(j.travellers) > 0 {
		c.alone(ctx, t)
	}
}

func (c *companies) alone(ctx context.Context, t *traveller) {
	t.tell(c.store.rowAlone(ctx, t.statement))
}

// journey takes those along for whom somebody waits. Its context sees what each of them has written, has as long as the
// one with most time, and ends when all have gone.
func (c *companies) journey(travellers []*traveller) (context.Context, *journey) {
	j := &journey{cancel: func() {}}
	var seen []string
	latest := time.Now()
	for _, t := range travellers {
		if t.isDeserted() {
			continue
		}
		j.travellers = append(j.travellers, t)
		for _, a := range t.askers {
			seen = append(seen, bookmarksOf(a.ctx).Marks()...)
			latest = later(latest, a.ctx, c.store.timeout)
		}
	}
	ctx, _ := WithBookmarks(context.Background(), seen)
	ctx, j.cancel = context.WithDeadline(ctx, latest)
	for _, t := range j.travellers {
		t.journey.Store(j)
	}
	if j.isDeserted() { // those who left before they knew of the journey
		j.cancel()
	}
	return ctx, j
}

// later is the later one of a time and that until which a context's request may take.
func later(than time.Time, ctx context.Context, timeout time.Duration) time.Time {
	until, bounded := ctx.Deadline()
	if !bounded {
		until = time.Now().Add(timeout)
	}
	if until.After(than) {
		return until
	}
	return than
}

// together runs the statement of all and tells each its row as it comes.
func (c *companies) together(ctx context.Context, within time.Duration, terms *compile.Company, j *journey) error {
	begun := time.Now()
	st := Statement{Text: terms.Text, Params: shared(terms, j.travellers)}
	_, err := c.store.readOnce(ctx, within, st, func(r *neo4j.Record) error {
		at, isPlace := r.Values[0].(int64)
		if !isPlace || at < 0 || int(at) >= len(j.travellers) {
			return fmt.Errorf("a company of %d: the answer of place %v", len(j.travellers), r.Values[0])
		}
		j.travellers[at].tell(r.Values[1:], nil)
		return nil
	})
	c.store.observe(Observation{Text: st.Text, Took: time.Since(begun), Err: interpret(ctx, err)})
	return err
}

// shared are the parameters of all: those that are equal, and each one's own.
func shared(terms *compile.Company, travellers []*traveller) map[string]any {
	params := make(map[string]any, len(terms.Equal)+1)
	for _, name := range terms.Equal {
		params[name] = travellers[0].statement.Params[name]
	}
	list := make([]any, len(travellers))
	for i, t := range travellers {
		own := make(map[string]any, len(terms.Own)+1)
		own[compile.CompanyPlace] = int64(i)
		for _, name := range terms.Own {
			own[name] = t.statement.Params[name]
		}
		list[i] = own
	}
	params[compile.CompanyParameter] = list
	return params
}
