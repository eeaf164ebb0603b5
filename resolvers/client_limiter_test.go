package resolvers

import (
	"context"
	"sync"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Statements of one client take turns, those of others do not wait for them, and too many are refused at once.
func TestClientsTakeTurns(t *testing.T) {
	t.Parallel()

	var all clientLimiter
	leave, err := all.acquire(t.Context(), "ann")
	if err != nil {
		t.Fatal(err)
	}
	other, err := all.acquire(t.Context(), "bea")
	if err != nil {
		t.Fatalf("another client: %v", err)
	}
	other()

	var waiting sync.WaitGroup
	running, most := 0, 0
	for range maxWaiting {
		own, ok := all.join("ann") // as enter does first, so that all wait before the next line
		if !ok {
			t.Fatal("refused, though there is room")
		}
		waiting.Go(func() {
			own.slot <- struct{}{}
			running++
			most = max(most, running)
			running--
			<-own.slot
			all.done("ann", own)
		})
	}
	if _, err := all.acquire(t.Context(), "ann"); graph.KindOf(err) != graph.TooLarge {
		t.Errorf("one too many: %v", err)
	}
	leave()
	waiting.Wait()
	if most != 1 || len(all.clients) != 0 {
		t.Errorf("%d ran at once, %d clients are remembered", most, len(all.clients))
	}

	leave, err = all.acquire(t.Context(), "ann")
	if err != nil {
		t.Fatal(err)
	}
	defer leave()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := all.acquire(gone, "ann"); graph.KindOf(err) != graph.Timeout {
		t.Errorf("of a client that has gone: %v", err)
	}
}
