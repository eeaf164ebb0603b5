package match

import (
	"context"
	"testing"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/creatorgraph/creatorgraph/graph"
)

// A plan waits for its turn as long as its request may; one that takes long keeps no other waiting.
func TestPlansTakeTurns(t *testing.T) {
	t.Parallel()

	h := &Held{plans: semaphore.NewWeighted(1), longPlans: semaphore.NewWeighted(1)}
	giveBackLong, err := h.turn(t.Context(), longEffort+1)
	if err != nil {
		t.Fatal(err)
	}
	giveBack, err := h.turn(t.Context(), longEffort)
	if err != nil {
		t.Fatal("a short plan waits for a long one:", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	for _, effort := range []int{longEffort, longEffort + 1} {
		if _, err := h.turn(ctx, effort); graph.KindOf(err) != graph.Timeout {
			t.Errorf("effort %d: %v, want a Timeout", effort, err)
		}
	}
	giveBack()
	giveBackLong()
	for _, effort := range []int{longEffort, longEffort + 1} {
		if _, err := h.turn(t.Context(), effort); err != nil {
			t.Errorf("effort %d, after the turn was given back: %v", effort, err)
		}
	}
}
