// Package mirror keeps in memory what is made of the whole graph: read once, then followed change by change. Before each
// answer it asks how far the graph has been written, so that an answer holds all that was committed before it was asked
// for; only what tells of no change itself, such as a deletion by hand, may come later.
package mirror

import (
	"context"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

const (
	// readingPatience bounds one statement of reading the whole.
	readingPatience = 15 * time.Minute
	// awaitAnew is how long a question waits for what is read anew before it is answered from the last.
	awaitAnew = time.Second
	// betweenFollowings is how often a server brings the value up to now while nobody asks.
	betweenFollowings = time.Second
)

// Source says how a value is made of the graph.
type Source[V any] struct {
	// What it is, in errors and logs, such as "the network of collaborations".
	What string
	// Read reads the whole through a store that waits for long statements; a Conflict says that an analysis comes first.
	Read func(ctx context.Context, store *graph.Store) (V, error)
	// Follow brings a value up to now; false where it has to be read anew.
	Follow func(ctx context.Context, value V) (bool, error)
	// Passed says that a value no longer holds though nothing was written, such as the next day; nil where none does so.
	Passed func(value V) bool
}

// Mirror holds a value. It may be used by several goroutines at once.
type Mirror[V any] struct {
	source Source[V]
	store  *graph.Store
	log    *slog.Logger
	turn   chan struct{} // holds one while nobody is at what is below
	last   *version[V]
	anew   chan struct{} // closed when the reading that is under way ends; nil where none is
	failed error         // of the last reading
}

// version is a value with how far the graph was when it was last right.
type version[V any] struct {
	value  V
	moment string
	right  time.Time
}

// New makes a Mirror that has read nothing yet.
func New[V any](store *graph.Store, log *slog.Logger, source Source[V]) *Mirror[V] {
	h := &Mirror[V]{source: source, store: store, log: log, turn: make(chan struct{}, 1)}
	h.turn <- struct{}{}
	return h
}

// Value is what the graph makes of it now, reading what is missing; a Conflict says that an analysis comes first.
func (h *Mirror[V]) Value(ctx context.Context) (value V, err error) {
	if err := h.take(ctx); err != nil {
		return value, err
	}
	follows, err := h.follow(ctx)
	if err != nil || follows {
		defer h.leave()
		if err == nil {
			value = h.last.value
		}
		return value, err
	}
	return h.readAnew(ctx)
}

// Hold reads the value, if there is something to read, or brings it up to now.
func (h *Mirror[V]) Hold(ctx context.Context) error {
	_, err := h.Value(ctx)
	if graph.KindOf(err) == graph.Conflict {
		return nil
	}
	return err
}

// Follow holds the value every second once ready is closed, so that questions wait for little, until ctx ends.
func (h *Mirror[V]) Follow(ctx context.Context, ready <-chan struct{}) {
	select {
	case <-ready:
	case <-ctx.Done():
	}
	for well := true; ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(betweenFollowings):
		}
		err := h.Hold(ctx)
		if err != nil && well && ctx.Err() == nil { // told once, not every second
			h.log.WarnContext(ctx, h.source.What+" cannot be followed", "error", err)
		}
		well = err == nil
	}
}

func (h *Mirror[V]) take(ctx context.Context) error {
	select {
	case <-h.turn:
		return nil
	case <-ctx.Done():
		return h.waited(ctx)
	}
}

func (h *Mirror[V]) leave() { h.turn <- struct{}{} }

func (h *Mirror[V]) waited(ctx context.Context) error {
	return graph.Errorf(graph.Timeout, "ask again in a moment", "%s: still being read: %w", h.source.What, ctx.Err())
}

// follow brings the last version up to now; false where it has to be read anew.
func (h *Mirror[V]) follow(ctx context.Context) (bool, error) {
	last := h.last
	if last == nil {
		return false, nil
	}
	passed := h.source.Passed != nil && h.source.Passed(last.value)
	if !passed && graph.AskedSince(ctx, last.right) {
		return true, nil
	}
	moment, at, err := h.store.MomentAsked(ctx)
	if err != nil {
		return false, err
	}
	if passed || moment != last.moment {
		if follows, err := h.source.Follow(ctx, last.value); err != nil || !follows {
			return false, err
		}
	}
	last.moment, last.right = moment, at
	return true, nil
}

// readAnew gives back the turn, and the value once it has been read; after a while the last one, where there is one.
func (h *Mirror[V]) readAnew(ctx context.Context) (value V, err error) {
	if h.anew == nil {
		h.anew = make(chan struct{})
		go h.read(context.WithoutCancel(ctx), h.anew)
	}
	last, anew := h.last, h.anew
	h.leave()
	var enough <-chan time.Time
	if last != nil {
		enough = time.After(awaitAnew)
	}
	select {
	case <-anew:
	case <-enough:
		return last.value, nil
	case <-ctx.Done():
		return value, h.waited(ctx)
	}
	if err := h.take(ctx); err != nil {
		return value, err
	}
	defer h.leave()
	if h.failed != nil {
		return value, h.failed
	}
	return h.last.value, nil
}

// read reads the whole and puts it in the place of the last.
func (h *Mirror[V]) read(ctx context.Context, done chan struct{}) {
	began := time.Now()
	anew, err := h.whole(ctx)
	<-h.turn
	h.failed, h.anew = err, nil
	if err == nil {
		h.last = anew
		h.log.InfoContext(ctx, "read "+h.source.What, "took", time.Since(began).Round(time.Millisecond))
	}
	h.leave()
	close(done)
	// Reading leaves several times what is kept as garbage, which the process would hold until its heap has grown as far again.
	debug.FreeOSMemory()
}

func (h *Mirror[V]) whole(ctx context.Context) (*version[V], error) {
	store := h.store.Patient(readingPatience)
	right := time.Now()
	moment, err := store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	value, err := h.source.Read(ctx, store)
	if err != nil {
		return nil, err
	}
	return &version[V]{value, moment, right}, nil
}
