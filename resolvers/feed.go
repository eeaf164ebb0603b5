package resolvers

import (
	"bytes"
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
)

const (
	// lookEvery is how often a feed looks by itself, for what an import changed, or a replica that nobody hears.
	lookEvery = 2 * time.Second
	// betweenLooks is the least time between two looks of a feed: changes that come faster are told together.
	betweenLooks = 100 * time.Millisecond
)

// feedKey names what subscribers read together: the same operation with the same variables on the same thing.
type feedKey struct {
	operation        *ast.OperationDefinition
	variables, thing string
}

func feedOf(thing string, op *graphql.OperationContext) feedKey {
	variables, _ := json.Marshal(op.Variables) // they came as JSON
	return feedKey{op.Operation, string(variables), thing}
}

// feeds are what the subscriptions of this process read.
type feeds struct {
	mu   sync.Mutex
	open map[feedKey]*feed
}

// join gives the feed of a key, started where nobody follows it yet, and the function that leaves it.
func (all *feeds) join(key feedKey, start func(*feed) (stop func())) (f *feed, leave func()) {
	all.mu.Lock()
	defer all.mu.Unlock()
	f = all.open[key]
	if f == nil || f.hasEnded() {
		f = &feed{changed: make(chan struct{}), asked: make(chan struct{}, 1)}
		f.stop = start(f)
		all.open[key] = f
	}
	f.followers++
	f.ask()
	return f, func() {
		all.mu.Lock()
		defer all.mu.Unlock()
		if f.followers--; f.followers > 0 {
			return
		}
		f.stop()
		if all.open[key] == f {
			delete(all.open, key)
		}
	}
}

// feed is what is read of one thing for all who follow it. They take the newest of it whenever they are ready, so that
// one who reads slowly misses what lies between and keeps nobody waiting.
type feed struct {
	followers int    // guarded by feeds
	stop      func() // of the reading
	asked     chan struct{}

	mu      sync.Mutex
	now     reading
	changed chan struct{} // closed when now is another
}

// reading is how a thing stood.
type reading struct {
	data   []byte // the answer
	number int64  // of the event: the thing's revision, which the database keeps
	began  time.Time
	ended  bool // there is nothing left to read
}

// ask has the feed read for one who has just come.
func (f *feed) ask() {
	select {
	case f.asked <- struct{}{}:
	default:
	}
}

func (f *feed) put(r reading) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now = r
	close(f.changed)
	f.changed = make(chan struct{})
}

func (f *feed) get() (now reading, changed <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.now, f.changed
}

func (f *feed) hasEnded() bool {
	now, _ := f.get()
	return now.ended
}

// read reads after each signal, and now and then without one, until ctx ends. It reads only when the revision says that
// something may differ; while the database does not answer it goes on looking, and when the thing is gone the feed ends.
func (f *feed) read(
	ctx context.Context, signal <-chan struct{}, revision func() (int64, error), data func() []byte,
) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	seen := int64(-1)
	for {
		began := time.Now()
		at, err := revision()
		now, _ := f.get()
		switch {
		case graph.KindOf(err) == graph.NotFound:
			f.put(reading{ended: true})
			return
		case err == nil && at == seen:
			f.put(reading{data: now.data, number: seen, began: began})
		case err == nil:
			if read := data(); read != nil {
				seen = at
				f.put(reading{data: read, number: at, began: began})
			}
		}
		if !wait(ctx, betweenLooks) {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-signal:
		case <-f.asked:
		case <-tick.C:
		}
	}
}

// wait waits a while; false where ctx ended first.
func wait(ctx context.Context, a time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(a):
		return true
	}
}

// follow sends what stands at since or later, with at least a revision, and then whatever differs from what was sent.
func (f *feed) follow(ctx context.Context, since time.Time, least int64, out chan<- answer.Object) {
	numbers := eventNumbersOf(ctx)
	var last []byte
	for {
		now, changed := f.get()
		if now.ended {
			return
		}
		if now.data != nil && !now.began.Before(since) && now.number >= least && !bytes.Equal(now.data, last) {
			last = now.data
			numbers.put(now.number)
			select {
			case out <- only(last):
				continue
			case <-ctx.Done():
				return
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-changed:
		}
	}
}

// eventNumbers are those of events that are on their way to the client, in their order.
type eventNumbers chan int64

type numbersKey struct{}

// withEventNumbering gives a context whose subscription numbers its events.
func withEventNumbering(ctx context.Context) (context.Context, eventNumbers) {
	n := make(eventNumbers, 2) // one is being answered while the next waits to be
	return context.WithValue(ctx, numbersKey{}, n), n
}

func eventNumbersOf(ctx context.Context) eventNumbers {
	n, _ := ctx.Value(numbersKey{}).(eventNumbers)
	return n
}

func (n eventNumbers) put(number int64) {
	select {
	case n <- number:
	default: // nobody takes numbers
	}
}

// on puts an event's number into its response: "event" among the extensions.
func (n eventNumbers) on(response *graphql.Response) *graphql.Response {
	if response == nil {
		return nil
	}
	select {
	case number := <-n:
		if response.Extensions == nil {
			response.Extensions = map[string]any{}
		}
		response.Extensions["event"] = number
	default:
	}
	return response
}
