package analyze

import (
	"context"
	"errors"
	"testing"
	"time"
)

// A stop of serve waited half a minute for an analysis that was learning.
func TestInterruptedWorkIsNotWaitedFor(t *testing.T) {
	t.Parallel()

	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, stop)
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	if err := interruptible(ctx, func() { <-hold }); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v, want that of the context", err)
	}
	done := false
	if err := interruptible(t.Context(), func() { done = true }); err != nil || !done {
		t.Errorf("uninterrupted work: done is %v, error %v", done, err)
	}
}
