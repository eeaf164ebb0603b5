package loaders_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/loaders"
)

// A hundred askers at once are a handful of statements, and each gets its own answer.
func TestRevisionsAreReadTogether(t *testing.T) {
	t.Parallel()

	var trips atomic.Int64
	store := graphtest.Open(t, func(graph.Observation) { trips.Add(1) })
	d := graphtest.Draw(t, store, `(x:Campaign {revision: 3})
		(y:Campaign)`)
	l := loaders.New(store)
	before := trips.Load()
	var group sync.WaitGroup
	for i := range 100 {
		group.Go(func() {
			want, name := int64(3), "x"
			if i%2 == 1 {
				want, name = 0, "y"
			}
			got, err := l.Revision(t.Context(), d.Key(name))
			if err != nil || got != want {
				t.Errorf("revision of %s: %d, %v; want %d", name, got, err, want)
			}
		})
	}
	group.Wait()
	if n := trips.Load() - before; n > 20 {
		t.Errorf("%d round trips for 100 askers", n)
	}
	_, err := l.Revision(t.Context(), d.Key("nobody"))
	if graph.KindOf(err) != graph.NotFound {
		t.Errorf("a campaign that does not exist: %v", fmt.Sprint(err))
	}
}
