// Package learned keeps the newest version of what an analysis learned, so that it is decoded once and not for each question.
package learned

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
)

// Newest is a value with the run of the analysis that made it. It may be used by several goroutines at once.
type Newest[M any] struct {
	lock sync.Mutex
	run  int64 // 0: nothing was read yet
	kept M
}

// Of gives the value of a run; what read gives, with its run, where another is kept.
func (n *Newest[M]) Of(run int64, read func() (M, int64, error)) (M, error) {
	n.lock.Lock()
	defer n.lock.Unlock()
	if n.run != 0 && n.run == run {
		return n.kept, nil
	}
	kept, run, err := read()
	if err == nil {
		n.run, n.kept = run, kept
	}
	return kept, err
}

// Model is the newest of those that analyses keep under a key.
type Model[M any] struct {
	store  *graph.Store
	key    string
	decode func([]byte) (M, error)
	newest Newest[M]
	last   atomic.Pointer[version[M]]
}

// version is a model as it was at a moment of the graph: until something is written, nobody need ask for it again.
type version[M any] struct {
	moment string
	model  M
	place  string
}

// Under makes a Model that has read nothing yet.
func Under[M any](store *graph.Store, key string, decode func([]byte) (M, error)) *Model[M] {
	return &Model[M]{store: store, key: key, decode: decode}
}

// Now is the newest model, and the property of creators that belongs to it, empty where none does. The error is a Conflict
// before the first analysis.
func (m *Model[M]) Now(ctx context.Context) (model M, place string, err error) {
	moment, _, err := m.store.MomentAsked(ctx)
	if err != nil {
		return model, "", err
	}
	if last := m.last.Load(); last != nil && last.moment == moment {
		return last.model, last.place, nil
	}
	if model, place, err = m.read(ctx); err == nil {
		m.last.Store(&version[M]{moment, model, place})
	}
	return model, place, err
}

// read asks which model is the newest, and decodes it if it is another than the last.
func (m *Model[M]) read(ctx context.Context) (model M, place string, err error) {
	state, err := facts.LearnedState(ctx, m.store, m.key)
	if err != nil {
		return model, "", err
	}
	place = state.Place
	model, err = m.newest.Of(state.Run, func() (none M, run int64, err error) {
		read, err := facts.ReadLearned(ctx, m.store, m.key)
		if err != nil {
			return none, 0, err
		}
		place = read.Place
		decoded, err := m.decode([]byte(read.Record))
		if err != nil {
			return none, 0, graph.Errorf(graph.Conflict, "run creatorgraph analyze", "%w", err)
		}
		return decoded, read.Run, nil
	})
	return model, place, err
}
