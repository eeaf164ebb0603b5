package learned_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
)

// While nothing is written, a request that has read something already asks nothing for the model; the next analysis is seen by
// the next request, whoever ran it.
func TestModelIsAskedForAgainOnlyAfterAWrite(t *testing.T) {
	var states atomic.Int32
	store := graphtest.Open(t, func(o graph.Observation) {
		if strings.Contains(o.Text, "model.run AS run") {
			states.Add(1)
		}
	})
	other := graphtest.Open(t) // the analysis runs elsewhere
	const key = "test of learned"
	t.Cleanup(func() {
		_, _ = other.Schema(context.WithoutCancel(t.Context()), graph.Statement{
			Text: "MATCH (model:Model {key: $key}) DELETE model", Params: map[string]any{"key": key}})
	})
	model := learned.Under(store, key, func(record []byte) (string, error) { return string(record), nil })
	request := func(want string, maxStates int32) {
		t.Helper()
		ctx, _ := graph.WithBookmarks(t.Context(), nil)
		if _, err := store.Read(ctx, graph.Statement{Text: "RETURN 1 AS one"}); err != nil {
			t.Fatal(err)
		}
		states.Store(0)
		got, _, err := model.Now(ctx)
		switch {
		case want == "" && graph.KindOf(err) != graph.Conflict:
			t.Errorf("before the first analysis: %q, %v", got, err)
		case want != "" && (err != nil || got != want):
			t.Errorf("%q, %v; want %q", got, err, want)
		}
		if n := states.Load(); n > maxStates {
			t.Errorf("%d statements asked for the model, want at most %d", n, maxStates)
		}
	}
	turn := func(run int64, record string) {
		t.Helper()
		err := other.Write(t.Context(), func(ctx context.Context, tx graph.Tx) error {
			return facts.TurnLearned(ctx, tx, facts.Learned{Key: key, Record: record, Run: run})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	request("", 2)
	turn(1, "first")
	request("first", 2) // its state, and itself
	request("first", 0)
	turn(2, "second")
	request("second", 2)
	request("second", 0)
}
