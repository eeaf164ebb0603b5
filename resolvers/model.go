package resolvers

import "sync"

// newest keeps what was last read of a model that analyses learn.
type newest[T any] struct {
	lock  sync.Mutex
	run   int64
	model *T
}

// of gives the model of a run; what read gives, with its run, where another is kept.
func (n *newest[T]) of(run int64, read func() (*T, int64, error)) (*T, error) {
	n.lock.Lock()
	defer n.lock.Unlock()
	if n.model != nil && n.run == run {
		return n.model, nil
	}
	model, run, err := read()
	if err != nil {
		return nil, err
	}
	n.run, n.model = run, model
	return model, nil
}
