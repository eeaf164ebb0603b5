package graph

import (
	"context"
	"sync"
)

// Outcome is what came of one change.
type Outcome[R any] struct {
	Value R
	Err   error
}

// Group commits changes of the same thing together (group commit): changes that arrive while a transaction of their thing runs wait
// for the next one. So a contended thing is locked once for many changes, which share the cost of a commit, mainly the flush of
// the log. Changes of different things do not wait for each other. A group is no lock: between processes the database's own apply.
type Group[T, R any] struct {
	store *Store
	most  int // changes that one transaction carries out
	// work carries out changes of one thing and gives an outcome for each, in one transaction that is committed
	// when it returns; an error fails them all and leaves nothing behind.
	work func(ctx context.Context, thing string, changes []T) ([]Outcome[R], error)

	mu      sync.Mutex
	waiting map[string][]*member[T, R] // by thing; it is there, if empty, while its transaction runs
}

// member is a change that waits for its outcome.
type member[T, R any] struct {
	ctx    context.Context // the client's
	change T
	done   chan Outcome[R]
}

// NewGroup makes a Group on a store, of transactions of so many changes at most; see Group for work.
func NewGroup[T, R any](
	s *Store, most int, work func(ctx context.Context, thing string, changes []T) ([]Outcome[R], error),
) *Group[T, R] {
	return &Group[T, R]{store: s, most: most, work: work, waiting: map[string][]*member[T, R]{}}
}

// Do carries out a change of a thing, together with others where there are any, and gives what came of it when it
// is committed. When the client's time is up while it still waits, it is not carried out.
func (g *Group[T, R]) Do(ctx context.Context, thing string, change T) (R, error) {
	m := &member[T, R]{ctx: ctx, change: change, done: make(chan Outcome[R], 1)}
	g.mu.Lock()
	_, runs := g.waiting[thing]
	g.waiting[thing] = append(g.waiting[thing], m)
	g.mu.Unlock()
	if !runs {
		go g.run(thing)
	}
	select {
	case o := <-m.done:
		return o.Value, o.Err
	case <-ctx.Done():
		var none R
		return none, interpret(ctx, ctx.Err())
	}
}

// Together carries out changes of a thing as if they had come at one time, so that the database has planned for so many.
func (g *Group[T, R]) Together(ctx context.Context, thing string, changes []T) error {
	_, err := g.work(ctx, thing, changes)
	return err
}

// run carries out what waits until nothing does.
func (g *Group[T, R]) run(thing string) {
	for members := g.take(thing); members != nil; members = g.take(thing) {
		g.carryOut(thing, members)
	}
}

// take gives the next members of a thing whose clients still wait; nil when there are none.
func (g *Group[T, R]) take(thing string) []*member[T, R] {
	g.mu.Lock()
	defer g.mu.Unlock()
	var taken []*member[T, R]
	all := g.waiting[thing]
	for len(all) > 0 && len(taken) < g.most {
		if all[0].ctx.Err() == nil {
			taken = append(taken, all[0])
		}
		all = all[1:]
	}
	if g.waiting[thing] = all; taken == nil {
		delete(g.waiting, thing)
	}
	return taken
}

// carryOut runs one transaction for its members and tells each. Where one of them is to blame for a failure, which
// is not told, each is tried by itself.
func (g *Group[T, R]) carryOut(thing string, members []*member[T, R]) {
	ctx, cancel, marks := g.context(members)
	defer cancel()
	changes := make([]T, len(members))
	for i, m := range members {
		changes[i] = m.change
	}
	outcomes, err := g.work(ctx, thing, changes)
	if err != nil && len(members) > 1 && !isShared(err) {
		for _, m := range members {
			g.carryOut(thing, []*member[T, R]{m})
		}
		return
	}
	for i, m := range members {
		var o Outcome[R]
		if o.Err = err; err == nil {
			o = outcomes[i]
			bookmarksOf(m.ctx).replace(marks.Marks())
		}
		m.done <- o
	}
}

// isShared says whether an error has nothing to do with what one of the changes is.
func isShared(err error) bool {
	kind := KindOf(err)
	return kind == Timeout || kind == Cancelled || kind == Unavailable || kind == Unauthorized
}

// context is that of the transaction: it sees what each client has written, and is otherwise the first one's. It has
// the Store's time, not a client's: if the first transaction after a start of the database ended with its clients, the
// database would begin to plan it anew for the next ones, again and again on a busy machine. Who is told TIMEOUT
// meanwhile does not know whether the change is made, as with any commit.
func (g *Group[T, R]) context(members []*member[T, R]) (context.Context, context.CancelFunc, *Bookmarks) {
	var seen []string
	for _, m := range members {
		seen = append(seen, bookmarksOf(m.ctx).Marks()...)
	}
	ctx, marks := WithBookmarks(context.WithoutCancel(members[0].ctx), seen)
	ctx, cancel := context.WithTimeout(ctx, g.store.timeout)
	return ctx, cancel, marks
}
