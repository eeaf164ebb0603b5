package resolvers

import "sync"

// changes tells subscriptions of this process that a campaign's totals may have changed. It carries
// no totals: whoever listens reads them, so a signal missed or doubled does no harm.
type changes struct {
	mu        sync.Mutex
	listeners map[string]map[chan struct{}]bool // by campaign key
}

func newChanges() *changes {
	return &changes{listeners: map[string]map[chan struct{}]bool{}}
}

// listen gives a channel that gets a signal after each change, and the function that ends it.
func (c *changes) listen(campaign string) (<-chan struct{}, func()) {
	signal := make(chan struct{}, 1)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.listeners[campaign] == nil {
		c.listeners[campaign] = map[chan struct{}]bool{}
	}
	c.listeners[campaign][signal] = true
	return signal, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.listeners[campaign], signal)
		if len(c.listeners[campaign]) == 0 {
			delete(c.listeners, campaign)
		}
	}
}

// tell signals everybody who listens to a campaign; a signal that waits already is enough.
func (c *changes) tell(campaign string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for signal := range c.listeners[campaign] {
		select {
		case signal <- struct{}{}:
		default:
		}
	}
}
