package graph_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph"
)

// grouping is a Group whose transactions are noted, and wait until they may run.
type grouping struct {
	*graph.Group[string, string]
	run  chan struct{}
	runs [][]string
}

func newGrouping(t *testing.T, most int) *grouping {
	t.Helper()

	store, err := graph.Open(graph.Config{URI: "bolt://127.0.0.1:1"}) // it is never asked
	if err != nil {
		t.Fatal(err)
	}
	g := &grouping{run: make(chan struct{})}
	g.Group = graph.NewGroup(store, most, func(_ context.Context, _ string, changes []string) ([]graph.Outcome[string], error) {
		<-g.run
		g.runs = append(g.runs, changes)
		outcomes := make([]graph.Outcome[string], len(changes))
		for i, change := range changes {
			if change == "too large" {
				return nil, errors.New("overflow")
			}
			outcomes[i].Value = "done " + change
		}
		return outcomes, nil
	})
	return g
}

// start begins a change and waits until it waits; the channel gives what came of it.
func (g *grouping) start(ctx context.Context, change string) <-chan string {
	told := make(chan string, 1)
	go func() {
		value, err := g.Do(ctx, "spring", change)
		told <- fmt.Sprint(value, err)
	}()
	synctest.Wait()
	return told
}

// What arrives while a transaction runs goes into the next one, as much as one may hold, in order; who has given
// up is left out, and who alone makes a transaction fail fails alone.
func TestGroupsOfChanges(t *testing.T) {
	t.Parallel()

	synctest.Test(t, func(t *testing.T) {
		g := newGrouping(t, 3)
		impatient, giveUp := context.WithCancel(t.Context())
		told := []<-chan string{g.start(t.Context(), "a"), g.start(t.Context(), "b"), g.start(impatient, "c"),
			g.start(t.Context(), "too large"), g.start(t.Context(), "d"), g.start(t.Context(), "e")}
		giveUp()
		close(g.run)
		var got []string
		for _, one := range told {
			got = append(got, <-one)
		}
		want := []string{"done a<nil>", "done b<nil>", "the request was given up; ask again: context canceled", "overflow", "done d<nil>", "done e<nil>"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("outcomes (-want +got):\n%s", diff)
		}
		runs := [][]string{{"a"}, {"b", "too large", "d"}, {"b"}, {"too large"}, {"d"}, {"e"}}
		if diff := cmp.Diff(runs, g.runs); diff != "" {
			t.Errorf("transactions (-want +got):\n%s", diff)
		}
	})
}
