package server

import "sync"

// drain counts what is running so that a stop can wait for it, and lets nothing new in then.
type drain struct {
	mu     sync.Mutex
	n      int
	closed bool
	idle   chan struct{}
}

func newDrain() *drain { return &drain{idle: make(chan struct{})} }

// enter lets one in unless the drain is closed; leave must be called once.
func (d *drain) enter() (leave func(), ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, false
	}
	d.n++
	return d.leave, true
}

func (d *drain) leave() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.n--
	if d.closed && d.n == 0 {
		close(d.idle)
	}
}

// close lets nothing more in and gives a channel that closes when the last has left.
func (d *drain) close() <-chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.closed {
		d.closed = true
		if d.n == 0 {
			close(d.idle)
		}
	}
	return d.idle
}

func (d *drain) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.n
}
