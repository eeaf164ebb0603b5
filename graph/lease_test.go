package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// leased takes a lease of the test's own.
func leased(t *testing.T, s *Store) *Lease {
	t.Helper()

	name := fmt.Sprintf("trial-%d", time.Now().UnixNano())
	lease, err := s.Lease(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { forget(t, s, name) })
	return lease
}

func forget(t *testing.T, s *Store, name string) {
	t.Helper()

	run(t, s, "MATCH (lease:Lease {key: $name}) DELETE lease", name)
}

// runOut makes a lease run out, as the silence of its holder would.
func runOut(t *testing.T, s *Store, name string) {
	t.Helper()

	run(t, s, "MATCH (lease:Lease {key: $name}) SET lease.until = 1", name)
}

func run(t *testing.T, s *Store, text, name string) {
	t.Helper()

	_, err := s.Schema(context.WithoutCancel(t.Context()), Statement{Text: text, Params: map[string]any{"name": name}})
	if err != nil {
		t.Fatal(err)
	}
}

// A second one is told who has the lease and since when; given back, it is free.
func TestLeaseTellsItsHolder(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	first := leased(t, s)
	_, err := s.Lease(t.Context(), first.name)
	var held *HeldError
	if !errors.As(err, &held) || !strings.HasPrefix(held.Who, "process ") || time.Since(held.Since).Abs() > time.Hour {
		t.Fatalf("error %v", err)
	}
	first.GiveBack(t.Context())
	if _, err := s.Lease(t.Context(), first.name); err != nil {
		t.Errorf("given back, it is not free: %v", err)
	}
}

// What waits for a lease gives up with its context, naming the holder.
func TestWaitingForALeaseEnds(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	first := leased(t, s)
	ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer cancel()
	if _, err := s.await(ctx, first.name); KindOf(err) != Unavailable {
		t.Errorf("error %v", err)
	}
}

// Nothing is written by a holder that was silent for so long that another one took over.
func TestLostLeaseWritesNothing(t *testing.T) {
	t.Parallel()

	s := within(t, Config{})
	first := leased(t, s)
	runOut(t, s, first.name)
	if err := first.Renew(t.Context()); err != nil {
		t.Fatalf("run out but free, it is not taken again: %v", err)
	}
	runOut(t, s, first.name)
	if _, err := s.Lease(t.Context(), first.name); err != nil {
		t.Fatalf("run out, it is not free: %v", err)
	}
	written := false
	err := first.Write(t.Context(), func(context.Context, Tx) error {
		written = true
		return nil
	})
	var held *HeldError
	if !errors.As(err, &held) || written {
		t.Errorf("written %t, error %v", written, err)
	}
}
