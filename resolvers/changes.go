package resolvers

import "sync"

// changes tells subscriptions, of this process and through publish of other replicas, that a campaign's totals or a list may have changed. It carries
// none of them: whoever listens reads them, so a signal missed or doubled does no harm.
type changes struct {
	mu        sync.Mutex
	listeners map[string]map[chan struct{}]bool // by type and key: Campaign:ca-1
	publish   func(thing string)
}

func newChanges() *changes {
	return &changes{listeners: map[string]map[chan struct{}]bool{}, publish: func(string) {}}
}

// listen gives a channel that gets a signal after each change, and the function that ends it.
func (c *changes) listen(thing string) (<-chan struct{}, func()) {
	signal := make(chan struct{}, 1)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.listeners[thing] == nil {
		c.listeners[thing] = map[chan struct{}]bool{}
	}
	c.listeners[thing][signal] = true
	return signal, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.listeners[thing], signal)
		if len(c.listeners[thing]) == 0 {
			delete(c.listeners, thing)
		}
	}
}

// tell signals everybody who follows a thing, whichever replica serves them.
func (c *changes) tell(thing string) {
	c.signal(thing)
	c.publish(thing)
}

// signal signals everybody here who listens to a thing.
func (c *changes) signal(thing string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	signal(c.listeners[thing])
}

// signalAll signals everybody here who listens.
func (c *changes) signalAll() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, listeners := range c.listeners {
		signal(listeners)
	}
}

// signal leaves a signal for each; one that waits already is enough.
func signal(listeners map[chan struct{}]bool) {
	for one := range listeners {
		select {
		case one <- struct{}{}:
		default:
		}
	}
}

// SetPublisher gives what tells other replicas that a thing may have changed; before anything is served.
func (r *Resolver) SetPublisher(tell func(thing string)) { r.changes.publish = tell }

// Notify lets those look who follow a thing that another replica has changed.
func (r *Resolver) Notify(thing string) { r.changes.signal(thing) }

// NotifyAll lets everybody look, after other replicas may have changed anything.
func (r *Resolver) NotifyAll() { r.changes.signalAll() }
