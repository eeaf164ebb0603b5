package harness

import (
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/load"
)

// Series are the tables of which an answer reads a list at most, and that take longest to import.
func Series() map[string]float64 {
	return map[string]float64{"follower_history": 0, "content_metrics": 0}
}

// Market generates a market, into a folder of the test where none is named, imports it and gives the folder.
func Market(t testing.TB, store *graph.Store, p market.Params) string {
	t.Helper()

	if p.Dir == "" {
		p.Dir = t.TempDir()
	}
	if p.Today.IsZero() {
		p.Today = market.DefaultToday()
	}
	if _, err := market.Generate(t.Context(), p, nil); err != nil {
		t.Fatal(err)
	}
	Import(t, store, p.Dir, p.Today)
	return p.Dir
}

// Import imports a folder, of which no row may be refused.
func Import(t testing.TB, store *graph.Store, dir string, today time.Time) {
	t.Helper()

	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	refuse := func(r dataset.Reject) error {
		return graph.Errorf(graph.Invalid, "", "%s line %d: %s", r.File, r.Line, r.Reason)
	}
	if _, err := load.Import(t.Context(), store, set, load.Options{Today: today, Reject: refuse}); err != nil {
		t.Fatal(err)
	}
}
