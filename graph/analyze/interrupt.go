package analyze

import "context"

// interruptible runs work that reads and writes nothing but its own. When ctx ends first, it gives the reason at once and
// leaves the work behind, whose results must not be looked at: a server that stops does not wait for what is learned.
func interruptible(ctx context.Context, work func()) error {
	done := make(chan struct{})
	go func() {
		work()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
